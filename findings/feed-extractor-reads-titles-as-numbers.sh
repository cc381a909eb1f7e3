#!/bin/sh
# @extractus/feed-extractor 8.0.3 (npm): a title or a description that looks
# like a number is read as one and written anew: 007.50 is "7.5", 1e5 "100000"
# and 0x1F "31". Feeds of prices, scores, rates or codes have such items. The
# fields are strings all the same, and the README calls them so. rss-parser
# 3.13.0 gives the text.
#
# Input: <title>3.50</title><description>1e5</description> in an RSS 2.0 item
# Expected: 3.50, 1e5    Observed: 3.5, 100000
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @extractus/feed-extractor@8.0.3 \
	rss-parser@3.13.0 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";
import Parser from "rss-parser";

const feed = `<?xml version="1.0"?><rss version="2.0"><channel>
<title>Rates</title><link>http://quay.example/</link><item>
<title>3.50</title><link>http://quay.example/1</link><guid>1</guid>
<description>1e5</description></item></channel></rss>`;

const [entry] = extractFromXml(feed).entries;
console.log(`feed-extractor: ${entry.title}, ${entry.description}`);
const [item] = (await new Parser().parseString(feed)).items;
console.log(`rss-parser: ${item.title}, ${item.content}`);
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'feed-extractor: 3.5, 100000
rss-parser: 3.50, 1e5' ]
