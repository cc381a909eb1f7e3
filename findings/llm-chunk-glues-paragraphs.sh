#!/bin/sh
# llm-chunk 0.0.1 (npm): of the paragraphs that share a chunk, as short ones do by its
# defaults, the last word of each and the first of the next are one, as the line ends
# are dropped and nothing is put in their place. With {splitter: "sentence"} an amount
# of 3.5 million is in two sentences, and those that are joined again for a minimum
# length get a space that the text does not have: the U.S. is the U. S. The README has
# a text of one paragraph, and sentences without a point.
#
# Input: The U.S. board sold 3.5 million boats in May. / Nobody knew of it.
# Expected: ... boats in May. Nobody ...; The U.S. board sold 3.5 million boats in May.
# Observed: ... boats in May.Nobody ...; The U. S. board sold 3. | 5 million boats ...
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund llm-chunk@0.0.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const { chunk } = require("llm-chunk");

const text =
  "The U.S. board sold 3.5 million boats in May.\n\nNobody knew of it. So it is.";
console.log(chunk(text).join("|"));
console.log(chunk(text, { splitter: "sentence", minLength: 20 }).join("|"));
JS
seen=$(node read.js 2>&1)
echo "$seen"
[ "$seen" = 'The U.S. board sold 3.5 million boats in May.Nobody knew of it. So it is.
The U. S. board sold 3.|5 million boats in May.|Nobody knew of it. So it is.' ]
