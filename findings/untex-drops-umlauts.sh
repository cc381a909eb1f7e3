#!/bin/sh
# untex 1.2 (Debian 12: untex 1:1.2-7), which takes the commands out of LaTeX: a
# letter with \" before it goes with its accent, so that M\"uller is Mller and na\"ive
# nave; the letters \ss, \L, \o and \aa go, too, and other accents leave a space in the
# word, Andr e. \pounds 5 has lost its currency. By the manual -u, -uiso and -uascii
# are there to replace \"a, and for German accents only; it does not say that without
# them the letter is lost. Nothing is printed, and the status is 0.
#
# Input: M\"uller and Andr\'e met \O rsted, who paid \pounds 5.
# Expected: Müller (or Muller) and André (or Andre) met Ørsted, who paid £5.
# Observed: Mller and Andr e met   rsted, who paid   5.
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download untex=1:1.2-7 >log 2>&1 || { cat log; exit 2; }
dpkg -x untex_*.deb root

cat >text.tex <<'TEX'
M\"uller and Andr\'e met \O rsted, who paid \pounds 5.
TEX
seen=$(root/usr/bin/untex text.tex | tr -s ' ')
echo "$seen"
root/usr/bin/untex -uascii text.tex | tr -s ' ' | tee ascii
[ "$seen" = 'Mller and Andr e met rsted, who paid 5.' ]
grep -q '^Mueller and Andr e met rsted, who paid 5\.' ascii
