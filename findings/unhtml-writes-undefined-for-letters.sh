#!/bin/sh
# unhtml 0.1.0 (npm), which its page says turns "HTML-escaped characters and tags back
# into plain text", looks names of characters up without regard to capitals, and knows
# no letter with an accent. &lt; and &gt; become the signs for much less and much
# greater, since HTML has &Lt; and &Gt;, too; &prime; (feet) becomes the double prime of
# &Prime; (inches), &Omega; the small omega. Of &eacute;, &deg;, &nbsp; the word
# "undefined" is left. Its own example, &amp;, comes out right.
#
# Input: 3 &lt; 4, 6&prime; tall, caf&eacute;    Expected: 3 < 4, 6′ tall, café
# Observed: 3 ≪ 4, 6″ tall, cafundefined
#
# Needs: node, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund unhtml@0.1.0 >log 2>&1 || { cat log; exit 2; }
cat >ask.js <<'END'
const unhtml = require('unhtml');
for (const text of ['3 &lt; 4', '6&prime; tall', 'caf&eacute;', '5&deg;', 'AT&amp;T'])
	console.log(unhtml(text));
END
node ask.js >got
cat got
printf '%s\n' '3 ≪ 4' '6″ tall' cafundefined 5undefined 'AT&T' | cmp - got
