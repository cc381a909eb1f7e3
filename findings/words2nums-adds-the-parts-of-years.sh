#!/bin/sh
# Lingua::EN::Words2Nums 0.19 (Debian 12: liblingua-en-words2nums-perl 0.19-4):
# a year in words is the sum of its halves: nineteen eighty-four is 103 and
# twenty twenty-four 44, and of a fraction the two numbers are added, too, so
# that two thirds are 5. The manual says that fractions are not understood and
# that undef is returned for what fails. Half a million is undef, and fifteen
# hundred 1500.
#
# Input: nineteen eighty-four, two thirds, half a million, fifteen hundred
# Expected: 1984, undef, undef, 1500    Observed: 103, 5, undef, 1500
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download liblingua-en-words2nums-perl=0.19-4 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x liblingua-en-words2nums-perl_*.deb root

cat >read.pl <<'PERL'
use Lingua::EN::Words2Nums;

for ("nineteen eighty-four", "twenty twenty-four", "two thirds",
     "half a million", "fifteen hundred") {
	print "$_: ", words2nums($_) // "undef", "\n";
}
PERL
seen=$(perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = 'nineteen eighty-four: 103
twenty twenty-four: 44
two thirds: 5
half a million: undef
fifteen hundred: 1500' ]
