#!/bin/sh
# Time::ParseDate 2015.103 (Debian 12: libtime-parsedate-perl 2015.103-4): a month
# and a year, "May 2024", is no form of its manual, which has undef for what cannot
# be parsed. It is read all the same, and WHOLE, which asks for all of the string
# to be understood, lets it pass: with 6 May 2024 as the present the answer is a
# day in November 2029, that of June 2023 one in December 2029. "May, 2024" is
# undef, as the manual says.
#
# Input: May 2024 / June 2023 / May, 2024 (WHOLE => 1)
# Expected: undef, or 1 May 2024 and 1 June 2023
# Observed: 2029-11-14, 2029-12-14, undef
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libtime-parsedate-perl=2015.103-4 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x libtime-parsedate-perl_*.deb root

cat >read.pl <<'PERL'
use POSIX qw(strftime);
use Time::ParseDate;

for ("May 2024", "June 2023", "May, 2024", "6 May 2024") {
	my ($time) = parsedate($_, NOW => 1714996800, GMT => 1, WHOLE => 1);
	print "$_: ", defined $time ? strftime("%F", gmtime $time) : "undef",
		"\n";
}
PERL
seen=$(TZ=UTC perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = 'May 2024: 2029-11-14
June 2023: 2029-12-14
May, 2024: undef
6 May 2024: 2024-05-06' ]
