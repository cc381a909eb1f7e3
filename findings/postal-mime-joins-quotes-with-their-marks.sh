#!/bin/sh
# postal-mime 4.0.0 (npm): it joins the flowed lines of a format=flowed mail
# without looking at their quote marks, so that a quoted paragraph gets a > in
# the midst of its sentences wherever one of its lines ended. RFC 3676 (section
# 4.5) says to take the marks off each line before it is joined. mailparser
# does.
#
# Input: a quote of two lines, of which the first ends with a space; a reply.
# Expected: > The pier will not be sold. / I agree.
# Observed: > The pier will > not be sold. / I agree.
#
# Needs: node 20 or newer, npm. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --no-audit --no-fund mailparser@3.14.2 postal-mime@4.0.0 \
	>log 2>&1 || { cat log; exit 2; }

cat >read.mjs <<'JS'
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";

const mail = [
  "From: ann@example.org",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8; format=flowed",
  "",
  "> The pier will ",
  "> not be sold.",
  "I agree.",
  "",
].join("\r\n");

const texts = {
  "postal-mime": (await PostalMime.parse(mail)).text,
  mailparser: (await simpleParser(mail)).text,
};
for (const [name, text] of Object.entries(texts))
  console.log(`${name}: ${text.trim().replaceAll("\n", " / ")}`);
JS
seen=$(node read.mjs 2>&1)
echo "$seen"
[ "$seen" = 'postal-mime: > The pier will > not be sold. / I agree.
mailparser: > The pier will not be sold. / I agree.' ]
