#!/bin/sh
# Hugo 0.111.3 (Debian 12: hugo 0.111.3-1): of a page's text, .Plain, and its
# automatic summary, .Summary, which lists of articles, feeds and search results show,
# the mark of a footnote is a figure like others: $5[^1] is $51, 2024[^2] is 20242 and
# "Monday[^3]" Monday3. The notes themselves follow as sentences of the article, with
# the references of their signs, &#160;&#x21a9;, as text. The page has the mark as a
# link in <sup>. The manual says of the summary that the first 70 words of the content
# are taken.
#
# Input: The pier cost $5[^1] million in 2024[^2].
# Expected: The pier cost $5 million in 2024.
# Observed: The pier cost $51 million in 20242.
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download hugo=0.111.3-1 libsass1=3.6.5+20220909-1 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$PWD/root" -name 'libsass.so.1' | head -n 1)")
export LD_LIBRARY_PATH

mkdir -p site/content site/layouts/_default
cd site
echo 'disableKinds = ["home", "section", "taxonomy", "term"]' >config.toml
cat >content/pier.md <<'MD'
---
title: The pier
---
The pier cost $5[^1] million in 2024[^2].

[^1]: The town had asked for four.
[^2]: The sale closed in May.
MD
printf '%s\n' '{{ .Summary | plainify }}' '{{ .Plain }}' \
	>layouts/_default/single.html
../root/usr/bin/hugo --quiet
cat public/pier/index.html
[ "$(grep -cx 'The pier cost \$51 million in 20242\.' public/pier/index.html)" -eq 2 ]
[ "$(grep -c 'The sale closed in May.*amp;#x21a9;' public/pier/index.html)" -eq 2 ]
