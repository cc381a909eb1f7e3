#!/bin/sh
# metascraper 5.49.24 with metascraper-author 5.49.24 (npm), which npm installs for
# Node 20: of JSON-LD, in which papers name their writers, the author is read where
# it is one Person. A list of them, also of one, gives null, as does a name as text,
# though schema.org lets any property have several values. Nothing tells that there
# were any, and an article of two writers has none. The READMEs name no form.
#
# Input: "author": [{"@type": "Person", "name": "Ann Lee"}]
# Expected: Ann Lee    Observed: null
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts metascraper@5.49.24 \
	metascraper-author@5.49.24 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const metascraper = require("metascraper")([require("metascraper-author")()]);

const person = (name) => ({ "@type": "Person", name });
(async () => {
  for (const author of [
    person("Ann Lee"),
    [person("Ann Lee")],
    [person("Ann Lee"), person("Bo Cole")],
    "Ann Lee",
  ]) {
    const jsonld = JSON.stringify({
      "@context": "https://schema.org", "@type": "NewsArticle", author,
    });
    const html =
      `<html><head><script type="application/ld+json">${jsonld}</script>` +
      "</head><body></body></html>";
    const url = "https://example.com/a";
    console.log((await metascraper({ url, html })).author);
  }
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'Ann Lee
null
null
null' ]
