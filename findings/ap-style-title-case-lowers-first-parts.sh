#!/bin/sh
# ap-style-title-case 2.0.0 (npm): a compound whose first part is a small word
# begins small: the package cuts titles at hyphens and colons, too, and looks
# each part up in its list of small words, where "so", "in", "by" and "on" are.
# The word after a colon stays small for the same reason. AP's own style writes
# So-Called and In-Flight, and begins big after a colon.
#
# Input:    the so-called expert and the in-flight meal: a story
# Expected: The So-Called Expert and the In-Flight Meal: A Story
# Observed: The so-Called Expert and the in-Flight Meal: a Story
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund ap-style-title-case@2.0.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { apStyleTitleCase } = require("ap-style-title-case");

console.log(
  apStyleTitleCase("the so-called expert and the in-flight meal: a story"));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'The so-Called Expert and the in-Flight Meal: a Story' ]
