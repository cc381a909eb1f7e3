#!/bin/sh
# Lingua Franca 0.4.3 (Debian 12: python3-lingua-franca 0.4.3-2): extract_datetime()
# reads a date that names its weekday as the date and, on top, the days from the
# present to that weekday. With Wednesday, 10 January 2024, as the present, "Friday
# 12 January", which is that Friday, becomes the 14th, and "Monday 15 January 2024"
# the 20th. "12 January" alone is read right, and so is "Friday" alone. Nothing of
# the text is given back as not understood.
#
# Input: 12 January / Friday / Friday 12 January / Monday 15 January 2024
# Expected: 2024-01-12, 2024-01-12, 2024-01-12, 2024-01-15
# Observed: 2024-01-12, 2024-01-12, 2024-01-14, 2024-01-20
#
# Needs: apt-get and python3 (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-lingua-franca=0.4.3-2 python3-dateutil=2.8.2-2 \
	python3-six=1.16.0-4 >log 2>&1 || { cat log; exit 2; }
for package in ./*.deb; do
	dpkg -x "$package" root
done

cat >read.py <<'PYTHON'
from datetime import datetime

import lingua_franca
from lingua_franca.parse import extract_datetime

lingua_franca.load_language("en")
for text in ("12 January", "Friday", "Friday 12 January",
             "Monday 15 January 2024"):
    found, rest = extract_datetime(text, datetime(2024, 1, 10, 12), lang="en")
    print(text, "->", found.date(), repr(rest))
PYTHON
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -s read.py)
echo "$seen"
[ "$seen" = "12 January -> 2024-01-12 ''
Friday -> 2024-01-12 ''
Friday 12 January -> 2024-01-14 ''
Monday 15 January 2024 -> 2024-01-20 ''" ]
