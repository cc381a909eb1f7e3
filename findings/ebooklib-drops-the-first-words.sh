#!/bin/sh
# EbookLib 0.18 (Debian 12: python3-ebooklib 0.18-2): get_content() of a
# document, the way to its text that the manual shows, writes the page anew and
# leaves out the text that comes before the first element of <body>. EPUB 3
# allows it, and converters of plain text write pages so. What comes after an
# element is kept, and get_body_content() has all of it.
#
# Input: <body>The pier is open. <i>Boats</i> came in.</body>
# Expected: The pier is open. Boats came in.
# Observed: Boats came in.
#
# Needs: apt-get (Debian 12), python3, libxslt1.1, zip. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-ebooklib=0.18-2 python3-six=1.16.0-4 \
	python3-lxml=4.9.2-1+deb12u1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

mkdir META-INF
printf 'application/epub+zip' >mimetype
cat >META-INF/container.xml <<'XML'
<?xml version="1.0"?>
<container version="1.0"
 xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
XML
cat >book.opf <<'XML'
<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0"
 unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">quay</dc:identifier><dc:title>Quay</dc:title>
<dc:language>en</dc:language>
<meta property="dcterms:modified">2024-05-06T10:00:00Z</meta></metadata>
<manifest><item id="page" href="page.xhtml"
 media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="page"/></spine></package>
XML
cat >page.xhtml <<'XML'
<?xml version="1.0"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Quay</title></head>
<body>The pier is open. <i>Boats</i> came in.</body></html>
XML
zip -q -0 book.epub mimetype
zip -q book.epub META-INF/container.xml book.opf page.xhtml
cat >read.py <<'PY'
import re
from ebooklib import ITEM_DOCUMENT, epub

def words(html):
    return " ".join(re.sub("<[^>]*>", "", html.decode()).split())

for page in epub.read_epub("book.epub").get_items_of_type(ITEM_DOCUMENT):
    print("get_content:", words(page.get_content()))
    print("get_body_content:", words(page.get_body_content()))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = 'get_content: Boats came in.
get_body_content: The pier is open. Boats came in.' ]
