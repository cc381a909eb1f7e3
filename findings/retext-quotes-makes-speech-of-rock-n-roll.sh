#!/bin/sh
# retext-quotes 6.0.2 with retext 8.1.0 (npm), which checks that quotation marks are
# smart and nested: of Rock ’n’ roll, with both its apostrophes right, it wants “n”, and
# of a height, 6'2", it wants 6’2“: an apostrophe and a mark that opens a quotation. The
# apostrophe of ’90s it knows.
#
# Input: Rock ’n’ roll is back. / Back in the ’90s, he sang. / He stands 6'2" tall.
# Expected: nothing to say, but perhaps ′ and ″ of the height
# Observed: ’ > “, ’ > ” / nothing / ' > ’, " > “
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund retext@8.1.0 retext-quotes@6.0.2 >log 2>&1 || {
	cat log
	exit 2
}

cat >read.mjs <<'JS'
import { retext } from "retext";
import quotes from "retext-quotes";

for (const text of ["Rock ’n’ roll is back.", "Back in the ’90s, he sang.",
                    "He stands 6'2\" tall."]) {
  const file = await retext().use(quotes, { preferred: "smart" }).process(text);
  console.log(`${text} ${file.messages
    .map((message) => `${message.actual} > ${message.expected}`).join(", ")}`);
}
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = "Rock ’n’ roll is back. ’ > “, ’ > ”
Back in the ’90s, he sang. 
He stands 6'2\" tall. ' > ’, \" > “" ]
