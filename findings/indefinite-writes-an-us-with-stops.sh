#!/bin/sh
# indefinite 2.5.2 (npm), which puts a or an before a word, knows that US, UN and EU
# are spelled out, but not with their stops, as most American papers write them: an
# U.S. senator, an U.N. envoy, beside a US senator. Acronyms that are read as words
# it spells out: an NATO envoy, an NASA probe.
#
# Input: U.S. senator, US senator, U.N. envoy, UN envoy, NATO envoy, NASA probe
# Expected: a U.S. senator, a US senator, a U.N. envoy, a UN envoy, a NATO envoy, a
#   NASA probe
# Observed: an U.S. senator, a US senator, an U.N. envoy, a UN envoy, an NATO envoy,
#   an NASA probe
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund indefinite@2.5.2 >log 2>&1 || {
	cat log
	exit 2
}

cat >read.cjs <<'JS'
const indefinite = require("indefinite");

console.log(
  ["U.S. senator", "US senator", "U.N. envoy", "UN envoy", "NATO envoy",
   "NASA probe"].map((words) => indefinite(words)).join(", "));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'an U.S. senator, a US senator, an U.N. envoy, a UN envoy, an NATO envoy, an NASA probe' ]
