#!/bin/sh
# dateutils 0.4.10 (Debian 12: dateutils 0.4.10-1): dateutils.dconv -S writes the dates
# of a text in another form and copies, by the manual, what is before and after each. A
# day of one figure takes the space before it along: the date is one word with what
# precedes it, and where that is a number, as of a page or a score, one number with the
# year. %d is "2 digits" in the manual; it takes a space for the first of them. Days of
# two figures keep the space, so that it shows from the first to the ninth only.
#
# Input: "On 5 May 2024 he left", -S -i "%d %b %Y" -f %F
# Expected: On 2024-05-05 he left    Observed: On2024-05-05 he left
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download dateutils=0.4.10-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x dateutils_*.deb root

cat >text <<'TEXT'
On 5 May 2024 he left
On 15 May 2024 he left
Page 12 5 May 2024
The vote (5 May 2024) was lost
TEXT
seen=$(root/usr/bin/dateutils.dconv -S -i "%d %b %Y" -f %F <text)
echo "$seen"
[ "$seen" = 'On2024-05-05 he left
On 2024-05-15 he left
Page 122024-05-05
The vote (2024-05-05) was lost' ]
