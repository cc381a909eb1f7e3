#!/bin/sh
# num2words 0.5.10 (Debian 12: python3-num2words 0.5.10-2): to="currency" takes
# a whole number for cents, a number with a point and a text for the unit, so
# that 1200 dollars are twelve, and 1200.0 are twelve hundred. Amounts of a
# column that mixes both come out a hundred times apart. The README of the
# package lists the currencies and says nothing of it; to="cardinal" reads 1200
# and 1200.0 alike.
#
# Input: num2words(1200, to="currency", currency="USD"); the same of 1200.0
# Expected: one thousand, two hundred dollars, zero cents, for both
# Observed: twelve dollars, zero cents, for the first
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-num2words=0.5.10-2 python3-docopt=0.6.2-4.1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from num2words import num2words

for amount in (1200, 1200.0, "1200"):
    words = num2words(amount, to="currency", currency="USD")
    print(f"{amount!r}: {words}")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = "1200: twelve dollars, zero cents
1200.0: one thousand, two hundred dollars, zero cents
'1200': one thousand, two hundred dollars, zero cents" ]
