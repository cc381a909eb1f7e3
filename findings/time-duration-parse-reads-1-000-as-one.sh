#!/bin/sh
# Time::Duration::Parse 0.16 (Debian 12: libtime-duration-parse-perl 0.16-1): a comma
# in a number is a decimal one, also before three digits, so that 1,000 seconds are
# one second, 10,000 hours ten and 1,500 days a day and a half. The units are English
# words. The manual has neither a comma nor a point in a number, and says that what is
# not understood raises "Unknown timespec". Without the comma all are right.
#
# Input: 1,000 seconds / 10,000 hours / 1,500 days / 1500 days
# Expected: 1000, 36000000, 129600000 (or an exception), 129600000
# Observed: 1, 36000, 129600, 129600000
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libtime-duration-parse-perl=0.16-1 \
	libexporter-lite-perl=0.09-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.pl <<'PERL'
use Time::Duration::Parse;

for ("1,000 seconds", "10,000 hours", "1,500 days", "1500 days") {
	print "$_: ", parse_duration($_), "\n";
}
PERL
seen=$(perl -Iroot/usr/share/perl5 read.pl)
echo "$seen"
[ "$seen" = '1,000 seconds: 1
10,000 hours: 36000
1,500 days: 129600
1500 days: 129600000' ]
