#!/bin/sh
# Text::Capitalize 1.5 (Debian 12: libtext-capitalize-perl 1.5-2): the s after a
# typographer's apostrophe (U+2019) gets a capital in a title: It’S, Ann’S pier.
# With the straight one it is a small letter, as the pattern of a word has this
# one only. It is so for any text whose marks are curled; the manual does not
# name it.
#
# Input: it’s the day of ann’s pier / it's the day of ann's pier
# Expected: It’s the Day of Ann’s Pier / It's the Day of Ann's Pier
# Observed: It’S the Day of Ann’S Pier / It's the Day of Ann's Pier
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libtext-capitalize-perl=1.5-2 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x libtext-capitalize-perl_*.deb root

cat >read.pl <<'PERL'
use utf8;
use open qw(:std :utf8);
use Text::Capitalize;

print capitalize_title("it${_}s the day of ann${_}s pier"), "\n" for "’", "'";
PERL
seen=$(perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = "It’S the Day of Ann’S Pier
It's the Day of Ann's Pier" ]
