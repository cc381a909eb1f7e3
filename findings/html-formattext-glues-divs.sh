#!/bin/sh
# HTML::FormatText 2.16 (Debian 12: libhtml-format-perl 2.16-2, with
# libhtml-tree-perl 5.07-3): of <div>, <center>, <section> and <article> there is
# nothing left in the text, so that the last word of each and the first of the next
# become one. <p>, <li> and headings have lines of their own, which hides it on pages
# of plain paragraphs. The manual says that bold and italics are ignored and that
# tables and forms are not formatted, and names no block. HTML has had <div> as a
# block since 3.2.
#
# Input:    <div>It is sold.</div><div>Boats came.</div>
# Expected: It is sold. / Boats came.    Observed: It is sold.Boats came.
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libhtml-format-perl=2.16-2 libhtml-tree-perl=5.07-3 \
	libhtml-parser-perl=3.81-1+deb12u1 libhtml-tagset-perl=3.20-6 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use HTML::FormatText;

for my $name (qw(div center section p)) {
	my $text = HTML::FormatText->format_string(
		"<html><body><$name>It is sold.</$name>"
			. "<$name>Boats came.</$name></body></html>",
		leftmargin => 0
	);
	$text =~ s/\n+$//;
	$text =~ s/\n+/ | /g;
	print "$name: $text\n";
}
PERL
arch=$(echo root/usr/lib/*/perl5/*)
seen=$(perl -Iroot/usr/share/perl5 -I"$arch" read.pl)
echo "$seen"
[ "$seen" = 'div: It is sold.Boats came.
center: It is sold.Boats came.
section: It is sold.Boats came.
p: It is sold. | Boats came.' ]
