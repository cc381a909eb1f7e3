#!/bin/sh
# officeparser 8.1.1 (npm): a Word document's w:noBreakHyphen (Ctrl+Shift+- in
# Word) and w:sym (a character of the Symbol font) are dropped, so that years,
# scores and signs become other numbers. ast.warnings is empty, and the README
# does not name them. The document here is one that docx 9.15.2 (npm) writes;
# mammoth 1.13.0 reads both.
#
# Input: "The war of 1914", no-break hyphen, "18 cost ", Symbol F0B1 (U+00B1),
#        "5 percent." (one paragraph)
# Expected: The war of 1914-18 cost ±5 percent. (with U+2011)
# Observed: The war of 191418 cost 5 percent.
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts officeparser@8.1.1 \
	docx@9.15.2 mammoth@1.13.0 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const { writeFileSync } = require("node:fs");
const docx = require("docx");
const mammoth = require("mammoth");
const { parseOffice } = require("officeparser");

const { Document, NoBreakHyphen, Packer, Paragraph, SymbolRun, TextRun } = docx;
const children = [
  new TextRun("The war of 1914"),
  new TextRun({ children: [new NoBreakHyphen(), "18 cost "] }),
  new SymbolRun({ char: "F0B1", symbolfont: "Symbol" }),
  new TextRun("5 percent."),
];
const sections = [{ children: [new Paragraph({ children })] }];

(async () => {
  writeFileSync("a.docx", await Packer.toBuffer(new Document({ sections })));
  const ast = await parseOffice("a.docx");
  const { value } = await ast.to("text");
  const raw = await mammoth.extractRawText({ path: "a.docx" });
  const count = ast.warnings.length;
  console.log(`officeparser: ${value.trim()} (${count} warnings)`);
  console.log(`mammoth: ${raw.value.trim()}`);
})();
JS
seen=$(node read.cjs 2>&1)
echo "$seen"
[ "$seen" = 'officeparser: The war of 191418 cost 5 percent. (0 warnings)
mammoth: The war of 1914‑18 cost ±5 percent.' ]
