#!/bin/sh
# python-docx 0.8.11 (Debian 12: python3-docx 0.8.11+dfsg1-5): the text of a
# paragraph has neither the words of a link nor those that were inserted while
# changes were recorded, so that the sentence has lost its subject, and a
# corrected figure is neither the old nor the new one. Nothing is raised. The
# manual calls it the text of each run; the words are runs in the file, too,
# within w:hyperlink and w:ins. mammoth 1.13.0 reads both.
#
# Input: "See ", a link "the offer", ". It fell by ", 5 deleted, 6 inserted,
#        " per cent.", by docx 9.15.2 (npm)
# Expected: See the offer. It fell by 6 per cent.
# Observed: See . It fell by  per cent.
#
# Needs: apt-get (Debian 12), python3, libxslt1.1, node 20 or newer, npm. Exit
# status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-docx=0.8.11+dfsg1-5 python3-lxml=4.9.2-1+deb12u1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
npm install --no-audit --no-fund docx@9.15.2 mammoth@1.13.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >write.cjs <<'JS'
const { writeFileSync } = require("node:fs");
const docx = require("docx");
const mammoth = require("mammoth");

const { DeletedTextRun, ExternalHyperlink, InsertedTextRun, TextRun } = docx;
const change = { author: "Ann", date: "2024-05-05T10:00:00Z" };
const link = "http://quay.example/offer";
const children = [
  new TextRun("See "),
  new ExternalHyperlink({ children: [new TextRun("the offer")], link }),
  new TextRun(". It fell by "),
  new DeletedTextRun({ text: "5", id: 1, ...change }),
  new InsertedTextRun({ text: "6", id: 2, ...change }),
  new TextRun(" per cent."),
];
const sections = [{ children: [new docx.Paragraph({ children })] }];

(async () => {
  const document = new docx.Document({ sections });
  writeFileSync("a.docx", await docx.Packer.toBuffer(document));
  const { value } = await mammoth.extractRawText({ path: "a.docx" });
  console.log(`mammoth: ${value.trim()}`);
})();
JS
cat >read.py <<'PY'
from docx import Document

print("python-docx:", Document("a.docx").paragraphs[0].text)
PY
seen=$(node write.cjs && PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 -W ignore read.py)
echo "$seen"
[ "$seen" = 'mammoth: See the offer. It fell by 6 per cent.
python-docx: See . It fell by  per cent.' ]
