#!/bin/sh
# Date::Manip 6.91 (Debian 12: libdate-manip-perl 6.91-1): a time with a point,
# as British papers write it, is taken for hours and a decimal part of one:
# 3.30pm is 3:18 in the afternoon, 10.45pm 22:27 and 7.15 seven hours and nine
# minutes. After a day it is so, too. The manual has a form for decimal hours,
# and does not say that this is how such times are read. 3:30pm is right.
#
# Input: 5 May 2024 at 3.30pm / 10.45pm / 3:30pm (with 6 May 2024 as the
#        present)
# Expected: 15:30, 22:45, 15:30 (or an error for the first two)
# Observed: 15:18, 22:27, 15:30
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libdate-manip-perl=6.91-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x libdate-manip-perl_*.deb root

cat >read.pl <<'PERL'
use Date::Manip;

Date_Init("ForceDate=2024-05-06-12:00:00,UTC");
print "$_: ", UnixDate(ParseDate($_), "%Y-%m-%d %H:%M"), "\n"
	for "5 May 2024 at 3.30pm", "10.45pm", "3:30pm";
PERL
seen=$(TZ=UTC perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = '5 May 2024 at 3.30pm: 2024-05-05 15:18
10.45pm: 2024-05-06 22:27
3:30pm: 2024-05-06 15:30' ]
