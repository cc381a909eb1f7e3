#!/bin/sh
# subtitles-parser-vtt 0.1.0 (npm): fromVtt() loses every cue whose times have no
# hours. They are optional in WebVTT (W3C, 4.4: "00:01.000"), and most writers leave
# them out below one hour. Of a film's captions those of its first hour are gone,
# without an error.
#
# Input: a WebVTT file with a cue at 59:58.000 and one at 01:00:02.000
# Expected: two cues
# Observed: the second alone
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund subtitles-parser-vtt@0.1.0 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const parser = require("subtitles-parser-vtt");

const cues = (first) => `WEBVTT

1
${first} --> 01:00:01.000
It left at five.

2
01:00:02.000 --> 01:00:04.000
It came back.
`;
for (const first of ["59:58.000", "00:59:58.000"])
  console.log(`${first}: ${parser.fromVtt(cues(first)).map((c) => c.text)}`);
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = '59:58.000: It came back.
00:59:58.000: It left at five.,It came back.' ]
