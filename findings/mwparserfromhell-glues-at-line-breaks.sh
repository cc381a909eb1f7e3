#!/bin/sh
# mwparserfromhell 0.6.4 (Debian 12: python3-mwparserfromhell 0.6.4-1+b3):
# strip_code(), the text of a page without its code, has nothing in the place of
# a <br>: the last word of a line and the first of the next become one. Pages
# use it in each box of facts, in captions and addresses. Paragraphs and the
# rows of a table keep their white space. The manual names no break.
#
# Input: |seat = Northport<br>Quay 5 / Built 1904<br />Sold 1911
# Expected: Northport Quay 5, Built 1904 Sold 1911 (with any white space)
# Observed: NorthportQuay 5, Built 1904Sold 1911
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-mwparserfromhell=0.6.4-1+b3 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x python3-mwparserfromhell_*.deb root

cat >read.py <<'PY'
import mwparserfromhell

for text in ("Northport<br>Quay 5", "Built 1904<br />Sold 1911"):
    print(mwparserfromhell.parse(text).strip_code())
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'NorthportQuay 5
Built 1904Sold 1911' ]
