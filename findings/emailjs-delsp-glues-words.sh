#!/bin/sh
# emailjs-mime-parser 2.0.7 (npm): of text/plain with format=flowed and
# DelSp=yes it drops every space before a soft line break. RFC 3676 (section
# 4.2) says to drop one, which the sender added to mark the break: a line that
# is broken between two words ends with two spaces, their own and the mark. So
# each such break makes one word of two. mailparser and postal-mime keep the
# space, and join a word that was broken with one space.
#
# Input: "The board met", two spaces, line end, "on Monday; it is un", one
#        space, line end, "likely." (the lines of one paragraph)
# Expected: The board met on Monday; it is unlikely.
# Observed: The board meton Monday; it is unlikely.
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund emailjs-mime-parser@2.0.7 \
	mailparser@3.14.2 postal-mime@4.0.0 >log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import emailjs from "emailjs-mime-parser";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const mail = [
  "From: ann@example.org",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
  "",
  "The board met  ",
  "on Monday; it is un ",
  "likely.",
  "",
].join("\r\n");

const texts = {
  "emailjs-mime-parser": Buffer.from(emailjs.default(mail).content).toString(),
  mailparser: (await simpleParser(mail)).text,
  "postal-mime": (await PostalMime.parse(mail)).text,
};
for (const [name, text] of Object.entries(texts))
  console.log(`${name}: ${text.trim()}`);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'emailjs-mime-parser: The board meton Monday; it is unlikely.
mailparser: The board met on Monday; it is unlikely.
postal-mime: The board met on Monday; it is unlikely.' ]
