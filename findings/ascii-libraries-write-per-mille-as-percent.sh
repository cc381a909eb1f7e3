#!/bin/sh
# Unidecode 1.3.6 and text-unidecode 1.3 (Debian 12: python3-unidecode 1.3.6-1,
# python3-text-unidecode 1.3-1), any-ascii 0.3.3, transliteration 2.6.1 and
# unidecode 1.1.0 (npm): the sign ‰, per mille, is written as a percent sign and
# a zero. A driver with 0.8‰ has 0.8%0, which reads as ten times as much, and no
# program that looks for numbers finds the zero to be a part of the sign.
# glibc's iconv writes a question mark, so that it can be seen.
#
# Input: He had 0.8‰.
# Expected: He had 0.8 per mille. (or o/oo)    Observed: He had 0.8%0.
#
# Needs: node 18 or newer, npm, apt-get (Debian 12), python3. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund any-ascii@0.3.3 transliteration@2.6.1 \
	unidecode@1.1.0 >log 2>&1 || { cat log; exit 2; }
apt-get download python3-unidecode=1.3.6-1 python3-text-unidecode=1.3-1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.mjs <<'JS'
import anyAscii from "any-ascii";
import { transliterate } from "transliteration";
import unidecode from "unidecode";

for (const read of [anyAscii, transliterate, unidecode])
  console.log(read("He had 0.8‰."));
JS
cat >read.py <<'PY'
import text_unidecode
import unidecode

for library in (unidecode, text_unidecode):
    print(library.unidecode("He had 0.8\u2030."))
PY
seen=$(node read.mjs && PYTHONPATH=root/usr/lib/python3/dist-packages \
	/usr/bin/python3 read.py)
echo "$seen"
line='He had 0.8%0.'
[ "$seen" = "$line
$line
$line
$line
$line" ]
