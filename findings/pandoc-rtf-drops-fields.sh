#!/bin/sh
# pandoc 2.17.1.1 (Debian 12: pandoc 2.17.1.1-2~deb12u1): of an RTF document the words
# of a field are in the text where it is a link whose instruction is in braces of its
# own, and of no other kind: a date, a name that was merged in, a reference ("see
# table 2") and a link without these braces are gone, and the sentence closes over
# them. RTF keeps in \fldrslt what the field showed last, for readers that cannot work
# it out (specification 1.9.1). No warning, and exit status 0; the manual has RTF among
# the formats that are read. catdoc 0.95 and UnRTF 0.21.10 with --text have the words.
#
# Input: On {\field{\*\fldinst DATE}{\fldrslt 6 May}} Ann said it ({\field{\*\fldinst
#        REF t2}{\fldrslt see table 2}}).\par (on one line)
# Expected: On 6 May Ann said it (see table 2).    Observed: On Ann said it ().
#
# Needs: apt-get (Debian 12), the libraries of pandoc (apt-get install pandoc). Exit
# status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 \
	libyaml-0-2=0.2.5-1 liblua5.3-0=5.3.6-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'liblua5.3.so.0' | head -n 1)")
export LD_LIBRARY_PATH

field() { printf '{\\field{\\*\\fldinst %s}{\\fldrslt %s}}' "$1" "$2"; }
link='HYPERLINK "http://quay.example/"'
{
	printf '{\\rtf1\\ansi On %s Ann ' "$(field DATE '6 May')"
	printf 'said it (%s).\\par\n' "$(field 'REF t2' 'see table 2')"
	printf 'See %s' "$(field "{$link}" 'the offer')"
	printf ' and %s.\\par}\n' "$(field "$link" 'the answer')"
} >fields.rtf
root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data -f rtf -t plain \
	fields.rtf 2>&1 | tee seen
[ "$(cat seen)" = 'On Ann said it ().

See the offer and .' ]
