#!/bin/sh
# pylatexenc 2.10 (Debian 12: python3-pylatexenc 2.10-2): latex_to_text() has
# nothing in the place of \par, \newline, \linebreak, \slash and \hspace, which
# LaTeX sets as a new paragraph, a line end, a slash and a gap: the words on the
# two sides become one, and 1904\slash 05 becomes 190405. \\ and \quad are white
# space, and an empty line is a paragraph.
#
# Input: Quay 5\par Built in 1904\slash 05\newline Sold\\Bought
# Expected: Quay 5 / Built in 1904/05 / Sold / Bought (with any white space)
# Observed: Quay 5Built in 190405Sold / Bought
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-pylatexenc=2.10-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x python3-pylatexenc_*.deb root

cat >read.py <<'PY'
from pylatexenc.latex2text import LatexNodes2Text

text = r"Quay 5\par Built in 1904\slash 05\newline Sold\\Bought"
print(LatexNodes2Text().latex_to_text(text).replace("\n", " / "))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'Quay 5Built in 190405Sold / Bought' ]
