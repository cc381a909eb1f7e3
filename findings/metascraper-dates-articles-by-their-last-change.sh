#!/bin/sh
# metascraper 5.49.24 with metascraper-date 5.49.24 (npm), which npm installs for
# Node 20: the date of an article is that of its last change wherever the page gives
# one, dateModified of JSON-LD or article:modified_time, and the day of publication
# is nowhere in the result. The project's README has had date as the date on which the
# article was published; that of metascraper-date has it as the "date property". A
# corpus is then sorted by when papers mended their pages. With the published date
# alone it is right.
#
# Input: <meta property="article:published_time" content="2024-05-06">
#        <meta property="article:modified_time" content="2024-06-01">
# Expected: 2024-05-06    Observed: 2024-06-01
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts metascraper@5.49.24 \
	metascraper-date@5.49.24 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const metascraper = require("metascraper")([require("metascraper-date")()]);

const published =
  '<meta property="article:published_time" content="2024-05-06">';
const modified = '<meta property="article:modified_time" content="2024-06-01">';
const jsonld = JSON.stringify({
  "@context": "https://schema.org",
  "@type": "NewsArticle",
  datePublished: "2024-05-06",
  dateModified: "2024-06-01",
});
(async () => {
  for (const head of [
    published,
    published + modified,
    `<script type="application/ld+json">${jsonld}</script>`,
  ]) {
    const html = `<html><head>${head}</head><body></body></html>`;
    const { date } = await metascraper({ url: "https://example.com/a", html });
    console.log(date.slice(0, 10));
  }
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '2024-05-06
2024-06-01
2024-06-01' ]
