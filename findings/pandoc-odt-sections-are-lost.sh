#!/bin/sh
# pandoc 2.17.1.1 (Debian 12: pandoc 2.17.1.1-2~deb12u1): of an OpenDocument text what
# is in a section (text:section) is not read, whole paragraphs of it: LibreOffice sets
# columns so, and each <div> of an HTML page that it makes a document of. Text boxes
# and the words of fields, as a date, are gone, too, so that a pull quote is lost and a
# sentence closes over its day. No warning, and exit status 0; the manual has ODT
# among the formats that are read. odt2txt 0.5 (odt2txt 0.5-7) has all of it.
#
# Input: The pier. / <text:section><text:p>It is sold.</text:p></text:section> / On
#        <text:date>6 May</text:date> Ann left. / a text box: No more boats.
# Expected: all of it    Observed: The pier. / On Ann left.
#
# Needs: apt-get (Debian 12), zip, the libraries of pandoc (apt-get install pandoc).
# Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download odt2txt=0.5-7 pandoc=2.17.1.1-2~deb12u1 pandoc-data=2.17.1.1-2~deb12u1 \
	libyaml-0-2=0.2.5-1 liblua5.3-0=5.3.6-2 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'liblua5.3.so.0' | head -n 1)")
export LD_LIBRARY_PATH

oasis=urn:oasis:names:tc:opendocument:xmlns
spaces="xmlns:office=\"$oasis:office:1.0\" xmlns:text=\"$oasis:text:1.0\"
xmlns:style=\"$oasis:style:1.0\" xmlns:draw=\"$oasis:drawing:1.0\"
office:version=\"1.2\""
cat >content.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content $spaces><office:automatic-styles/>
<office:body><office:text><text:p>The pier.</text:p>
<text:section text:style-name="Sect1" text:name="Columns">
<text:p>It is sold.</text:p></text:section>
<text:p>On <text:date text:date-value="2024-05-06">6 May</text:date> Ann
left.</text:p><text:p><draw:frame draw:name="F" text:anchor-type="paragraph">
<draw:text-box><text:p>No more boats.</text:p></draw:text-box></draw:frame>
</text:p></office:text></office:body></office:document-content>
XML
cat >styles.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles $spaces><office:styles/><office:automatic-styles/>
</office:document-styles>
XML
type=application/vnd.oasis.opendocument.text
printf %s $type >mimetype
mkdir META-INF
cat >META-INF/manifest.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="$oasis:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="$type"/>
<manifest:file-entry manifest:full-path="content.xml"
 manifest:media-type="text/xml"/></manifest:manifest>
XML
zip -q0 story.odt mimetype
zip -qr story.odt META-INF content.xml styles.xml

root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data -t plain story.odt \
	2>&1 | sed '/^$/d' | tee seen
echo 'By odt2txt:'
root/usr/bin/odt2txt.odt2txt --encoding=UTF-8 story.odt | sed '/^$/d' | tee all
[ "$(cat seen)" = 'The pier.
On Ann left.' ]
grep -q 'It is sold\.' all
grep -q '6 May' all
grep -q 'No more boats\.' all
