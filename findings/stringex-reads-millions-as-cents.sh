#!/bin/sh
# Stringex 2.8.5 (Debian 12: ruby-stringex 2.8.5-4), to_url, which makes the address
# of a page of its headline: what follows the point of an amount in dollars is cents,
# be it one figure or with a million after it. $1.5 million is a dollar and five cents
# million, $2.25 million two dollars and 25 cents million. $1.5m has "dot", and so
# have pounds and euros. The README has "$12 worth of Ruby power", and no amount with
# a point.
#
# Input: Pier sold for $1.5 million
# Expected: pier-sold-for-1-dot-5-million-dollars, or 1-5-million
# Observed: pier-sold-for-1-dollars-5-cents-million
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-stringex=2.8.5-4 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-stringex_*.deb root

cat >slugs.rb <<'RUBY'
# frozen_string_literal: true

require "stringex"

["Pier sold for $1.5 million", "A loan of $2.25 million", "$1.5m", "£1.5m",
 "Lunch for $12.50"].each { |title| puts title.to_url }
RUBY
seen=$(LC_ALL=C.UTF-8 ruby -I "$(find root -path '*stringex*/lib' -type d |
	head -n 1)" slugs.rb)
echo "$seen"
[ "$seen" = 'pier-sold-for-1-dollars-5-cents-million
a-loan-of-2-dollars-25-cents-million
1-dollars-dot-5m
ps1-dot-5m
lunch-for-12-dollars-50-cents' ]
