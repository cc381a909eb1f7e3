#!/bin/sh
# html2text 2020.1.16 for Python (Debian 12: python3-html2text 2020.1.16-2): a
# word of which a part is bold or italic is written as two words: after the end
# tag a space is put in that the page does not have. The drop cap of a news
# page, set in <b>, leaves "T" and "he"; "12th" becomes "12" and "th". Markdown
# needs no space there: **T**he is valid, and <span> keeps the word whole.
#
# Input: <b>T</b>he ferry left on the <b>12</b>th.
# Expected: **T**he ferry left on the **12**th.
# Observed: **T** he ferry left on the **12** th.
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-html2text=2020.1.16-2 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x python3-html2text_*.deb root

text() {
	PYTHONPATH=root/usr/lib/python3/dist-packages python3 -c \
		'import html2text, sys; print(html2text.html2text(sys.argv[1]))' \
		"<p><$1>T</$1>he ferry left on the <$1>12</$1>th.</p>" |
		tr -d '\n'
	echo
}

text b | tee bold
text span | tee plain
[ "$(cat bold)" = '**T** he ferry left on the **12** th.' ]
[ "$(cat plain)" = 'The ferry left on the 12th.' ]
