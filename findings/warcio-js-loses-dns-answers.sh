#!/bin/sh
# warcio.js 2.4.11 (npm: warcio): WARCParser reads every `response` record as
# HTTP, whatever its Content-Type and its URI say. Of a DNS answer, which
# Heritrix stores as a response of type text/dns, the first line becomes the
# status line and the lines after it are dropped, as they are no headers.
# readFully(false), the raw content by the README, gives nothing, so that
# WARC-Block-Digest never matches. Nothing is thrown or printed. The same block
# in a `resource` record, or read with {parseHttp: false}, is complete.
#
# Input: a response record with Content-Type text/dns, 97 bytes in 3 lines.
# Expected: 97 bytes   Observed: 0 bytes; the addresses are nowhere
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund warcio@2.4.11 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.mjs <<'JS'
import { createHash } from "node:crypto";
import { WARCParser } from "warcio";

const block = [
  "20080430204825\r\n",
  "www.example.org.\t300\tIN\tA\t192.0.2.39\r\n",
  "www.example.org.\t300\tIN\tAAAA\t2001:db8::39\r\n",
].join("");
const sha1 = (bytes) => createHash("sha1").update(bytes).digest("hex");

const warc = (type) => [
  "WARC/1.0",
  `WARC-Type: ${type}`,
  "WARC-Target-URI: dns:www.example.org",
  "WARC-Date: 2008-04-30T20:48:25Z",
  "WARC-Record-ID: <urn:uuid:3f2c9b0e-5d14-4c1e-9d3a-6a2c7a1b0d55>",
  "Content-Type: text/dns",
  `Content-Length: ${block.length}`,
  "",
  block + "\r\n\r\n",
].join("\r\n");

for (const [type, parseHttp] of [
  ["response", true],
  ["resource", true],
  ["response", false],
]) {
  const source = [Buffer.from(warc(type))];
  for await (const record of new WARCParser(source, { parseHttp })) {
    const bytes = await record.readFully(false);
    const seen = String(bytes) + (record.httpHeaders ?? "");
    const kept = seen.includes("192.0.2.39") ? "kept" : "lost";
    const digest = sha1(bytes) === sha1(block) ? "matches" : "differs";
    console.log(
      `${type}, parseHttp ${parseHttp}: ${bytes.length} of ${block.length}` +
        ` bytes, the digest ${digest}, the address is ${kept}`,
    );
  }
}
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
whole='97 of 97 bytes, the digest matches, the address is kept'
lost='0 of 97 bytes, the digest differs, the address is lost'
[ "$seen" = "response, parseHttp true: $lost
resource, parseHttp true: $whole
response, parseHttp false: $whole" ]
