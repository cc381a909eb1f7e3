#!/bin/sh
# bibtexparser 1.1.0 (Debian 12: python3-bibtexparser 1.1.0+ds-5):
# convert_to_unicode(), the customization that its tutorial shows for accents, reads
# the front of a command for a letter of its own: \ldots, an omission in a title, is
# łdots, and \it is ıt, with the Polish l and the Turkish i. Braces are taken out
# without regard to what they belong to, so that of \emph{old} the command and its
# word are one, \emphold, and an organisation in braces is no name any more that
# author(), run after it, could keep whole: the Harbour Press Agency is a person with
# the family name Agency.
#
# Input: title={The \emph{old} pier \ldots}, author={{Harbour Press Agency}}
# Expected: The old pier …, or the commands as they are; Harbour Press Agency
# Observed: The \emphold pier łdots; Agency, Harbour Press
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-bibtexparser=1.1.0+ds-5 python3-future=0.18.2-6 \
	python3-pyparsing=3.0.9-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
import bibtexparser
from bibtexparser.bparser import BibTexParser
from bibtexparser.customization import author, convert_to_unicode

ENTRY = r"""@article{pier, author={{Harbour Press Agency} and Lee, Ann},
title={The \emph{old} pier \ldots, {\it Ida} and 5\% of caf\'es}, year={2024}}"""


def customize(record):
    return author(convert_to_unicode(record))


parser = BibTexParser(customization=customize)
entry = bibtexparser.loads(ENTRY, parser=parser).entries[0]
print(entry["title"], entry["author"], sep="\n")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
printf '%s\n' "$seen"
[ "$seen" = "The \\emphold pier łdots, ıt Ida and 5% of cafés
['Agency, Harbour Press', 'Lee, Ann']" ]
