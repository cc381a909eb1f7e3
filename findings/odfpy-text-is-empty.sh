#!/bin/sh
# odfpy 1.4.2 (Debian 12: python3-odf 1.4.2-2): the text of a document,
# load().text, is empty where there is white space before office:text in the
# file, a line end for one, as pandoc and other programs write it. An empty
# element is made for it instead of the one in the file. Nothing is raised.
# getElementsByType() finds the paragraphs of the same document, so that the
# file was read. The guide has doc.text for the content of a text document.
#
# Input: <office:body>, line end, <office:text><text:p>The pier is open.</text:p>
# Expected: The pier is open.    Observed: nothing; without the line end: the text
#
# Needs: apt-get (Debian 12), python3, zip. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-odf=1.4.2-2 python3-defusedxml=0.7.1-2 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

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
write() {
	cat >content.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="$urn:office:1.0"
 xmlns:text="$urn:text:1.0" office:version="1.2"><office:body>$2<office:text>
<text:p>The pier is open.</text:p>
</office:text></office:body></office:document-content>
XML
	zip -q -0 "$1" mimetype
	zip -q "$1" META-INF/manifest.xml content.xml
}
write without.odt ''
write with.odt '
'
cat >read.py <<'PY'
from odf import teletype, text
from odf.opendocument import load

for name in ("without.odt", "with.odt"):
    document = load(name)
    found = len(document.getElementsByType(text.P))
    words = teletype.extractText(document.text).strip()
    print(f"{name}: [{words}], {found} paragraph")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py \
	2>&1 | grep paragraph)
echo "$seen"
[ "$seen" = 'without.odt: [The pier is open.], 1 paragraph
with.odt: [], 1 paragraph' ]
