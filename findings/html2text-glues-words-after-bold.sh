#!/bin/sh
# html2text 1.3.2a (Debian 12: html2text 1.3.2a-28): a space at the end of bold,
# italic or linked text is dropped when the next words follow the end tag
# directly, and a space at its start likewise. HTML counts it as a space like
# any other, and editors mark text with the space after it all the time. Words
# and numbers become one. Neither the manual nor KNOWN_BUGS names it; <span>
# keeps the space.
#
# Input: <b>Note: </b>the board sold <b>12 </b>boats and <i>3 </i><b>40
#        </b>nets.
# Expected: Note: the board sold 12 boats and 3 40 nets.
# Observed: Note:the board sold 12boats and 340nets.
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download html2text=1.3.2a-28 >log 2>&1 || { cat log; exit 2; }
dpkg -x html2text_*.deb root

line='<x>Note: </x>the board sold <x>12 </x>boats and <y>3 </y><x>40 </x>nets.'
text() {
	echo "<html><body><p>$line</p></body></html>" |
		sed "s/x>/$1>/g; s/y>/$2>/g" >page.html
	root/usr/bin/html2text -utf8 page.html | tr -d '\n'
	echo
}

text b i | tee marked
text span span | tee plain
[ "$(cat marked)" = 'Note:the board sold 12boats and 340nets.' ]
[ "$(cat plain)" = 'Note: the board sold 12 boats and 3 40 nets.' ]
