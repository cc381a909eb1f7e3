#!/bin/sh
# style of GNU diction 1.11 (Debian 12: diction 1.11-1+b1): the words after a colon,
# up to the next capital, are not counted, neither as words nor as characters, so that
# an article is shorter than it is and its readability another one. A colon ends a
# sentence, by its manual, and a sentence begins with a capital; what is neither is
# not said to be nothing, and it is nothing. So a sentence is left out that begins with
# a figure or, in any locale, an accented capital: "Élan it was." has no words.
#
# Input: It left: the old boat was sold. / It left, the old boat was sold. /
#        The pier is open. Élan it was. / In 2024 it left. 18 boats were sold.
# Expected: 7, 7, 7 and 8 words
# Observed: 2, 7, 4 and 4 words
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download diction=1.11-1+b1 >log 2>&1 || { cat log; exit 2; }
dpkg -x diction_*.deb root
count() {
	printf '%s\n' "$1" | LC_ALL=C.UTF-8 root/usr/bin/style -L en |
		sed -n 's/^ *\([0-9]* words\),.*/\1/p'
}

seen=$(count 'It left: the old boat was sold.'
	count 'It left, the old boat was sold.'
	count 'The pier is open. Élan it was.'
	count 'In 2024 it left. 18 boats were sold.')
echo "$seen"
[ "$seen" = '2 words
7 words
4 words
4 words' ]
