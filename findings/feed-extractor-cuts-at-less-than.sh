#!/bin/sh
# @extractus/feed-extractor 8.0.3 (npm): a description in HTML is cut at a <
# sign of its text. The entities are decoded before the tags are taken out, so
# that "5 < 6" begins a tag. The words up to the end of the next tag are lost,
# and the sentence goes on with the next paragraph. The README says only that
# descriptions are shortened to 250 characters. rss-parser's contentSnippet has
# all of it.
#
# Input: <p>Only 5 &lt; 6 boats left. No more.</p><p>The quay is empty.</p> as
#        the description of an RSS 2.0 item
# Expected: Only 5 < 6 boats left. No more. The quay is empty.
# Observed: Only 5 The quay is empty.
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @extractus/feed-extractor@8.0.3 \
	rss-parser@3.13.0 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";
import RssParser from "rss-parser";

const html =
  "<p>Only 5 &lt; 6 boats left. No more.</p><p>The quay is empty.</p>";
const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel>
<title>Harbour</title>
<link>https://example.org/</link>
<description>News</description>
<item>
<title>Boats</title>
<link>https://example.org/boats</link>
<description><![CDATA[${html}]]></description>
</item>
</channel></rss>`;

const { entries } = extractFromXml(feed);
const { items } = await new RssParser().parseString(feed);
console.log(`feed-extractor: ${entries[0].description}`);
console.log(`rss-parser: ${items[0].contentSnippet.replaceAll("\n", " ")}`);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'feed-extractor: Only 5 The quay is empty.
rss-parser: Only 5 < 6 boats left. No more. The quay is empty.' ]
