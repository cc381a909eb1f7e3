#!/bin/sh
# rtf-parser 1.3.3, as @iarna/rtf-to-html 1.1.0 uses it (npm): in RTF \_ is a
# hyphen that does not break and \- a soft one. Both are one sign long (RTF
# specification 1.9.1), so that what follows is text. The parser reads the
# letters after them as the name of a control word, to the next space, and drops
# them: the second half of each such word. After \~ (a no-break space) and \{ it
# reads on as it should. Nothing is thrown.
#
# Input: {\rtf1\ansi Two\_thirds of the co\-operative left at 2\~p.m.\par}
# Expected: Two‑thirds of the co­operative left at 2 p.m.
# Observed: Two‑of the co­left at 2 p.m.
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

const text = "{\\rtf1\\ansi Two\\_thirds of the co\\-operative left at " +
  "2\\~p.m.\\par}";
const bare = { template: (document, defaults, content) => content };
rtf.fromString(text, bare, (error, html) => {
  if (error) throw error;
  console.log(html.replace(/<[^>]*>/g, ""));
});
JS
seen=$(node read.cjs)
echo "$seen"
[ "$(echo "$seen" | tr -d ' \302\240\255\342\200\221')" = 'Twoofthecoleftat2p.m.' ]
