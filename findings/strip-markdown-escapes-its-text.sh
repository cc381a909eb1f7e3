#!/bin/sh
# strip-markdown 6.0.0 with remark 15.0.1 (npm), used as the README does: the text
# that is left is written as Markdown again, so that plain text gets marks which it
# did not have. 5 * 3 has a backslash, so has the & of an entity's name in AT&amp;T,
# and an escaped \* keeps its own. The README says that it removes Markdown's
# formatting and leaves just the text.
#
# Input: 5 * 3 = 15 / AT&amp;T rose / \*not a note
# Expected: 5 * 3 = 15 / AT&T rose / *not a note
# Observed: 5 \* 3 = 15 / AT\&T rose / \*not a note
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund strip-markdown@6.0.0 remark@15.0.1 \
	>log 2>&1 || { cat log; exit 2; }

cat >strip.mjs <<'JS'
import { remark } from "remark";
import strip from "strip-markdown";

for (const text of ["5 * 3 = 15", "AT&amp;T rose", "\\*not a note"])
  console.log(String(await remark().use(strip).process(text)).trim());
JS
seen=$(node strip.mjs)
echo "$seen"
[ "$seen" = '5 \* 3 = 15
AT\&T rose
\*not a note' ]
