#!/bin/sh
# @extractus/article-extractor 9.0.1 (npm): of the article that it extracts, an
# element that is not in its list of allowed tags is dropped with its words:
# <time>, <cite>, <q>, <mark>, <ins>, <kbd>, <dfn>, <dt>, <address> and others
# that HTML has for the words of a sentence. A day, a newspaper's name and what
# somebody said are gone, and the sentence reads on. The README says that tags
# which are not allowed are removed, in a section on safety. sanitize-html takes
# out the tag and leaves the words; so does this library for <span> and <abbr>.
#
# Input: On <time>Monday</time> she told <cite>The Quay</cite>: <q>Nine
#        boats.</q> ..., a paragraph between two others
# Expected: On Monday she told The Quay: Nine boats. ...
# Observed: On she told : ...
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @extractus/article-extractor@9.0.1 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { extractFromHtml } from "@extractus/article-extractor";

const around = `<p>The board of the harbour sold the long pier to a fund from
the north, and the crews of the boats went home late in the evening.</p>`;
const sentence = (day, paper, quotation) => `<p>On <${day}>Monday</${day}> she
told <${paper}>The Quay</${paper}>: <${quotation}>Nine boats.</${quotation}>
The harbour has no room for more of them in winter.</p>`;

async function read(...tags) {
  const page = `<html><head><title>Pier sold to a fund</title></head><body>
<article><h1>Pier sold to a fund</h1>${around}${sentence(...tags)}${around}
</article></body></html>`;
  const { content } = await extractFromHtml(page, "https://quay.example/pier");
  const text = content.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
  return /On .*? The harbour has/.exec(text)[0];
}
console.log(await read("time", "cite", "q"));
console.log(await read("span", "abbr", "span"));
JS
seen=$(node read.mjs 2>/dev/null)
echo "$seen"
[ "$seen" = 'On she told : The harbour has
On Monday she told The Quay: Nine boats. The harbour has' ]
