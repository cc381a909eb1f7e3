#!/bin/sh
# email_reply_trimmer 0.1.6 (Debian 12: ruby-email-reply-trimmer 0.1.6-2): of a
# message that greets, quotes and then answers below the quotation only the greeting
# is left. Without the greeting the answer stays. RFC 1855 wants the original, or a
# summary of it, at the top of a reply. The README says that it trims replies, and
# names no such case. Debian's email_reply_parser (0.5.8) keeps the answer.
#
# Input: Hello Ida, / On Mon, 6 May 2024, Ida Pell wrote: / > When? / At five.
# Expected: the greeting and "At five."
# Observed: the greeting alone
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-email-reply-trimmer=0.1.6-2 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x ruby-email-reply-trimmer_*.deb root

cat >trim.rb <<'RUBY'
require "email_reply_trimmer"

quoted = "On Mon, 6 May 2024, Ida Pell wrote:\n> When does it leave?\n\n"
["Hello Ida,\n\n#{quoted}At five.\n", "#{quoted}At five.\n"].each do |mail|
  p EmailReplyTrimmer.trim(mail)
end
RUBY
lib=$(dirname "$(find root -name email_reply_trimmer.rb | head -n 1)")
seen=$(ruby -I"$lib" trim.rb)
echo "$seen"
[ "$(echo "$seen" | head -n 1)" = '"Hello Ida,"' ]
echo "$seen" | tail -n 1 | grep -q 'At five'
