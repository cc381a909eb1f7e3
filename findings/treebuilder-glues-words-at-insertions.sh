#!/bin/sh
# HTML::TreeBuilder 5.07 (Debian 12: libhtml-tree-perl 5.07-3): the space beside an
# <ins> or <del> goes when another element is on its other side, as it does between
# blocks. In a paragraph both are inline (HTML standard, edits): papers mark a
# corrected word so. Words become one: "<ins>five</ins> <i>boats</i>" is
# "fiveboats". Beside <b>, <mark>, <time> and all other inline elements the space
# stays.
#
# Input: <p>The <ins>five</ins> <i>boats</i> <b>left</b> <ins>Pell</ins> harbour.</p>
# Expected: The five boats left Pell harbour.
# Observed: The fiveboats leftPell harbour.
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libhtml-tree-perl=5.07-3 libhtml-parser-perl=3.81-1+deb12u1 \
	libhtml-tagset-perl=3.20-6 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use HTML::TreeBuilder;

for my $name (qw(ins mark)) {
	my $html = "<p>The <$name>five</$name> <i>boats</i> <b>left</b>"
		. " <$name>Pell</$name> harbour.</p>";
	print "$name: ", HTML::TreeBuilder->new_from_content($html)->as_text,
		"\n";
}
PERL
arch=$(echo root/usr/lib/*/perl5/*)
seen=$(perl -Iroot/usr/share/perl5 -I"$arch" read.pl)
echo "$seen"
[ "$seen" = 'ins: The fiveboats leftPell harbour.
mark: The five boats left Pell harbour.' ]
