#!/bin/sh
# human-interval 2.0.1 (npm), "human readable time measurements": "half an hour", "an
# hour" and "an hour and a half" are no time at all (0, which other words than times
# are not: they are NaN), "one and a half hours" is one hour, and of a number with a
# comma only what is before it counts, so that 10,000 seconds are ten. The README has
# "minute" and "one minute" for one, 1.5, words for numbers, and commas between parts.
#
# Input: half an hour / one and a half hours / 10,000 seconds
# Expected: 1800, 5400 and 10000 seconds, or none
# Observed: 0, 3600 and 10 seconds
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund human-interval@2.0.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import interval from "human-interval";

for (const text of [
  "half an hour",
  "an hour and a half",
  "one and a half hours",
  "1.5 hours",
  "10,000 seconds",
  "1,000 days",
  "soon",
])
  console.log(`${text}: ${interval(text) / 1000} seconds`);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'half an hour: 0 seconds
an hour and a half: 0 seconds
one and a half hours: 3600 seconds
1.5 hours: 5400 seconds
10,000 seconds: 10 seconds
1,000 days: 86400 seconds
soon: NaN seconds' ]
