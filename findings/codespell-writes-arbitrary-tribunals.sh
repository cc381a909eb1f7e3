#!/bin/sh
# codespell 2.2.2 (Debian 12: codespell 2.2.2-1): with -w, which asks nothing, names and
# words that are spelt right become others. Its list of misspellings, also the part
# that the manual calls "clear", for unambiguous errors, has words that exist, without
# regard to capitals: an arbitral tribunal is an arbitrary one, the Somme is the Some,
# Linz Lines, Herat Heart and the Humber the Number. Each has one correction in the
# list, which is what -w takes. The manual has it for source code first, and says that
# it can be used with other files as well.
#
# Input: The arbitral tribunal met in Linz, on the Humber and the Somme. It was sold.
# Expected: the same
# Observed: The arbitrary tribunal met in Lines, on the Number and the Some. It was sold.
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download codespell=2.2.2-1 python3-chardet=5.1.0+dfsg-2 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

printf '%s\n' 'The arbitral tribunal met in Linz, on the Humber and the Somme.' \
	'Herat is a city. It was sold.' >text.txt
PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore \
	root/usr/bin/codespell --builtin clear -w text.txt >log 2>&1 || cat log
cat text.txt
[ "$(cat text.txt)" = 'The arbitrary tribunal met in Lines, on the Number and the Some.
Heart is a city. It was sold.' ]
