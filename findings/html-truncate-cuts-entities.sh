#!/bin/sh
# html-truncate 1.2.2 (npm): "truncate html text and keep tag safe": it counts the
# characters of an entity one by one, and cuts within it. The teaser of "The mayor’s
# pier", as editors write it with &rsquo;, ends with "The mayor&rs..." before the
# reader's eyes, and each entity makes the rest shorter by its length. truncate-html
# 1.2.2 counts an entity as the one character that it is.
#
# Input: <p>The mayor&rsquo;s pier</p>, cut after 12 characters
# Expected: The mayor’s ...    Observed: The mayor&rs...
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund html-truncate@1.2.2 truncate-html@1.2.2 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import truncate from "html-truncate";
import other from "truncate-html";

const html = "<p>The mayor&rsquo;s pier &amp; quay</p>";
for (const length of [9, 11, 12, 16, 20])
  console.log(`${length}: ${truncate(html, length)} ${other(html, length)}`);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = '9: <p>The mayor...</p> <p>The mayor...</p>
11: <p>The mayor&r...</p> <p>The mayor’s...</p>
12: <p>The mayor&rs...</p> <p>The mayor’s ...</p>
16: <p>The mayor&rsquo;...</p> <p>The mayor’s pier...</p>
20: <p>The mayor&rsquo;s pi...</p> <p>The mayor’s pier &amp; q...</p>' ]
