#!/bin/sh
# fflate 0.8.3 (npm): gunzipSync(), gunzip() and decompressSync() give the first
# member of a gzip file alone, and of it as many bytes as the last one has, without an
# error: the length at the end of the file is taken for that of all. A gzip file may
# have any number of members (RFC 1952, section 2.2): .warc.gz has one for each
# record, and `cat a.gz b.gz` or a log that is appended to makes such files. Of an
# archive of the web there is a part of the first record, as if no other were in it.
# The class Gunzip of the same package, fed the same bytes, gives all of them, and so
# do gzip -dc, zlib of node and pako 3.0.3. The README has gunzipSync() for gzip data,
# and names no members.
#
# Input: two gzip files, one after the other: "The pier is sold.", "Boats are in."
# Expected: both sentences    Observed: The pier is s
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund fflate@0.8.3 pako@3.0.3 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { gzipSync, gunzipSync as ofNode } from "node:zlib";
import { decompressSync, gunzipSync, Gunzip, strFromU8 } from "fflate";
import * as pako from "pako";

const bytes = Buffer.concat(
  ["The pier is sold. ", "Boats are in."].map((text) => gzipSync(text)));
const streamed = [];
new Gunzip((part) => streamed.push(strFromU8(part))).push(bytes, true);
console.log("gunzipSync:", strFromU8(gunzipSync(bytes)));
console.log("decompressSync:", strFromU8(decompressSync(bytes)));
console.log("Gunzip:", streamed.join(""));
console.log("pako:", strFromU8(pako.ungzip(bytes)));
console.log("node:", ofNode(bytes).toString());
JS
seen=$(node read.mjs | sed 's/ *$//')
echo "$seen"
[ "$seen" = 'gunzipSync: The pier is s
decompressSync: The pier is s
Gunzip: The pier is sold. Boats are in.
pako: The pier is sold. Boats are in.
node: The pier is sold. Boats are in.' ]
