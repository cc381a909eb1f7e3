#!/bin/sh
# xml2 0.5 (Debian 12: xml2 0.5-4): 2xml, which writes what xml2 took apart, puts a
# line end into an element that comes directly after one of its own name, before its
# text. Where a word is marked in pieces, as editors and converters of word processors
# leave it, a line end, which is a space for a reader, parts it, and each second
# paragraph, cell or title of a feed begins with one. The manual has 2xml for the
# flat format into XML, and names no white space; an element after one of another
# name is as it was.
#
# Input:    <r><p>It is <b>so</b><b>ld</b>.</p><q>On</q><q>Off</q></r>
# Expected: the same, from xml2 | 2xml
# Observed: <b>so</b><b> / ld</b>, <q>On</q><q> / Off</q> (/ for a line end)
#
# Needs: apt-get (Debian 12), libxml2. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download xml2=0.5-4 >log 2>&1 || { cat log; exit 2; }
dpkg -x xml2_*.deb root

round() { echo "$1" | root/usr/bin/xml2 | root/usr/bin/2xml; }
{
	round '<r><p>It is <b>so</b><b>ld</b>.</p><q>On</q><q>Off</q></r>'
	round '<r><p>It is <b>so</b><i>ld</i>.</p></r>'
} | sed '/^$/d' | tee seen
[ "$(cat seen)" = '<r><p>It is <b>so</b><b>
ld</b>.</p><q>On</q><q>
Off</q></r>
<r><p>It is <b>so</b><i>ld</i>.</p></r>' ]
