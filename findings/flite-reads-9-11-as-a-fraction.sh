#!/bin/sh
# Flite 2.2 (Debian 12: flite, libflite1 2.2-5): the words that it makes of figures,
# which -pw prints, are others than those of the text where an amount or a date has a
# form of newspapers: 9/11 is "nine eleventh 's", $5 million-a-year "five dollars
# million dollars a year", of $1.5bn the dollar and the billion are gone, and 2024-25
# is read figure by figure. 24/7 is no fraction, and $1.5 million and 5-6 are read as
# they should be. The help has -pw as "print words", and names no forms.
#
# Input: the 9/11 report / It lost $5 million-a-year. / It cost $1.5bn. / in 2024-25
# Expected: nine eleven / five million dollars a year / one point five billion dollars /
#           twenty twenty four to twenty five
# Observed: nine eleventh 's / five dollars million dollars / one . five b n /
#           two zero two four two five
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download flite=2.2-5 libflite1=2.2-5 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
libs=$(dirname "$(find "$PWD/root" -name 'libflite.so.1')")
words() {
	LD_LIBRARY_PATH=$libs root/usr/bin/flite -pw -t "$1" none | sed 's/ *$//; /^$/d'
}

seen=$(words 'the 9/11 report'
	words 'It lost $5 million-a-year.'
	words 'It cost $1.5bn.'
	words 'in 2024-25'
	words 'It cost $1.5 million.')
echo "$seen"
[ "$seen" = "the nine eleventh 's report
it lost five dollars million dollars _a year
it cost $ one . five b n
in two zero two four two five
it cost one point five million dollars" ]
