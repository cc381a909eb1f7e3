#!/bin/sh
# agate 1.6.3 (Debian 12: python3-agate 1.6.3-2): the type of a column is found by
# trying, and what parsedatetime can read is a date. A column of results, 2-1 and
# 3-2, is one of dates in 2001, one of weekdays has dates of the year 1, and written
# back to CSV both are lost. A score with a 0 makes the whole column text. The
# manual's tutorial has the columns of a CSV file found so.
#
# Input: a CSV file of two columns, score (2-1, 3-2) and day (Tuesday, Friday)
# Expected: two columns of text
# Observed: 2001-02-01 and 2001-03-02; 0001-01-02 and 0001-01-05
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-agate=1.6.3-2 python3-parsedatetime=2.6-3 \
	python3-babel=2.10.3-1 python3-tz=2022.7.1-4 python3-isodate=0.6.1-1 \
	python3-leather=0.3.4-2 python3-slugify=4.0.0-2 python3-six=1.16.0-4 \
	python3-pytimeparse=1.1.5-3 python3-text-unidecode=1.3-1 \
	python-babel-localedata=2.10.3-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
import io, sys
import agate

for name, rows in ("scores", "2-1,Tuesday\n3-2,Friday\n"), \
        ("a nil", "2-1,Tuesday\n3-0,Friday\n"):
    table = agate.Table.from_csv(io.StringIO("score,day\n" + rows))
    print(name, *(value for row in table.rows for value in row))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'scores 2001-02-01 0001-01-02 2001-03-02 0001-01-05
a nil 2-1 0001-01-02 3-0 0001-01-05' ]
