#!/bin/sh
# Lingua::EN::FindNumber 1.32 (Debian 12: liblingua-en-findnumber-perl 1.32-3, with
# liblingua-en-words2nums-perl 0.19-4): numify() writes the numbers of a text in
# figures. "of" and a hyphen count as a part of one number, and parts are added:
# the second of three boats becomes "the 5 boats", two-thirds of them 5, and one in
# "one of two" is gone, too. The manual's only example is "Fourscore and seven".
#
# Input: the second of three boats / two-thirds of the crew / one of two piers
# Expected: the 2nd of 3 boats / 2/3 of the crew / 1 of 2 piers, or no change
# Observed: the 5 boats / 5 the crew / 3 piers
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download liblingua-en-findnumber-perl=1.32-3 \
	liblingua-en-words2nums-perl=0.19-4 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >write.pl <<'PERL'
use Lingua::EN::FindNumber;

print "$_: ", numify($_), "\n"
	for "the second of three boats", "two-thirds of the crew",
	"one of two piers", "the two boats";
PERL
seen=$(perl -Iroot/usr/share/perl5 write.pl)
echo "$seen"
[ "$seen" = 'the second of three boats: the 5 boats
two-thirds of the crew: 5 the crew
one of two piers: 3 piers
the two boats: the 2 boats' ]
