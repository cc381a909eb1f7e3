#!/bin/sh
# Miller 6.6.0 (Debian 12: miller 6.6.0-2+b3): of a table a field that looks like a
# number is written to JSON as it was, without quotation marks: 0x1F, .5 and 5. are
# no numbers of JSON (RFC 8259, section 6), and no reader takes the file, Miller
# itself neither. Identifiers in hexadecimal and prices without a zero are enough;
# 007 and +5 do get marks. Exit status 0, and no word of it in the manual, which has
# --ojson for "JSON format for output data"; --jvquoteall puts marks around all.
#
# Input: id,text / 0x1F,Pier sold (CSV)
# Expected: {"id": "0x1F", "text": "Pier sold"}, or the number 31
# Observed: "id": 0x1F; mlr --ijson: invalid character 'x'
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download miller=6.6.0-2+b3 >log 2>&1 || { cat log; exit 2; }
dpkg -x miller_*.deb root
mlr=root/usr/bin/mlr

try() {
	printf 'id,text\n%s,Pier sold\n' "$1" >table.csv
	"$mlr" --icsv --ojsonl cat table.csv >table.json
	"$mlr" --ijsonl --ocsv cat table.json >again.csv 2>/dev/null && own=reads ||
		own=fails
	python3 -c 'import json; json.load(open("table.json"))' 2>/dev/null &&
		other=reads || other=fails
	echo "$(cat table.json) $own $other"
}

seen=$(for id in 0x1F .5 5. 007 31; do try "$id"; done)
echo "$seen"
[ "$seen" = '{"id": 0x1F, "text": "Pier sold"} fails fails
{"id": .5, "text": "Pier sold"} fails fails
{"id": 5., "text": "Pier sold"} fails fails
{"id": "007", "text": "Pier sold"} reads reads
{"id": 31, "text": "Pier sold"} reads reads' ]
