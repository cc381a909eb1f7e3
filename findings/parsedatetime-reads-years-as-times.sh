#!/bin/sh
# parsedatetime 2.6 (Debian 12: python3-parsedatetime 2.6-3): a year that is a
# time of day without its colon, 1904 or 2024, is a time of the present day: "It
# opened in 1904." is four past seven this evening, with the flag 2, a time.
# 1961 and 1990, which are no times, are nothing (flag 0). With a month before
# it (May 1904) the year is read. The decade "the 1990s" is 1990 seconds from
# now.
#
# Input: It opened in 1904. / It opened in 1961. / in May 1904 / in the 1990s
#        (with 6 May 2024, 12:00 as the present)
# Expected: 1904, 1961, May 1904, 1990, or nothing
# Observed: 2024-05-06 19:04, nothing, 1904-05-01, 2024-05-06 12:33:10
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-parsedatetime=2.6-3 python3-future=0.18.2-6 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from datetime import datetime
from parsedatetime import Calendar

for text in ("It opened in 1904.", "It opened in 1961.",
             "It opened in May 1904.", "It opened in the 1990s."):
    print(*Calendar().parseDT(text, datetime(2024, 5, 6, 12)))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = '2024-05-06 19:04:00 2
2024-05-06 12:00:00 0
1904-05-01 12:00:00 1
2024-05-06 12:33:10 2' ]
