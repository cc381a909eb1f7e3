#!/bin/sh
# CleverCSV 0.7.5 (Debian 12: python3-clevercsv 0.7.5+ds-1+b1): of a file of one
# column, headlines or sentences below a head of one word, a space is found to
# be the delimiter, so that each row has the words of a text for its fields. It
# is so for texts in quotes, too, of which the marks become parts of the first
# and the last word. A second column, or one word a row, is read as it should
# be. The README says that the dialect of messy files is found, and names no
# file of one column.
#
# Input: title / Pier sold / Boats are in (one a line); the same in quotes
# Expected: [title], [Pier sold], [Boats are in]
# Observed: [title], [Pier, sold], [Boats, are, in]; ["Pier, sold"] ...
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-clevercsv=0.7.5+ds-1+b1 python3-chardet=5.1.0+dfsg-2 \
	python3-regex=0.1.20221031-1+b1 python3-packaging=23.0-1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
import clevercsv

for text in ("title\nPier sold\nBoats are in\n",
             'title\n"Pier sold"\n"Boats are in"\n',
             "title,n\nPier sold,1\nBoats are in,2\n"):
    lines = text.splitlines(True)
    dialect = clevercsv.Sniffer().detect(text)
    print(list(clevercsv.reader(lines, dialect)))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = "[['title'], ['Pier', 'sold'], ['Boats', 'are', 'in']]
[['title'], ['\"Pier', 'sold\"'], ['\"Boats', 'are', 'in\"']]
[['title', 'n'], ['Pier sold', '1'], ['Boats are in', '2']]" ]
