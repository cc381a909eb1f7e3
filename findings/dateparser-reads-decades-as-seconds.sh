#!/bin/sh
# dateparser 1.1.6 (Debian 12: python3-dateparser 1.1.6-1): a decade, "the
# 1990s", is 1990 seconds before the present, as an s after a number is taken
# for seconds: search_dates() gives half an hour ago for a sentence of history,
# and parse() of "in the 1990s" half an hour from now. The war of 1914-18 is the
# 18th of the present month in 1914. The manual shows years and relative dates
# ("10 minutes"), and no decades.
#
# Input: It was built in the 1990s. / The war of 1914-18 / It was built in 1990.
#        (English, with 6 May 2024, 12:00 as the present)
# Expected: 1990, 1914, 1990, or nothing
# Observed: 2024-05-06 11:26:50, 1914-05-18, 1990-05-06
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
for text in ("It was built in the 1990s.", "The war of 1914-18",
             "It was built in 1990."):
    for words, date in search_dates(text, ["en"], PRESENT):
        print(f"{words}: {date}")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = 'in the 1990s: 2024-05-06 11:26:50
of 1914-18: 1914-05-18 00:00:00
in 1990: 1990-05-06 00:00:00' ]
