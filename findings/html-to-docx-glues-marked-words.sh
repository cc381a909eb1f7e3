#!/bin/sh
# html-to-docx 1.8.0 (npm): a space between two marked words is dropped, so that they
# are one word in the Word document: numbers in bold, a name in italics after a word
# in bold, two spans. Of a link whose words are marked in part only those up to the
# first mark are written: "the <b>town</b>" is "the". HTML has such a space as text,
# and browsers show it. Nothing is thrown; the README does not name it.
# @turbodocx/html-to-docx 1.23.1, with the same interface, keeps both. mammoth
# 1.13.0 reads the documents here.
#
# Input: <p>It sold <b>12</b> <b>40</b> <i>boats</i> to <a href="http://quay.example/">
#        the <b>town</b> council</a>.</p> (on one line)
# Expected: It sold 12 40 boats to the town council.
# Observed: It sold 1240boats to the .
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund html-to-docx@1.8.0 \
	@turbodocx/html-to-docx@1.23.1 mammoth@1.13.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >write.cjs <<'JS'
const mammoth = require("mammoth");

const html =
  "<p>It sold <b>12</b> <b>40</b> <i>boats</i> to " +
  '<a href="http://quay.example/">the <b>town</b> council</a>.</p>';
(async () => {
  for (const name of ["html-to-docx", "@turbodocx/html-to-docx"]) {
    const buffer = Buffer.from(await require(name)(html));
    console.log((await mammoth.extractRawText({ buffer })).value.trim());
  }
})();
JS
node write.cjs | tee seen
[ "$(cat seen)" = 'It sold 1240boats to the .
It sold 12 40 boats to the town council.' ]
