#!/bin/sh
# @extractus/article-extractor 9.0.1 (npm): of the article that it gives the
# words of <ins>, <time>, <cite>, <data>, <kbd> and <dt> are missing, as the
# elements are not in its list of those that may stay: a corrected figure is
# neither the old nor the new one, and a list of terms has its texts alone.
# <b>, <small> and <sup> stay. The README says that the list can be set, and
# that other elements are removed, not that their words are.
#
# Input: It fell by <del>5</del> <ins>6</ins> per cent on <time>Monday</time>.
#        <dl><dt>Built</dt><dd>1904</dd></dl> (between two longer paragraphs)
# Expected: It fell by 6 per cent on Monday. Built 1904
# Observed: It fell by per cent on . 1904
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

const long =
  "<p>The board of the harbour met in the old hall on Monday, and it was " +
  "said that all of the boats are to be sold before the end of the year.</p>";
const text =
  "<p>It fell by <del>5</del> <ins>6</ins> per cent on <time>Monday</time>." +
  "</p><dl><dt>Built</dt><dd>1904</dd></dl>";
const page =
  "<html><head><title>Pier sold - The Quay</title></head><body><article>" +
  `${long}${text}${long}</article></body></html>`;
const { content } = await extractFromHtml(page, "http://quay.example/1");
const words = content.replaceAll(long, "").replace(/<[^>]*>/g, " ");
console.log(words.replace(/\s+/g, " ").trim());
JS
seen=$(node read.mjs)
echo "$seen"
[ "$seen" = 'It fell by per cent on . 1904' ]
