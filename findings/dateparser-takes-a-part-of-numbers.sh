#!/bin/sh
# dateparser 1.1.6 (Debian 12: python3-dateparser 1.1.6-1): of an age that is no
# plain whole number search_dates() takes a part. "10,000 days ago" is ten days
# ago, "1½ years ago" two years and "1¼ years ago" four, as the sign is written
# 1/2 first; in "2.5 years ago" it finds "5 years ago", and in "half a year ago"
# a year. All are dates like others, and by the words that come with them the
# first two were read as a whole. The manual has "2 weeks ago" and the like.
#
# Input: 10,000 days ago / 1½ years ago / 2.5 years ago (English, with 6 May
#        2024 as the present)
# Expected: 1996-12-19, November 2022, November 2021 (or nothing)
# Observed: 2024-04-26, 2022-05-06, 2019-05-06
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-dateparser=1.1.6-1 python3-tz=2022.7.1-4 \
	python3-tzlocal=4.2-1 python3-regex=0.1.20221031-1+b1 \
	python3-dateutil=2.8.2-2 python3-six=1.16.0-4 \
	python3-pytz-deprecation-shim=0.1.0.post0-3 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from datetime import datetime
from dateparser.search import search_dates

PRESENT = {"RELATIVE_BASE": datetime(2024, 5, 6, 12)}
for text in ("It sank 10,000 days ago.", "It sank 1½ years ago.",
             "It sank 2.5 years ago.", "It sank half a year ago."):
    for words, date in search_dates(text, ["en"], PRESENT):
        print(f"{words}: {date}")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = '10,000 days ago: 2024-04-26 12:00:00
1½ years ago: 2022-05-06 12:00:00
5 years ago: 2019-05-06 12:00:00
a year ago: 2023-05-06 12:00:00' ]
