#!/bin/sh
# catdoc 0.95 (Debian 12: catdoc 1:0.95-6~deb12u1): in RTF a backslash before a
# line end is a paragraph end like \par (RTF specification 1.9.1), and \{ \} are
# braces. catdoc drops them all. TextEdit on macOS ends every paragraph in this
# way, so that the last word of each and the first of the next become one. With
# \par the text is read as it should be.
#
# Input: {\rtf1\ansi\ansicpg1252 The pier is open\
#        Boats \{all\} come in}
# Expected: two lines, "The pier is open" and "Boats {all} come in"
# Observed: The pier is openBoats all come in
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download catdoc=1:0.95-6~deb12u1 >log 2>&1 || { cat log; exit 2; }
dpkg -x catdoc_*.deb root
printf '%s_path = %s\n' charset "$work/root/usr/share/catdoc" \
	map "$work/root/usr/share/catdoc" >.catdocrc
catdoc() { HOME=$work root/usr/bin/catdoc -s cp1252 -d utf-8 "$1"; }

printf '%s\n' '{\rtf1\ansi\ansicpg1252 The pier is open\' \
	'Boats \{all\} come in}' >backslash.rtf
printf '%s\n' '{\rtf1\ansi\ansicpg1252 The pier is open\par' \
	'Boats all come in}' >par.rtf
echo 'Backslash and line end:'
catdoc backslash.rtf | tee joined
echo
echo '\par:'
catdoc par.rtf | tee apart
echo
grep -q '^The pier is openBoats all come in' joined
grep -q '^The pier is open$' apart && grep -q '^Boats all come in' apart
