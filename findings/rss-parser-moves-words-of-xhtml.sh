#!/bin/sh
# rss-parser 3.13.0 (npm): of an Atom entry with content of type="xhtml" each
# marked word of a paragraph is moved to the paragraph's end: the text is read
# as data, in which the words of a paragraph are one value and each kind of
# element another, and then written as HTML again. Both content and
# contentSnippet are of other words than the article. Atom (RFC 4287, section
# 4.1.3) has this type beside html, which is read as it should be. The README
# names neither.
#
# Input: <p>She <b>won</b> twice, <i>he</i> once.</p> as xhtml
# Expected: She won twice, he once.    Observed: She  twice,  once.wonhe
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund rss-parser@3.13.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const Parser = require("rss-parser");

const paragraph = "<p>She <b>won</b> twice, <i>he</i> once.</p>";
const contents = {
  xhtml: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">' +
    paragraph + "</div></content>",
  html: '<content type="html">' + paragraph.replaceAll("<", "&lt;") +
    "</content>",
};
const feed = (content) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>urn:1</id>
<updated>2024-05-06T10:00:00Z</updated><entry><title>Race</title><id>urn:2</id>
<updated>2024-05-06T10:00:00Z</updated>${content}</entry></feed>`;

(async () => {
  for (const [type, content] of Object.entries(contents)) {
    const { items } = await new Parser().parseString(feed(content));
    console.log(`${type}: ${items[0].contentSnippet}`);
  }
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'xhtml: She  twice,  once.wonhe
html: She won twice, he once.' ]
