#!/bin/sh
# nkf 2.1.5 (Debian 12: nkf 1:2.1.5-1+b5): nkf -w, to UTF-8, takes an article in UTF-8
# for Japanese where one word of it has an accent, and writes a character of it in the
# letter's place: the café is caf辿. So it is with São Paulo, £5, 5°C and ½, and "It’s
# café" has characters in both words. With a curly apostrophe alone, or with that and a
# £, the text stays as it is. All bytes are valid UTF-8, which by the manual is among
# what is guessed. An encoded word, as mail has it, is decoded in a text, too.
#
# Input: It sold the café to a club. / £5 / 5°C / It’s café / Re: =?utf-8?Q?so?=
# Expected: the same
# Observed: It sold the caf辿 to a club. / 贈5 / 5属C / It窶冱 cafテゥ / Re: so
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download nkf=1:2.1.5-1+b5 >log 2>&1 || { cat log; exit 2; }
dpkg -x nkf_*.deb root

seen=$(for text in 'The board met on Monday. It sold the café to a club.' \
	'£5' '5°C' 'It’s café' 'It’s so' 'the board’s £5 million' \
	'Re: =?utf-8?Q?so?='; do
	printf '%s\n' "$text" | root/usr/bin/nkf -w
done)
echo "$seen"
[ "$seen" = 'The board met on Monday. It sold the caf辿 to a club.
贈5
5属C
It窶冱 cafテゥ
It’s so
the board’s £5 million
Re: so' ]
