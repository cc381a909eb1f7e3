#!/bin/sh
# Date::Calc 6.4 (Debian 12: libdate-calc-perl 6.4-2): Decode_Date_US() takes a date
# with the day before the month's name, "6 May 2024", for numbers: 6 is June, the first
# half of the year is the day and the other half the year. The name is passed over,
# though by the manual nothing alphanumeric may be between the month and the day, and
# a date that is none is an empty list. So it is of a month and a year, "May 2024",
# which is 20 May 2024: by the manual four digits are a day and a year. The year is
# right each time, so that nothing shows the fault. Decode_Date_EU() reads 6 May 2024.
#
# Input: 6 May 2024 / May 2024 / May 6, 2024
# Expected: none; none; 6 May 2024
# Observed: 20 June 2024; 20 May 2024; 6 May 2024
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libdate-calc-perl=6.4-2 libcarp-clan-perl=6.08-2 \
	libbit-vector-perl=7.4-2+b1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PL'
use strict;
use warnings;
use Date::Calc qw(Decode_Date_EU Decode_Date_US);

for my $text ("6 May 2024", "12 May 2019", "May 2024", "May 6, 2024") {
	print "$text: ", join("-", Decode_Date_US($text)) || "none", "\n";
}
print "6 May 2024, as in Europe: ", join("-", Decode_Date_EU("6 May 2024")), "\n";
PL
seen=$(PERL5LIB=root/usr/share/perl5:$(echo root/usr/lib/*/perl5/5.36) \
	perl read.pl 2>&1)
echo "$seen"
[ "$seen" = '6 May 2024: 2024-6-20
12 May 2019: 2019-12-20
May 2024: 2024-5-20
May 6, 2024: 2024-5-6
6 May 2024, as in Europe: 2024-5-6' ]
