#!/bin/sh
# chardet 5.1.0 (Debian 12: python3-chardet 5.1.0+dfsg-2), chardet 2.2.0 (npm),
# rchardet 1.8.0 for Ruby (ruby-rchardet 1.8.0-1) and uchardet 0.0.7 (uchardet
# 0.0.7-1): a text in UTF-8 with one typographer's apostrophe, and no other letter
# beyond ASCII, is taken for Windows-1252, ISO-8859-2 or Vietnamese, so that who
# follows the answer has boardâ€™s for board’s. All bytes are valid UTF-8, which three
# such bytes are hardly by chance; one sign in it counts for less than the letters
# beside it. With a second apostrophe two of the four find UTF-8. Short articles and
# headlines are of this kind.
#
# Input: The board’s pier is sold, and the boats are in for the winter. (UTF-8)
# Expected: UTF-8    Observed: Windows-1252, windows-1252, ISO-8859-2, WINDOWS-1258
#
# Needs: apt-get (Debian 12), python3, ruby, node 18 or newer, npm. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-chardet=5.1.0+dfsg-2 ruby-rchardet=1.8.0-1 \
	uchardet=0.0.7-1 libuchardet0=0.0.7-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
npm install --no-audit --no-fund chardet@2.2.0 >log 2>&1 || { cat log; exit 2; }

detect() {
	PYTHONPATH=root/usr/lib/python3/dist-packages python3 -c '
import chardet, sys
print(chardet.detect(sys.stdin.buffer.read())["encoding"])' <text
	node -e 'console.log(require("chardet").detectFileSync("text"))'
	ruby -Iroot/usr/lib/ruby/vendor_ruby -rrchardet \
		-e 'puts CharDet.detect(File.binread("text"))["encoding"]'
	LD_LIBRARY_PATH=$(dirname "$(find root -name 'libuchardet.so.0')") \
		root/usr/bin/uchardet text
}

echo 'The board’s pier is sold, and the boats are in for the winter.' >text
one=$(detect | paste -sd ' ')
echo 'The board’s pier is sold, and Ann’s boats are in for the winter.' >text
two=$(detect | paste -sd ' ')
echo "one apostrophe: $one"
echo "two apostrophes: $two"
[ "$one" = 'Windows-1252 windows-1252 ISO-8859-2 WINDOWS-1258' ]
[ "$two" = 'utf-8 windows-1252 ISO-8859-2 UTF-8' ]
