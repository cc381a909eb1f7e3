#!/bin/sh
# remove-accents 0.5.0 (npm): the capital Ł becomes a small l, so that Łódź is
# lodz and the name Łucja lucja: of all capitals that it has a form for it is
# the only one that comes out small, also within a text that is all in capitals.
# The README says that accents are removed. diacritics 1.3.0 and latinize 2.0.0
# write L.
#
# Input: Łódź, ŁÓDŹ, Žilina, Øystein
# Expected: Lodz, LODZ, Zilina, Oystein
# Observed: lodz, lODZ, Zilina, Oystein
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund remove-accents@0.5.0 diacritics@1.3.0 \
	latinize@2.0.0 >log 2>&1 || { cat log; exit 2; }

cat >read.cjs <<'JS'
const removeAccents = require("remove-accents");
const diacritics = require("diacritics");
const { default: latinize } = require("latinize");

for (const write of [removeAccents, diacritics.remove, latinize])
  console.log(write("Łódź, ŁÓDŹ, Žilina, Øystein"));
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'lodz, lODZ, Zilina, Oystein
Lodz, LODZ, Zilina, Oystein
Lodz, LODZ, Zilina, Oystein' ]
