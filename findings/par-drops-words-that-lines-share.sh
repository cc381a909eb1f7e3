#!/bin/sh
# par 1.53.0 (Debian 12: par 1.53.0-2): of a paragraph of two lines or more the
# words with which all its lines begin, or end, are taken for a frame around the
# text, as comment signs are: they are kept once a line of the result, and the
# rest is set between them. So of two sentences that begin with The one loses
# it, a list of names of one family becomes other names, and the last letter of
# years goes to the right margin. The manual defines prefixes by the characters
# that lines share; letters and digits may be among them.
#
# Input: Ann Lee / Ann Cole (two lines); two lines of prose, each with The ... .
# Expected: Ann Lee Ann Cole; the sentences, filled
# Observed: Ann Le Col (66 spaces) e; "old hall pier will be sold"
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download par=1.53.0-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x par_*.deb root
fill() { printf '%s\n' "$@" | PARINIT='' root/usr/bin/par 72 | tr -s ' '; }

names=$(fill 'Ann Lee' 'Ann Cole')
prose=$(fill 'The board met on Monday in the old hall.' \
	'The pier will be sold before the winter.')
other=$(fill 'The board met on Monday in the old hall.' \
	'A pier will be sold before the winter')
echo "$names"
echo "$prose"
echo "$other"
[ "$names" = 'Ann Le Col e' ]
[ "$prose" = 'The board met on Monday in the old hall pier will be sold before the .
The winter .' ]
[ "$other" = 'The board met on Monday in the old hall. A pier will be sold before the
winter' ]
