#!/bin/sh
# ICU 72.1 (Debian 12: icu-devtools, libicu72 72.1-3+deb12u1): its transliterator
# Any-Publishing, which makes the quotation marks and dashes of print, writes 1/2, 1/4
# and 3/4 as fractions wherever the next character is no digit: of a date, 1/2/2024, and
# of an address on the web, which leads nowhere afterwards. The party (R) and the section
# (c) are signs of law, 'Tis opens a quotation, and a mark after a hyphen closes one.
# There is no warning; the transliterator is in the list of all that ICU has.
#
# Input: 1/2/2024 http://a.example/1/2/x Ann Lee (R) 'Tis -"x"
# Expected: 1/2/2024 http://a.example/1/2/x Ann Lee (R) ’Tis -“x”
# Observed: ½/2024 http://a.example/½/x Ann Lee ® ‘Tis -”x”
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download icu-devtools=72.1-3+deb12u1 libicu72=72.1-3+deb12u1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
libs=$(dirname "$(find "$PWD/root" -name libicuuc.so.72 | head -n 1)")

seen=$(printf '%s\n' '1/2/2024 10/1/2024 3/4/24' 'http://a.example/1/2/x' \
	'Ann Lee (R) and section (c)' "'Tis -\"x\" and \"Go\"" |
	LC_ALL=C.UTF-8 LD_LIBRARY_PATH=$libs root/usr/bin/uconv -x Any-Publishing)
echo "$seen"
[ "$seen" = '½/2024 10/1/2024 ¾/24
http://a.example/½/x
Ann Lee ® and section ©
‘Tis -”x” and “Go”' ]
