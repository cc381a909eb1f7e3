#!/bin/sh
# rtf-parser 1.3.3, as @iarna/rtf-to-html 1.1.0 uses it (npm): the control words
# that RTF has for the marks of typography are dropped without a sign: \rquote,
# \ldblquote, \emdash, \bullet. "We’ll" is "Well" after it, and "1914–18"
# 191418. Of \u8217? it writes both the apostrophe and the ?, which the RTF
# specification has for readers without Unicode, and which others are to skip
# (\uc). Word and WordPad write both forms; \'92 is read.
#
# Input: {\rtf1\ansi We\rquote ll see 1914\endash 18. It\u8217?s so.\par}
# Expected: We’ll see 1914–18. It’s so.
# Observed: Well see 191418. It’?s so.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @iarna/rtf-to-html@1.1.0 rtf-parser@1.3.3 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const rtf = require("@iarna/rtf-to-html");

const text = "{\\rtf1\\ansi We\\rquote ll see 1914\\endash 18. " +
  "It\\u8217?s so.\\par}";
const bare = { template: (document, defaults, content) => content };
rtf.fromString(text, bare, (error, html) => {
  if (error) throw error;
  console.log(html.replace(/<[^>]*>/g, ""));
});
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'Well see 191418. It’?s so.' ]
