#!/bin/sh
# UnRTF 0.21.10 (Debian 12: unrtf 0.21.10-clean-1): of a link the words are
# dropped where the field's instruction is in braces of its own, as pandoc,
# WordPad and TextEdit write it. --html has the word "hyperlink" for them (and
# an href whose marks are doubled), --text the address in quote marks. The
# manual says that hyperlinks are supported with HTML. Without these braces the
# words are kept.
#
# Input: {\rtf1\ansi See {\field{\*\fldinst{HYPERLINK "http://example.org/"}}
#        {\fldrslt the new offer}} now.\par} (on one line)
# Expected: See the new offer now.
# Observed: See "http://example.org/" now. With --html: See hyperlink now.
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download unrtf=0.21.10-clean-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x unrtf_*.deb root
unrtf() {
	root/usr/bin/unrtf -P root/usr/share/unrtf "$@" 2>/dev/null |
		grep -o 'See.* now\.'
}

address='HYPERLINK "http://example.org/"'
rtf() {
	printf '{\\rtf1\\ansi See {\\field{\\*\\fldinst%s}' "$1"
	printf '{\\fldrslt the new offer}} now.\\par}\n'
}
rtf "{$address}" >braces.rtf
rtf " $address" >plain.rtf
{
	unrtf --text braces.rtf
	unrtf --html braces.rtf
	unrtf --text plain.rtf
} | tee seen
[ "$(cat seen)" = 'See "http://example.org/" now.
See <a href=""http://example.org/"">hyperlink</a> now.
See the new offer now.' ]
