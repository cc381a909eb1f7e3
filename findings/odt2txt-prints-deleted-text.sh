#!/bin/sh
# odt2txt 0.5 (Debian 12: odt2txt 0.5-7): text that was deleted while changes
# were recorded is printed at the head of the article, without a sign that it is
# no part of it, with the name and the time of who deleted it. OpenDocument
# keeps such text in text:tracked-changes before the first paragraph; an office
# program shows it struck through, or not at all. The manual names no option and
# no limit. Of text that was inserted the name and the time are printed, too.
#
# Input: "The pier is open." with a deleted paragraph "It was sold for 9
#        million." by Ann
# Expected: The pier is open.
# Observed: Ann2024-05-05T10:00:00It was sold for 9 million. / The pier is open.
#
# Needs: apt-get (Debian 12), zip. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download odt2txt=0.5-7 >log 2>&1 || { cat log; exit 2; }
dpkg -x odt2txt_*.deb root

urn=urn:oasis:names:tc:opendocument:xmlns
type=application/vnd.oasis.opendocument.text
mkdir META-INF
printf '%s' "$type" >mimetype
cat >META-INF/manifest.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<m:manifest xmlns:m="$urn:manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="$type"/>
<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>
</m:manifest>
XML
tr -d '\n' >content.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="$urn:office:1.0"
 xmlns:text="$urn:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2">
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>
<office:change-info><dc:creator>Ann</dc:creator>
<dc:date>2024-05-05T10:00:00</dc:date></office:change-info>
<text:p>It was sold for 9 million.</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:p>The pier is open.<text:change text:change-id="c1"/></text:p>
</office:text></office:body></office:document-content>
XML
zip -q -0 draft.odt mimetype
zip -q draft.odt META-INF/manifest.xml content.xml
root/usr/bin/odt2txt.odt2txt --encoding=UTF-8 draft.odt | tee text
grep -q '^Ann2024-05-05T10:00:00It was sold for 9 million\.$' text
grep -q '^The pier is open\.$' text
