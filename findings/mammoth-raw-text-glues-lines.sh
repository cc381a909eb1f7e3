#!/bin/sh
# mammoth 1.13.0 (npm): in the raw text of a Word document a line break within a
# paragraph (Shift+Enter, w:br) is nothing, so that the last word of a line and
# the first of the next become one. Addresses, verse, bylines and captions are
# set so. The README says of extractRawText that formatting is ignored and that
# two line ends follow each paragraph; there is no message. convertToHtml has
# <br /> for it, and officeparser 8.1.1 and word-extractor 1.0.4 a line end.
#
# Input: "Quay 5", a line break, "Northport" in one paragraph, by docx 9.15.2
# Expected: the two apart, by any white space    Observed: Quay 5Northport
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts mammoth@1.13.0 \
	word-extractor@1.0.4 docx@9.15.2 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import fs from "node:fs";
import * as docx from "docx";
import mammoth from "mammoth";
import WordExtractor from "word-extractor";

const children = [
  new docx.TextRun("Quay 5"),
  new docx.TextRun({ text: "Northport", break: 1 }),
];
const paragraph = new docx.Paragraph({ children });
const document = new docx.Document({ sections: [{ children: [paragraph] }] });
fs.writeFileSync("quay.docx", await docx.Packer.toBuffer(document));

const lines = (text) => text.trim().split("\n").join(" / ");
const raw = await mammoth.extractRawText({ path: "quay.docx" });
console.log(`mammoth: ${lines(raw.value)} (${raw.messages.length} messages)`);
const html = await mammoth.convertToHtml({ path: "quay.docx" });
console.log(`as HTML: ${html.value}`);
const other = await new WordExtractor().extract("quay.docx");
console.log(`word-extractor: ${lines(other.getBody())}`);
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'mammoth: Quay 5Northport (0 messages)
as HTML: <p>Quay 5<br />Northport</p>
word-extractor: Quay 5 / Northport' ]
