#!/bin/sh
# humanize 2.5.1 for Ruby (Debian 12: ruby-humanize 2.5.1-2): a number with decimals
# whose last three digits before the point are below one hundred gets "and" and the
# word zero for them: 1,000,000.5 is "one million and zero point five", and 1.5
# million with a quarter more "one million and five hundred thousand and zero point
# two five". Read back as numbers the words are two. 1,100.5 and 100.5 are right, and
# so is each of the numbers without its decimals. The README has no such number.
#
# Input: 1000000.5    Expected: one million point five
# Observed: one million and zero point five
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-humanize=2.5.1-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-humanize_*.deb root

cat >read.rb <<'RUBY'
# frozen_string_literal: true

require "humanize"

[1_000_000.5, 1_500_000.25, 2000.5, 1100.5, 100.5, 1_000_000].each do |number|
  puts number.humanize
end
RUBY
seen=$(LC_ALL=C.UTF-8 ruby -I "$(dirname "$(find root -name humanize.rb |
	head -n 1)")" read.rb)
echo "$seen"
[ "$seen" = 'one million and zero point five
one million and five hundred thousand and zero point two five
two thousand and zero point five
one thousand, one hundred point five
one hundred point five
one million' ]
