#!/bin/sh
# Lingua::EN::Inflect::Phrase 0.20 (Debian 12: liblingua-en-inflect-phrase-perl
# 0.20-1): to_PL() and to_S() of a phrase with a number and a plural without s, "two
# men", "5 children" or "ten feet", both add one, two mens. By its manual a phrase
# that is in the plural already is left as it is; boats and people are. A possessive is
# parted, the ship 's crew, in whatever comes out, and of a number with a comma to_S()
# makes one thing: 1,500 boat, where "2 boats" stays.
#
# Input: two men / 5 children / the ship's crew / 1,500 boats / 2 boats (to_S)
# Expected: as they are
# Observed: two mens / 5 childrens / the ship 's crew / 1,500 boat / 2 boats
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download liblingua-en-inflect-phrase-perl=0.20-1 \
	liblingua-en-inflect-perl=1.905-2 liblingua-en-inflect-number-perl=1.12-3 \
	liblingua-en-findnumber-perl=1.32-3 liblingua-en-words2nums-perl=0.19-4 \
	liblingua-en-number-isordinal-perl=0.05-2 liblingua-en-tagger-perl=0.31-3 \
	liblingua-stem-perl=2.31-1 libmemoize-expirelru-perl=0.56-3 \
	libhtml-parser-perl=3.81-1+deb12u1 libhtml-tagset-perl=3.20-6 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use Lingua::EN::Inflect::Phrase;

for my $text ("two men", "5 children", "the ship's crew", "1,500 boats",
              "2 boats") {
    printf "%s | %s\n", Lingua::EN::Inflect::Phrase::to_S($text),
        Lingua::EN::Inflect::Phrase::to_PL($text);
}
PERL
lib=$(find root -path '*/HTML/Parser.pm')
seen=$(perl -Iroot/usr/share/perl5 -I"${lib%/HTML/Parser.pm}" read.pl)
echo "$seen"
[ "$seen" = "two mens | two mens
5 childrens | 5 childrens
the ship 's crew | the ship 's crews
1,500 boat | 1,500 boats
2 boats | 2 boats" ]
