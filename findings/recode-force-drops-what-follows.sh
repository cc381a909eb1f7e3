#!/bin/sh
# recode 3.6 (Debian 12: recode 3.6-25, librecode0 3.6-25): with -f, "force
# recodings even when not reversible" by the manual, a character that has no
# form in ASCII takes two or three of the characters after it along: letters,
# spaces, line ends. So words become others, or one of two, with exit status 0
# and without a message. Characters that have a form (“ ” → ½) are written by
# it. Without -f the text ends at the first such character, with an error.
#
# Input: a ﬁne pier (with U+FB01) / Ann Łódź came in. / 5′ of rope
# Expected: a ne pier / Ann d came in. / 5 of rope (or ? for each)
# Observed: a pier / Ann Lcame in. / 5 rope
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download recode=3.6-25 librecode0=3.6-25 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'librecode.so.0' | head -n 1)")
export LD_LIBRARY_PATH

for text in 'a ﬁne pier' 'Ann Łódź came in.' '5′ of rope' '“a” → ½'; do
	echo "$text" | root/usr/bin/recode -f UTF-8..ASCII
done | tee seen
[ "$(cat seen)" = 'a pier
Ann Lcame in.
5 rope
"a" -> 1/2' ]
