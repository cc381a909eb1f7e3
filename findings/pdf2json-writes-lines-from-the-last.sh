#!/bin/sh
# pdf2json 4.1.0 (npm): getRawTextContent(), the text of the pages, has the
# lines of each page from the last to the first. The file has them in the order
# of reading, and so has the object that the parser gives for the same page
# (Pages[0].Texts). pdftotext of Debian 12 writes them as they are read.
#
# Input: a PDF of one page with three lines in one text object.
# Expected: First line. Second line. Third line.
# Observed: Third line. Second line. First line.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund pdf2json@4.1.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { writeFileSync } from "fs";
import PDFParser from "pdf2json";

const text = ["First line.", "Second line.", "Third line."]
  .map((line) => `(${line}) Tj`)
  .join(" T* ");
const stream = `BT /F1 12 Tf 14 TL 72 720 Td ${text} ET`;
const objects = [
  "<</Type/Catalog/Pages 2 0 R>>",
  "<</Type/Pages/Kids[3 0 R]/Count 1>>",
  "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R" +
    "/Resources<</Font<</F1 5 0 R>>>>>>",
  `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
  "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
];
let pdf = "%PDF-1.4\n";
const places = objects.map((object, i) => {
  const at = pdf.length;
  pdf += `${i + 1} 0 obj\n${object}\nendobj\n`;
  return `${String(at).padStart(10, "0")} 00000 n \n`;
});
const start = pdf.length;
pdf +=
  `xref\n0 6\n0000000000 65535 f \n${places.join("")}` +
  `trailer<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
writeFileSync("page.pdf", pdf);

const parser = new PDFParser(null, 1);
parser.on("pdfParser_dataReady", (data) => {
  const words = (row) => decodeURIComponent(row.R[0].T);
  const raw = parser.getRawTextContent().split("\r\n").slice(0, 3);
  console.log("raw text:", raw.join(" "));
  console.log("Texts:", data.Pages[0].Texts.map(words).join(" "));
});
parser.loadPDF("page.pdf");
JS
seen=$(node read.mjs 2>/dev/null)
echo "$seen"
echo "$seen" | grep -qx 'raw text: Third line. Second line. First line.'
echo "$seen" | grep -qx 'Texts: First line. Second line. Third line.'
