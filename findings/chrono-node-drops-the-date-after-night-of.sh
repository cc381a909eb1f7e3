#!/bin/sh
# chrono-node 2.10.3 (npm): a date after the name of a part of the day, "the night of
# May 4" or "the evening of 4 May 1986", is lost: the result is the present day at
# noon, though the words that it gives as its match have the date in them. So it is
# with a range of days, of which both ends are the present; isCertain("day") is false.
# Of "May 4 at night" it takes "4 at night", which is the present day, too. "May 4,
# night" is read right.
#
# Input: It burned on the night of May 4. / It burned on May 4. (the present is noon
#        of 20 May 2024)
# Expected: 4 May 2024, both    Observed: 20 May 2024; 4 May 2024
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund chrono-node@2.10.3 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import * as chrono from "chrono-node";

const present = new Date(2024, 4, 20, 12);
const show = (part) =>
  part.date().toISOString().slice(0, 10) +
  (part.isCertain("day") ? "" : " (a guess)");
for (const text of [
  "It burned on the night of May 4.",
  "It closed on the evening of 4 May 1986.",
  "It sank on the night of May 4-5.",
  "It burned on May 4.",
  "It burned on May 4 at night.",
  "It burned on May 4, night.",
])
  for (const found of chrono.parse(text, present))
    console.log(
      `${found.text}: ${show(found.start)}` +
        (found.end ? ` to ${show(found.end)}` : "")
    );
JS
seen=$(TZ=UTC node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'night of May 4: 2024-05-20 (a guess)
evening of 4 May 1986: 2024-05-20 (a guess)
night of May 4-5: 2024-05-20 (a guess) to 2024-05-20 (a guess)
May 4: 2024-05-04
4 at night: 2024-05-20 (a guess)
May 4, night: 2024-05-04' ]
