#!/bin/sh
# inflect 2.1.0 (Debian 12: python3-inflect 2.1.0-4): number_to_words() of a
# number that Python writes with an exponent leaves out the e and its sign and
# reads the rest: 0.00005 is written 5e-05, and so it is "five hundred and
# five"; ten quadrillion, 1e16, is one hundred and sixteen. 0.0001 and the text
# "0.00005" are read as they should be. The README says that numbers become
# words, and names no limit.
#
# Input: 0.00005, 1e16, 0.0001
# Expected: zero point zero zero zero zero five, ten quadrillion, zero point
#        zero zero zero one
# Observed: five hundred and five, one hundred and sixteen, and the third so
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-inflect=2.1.0-4 >log 2>&1 || { cat log; exit 2; }
dpkg -x python3-inflect_*.deb root

cat >read.py <<'PY'
import inflect

for number in (0.00005, 1e16, 0.0001, "0.00005"):
    print(inflect.engine().number_to_words(number))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'five hundred and five
one hundred and sixteen
zero point zero zero zero one
zero point zero zero zero zero five' ]
