#!/bin/sh
# nameparser 1.1.2 (Debian 12: python3-nameparser 1.1.2-1): capitalize() of a
# name that is in one case writes a second capital into every last name that
# begins with Mac and goes on with two letters or more, Scottish or not: Macron
# is MacRon, Machado MacHado, Macedo MacEdo and Macias MacIas. The manual shows
# MacLaine and MacDole, and speaks of no others. Mack and names in two cases
# stay.
#
# Input: ANN MACRON / bo machado / ANN MACK
# Expected: Ann Macron / Bo Machado / Ann Mack
# Observed: Ann MacRon / Bo MacHado / Ann Mack
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-nameparser=1.1.2-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x python3-nameparser_*.deb root

cat >read.py <<'PY'
from nameparser import HumanName

for text in ("ANN MACRON", "bo machado", "CY MACIAS", "ANN MACK", "Bo Macron"):
    name = HumanName(text)
    name.capitalize()
    print(name)
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'Ann MacRon
Bo MacHado
Cy MacIas
Ann Mack
Bo Macron' ]
