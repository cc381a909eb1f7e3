#!/bin/sh
# journalize 2.6.0 (npm; helpers for the style of AP): intword() chooses the word by the
# number as it is and rounds after that, so a number that rounds up to the next word is
# a thousand of the one before: 999,950,000 is "1000 million", 999,999,999,999 "1000
# billion". 999,949,999 and 1,000,000,000 come out right.
#
# Input: 999950000    Expected: 1 billion
# Observed: 1000 million
#
# Needs: node, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund journalize@2.6.0 >log 2>&1 || { cat log; exit 2; }
cat >ask.mjs <<'END'
import { intword } from 'journalize';
for (const n of [999949999, 999950000, 1000000000, 999999999999])
	console.log(intword(n));
END
node ask.mjs >got
cat got
printf '%s\n' '999.9 million' '1000 million' '1 billion' '1000 billion' | cmp - got
