#!/bin/sh
# @bbob/html 4.4.1 with @bbob/preset-html5 4.4.1 (npm): what an editor or a transcript
# has in square brackets, [sic], [the board], [Laughter], becomes an element of that
# name, without a word in it, as there is no list of the tags that BBCode has. Whoever
# shows or reads the HTML has lost the words: “was wrong” says nobody. The README has
# tags only. With {onlyAllowTags: [...]}, which the parser's README names, brackets stay.
#
# Input: “[The board] was [b]wrong[/b],” she said. [Laughter]
# Expected: “[The board] was <span ...>wrong</span>,” she said. [Laughter]
# Observed: “<The board></The board> was <span ...>wrong</span>,” she said.
#           <Laughter></Laughter>
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @bbob/html@4.4.1 @bbob/preset-html5@4.4.1 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import bbob from "@bbob/html";
import preset from "@bbob/preset-html5";

const html = bbob.default ?? bbob;
const tags = preset.default ?? preset;
const text = "“[The board] was [b]wrong[/b],” she said. [Laughter]";
for (const options of [{}, { onlyAllowTags: ["b", "i", "url"] }])
  console.log(html(text, tags(), options).replace(/<span[^>]*>/, "<span>"));
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = '“<The board></The board> was <span>wrong</span>,” she said. <Laughter></Laughter>
“[The board] was <span>wrong</span>,” she said. [Laughter]' ]
