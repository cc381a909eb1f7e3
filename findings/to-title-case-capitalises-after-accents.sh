#!/bin/sh
# to-title-case 1.0.0 (npm): of a headline that begins with an accented letter
# the second letter gets the capital: Über alles is üBer Alles. The first letter
# is looked for among those of ASCII. Within the line such a word stays as it
# is, so that a headline has one word in small letters, or one with a capital
# within. titlecase 1.1.3 and title-case 4.3.2 write both as other words.
#
# Input: über alles: the élan of the école
# Expected: Über Alles: The Élan of the École
# Observed: üBer Alles: The élan of the école
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund to-title-case@1.0.0 titlecase@1.1.3 \
	title-case@4.3.2 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { titleCase } from "title-case";
import titlecase from "titlecase";
import toTitleCase from "to-title-case";

const text = "über alles: the élan of the école";
for (const write of [toTitleCase, titlecase, titleCase])
  console.log(write(text));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'üBer Alles: The élan of the école
Über Alles: The Élan of the École
Über Alles: The Élan of the École' ]
