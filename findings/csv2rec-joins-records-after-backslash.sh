#!/bin/sh
# recutils 1.9 (Debian 12: recutils 1.9-2): csv2rec writes a field as it is, and
# in the rec format a line that ends with a backslash goes on in the next one.
# So the field after it, or the whole next record, becomes a part of the text.
# No message is printed, and rec2csv makes a table of the rest. A line end
# within a field csv2rec does write in the way of the format.
#
# Input: id,path,boats / 1,C:\piers\,12 / 2,quay,7 (one a line)
# Expected: two records with the fields id, path and boats
# Observed: the first has no boats, and its path is C:\piersboats: 12
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download recutils=1.9-2 librec1=1.9-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'librec.so.1' | head -n 1)")
export LD_LIBRARY_PATH

printf '%s\n' 'id,path,boats' '1,C:\piers\,12' '2,quay,7' >table.csv
root/usr/bin/csv2rec table.csv >table.rec
cat table.rec
root/usr/bin/rec2csv table.rec >again.csv 2>warnings
cat again.csv
[ ! -s warnings ]
[ "$(sed -n 2p again.csv)" = '"1","C:\piersboats: 12",' ]
[ "$(sed -n 3p again.csv)" = '"2","quay","7"' ]
