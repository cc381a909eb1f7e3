#!/bin/sh
# pylatexenc 2.10 (Debian 12: python3-pylatexenc 2.10-2): latex_to_text() drops
# the words of \texttt, \textsf, \textup and \mbox, and the signs \pounds, \S,
# \LaTeX and \copyright, so that a sentence reads on without its name, and an
# amount without its currency. Of a macro that it has never heard of the words
# are kept, and so are those of \textbf, \emph and \textsl. \textsterling is the
# pound sign.
#
# Input: The paper \texttt{Quay} paid \pounds 5 to \mbox{Ann} of \emph{Pier}.
# Expected: The paper Quay paid £5 to Ann of Pier.
# Observed: The paper  paid 5 to  of Pier.
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

text = r"The paper \texttt{Quay} paid \pounds 5 to \mbox{Ann} of \emph{Pier}."
read = LatexNodes2Text().latex_to_text
print(read(text))
print(read(text.replace("texttt", "never").replace("mbox", "heard")
           .replace("pounds", "textsterling")))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = 'The paper  paid 5 to  of Pier.
The paper Quay paid £5 to Ann of Pier.' ]
