#!/bin/sh
# pluralize 8.0.0 (npm): the singular of US is ME: the table of irregular words,
# in which "us" is the plural of "me", is asked without regard to case, and the
# case of the input is put back. Who counts the words of articles by their
# singular finds a pronoun in the place of a country. The README shows words in
# small letters, and names no pronouns. UK and EU stay.
#
# Input: singular("US"); pluralize("US", 1)
# Expected: US    Observed: ME
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund pluralize@8.0.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const pluralize = require("pluralize");

for (const word of ["US", "UK", "EU", "boats"])
  console.log(pluralize.singular(word), pluralize(word, 1));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'ME ME
UK UK
EU EU
boat boat' ]
