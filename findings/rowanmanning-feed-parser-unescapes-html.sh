#!/bin/sh
# @rowanmanning/feed-parser 2.1.5 (npm): the entities of an article's HTML are
# decoded once more than its XML has them, also within CDATA, where XML has
# none: "write &lt;b&gt;" of the page becomes a tag, and what is between a < and
# a > of its sentences is gone for whoever reads the result as HTML. &amp;copy;
# becomes &copy;. The README does not name it. rss-parser 3.13.0 gives the HTML
# unchanged.
#
# Input: <description><![CDATA[<p>Was 5 &lt;6 and 7&gt; 3.</p>]]></description>
# Expected: <p>Was 5 &lt;6 and 7&gt; 3.</p>
# Observed: <p>Was 5 <6 and 7> 3.</p>
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @rowanmanning/feed-parser@2.1.5 \
	rss-parser@3.13.0 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const { parseFeed } = require("@rowanmanning/feed-parser");
const RssParser = require("rss-parser");

const feed = `<?xml version="1.0"?><rss version="2.0"><channel>
<title>Quay</title><link>http://quay.example/</link>
<description>News</description><item>
<title>Boats</title><link>http://quay.example/1</link><description>
<![CDATA[<p>Was 5 &lt;6 and 7&gt; 3. Write &lt;b&gt; for it.</p>]]>
</description></item></channel></rss>`;

(async () => {
  console.log(parseFeed(feed).items[0].description);
  const { items } = await new RssParser().parseString(feed);
  console.log(items[0].content.trim());
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '<p>Was 5 <6 and 7> 3. Write <b> for it.</p>
<p>Was 5 &lt;6 and 7&gt; 3. Write &lt;b&gt; for it.</p>' ]
