#!/bin/sh
# Ghostscript 10.00.0 (Debian 12: ghostscript 10.0.0~dfsg-11+deb12u9): its
# device for text, txtwrite, drops the high byte of a code point that the font's
# ToUnicode table gives by a range (bfrange): U+20AC, the euro sign, becomes
# U+00AC, and quotation marks become < and =. The same table with a line for
# each code (bfchar) is read as it should be. Chromium, as many others, writes
# ranges for letters that are side by side in the font. pdftotext of Debian 12
# reads both.
#
# Input: a PDF with the glyphs “We” and a table that has U+201C and U+201D as one
#        range; the same with two single codes
# Expected: “We” for both    Observed: <We= for the first
#
# Needs: apt-get (Debian 12), python3, the libraries of libgs10 (apt-get install
# libgs10). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ghostscript=10.0.0~dfsg-11+deb12u9 \
	libgs10=10.0.0~dfsg-11+deb12u9 libgs10-common=10.0.0~dfsg-11+deb12u9 \
	libgs-common=10.0.0~dfsg-11+deb12u9 fonts-urw-base35=20200910-7 \
	fonts-liberation2=2.1.5-1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/root" -name 'libgs.so.10' | head -n 1)")
share=$PWD/root/usr/share/ghostscript/10.00.0
GS_LIB=$share/Resource/Init:$share/lib:$share/Resource/Font
GS_FONTPATH=$PWD/root/usr/share/fonts
export LD_LIBRARY_PATH GS_LIB GS_FONTPATH

cat >write.py <<'PY'
import glob

FONT = open(glob.glob("root/**/LiberationSerif-Regular.ttf",
                      recursive=True)[0], "rb").read()
HEAD = (b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        b"2 beginbfchar <003A> <0057> <0048> <0065> endbfchar\n")
END = b"endcmap CMapName currentdict /CMap defineresource pop end end"
MARKS = {
    "range": b"1 beginbfrange <07E8> <07E9> <201C> endbfrange\n",
    "chars": b"2 beginbfchar <07E8> <201C> <07E9> <201D> endbfchar\n",
}


def stream(data):
    return b"<< /Length %d >> stream\n%s\nendstream" % (len(data), data)


def write(name, objects):
    out, at = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    out += (b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d"
            b" /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            % (len(at) + 1, table, len(at) + 1, len(out)))
    open(name + ".pdf", "wb").write(out)


for name, marks in MARKS.items():
    write(name, [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200]"
        b" /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        stream(b"BT /F 12 Tf 20 100 Td <07E8003A004807E9> Tj ET"),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /LiberationSerif"
        b" /Encoding /Identity-H /DescendantFonts [6 0 R]"
        b" /ToUnicode 7 0 R >>",
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /LiberationSerif"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> /FontDescriptor 8 0 R /DW 500"
        b" /CIDToGIDMap /Identity >>",
        stream(HEAD + marks + END),
        b"<< /Type /FontDescriptor /FontName /LiberationSerif /Flags 4"
        b" /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800"
        b" /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 9 0 R >>",
        stream(FONT),
    ])
PY
python3 write.py
for name in chars range; do
	root/usr/bin/gs -q -sDEVICE=txtwrite -o - "$name.pdf" 2>/dev/null |
		tr -d '\r' | sed "s/^ */$name: /"
done | tee seen
[ "$(cat seen)" = 'chars: “We”
range: <We=' ]
