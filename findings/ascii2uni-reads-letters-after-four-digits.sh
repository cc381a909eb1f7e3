#!/bin/sh
# ascii2uni of uni2ascii 4.18 (Debian 12: uni2ascii 4.18-6): -a U reads the \u00E9 of
# JSON, JavaScript and Python, which has four digits, and -a L that of C; both take for
# digits whatever letters from a to f come after them. "employ\u00E9e" ends in a letter
# of Lao instead of "ée", and of "\u201Cfab\u201D" the opening mark and the word are
# gone. uni2ascii -a U of the same package writes this form, so that it does not read
# what it wrote. The forms that have an end (&#x00E9; or <U00E9>) are read right.
# -a U says nothing; -a L warns of the second. The status is 0.
#
# Input: an employ\u00E9e; a \u201Cfab\u201D day
# Expected: an employée; a “fab” day
# Observed: "an employ" and U+0E9E; "a ” day"
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download uni2ascii=4.18-6 >log 2>&1 || { cat log; exit 2; }
dpkg -x uni2ascii_*.deb root
bin=root/usr/bin

coded=$(echo 'an employée; a “fab” day' | "$bin/uni2ascii" -q -a U)
ended=$(echo 'an employée; a “fab” day' | "$bin/uni2ascii" -q -a A)
seen=$(
	for form in U L; do
		printf '%s\n' "$coded" | "$bin/ascii2uni" -q -a "$form"
	done
	printf '%s\n' "$ended" | "$bin/ascii2uni" -q -a A
)
printf '%s\n' "$coded" "$seen"
[ "$coded" = 'an employ\u00E9e; a \u201Cfab\u201D day' ]
# U+0E9E is a letter of Lao.
lao=$(printf '\340\272\236')
[ "$seen" = "an employ$lao; a ” day
an employ$lao; a ” day
an employée; a “fab” day" ]
