#!/bin/sh
# pandoc 2.17.1.1 (Debian 12: pandoc 2.17.1.1-2~deb12u1): its RTF reader drops a letter
# after each character that is written by its number. \u8217? is an apostrophe and a
# question mark for readers without Unicode, which others skip (RTF specification
# 1.9.1, \uc). pandoc skips the mark and one more, where text follows directly: “It’s”
# is “It’”, a quotation loses its first letter, an amount its first figure, and a name
# in Cyrillic the space after it. No warning, and exit status 0. With \'92 in place of
# the ?, or a space before it, as pandoc itself writes it, all is right.
#
# Input:    {\rtf1\ansi It\u8217?s \u8220?Go,\u8221? for \u8364?50.\par}
# Expected: It’s “Go,” for €50.    Observed: It’ “o,”for €0.
#
# Needs: apt-get (Debian 12), the libraries of pandoc (apt-get install pandoc). Exit
# status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 \
	libyaml-0-2=0.2.5-1 liblua5.3-0=5.3.6-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'liblua5.3.so.0' | head -n 1)")
export LD_LIBRARY_PATH
plain() {
	printf '{\\rtf1\\ansi\\ansicpg1252 %s\\par}\n' "$1" |
		root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data -f rtf -t plain
}

{
	plain 'It\u8217?s \u8220?Go,\u8221? for \u8364?50.'
	plain "It\\u8217\\'92s for 50."
	plain 'It\u8217 ?s for 50.'
} 2>&1 | tee seen
[ "$(cat seen)" = 'It’ “o,”for €0.
It’s for 50.
It’s for 50.' ]
