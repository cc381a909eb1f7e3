#!/bin/sh
# typopo 3.1.0 (npm), locale en-us: a party in brackets after a name, (R), becomes
# the sign of a registered trade mark and closes up to the name, so that of two
# senators the Republican is a brand and the Democrat is left; so is a paragraph
# (r) of a law. The readme has "Brand(r) → Brand®", without a space. Names with
# two capitals at the front lose the second, as if somebody had held the key
# down: UMass, UConn and QAnon are Umass, Uconn and Qanon, but MSNBCs, PhD and
# eBay stay; the readme has "accidental uPPERCASE".
#
# Input: Sen. Tom Arden (R) and Sen. Ida Lowell (D) met at UMass.
# Expected: the same    Observed: Sen. Tom Arden® and Sen. Ida Lowell (D) met at
#     Umass.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund typopo@3.1.0 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { fixTypos } from "typopo";

for (const text of [
  "Sen. Tom Arden (R) and Sen. Ida Lowell (D) met at UMass.",
  "Section 7 (r) holds for UConn, QAnon, MSNBCs, PhD and eBay.",
])
  console.log(fixTypos(text, "en-us"));
JS
seen=$(node read.mjs | sed 's/\xC2\xA0/ /g')
echo "$seen"
[ "$seen" = 'Sen. Tom Arden® and Sen. Ida Lowell (D) met at Umass.
Section 7 ® holds for Uconn, Qanon, MSNBCs, PhD and eBay.' ]
