#!/bin/sh
# node-warc 3.3.1 (npm): of a record whose text has its line ends as CR LF only what
# is before the first blank line is in content, and the rest of the article is gone.
# ISO 28500 says by Content-Length where a block ends, and a block may be any bytes.
# The parser ignores the length and looks for blank lines. It adds CR LF to what it
# gives. With LF alone, as Common Crawl writes it, the text is whole; pages that a
# server sent with CR LF are cut in the same way.
#
# Input: a record of type conversion with "One.", CR LF, CR LF, "Two." / with LF, LF
# Expected: both texts whole    Observed: One. / One. and Two.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund --ignore-scripts node-warc@3.3.1 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.js <<'JS'
const fs = require("fs");
const { AutoWARCParser } = require("node-warc");

const record = (type, mime, block) =>
  [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    "WARC-Record-ID: <urn:uuid:6a0b5c5e-0000-4000-8000-000000000001>",
    "WARC-Date: 2024-05-06T10:00:00Z",
    "WARC-Target-URI: http://quay.example/",
    `Content-Type: ${mime}`,
    `Content-Length: ${Buffer.byteLength(block)}`,
    "",
    `${block}\r\n\r\n`,
  ].join("\r\n");
const http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n";
const page = "application/http;msgtype=response";
const last = record("metadata", "text/plain", "The end.");
const read = async (warc) => {
  fs.writeFileSync("one.warc", warc + last);
  try {
    for await (const { warcType, content } of new AutoWARCParser("one.warc"))
      if (warcType !== "metadata")
        console.log(JSON.stringify(String(content)));
  } catch (error) {
    // At the end of the file, with Node 20: the last record is not given.
  }
};

(async () => {
  for (const end of ["\r\n", "\n"]) {
    const text = `One.${end}${end}Two.`;
    await read(record("conversion", "text/plain", text));
    await read(record("response", page, http + text));
  }
})();
JS
seen=$(node read.js 2>&1)
printf '%s\n' "$seen"
[ "$seen" = '"One.\r\n"
"One.\r\n"
"One.\n\nTwo.\r\n"
"One.\n\nTwo.\r\n"' ]
