#!/bin/sh
# eml-format 0.6.1 (npm): of a subject read() gives the first encoded word alone. RFC
# 2047 (section 2) has an encoded word end at 75 characters, so that a longer headline
# with one letter beyond ASCII has several: what is after the first, or before it as
# plain text, is gone, and the message has a shorter subject that reads well. The
# underscores, which stand for spaces in the Q encoding (4.2), stay. The README says
# that =?UTF-8?...?= content is decoded. mailparser 3.14.2 gives all of it.
#
# Input: Subject: Pier =?UTF-8?Q?caf=C3=A9_in_Northport?= / =?UTF-8?Q?_is_sold?=
# Expected: Pier café in Northport is sold    Observed: café_in_Northport
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund eml-format@0.6.1 mailparser@3.14.2 >log 2>&1 ||
	{ cat log; exit 2; }

cat >read.cjs <<'JS'
const { read } = require("eml-format");
const { simpleParser } = require("mailparser");

const mail = (...subject) =>
  ["From: desk@quay.example", "Subject: " + subject.join("\r\n "),
    "Content-Type: text/plain", "", "Text", ""].join("\r\n");
const subjects = [
  ["Pier =?UTF-8?Q?caf=C3=A9_in_Northport?=", "=?UTF-8?Q?_is_sold?="],
  ["=?UTF-8?B?Q2Fmw6k=?= is sold"],
  ["The pier is sold"],
];
(async () => {
  for (const subject of subjects) {
    read(mail(...subject), (error, data) => console.log(error || data.subject));
    console.log("  " + (await simpleParser(mail(...subject))).subject);
  }
})();
JS
seen=$(node read.cjs)
echo "$seen"
[ "$seen" = 'café_in_Northport
  Pier café in Northport is sold
Café
  Café is sold
The pier is sold
  The pier is sold' ]
