#!/bin/sh
# docx2txt 1.4 (Debian 12: docx2txt 1.4-5): a paragraph with neither attributes
# nor properties, plain <w:p>, gets no line end, as its pattern wants something
# between <w:p and the next >. The last word of the paragraph and the first of
# the next become one. Word writes attributes (w:rsidR); programs that make
# documents, as docx 9.15.2 (npm), write none. The manual, the README and the
# ToDo do not name it. mammoth 1.13.0 reads the three paragraphs.
#
# Input: a document by docx 9.15.2 with the paragraphs "The pier is open.",
#        "Boats came in." and "Nets are dry."
# Expected: three lines
# Observed: The pier is open.Boats came in.Nets are dry. (one line)
#
# Needs: apt-get (Debian 12), perl, unzip, node 18 or newer, npm. Exit status:
# 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download docx2txt=1.4-5 >log 2>&1 || { cat log; exit 2; }
dpkg -x docx2txt_*.deb root
npm install --no-audit --no-fund docx@9.15.2 mammoth@1.13.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >write.cjs <<'JS'
const { writeFileSync } = require("node:fs");
const { Document, Packer, Paragraph } = require("docx");
const mammoth = require("mammoth");

const texts = ["The pier is open.", "Boats came in.", "Nets are dry."];
const children = texts.map((text) => new Paragraph(text));

(async () => {
  const document = new Document({ sections: [{ children }] });
  writeFileSync("a.docx", await Packer.toBuffer(document));
  const { value } = await mammoth.extractRawText({ path: "a.docx" });
  console.log(`mammoth: ${value.trim().replaceAll("\n\n", " / ")}`);
})();
JS
node write.cjs | tee seen
printf 'docx2txt: %s\n' "$(perl root/usr/bin/docx2txt a.docx -)" | tee -a seen
[ "$(cat seen)" = 'mammoth: The pier is open. / Boats came in. / Nets are dry.
docx2txt: The pier is open.Boats came in.Nets are dry.' ]
