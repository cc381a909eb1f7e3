#!/bin/sh
# subsrt-ts 2.1.2 (npm): of each line of an .ass or .ssa file the first letter
# is dropped: the parser reads the fields up to the last comma and goes on one
# byte too far. Where the text begins with a command ({\i1}) the brace goes and
# the rest of the command is text. Converting to .srt writes it so. In an .srt
# file the words between a < and the next > are dropped, though SubRip has no
# escapes. Nothing is thrown; the README lists both formats as supported.
#
# Input: Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,The pier is open.
#        and, as .srt, Was 5 < 6 & 7 > 3 tonnes.
# Expected: The pier is open.          Was 5 < 6 & 7 > 3 tonnes.
# Observed: he pier is open.           Was 5  3 tonnes.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund subsrt-ts@2.1.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { parse } = require("subsrt-ts");

const ass = `[Script Info]
Title: Quay

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,The pier is open.
`;
const srt = `1
00:00:01,000 --> 00:00:02,000
Was 5 < 6 & 7 > 3 tonnes.
`;
for (const text of [ass, srt])
  console.log(parse(text).find((caption) => caption.text).text.trim());
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'he pier is open.
Was 5  3 tonnes.' ]
