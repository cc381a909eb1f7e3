#!/bin/sh
# sentence-splitter 5.0.1 (npm): a question or an exclamation in curly quotation marks
# ends before its closing mark, and the mark begins the next sentence: “Why?” he asked
# is “Why? and ” he asked. In straight marks it is whole, and so is a statement in curly
# ones: “It sank.” is not parted from its mark.
#
# Input: “Why?” he asked. Nobody knew.
# Expected: “Why?” he asked. / Nobody knew.
# Observed: “Why? / ” he asked. / Nobody knew.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund sentence-splitter@5.0.1 >log 2>&1 || {
	cat log
	exit 2
}

cat >read.mjs <<'JS'
import { split } from "sentence-splitter";

for (const text of [
  "“Why?” he asked. Nobody knew.",
  "“It sank!” She left.",
  '"Why?" he asked. Nobody knew.',
  "“It sank.” She left.",
])
  console.log(
    split(text).filter((node) => node.type === "Sentence")
      .map((node) => node.raw).join(" / "));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = '“Why? / ” he asked. / Nobody knew.
“It sank! / ” She left.
"Why?" he asked. / Nobody knew.
“It sank.” She left.' ]
