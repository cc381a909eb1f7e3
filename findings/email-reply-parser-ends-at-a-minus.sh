#!/bin/sh
# email_reply_parser 0.5.8 for Ruby (Debian 12: ruby-email-reply-parser 0.5.8-2): a
# paragraph whose first line begins with a hyphen and no space, as a temperature, a
# score that fell or a dash of two hyphens does, is a signature, and parse_reply()
# leaves out all that comes after it, to the end of the message. "- Ann", a list, is
# none, and within a paragraph the same line stays. The README shows signatures that
# begin so below a thanks and at the message's end, and none with text after it.
#
# Input: The board met. / -5 degrees it was. / Nobody came. (three paragraphs)
# Expected: all three    Observed: The board met.
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-email-reply-parser=0.5.8-2 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x ruby-email-reply-parser_*.deb root

cat >read.rb <<'RUBY'
# frozen_string_literal: true

require "email_reply_parser"

["-5 degrees it was.", "--it was over.", "Cold it was:\n-5 degrees.",
 "- Ann was there."].each do |text|
  mail = "The board met.\n\n#{text}\n\nNobody came."
  puts EmailReplyParser.parse_reply(mail).tr("\n", "/")
end
RUBY
seen=$(LC_ALL=C.UTF-8 ruby -I "$(dirname "$(find root -name \
	email_reply_parser.rb | head -n 1)")" read.rb)
echo "$seen"
[ "$seen" = 'The board met.
The board met.
The board met.//Cold it was:/-5 degrees.//Nobody came.
The board met.//- Ann was there.//Nobody came.' ]
