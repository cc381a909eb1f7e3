#!/bin/sh
# Arrow 1.2.3 (Debian 12: python3-arrow 1.2.3-1): dehumanize() takes the part of the
# words that it knows and passes over the rest: "half a year ago" is a year ago, "an
# hour and a half ago" an hour, and of 10,000 days the number is what follows the comma,
# so that the day is the present one. What it does not know at all ("a decade ago") is
# an error. The manual has "2 days ago" and "in a month".
#
# Input: half a year ago / in 10,000 days / 2 weeks ago (6 May 2024 as the present)
# Expected: 6 November 2023 / 22 September 2051 / 22 April 2024, or errors
# Observed: 6 May 2023 / 6 May 2024 / 22 April 2024
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-arrow=1.2.3-1 python3-dateutil=2.8.2-2 \
	python3-six=1.16.0-4 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
import arrow

PRESENT = arrow.get("2024-05-06T12:00")
for text in ("half a year ago", "an hour and a half ago", "in 10,000 days",
             "2 weeks ago", "a score of years ago", "a decade ago"):
    try:
        print(f"{text}: {PRESENT.dehumanize(text).format('YYYY-MM-DD HH:mm')}")
    except ValueError:
        print(f"{text}: an error")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = 'half a year ago: 2023-05-06 12:00
an hour and a half ago: 2024-05-06 11:00
in 10,000 days: 2024-05-06 12:00
2 weeks ago: 2024-04-22 12:00
a score of years ago: an error
a decade ago: an error' ]
