#!/bin/sh
# @plussub/srt-vtt-parser 2.0.5 (npm): a cue without text swallows the one after it:
# its number and its times become lines of the text, and are shown to the viewer at the
# time of the empty cue. WebVTT lets a cue's payload be empty (W3C, 4.1), and subtitles
# have such cues where a line was taken out. node-webvtt and subtitle give the next
# cue as one of its own.
#
# Input: WebVTT with the cues One., an empty one, and Three.
# Expected: One. / (nothing) / Three.
# Observed: One. / 00:05.000 --> 00:06.000, Three.
#
# Needs: node 18 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund @plussub/srt-vtt-parser@2.0.5 \
	node-webvtt@1.9.4 subtitle@4.2.2 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { parse } from "@plussub/srt-vtt-parser";
import { parseSync } from "subtitle";
import webvtt from "node-webvtt";

const vtt =
  "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:03.000 --> 00:04.000\n\n" +
  "00:05.000 --> 00:06.000\nThree.\n";
const srt =
  "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03,000 --> " +
  "00:00:04,000\n\n3\n00:00:05,000 --> 00:00:06,000\nThree.\n";
const show = (name, cues) =>
  console.log(name, JSON.stringify(cues.map((cue) => cue.text)));
show("srt-vtt-parser, vtt:", parse(vtt).entries);
show("srt-vtt-parser, srt:", parse(srt).entries);
show("node-webvtt, vtt:", webvtt.parse(vtt).cues);
show("subtitle, srt:", parseSync(srt).map((node) => node.data));
JS
seen=$(node read.mjs 2>&1)
printf '%s\n' "$seen"
[ "$seen" = 'srt-vtt-parser, vtt: ["One.","\n00:05.000 --> 00:06.000\nThree."]
srt-vtt-parser, srt: ["One.","\n3\n00:00:05,000 --> 00:00:06,000\nThree."]
node-webvtt, vtt: ["One.","Three."]
subtitle, srt: ["One.","","Three."]' ]
