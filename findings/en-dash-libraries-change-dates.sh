#!/bin/sh
# typographic-en-dashes 1.0.1 and string-dashes 1.4.6 (npm): a hyphen between digits
# becomes an en dash. "Safely replacing hyphens in a range of values only", says the
# README of the first; "typographically-correct the dashes and hyphens" that of the
# second. An ISO 8601 date is no range, and no program reads it afterwards; nor is
# the number of a telephone, or of a book.
#
# Input: 5-6 boats / 2024-05-06 / 555-0147 / ISBN 0-00-000000-0
# Expected: an en dash in the first only
# Observed: en dashes in all
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund typographic-en-dashes@1.0.1 \
	string-dashes@1.4.6 >log 2>&1 || { cat log; exit 2; }

cat >write.mjs <<'JS'
import endashes from "typographic-en-dashes";
import { convertAll } from "string-dashes";

const text = "5-6 boats / 2024-05-06 / 555-0147 / ISBN 0-00-000000-0";
console.log(endashes(text));
console.log(
  convertAll(text, { convertDashes: true, convertEntities: false }).result,
);
JS
seen=$(node write.mjs)
echo "$seen"
all='5–6 boats / 2024–05–06 / 555–0147 / ISBN 0–00–000000–0'
[ "$seen" = "$all
$all" ]
