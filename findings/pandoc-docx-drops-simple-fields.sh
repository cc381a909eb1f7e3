#!/bin/sh
# pandoc 2.17.1.1 (Debian 12: pandoc 2.17.1.1-2~deb12u1): of a Word document the words
# of a simple field (w:fldSimple), as the day of a letter or a name that was merged in,
# are not in the text, and the sentence closes over them. The same field in its long
# form (w:fldChar) is read. The document here is one that docx 9.15.2 (npm) writes with
# SimpleField. No warning, and exit status 0; the manual names no fields. mammoth 1.13.0
# (npm) leaves the words out with a message that says so; docx2txt 1.4 (docx2txt 1.4-5)
# and LibreOffice have them.
#
# Input: "On ", a field DATE with the words 6 May, " Ann left." in one paragraph
# Expected: On 6 May Ann left.    Observed: On Ann left.
#
# Needs: apt-get (Debian 12), node 20 or newer, npm, perl, unzip, the libraries of
# pandoc (apt-get install pandoc). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download docx2txt=1.4-5 pandoc=2.17.1.1-2~deb12u1 \
	pandoc-data=2.17.1.1-2~deb12u1 libyaml-0-2=0.2.5-1 liblua5.3-0=5.3.6-2 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'liblua5.3.so.0' | head -n 1)")
export LD_LIBRARY_PATH
npm install --no-audit --no-fund docx@9.15.2 mammoth@1.13.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >write.cjs <<'JS'
const fs = require("fs");
const { Document, Packer, Paragraph, SimpleField, TextRun } = require("docx");
const mammoth = require("mammoth");

const children = [
  new TextRun("On "), new SimpleField("DATE", "6 May"), new TextRun(" Ann left."),
];
const document = new Document({ sections: [
  { children: [new Paragraph({ children })] },
] });
Packer.toBuffer(document).then(async (buffer) => {
  fs.writeFileSync("letter.docx", buffer);
  const { value, messages } = await mammoth.extractRawText({ buffer });
  console.log("mammoth: " + value.trim());
  for (const { message } of messages) console.log("  " + message);
});
JS
{
	node write.cjs
	printf 'pandoc: '
	root/usr/bin/pandoc --data-dir=root/usr/share/pandoc/data -t plain \
		letter.docx 2>&1
	printf 'docx2txt: '
	perl root/usr/bin/docx2txt letter.docx - | sed '/^$/d'
} | tee seen
[ "$(cat seen)" = 'mammoth: On  Ann left.
  An unrecognised element was ignored: w:fldSimple
pandoc: On Ann left.
docx2txt: On 6 May Ann left.' ]
