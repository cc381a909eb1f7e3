#!/bin/sh
# @extractus/feed-extractor 8.0.3 (npm): an Atom entry with content or summary
# of type="xhtml" has an empty description, with {normalization: false} an empty
# content. Atom (RFC 4287, section 4.1.3) has the type beside text and html, and
# programs for blogs write it. The entry is there with its title, so that
# nothing shows the loss. The README speaks of Atom without a limit; the same
# paragraph as html is read.
#
# Input: <content type="xhtml"><div ...><p>She won twice.</p></div></content>
# Expected: She won twice.    Observed: nothing
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @extractus/feed-extractor@8.0.3 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { extractFromXml } from "@extractus/feed-extractor";

const contents = {
  xhtml: '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">' +
    "<p>She won twice.</p></div></content>",
  html: '<content type="html">&lt;p&gt;She won twice.&lt;/p&gt;</content>',
};
const feed = (content) => `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><id>urn:1</id>
<updated>2024-05-06T10:00:00Z</updated><entry><title>Race</title><id>urn:2</id>
<link href="http://quay.example/2"/><updated>2024-05-06T10:00:00Z</updated>
${content}</entry></feed>`;

for (const [type, content] of Object.entries(contents)) {
  const [entry] = extractFromXml(feed(content)).entries;
  console.log(`${type}: ${entry.title}, [${entry.description}]`);
}
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'xhtml: Race, []
html: Race, [She won twice.]' ]
