#!/bin/sh
# readability-lxml 0.8.1 (Debian 12: python3-readability 0.8.1+dfsg1-3): short_title(),
# "cleaned up document title", keeps of a title with " - ", " | " or " / " the first
# part if it has four words, else the last, and of one with a colon the last, whichever
# of them is the headline: of a result, "Quay Rovers 3 - 2 Cole", the home side is gone
# with its goals, of a headline with a dash a half, and where the paper's name is the
# longer part it is the title, of each article the same. A heading of the page (h1 to
# h3) that is a part of the title is taken before this; pages without one, or with
# another headline in it, are common. A title without these signs is whole.
#
# Input: Quay Rovers 3 - 2 Cole in the last match of the season
#        Pier sold for winter: The Quay Post Online
# Expected: both, or the second without the paper's name
# Observed: 2 Cole in the last match of the season / The Quay Post Online
#
# Needs: apt-get (Debian 12), python3, libxslt1.1. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-readability=0.8.1+dfsg1-3 \
	python3-lxml=4.9.2-1+deb12u1 python3-cssselect=1.2.0-2 \
	python3-chardet=5.1.0+dfsg-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from readability import Document

for title in ["Quay Rovers 3 - 2 Cole in the last match of the season",
              "Pier sold for winter: The Quay Post Online",
              "The Quay Post of Ellis Sound - Pier sold",
              "Mayor says no - yes, it is to be sold",
              "Pier sold for winter"]:
    page = "<html><head><title>%s</title></head><body><p>x</p></body></html>"
    print(Document(page % title).short_title())
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = '2 Cole in the last match of the season
The Quay Post Online
The Quay Post of Ellis Sound
yes, it is to be sold
Pier sold for winter' ]
