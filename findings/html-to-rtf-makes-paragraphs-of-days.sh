#!/bin/sh
# html-to-rtf 2.1.0 (npm): an element that it does not know is a paragraph of its own,
# so that a sentence with a day in <time>, a correction in <ins>, a <q> or a link is in
# three or more paragraphs. A backslash of the text is not escaped, and what follows it
# is a command for whoever reads the file: of C:\new\text there is C: left. Signs
# beyond those of its table (the pound and the dash) are written as they are, in UTF-8,
# where RTF (specification 1.9.1) has seven bits, and are read as two or three others.
# The README has the encoding as mended, and names no elements.
#
# Input: <p>On <time>Monday</time> she left.</p>    <p>See C:\new\text now.</p>
# Expected: On Monday she left. / See C:\new\text now.
# Observed: On / Monday / she left. / See C:now.
#
# Needs: node 18 or newer, npm, apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download unrtf=0.21.10-clean-1 >log 2>&1 || { cat log; exit 2; }
dpkg -x unrtf_*.deb root
npm install --no-audit --no-fund html-to-rtf@2.1.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >write.js <<'JS'
console.log(require("html-to-rtf").convertHtmlToRtf(process.argv[2]));
JS
read_back() {
	node write.js "$1" >page.rtf
	root/usr/bin/unrtf -P root/usr/share/unrtf --text page.rtf 2>log |
		sed '1,/^-----/d; s/^ *//; s/ *$//; /^$/d'
}
seen=$(read_back '<p>On <time>Monday</time> she left.</p>'
	read_back '<p>On <b>Monday</b> she left.</p>'
	read_back '<p>See C:\new\text now.</p>'
	node write.js '<p>£5</p>' | grep -c £)
echo "$seen"
[ "$seen" = 'On
Monday
she left.
On Monday she left.
See C:now.
1' ]
