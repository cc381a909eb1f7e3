#!/bin/sh
# defuddle 0.19.4 (npm): the first <time> of the page is taken out of its
# sentence, wherever in the article it is, and becomes the date of publication:
# "On Monday she came" is "On she came", with "Monday" as published. HTML has
# the element for any time that a text speaks of. A list of two names among the
# paragraphs is dropped as a whole, too. The README says of both steps only that
# clutter is removed; the second <time> and a list of three stay.
#
# Input: <p>On <time>Monday</time> she came at <time>10:00</time>.</p>
#        <ol><li>Ida</li><li>Ann</li></ol> (between longer paragraphs)
# Expected: On Monday she came at 10:00. Ida Ann
# Observed: On  she came at 10:00.
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund defuddle@0.19.4 linkedom@0.18.15 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { Defuddle } from "defuddle/node";
import { parseHTML } from "linkedom";

const long =
  "<p>The board of the harbour met in the old hall on Monday, and it was " +
  "said that all of the boats are to be sold before the end of the year.</p>";
const text =
  "<p>On <time>Monday</time> she came at <time>10:00</time>.</p>" +
  "<ol><li>Ida</li><li>Ann</li></ol>";
const { document } = parseHTML(
  "<html><head><title>Pier sold</title></head><body><article>" +
    `${long}${long}${text}${long}${long}</article></body></html>`,
);
const article = await Defuddle(document, "http://quay.example/1");
const words = article.content.replaceAll(long, "").replace(/<[^>]*>/g, "");
console.log(`${words.trim()} (published: ${article.published})`);
JS
seen=$(node read.mjs 2>/dev/null)
echo "$seen"
[ "$seen" = 'On  she came at 10:00. (published: Monday)' ]
