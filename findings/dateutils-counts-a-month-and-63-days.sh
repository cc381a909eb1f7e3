#!/bin/sh
# dateutils 0.4.10 (Debian 12: dateutils 0.4.10-1): dateutils.ddiff in months and days,
# "how long ago" of a notice or an age: from the end of a month past a shorter one it
# adds the days instead of taking them off, so that 31 January to 1 March is a month
# and 63 days, and 31 December to 1 March two months and 63 days. One day earlier, or
# to the 30th, it is as it should be, and in days alone it is 30. By the manual's rule
# of refinement a number of days beside one of months is in its natural range, which
# is what a month can have. The status is 0 and nothing is printed.
#
# Input: 2024-01-31 2024-03-01 -f "%m months %d days"
# Expected: 1 months 1 days (or 30 days)    Observed: 1 months 63 days
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download dateutils=0.4.10-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x dateutils_*.deb root

seen=$(while read -r from to; do
	echo "$from $to: $(root/usr/bin/dateutils.ddiff "$from" "$to" \
		-f "%m months %d days"), $(root/usr/bin/dateutils.ddiff \
		"$from" "$to" -f %d)"
done <<'DATES'
2024-01-30 2024-03-01
2024-01-31 2024-03-01
2023-01-31 2023-03-01
2023-08-31 2024-03-01
2023-12-31 2024-03-01
2024-01-31 2024-03-30
DATES
)
echo "$seen"
[ "$seen" = '2024-01-30 2024-03-01: 1 months 0 days, 31
2024-01-31 2024-03-01: 1 months 63 days, 30
2023-01-31 2023-03-01: 1 months 62 days, 29
2023-08-31 2024-03-01: 6 months 63 days, 183
2023-12-31 2024-03-01: 2 months 63 days, 61
2024-01-31 2024-03-30: 1 months 28 days, 59' ]
