#!/bin/sh
# csvkit 1.0.7 with agate 1.6.3 (Debian 12: csvkit 1.0.7-1, python3-agate
# 1.6.3-2): sorting a table rewrites fields of columns that it does not sort by.
# Names that are months, or days, too (May, June, April) become dates of the
# year 1, fractions (1/2, 3/4) dates of the year 2001, times of day durations
# (10:30 is 0:10:30, ten and a half minutes) and millions (5m) minutes. With one
# more name that is no month the column stays as it is. The manual of csvsort
# says only that types are inferred, which -I turns off; the types are for the
# order, but their own form is written.
#
# Input: name,share / May,1/2 / April,3/4 (one a line);
#        ferry,leaves,worth / Ida,10:30,5m / Ann,9:05,12m
# Expected, from csvsort -c share and -c ferry: the same fields in another order
# Observed: 0001-05-01,2001-01-02 / 0001-04-01,2001-03-04;
#           Ann,0:09:05,0:12:00 / Ida,0:10:30,0:05:00
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download csvkit=1.0.7-1 python3-csvkit=1.0.7-1 \
	python3-agate=1.6.3-2 python3-agatedbf=0.2.2-2 \
	python3-agateexcel=0.2.5-2 python3-agatesql=0.5.8-2 \
	python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 \
	python3-dbfread=2.0.7-5 python3-future=0.18.2-6 \
	python3-isodate=0.6.1-1 python3-leather=0.3.4-2 \
	python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1 \
	python3-parsedatetime=2.6-3 python3-pytimeparse=1.1.5-3 \
	python3-slugify=4.0.0-2 python3-six=1.16.0-4 \
	python3-sqlalchemy=1.4.46+ds1-1 python3-greenlet=2.0.2-1 \
	python3-text-unidecode=1.3-1 python3-tz=2022.7.1-4 \
	python3-xlrd=1.2.0-3 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
csvsort() {
	PYTHONPATH=root/usr/lib/python3/dist-packages \
		/usr/bin/python3 -S -W ignore root/usr/bin/csvsort "$@"
}

printf '%s\n' name,share May,1/2 April,3/4 | csvsort -c share | tee months
printf '%s\n' name May April Ann | csvsort -c name | tee names
[ "$(tail -n 2 months)" = '0001-05-01,2001-01-02
0001-04-01,2001-03-04' ]
[ "$(tail -n 3 names)" = 'Ann
April
May' ]

printf '%s\n' ferry,leaves,worth Ida,10:30,5m Ann,9:05,12m >table.csv
csvsort -c ferry table.csv | tee sorted
csvsort -I -c ferry table.csv | tee text
[ "$(tail -n 2 sorted)" = 'Ann,0:09:05,0:12:00
Ida,0:10:30,0:05:00' ]
[ "$(tail -n 2 text)" = 'Ann,9:05,12m
Ida,10:30,5m' ]
