#!/bin/sh
# pdf-reader 2.4.1 for Ruby (Debian 12: ruby-pdf-reader 2.4.1-1): lines of the
# text of a page are lost where they are closer to each other than the page's
# other lines: the page is drawn on a grid of as many rows as its mean line
# needs, and of two lines in one row the later one overwrites the other. So of a
# footnote in small type a part of the lines is lost, and raised letters (19th)
# are gone or at the line's end. No warning; the README says that text is set
# out as on the page. pdftotext of Debian 12 prints all lines.
#
# Input: a page with three lines of 12 points and a note of three lines of 5 on 6
# Expected: six lines    Observed: five, without "Note one."
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-pdf-reader=2.4.1-1 ruby-afm=0.2.2-1.1 \
	ruby-ascii85=1.0.3-1 ruby-hashery=2.1.2-1.1 ruby-rc4=0.1.5-3.1 \
	ruby-ttfunk=1.7.0-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >write.rb <<'RUBY'
page = "BT /F 12 Tf 20 300 Td (The pier is open.) Tj 0 -14 Td " \
  "(Boats come in.) Tj 0 -14 Td (Nets are dry.) Tj ET " \
  "BT /F 5 Tf 20 250 Td (Note one.) Tj 0 -6 Td (Note two.) Tj " \
  "0 -6 Td (Note three.) Tj ET"
font = "<< /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
objects = [
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R " \
  "/Resources << /Font #{font} >> >>",
  "<< /Length #{page.size} >> stream\n#{page}\nendstream",
]
out = "%PDF-1.5\n"
places = objects.each_with_index.map do |object, i|
  place = out.size
  out << "#{i + 1} 0 obj #{object} endobj\n"
  format("%010d 00000 n \n", place)
end
size = objects.size + 1
table = out.size
out << "xref\n0 #{size}\n0000000000 65535 f \n#{places.join}" \
  "trailer << /Size #{size} /Root 1 0 R >>\nstartxref\n" \
  "#{table}\n%%EOF\n"
File.binwrite("page.pdf", out)
RUBY
cat >read.rb <<'RUBY'
require "pdf-reader"

puts PDF::Reader.new("page.pdf").pages.first.text.gsub(/\s*\n\s*/, "\n")
RUBY
ruby write.rb
gems=root/usr/share/rubygems-integration/all/gems
ruby -Iroot/usr/lib/ruby/vendor_ruby -I$gems/ttfunk-1.7.0/lib \
	-I$gems/pdf-reader-2.4.1/lib read.rb | tee seen
[ "$(cat seen)" = 'The pier is open.
Boats come in.
Nets are dry.
Note two.
Note three.' ]
