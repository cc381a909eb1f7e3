#!/bin/sh
# poppler 22.12.0 (Debian 12: poppler-utils, libpoppler126 22.12.0-2+deb12u3): where a
# line of a page ends in a hyphen, pdftotext takes the hyphen out and joins the lines,
# whatever is on the two sides: the war of 1914-18 is that of 191418, a score of 3-2
# is 32, -5 degrees are 5, and Lee-Cole and ex-President are one word each. In the
# midst of a line each stays, so that an article has one name in two forms. By the
# manual the default undoes the physical layout, "columns, hyphenation, etc."; neither
# numbers nor names with a hyphen are said to be changed by it. With -raw or -layout
# hyphens and lines stay, as with pypdf and pdfminer of Debian 12.
#
# Input: a page with the lines: The war of 1914- / 18 ended 3- / 2, it was - / 5 degrees
# Expected: The war of 1914-18 ended 3-2, it was -5 degrees
# Observed: The war of 191418 ended 32, it was 5 degrees
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download poppler-utils=22.12.0-2+deb12u3 \
	libpoppler126=22.12.0-2+deb12u3 libfreetype6=2.12.1+dfsg-5+deb12u4 \
	libfontconfig1=2.14.1-4 libjpeg62-turbo=1:2.1.5-2 \
	libopenjp2-7=2.5.0-2+deb12u3 liblcms2-2=2.14-2+deb12u1 \
	libpng16-16=1.6.39-2+deb12u6 libtiff6=4.5.0-6+deb12u4 \
	libnss3=2:3.87.1-1+deb12u4 libnspr4=2:4.35-1 \
	libwebp7=1.2.4-0.2+deb12u1 liblerc4=4.0.0+ds-2 libjbig0=2.1-6.1 \
	libdeflate0=1.14-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
libs=$(dirname "$(find "$PWD/root" -name 'libpoppler.so.126')")

cat >write.py <<'PY'
lines = ["The war of 1914-", "18 ended 3-", "2, it was -", "5 degrees",
         "and Lee-Cole left"]
text = "BT /F1 12 Tf 72 720 Td 14 TL %s ET" % " ".join(
    "(%s) Tj T*" % line for line in lines)
objects = ["<</Type/Catalog/Pages 2 0 R>>",
           "<</Type/Pages/Kids[3 0 R]/Count 1>>",
           "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
           "/Resources<</Font<</F1 5 0 R>>>>>>",
           "<</Length %d>>stream\n%s\nendstream" % (len(text), text),
           "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
page, places = "%PDF-1.4\n", ["0000000000 65535 f \n"]
for number, body in enumerate(objects, 1):
    places.append("%010d 00000 n \n" % len(page))
    page += "%d 0 obj\n%s\nendobj\n" % (number, body)
print(page + "xref\n0 6\n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
      % ("".join(places), len(page)))
PY
python3 write.py >page.pdf
read_page() {
	LD_LIBRARY_PATH=$libs root/usr/bin/pdftotext "$@" page.pdf - 2>log |
		tr -s '\n\f' '  '
}
seen=$(read_page)
raw=$(read_page -raw)
echo "$seen"
echo "$raw"
[ "$seen" = 'The war of 191418 ended 32, it was 5 degrees and Lee-Cole left ' ]
[ "$raw" = 'The war of 1914- 18 ended 3- 2, it was - 5 degrees and Lee-Cole left ' ]
