#!/bin/sh
# inflection 0.3.1 (Debian 12: python3-inflection 0.3.1-3): a word in -man gets -men
# unless it ends in human. Nations and others do not: German, Roman, Norman, shaman
# and talisman. The README gives the rules of Ruby on Rails as its source and lists
# none of these.
#
# Input: pluralize() of German, Roman, talisman, human, policeman
# Expected: Germans, Romans, talismans, humans, policemen
# Observed: Germen, Romen, talismen, humans, policemen
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-inflection=0.3.1-3 >log 2>&1 || { cat log; exit 2; }
dpkg -x python3-inflection_*.deb root

seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -c '
import inflection

words = "German", "Roman", "talisman", "human", "policeman"
print(*map(inflection.pluralize, words))')
echo "$seen"
[ "$seen" = 'Germen Romen talismen humans policemen' ]
