#!/bin/sh
# feedparser 2.6.0 (npm): an Atom entry with two authors has none: author is null,
# and so is that of a feed. RFC 4287 (section 4.1.2) lets an entry have any number of
# author elements. One author is read, and of two dc:creator elements in RSS the
# first. Nothing is emitted for it. The README has author as the article's author. A
# count of articles by their writers leaves out what two wrote together.
#
# Input: <author><name>Ann Lee</name></author><author><name>Bo Cole</name></author>
# Expected: Ann Lee, with or without Bo Cole    Observed: null
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund feedparser@2.6.0 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const FeedParser = require("feedparser");

const author = (name) => `<author><name>${name}</name></author>`;
const atom = (authors) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title>
<id>urn:x:1</id><updated>2024-05-06T10:00:00Z</updated>
<entry><id>urn:x:2</id><title>Pier sold</title>${authors}
<updated>2024-05-06T10:00:00Z</updated></entry></feed>`;
const rss = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Quay</title><link>http://quay.example/</link>
<description>News</description><item><title>Pier sold</title>
<dc:creator>Ann Lee</dc:creator><dc:creator>Bo Cole</dc:creator></item>
</channel></rss>`;

const read = (text) =>
  new Promise((resolve, reject) => {
    const parser = new FeedParser();
    parser.on("error", reject);
    parser.on("readable", () => {
      for (let item; (item = parser.read()); ) resolve(item.author);
    });
    parser.end(text);
  });
(async () => {
  console.log(await read(atom(author("Ann Lee"))));
  console.log(await read(atom(author("Ann Lee") + author("Bo Cole"))));
  console.log(await read(rss));
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'Ann Lee
null
Ann Lee' ]
