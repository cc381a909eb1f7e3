#!/bin/sh
# htmlparser2 12.0.0 (npm): parseFeed() gives the first link of an entry of Atom
# as that of the article, whatever its rel says: where "replies", "edit" or
# "self" comes before "alternate", as Blogger writes them, each article has the
# address of its comments. RFC 4287 gives the order no meaning. A feed without a
# link gets the first one of its first entry. Nothing says so; the README names
# `link` and no more. feedparser 2.6.0 (npm) gives the article's address, and
# none of the feed.
#
# Input: <entry> with <link rel="replies" .../><link rel="alternate" .../>
# Expected: the alternate link; none of the feed
# Observed: the link to the replies, twice
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund htmlparser2@12.0.0 feedparser@2.6.0 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { Readable } from "node:stream";
import FeedParser from "feedparser";
import { parseFeed } from "htmlparser2";

const atom = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:quay.example,2020:blog</id>
<title>The Quay</title>
<updated>2020-03-05T08:00:00Z</updated>
<author><name>Ann Roe</name></author>
<entry>
<id>tag:quay.example,2020:1</id>
<title>The ferry stops</title>
<updated>2020-03-05T08:00:00Z</updated>
<link rel="replies" type="application/atom+xml" href="https://quay.example/comments/1"/>
<link rel="alternate" type="text/html" href="https://quay.example/ferry.html"/>
<content type="text">The ferry stops in October.</content>
</entry>
</feed>
`;
const feed = parseFeed(atom);
console.log(`htmlparser2: ${feed.items[0].link} of ${feed.link ?? null}`);
Readable.from([atom]).pipe(new FeedParser({}))
  .on("data", (i) => console.log(`feedparser: ${i.link} of ${i.meta.link}`));
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = "htmlparser2: https://quay.example/comments/1 of https://quay.example/comments/1
feedparser: https://quay.example/ferry.html of null" ]
