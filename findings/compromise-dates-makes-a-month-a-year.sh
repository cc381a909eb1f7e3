#!/bin/sh
# compromise-dates 3.9.0 with compromise 14.17.0 (npm): of a range whose year is said at
# its end, as it is usual, the end is in the year after the present one: Jan. 5 to Feb.
# 3, 2024 ends in February 2025, so that a month is thirteen, and one of 2023 is 25. The
# year that is written counts for the start alone. "between Jan. 5 and Feb. 3, 2023", an
# explicit range by the README, begins with the second date and ends two years later
# with the day before the first. "Aug. 5-7, 2023", and a year that is said twice, are
# read right.
#
# Input: from Jan. 5 to Feb. 3, 2024 (20 May 2024 as the present)
# Expected: 5 January to 3 February 2024
# Observed: 5 January 2024 to 3 February 2025
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund compromise@14.17.0 compromise-dates@3.9.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import nlp from "compromise";
import dates from "compromise-dates";

nlp.plugin(dates);
for (const text of [
  "It ran from Jan. 5 to Feb. 3, 2024.",
  "It ran from March 5 to April 3, 2023.",
  "It ran between Jan. 5 and Feb. 3, 2023.",
  "It ran from March 5, 2023 to April 3, 2023.",
  "It ran Aug. 5-7, 2023.",
])
  for (const found of nlp(text).dates({ today: "2024-05-20" }).get())
    console.log(
      `${text} ${found.start.slice(0, 10)} to ${found.end.slice(0, 10)}`
    );
JS
seen=$(TZ=UTC node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'It ran from Jan. 5 to Feb. 3, 2024. 2024-01-05 to 2025-02-03
It ran from March 5 to April 3, 2023. 2023-03-05 to 2025-04-03
It ran between Jan. 5 and Feb. 3, 2023. 2023-02-03 to 2025-01-04
It ran from March 5, 2023 to April 3, 2023. 2023-03-05 to 2023-04-03
It ran Aug. 5-7, 2023. 2023-08-05 to 2023-08-07' ]
