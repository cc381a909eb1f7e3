#!/bin/sh
# UnRTF 0.21.10 (Debian 12: unrtf 0.21.10-clean-1): RTF's \~, a no-break space,
# is a space in HTML output and nothing at all with --text: words and numbers
# that it held together become one.
#
# Input: {\rtf1\ansi At 2:40\~a.m. on June\~9.\par}
# Expected: "2:40 a.m. on June 9." (with U+00A0, or a plain space)
# Observed: "2:40a.m. on June9."; --html has &nbsp; in both places
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download unrtf=0.21.10-clean-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x unrtf_*.deb root
unrtf() { root/usr/bin/unrtf -P root/usr/share/unrtf "$@" 2>/dev/null; }

printf '%s\n' '{\rtf1\ansi At 2:40\~a.m. on June\~9.\par}' >note.rtf
unrtf --text note.rtf | tee text
unrtf --html note.rtf | grep June | tee html
grep -q '2:40a.m. on June9' text
grep -q '2:40&nbsp;a.m. on June&nbsp;9' html
