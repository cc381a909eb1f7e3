#!/bin/sh
# typogrify 2.0.7 (Debian 12: python3-typogrify 1:2.0.7-3): its titlecase filter
# writes AT&T as At&T where a headline begins with it, and OR or IN, the short
# forms of states, as Or and In: the first word is looked for among the small
# words without regard to its case, and AT is one up to the sign. Within the
# line AT&T stays, as the code's own remark on it says.
#
# Input: AT&T sells its pier / The pier of AT&T is sold
# Expected: AT&T Sells Its Pier / The Pier of AT&T Is Sold
# Observed: At&T Sells Its Pier / The Pier of AT&T Is Sold
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-typogrify=1:2.0.7-3 python3-smartypants=2.0.0-3 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from typogrify.filters import titlecase

for line in ("AT&T sells its pier", "The pier of AT&T is sold"):
    print(titlecase(line))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'At&T Sells Its Pier
The Pier of AT&T Is Sold' ]
