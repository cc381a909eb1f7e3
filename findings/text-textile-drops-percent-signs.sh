#!/bin/sh
# Text::Textile 2.13 (Debian 12: libtext-textile-perl 2.13-4): two percent signs after
# a space, as the SI and most of Europe set them, are taken for the marks of a span:
# both are gone from the text, and what was between them gets an address that is none.
# Of a vote "51 % yes, 49 % no" is left as 51 yes, 49 no. In Textile a mark stands
# directly at its words. textile 4.0.2 for Python (python3-textile) leaves these
# signs, and without the space before it Text::Textile does, too.
#
# Input: Up 5 % in May, down 6 % in June.
# Expected: <p>Up 5 % in May, down 6 % in June.</p>
# Observed: <p>Up 5 <span cite="http://">in May, down 6 </span> in June.</p>
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libtext-textile-perl=2.13-4 >log 2>&1 || { cat log; exit 2; }
dpkg -x libtext-textile-perl_*.deb root

cat >read.pl <<'PERL'
use Text::Textile;

my $textile = Text::Textile->new;
print $textile->process($_), "\n"
	for "Up 5 % in May, down 6 % in June.", "51 % yes, 49 % no",
	"Up 5% in May, down 6% in June.";
PERL
seen=$(perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = '<p>Up 5 <span cite="http://">in May, down 6 </span> in June.</p>
<p>51 <span cite="http://">yes, 49 </span> no</p>
<p>Up 5% in May, down 6% in June.</p>' ]
