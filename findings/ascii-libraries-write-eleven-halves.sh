#!/bin/sh
# any-ascii 0.3.3, transliteration 2.6.1, unidecode 1.1.0 (npm) and
# Text::Unidecode 1.30 (Debian 12: libtext-unidecode-perl 1.30-3): a fraction
# after a whole number gets no space, so that 1½ miles become 11/2 miles, which
# is five and a half. Each character is looked up by itself. python3-unidecode
# and glibc's iconv put a space before the fraction for this.
#
# Input: 1½ miles in 3¼ hours
# Expected: 1 1/2 miles in 3 1/4 hours
# Observed: 11/2 miles in 31/4 hours
#
# Needs: node 18 or newer, npm, apt-get (Debian 12), perl. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund any-ascii@0.3.3 transliteration@2.6.1 \
	unidecode@1.1.0 >log 2>&1 || { cat log; exit 2; }
apt-get download libtext-unidecode-perl=1.30-3 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x libtext-unidecode-perl_*.deb root

cat >read.mjs <<'JS'
import anyAscii from "any-ascii";
import { transliterate } from "transliteration";
import unidecode from "unidecode";

for (const read of [anyAscii, transliterate, unidecode])
  console.log(read("1½ miles in 3¼ hours"));
JS
seen=$(node read.mjs && perl -Iroot/usr/share/perl5 -Mutf8 -MText::Unidecode \
	-e 'print unidecode("1½ miles in 3¼ hours"), "\n"')
echo "$seen"
line='11/2 miles in 31/4 hours'
[ "$seen" = "$line
$line
$line
$line" ]
