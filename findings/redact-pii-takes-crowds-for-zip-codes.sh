#!/bin/sh
# redact-pii 3.4.0 (npm): a number of five figures is a ZIP code, with no state before it,
# and one of four or six is "digits": 15000 people are ZIPCODE people, and each year is
# DIGITS, so that no date is left of an article. A capital after a word of greeting is a
# name: Dear Sir, and Good Morning America loses its country. Amounts with commas stay.
# The README lists names, zipcode and digits among what is redacted, and shows letters.
#
# Input: In 2024 about 15000 people saw Good Morning America.
# Expected: the same
# Observed: In DIGITS about ZIPCODE people saw Good Morning PERSON_NAME.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts redact-pii@3.4.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const { SyncRedactor } = require("redact-pii");

const redactor = new SyncRedactor();
for (const text of [
  "In 2024 about 15000 people saw Good Morning America.",
  "In May about 15,000 people saw it.",
])
  console.log(redactor.redact(text));
JS
seen=$(node read.js 2>log) || cat log
echo "$seen"
[ "$seen" = 'In DIGITS about ZIPCODE people saw Good Morning PERSON_NAME.
In May about 15,000 people saw it.' ]
