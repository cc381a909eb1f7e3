#!/bin/sh
# xml2 0.5 (Debian 12: xml2 0.5-4): 2csv puts a field that has a comma into quotation
# marks, and leaves the marks within it as they are, where RFC 4180 (section 2) has
# two for each. A headline with a quotation and a comma is cut by every reader, and
# the rest becomes a column. A field with marks and no comma has none around it.
# Of an element that a record has twice, two authors for one, the last is written
# alone. The manual says that the flat format is converted into CSV.
#
# Input: a = 1, b = "Sold", she said (and the authors Ann and Bo)
# Expected: 1,"""Sold"", she said"    Observed: 1,""Sold", she said"; Bo
#
# Needs: apt-get (Debian 12), libxml2, python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download xml2=0.5-4 >log 2>&1 || { cat log; exit 2; }
dpkg -x xml2_*.deb root

cat >items.xml <<'XML'
<r><item><a>1</a><b>"Sold", she said</b><by>Ann</by><by>Bo</by></item>
<item><a>2</a><b>Open, too</b><by>Cy</by></item></r>
XML
root/usr/bin/xml2 <items.xml | root/usr/bin/2csv item a b by >items.csv
cat items.csv
python3 -c 'import csv
for row in csv.reader(open("items.csv")): print(row)' | tee seen
[ "$(cat items.csv seen)" = '1,""Sold", she said",Bo
2,"Open, too",Cy
['\''1'\'', '\''Sold"'\'', '\'' she said"'\'', '\''Bo'\'']
['\''2'\'', '\''Open, too'\'', '\''Cy'\'']' ]
