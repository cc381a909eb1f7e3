#!/bin/sh
# any-date-parser 2.2.4 (npm): of a date whose first number is too large for the
# order of the locale it leaves out the first digit: 13/5/2024 is 5 March in
# en-US, and 31/12/2024 is 12 January; 5/13/2024 is 5 January in en-GB. With a
# time that has a point, 5 May 2024 3.30pm, the month is 3. All are dates like
# others, without a sign of a doubt; for other texts that it cannot read the
# README has an invalid date. It lists the orders, and names none of this.
#
# Input: 13/5/2024 and 5 May 2024 3.30pm (en-US), 5/13/2024 (en-GB)
# Expected: an invalid date for each (or 13 May, 5 May, 13 May)
# Observed: 2024-03-05, 2024-03-05, 2024-01-05
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund any-date-parser@2.2.4 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const parser = require("any-date-parser").default;

for (const [text, locale] of [
  ["13/5/2024", "en-US"],
  ["31/12/2024", "en-US"],
  ["5 May 2024 3.30pm", "en-US"],
  ["5/13/2024", "en-GB"],
  ["13/5/2024", "en-GB"],
]) {
  const date = parser.fromString(text, locale);
  console.log(`${text} (${locale}): ${date.toISOString().slice(0, 10)}`);
}
JS
seen=$(TZ=UTC node read.cjs)
echo "$seen"
[ "$seen" = '13/5/2024 (en-US): 2024-03-05
31/12/2024 (en-US): 2024-01-12
5 May 2024 3.30pm (en-US): 2024-03-05
5/13/2024 (en-GB): 2024-01-05
13/5/2024 (en-GB): 2024-05-13' ]
