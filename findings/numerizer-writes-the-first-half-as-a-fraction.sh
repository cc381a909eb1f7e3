#!/bin/sh
# Numerizer 0.2.0 for Ruby (Debian 12: ruby-numerizer 0.2.0-2): "half" is a
# fraction of the number before it, so that the first half of a match is the
# 1st/2, and of "It lost half a million" two words become one with parts of the
# number, "lost/2 a1000000". A decimal in words is taken apart: three point five
# million is "3 point 5000000". "Two and a half" is 2.5; the README shows this
# one, and says that numbers are parsed from natural language.
#
# Input: in the first half / It lost half a million. / three point five million
# Expected: in the first half (or 1st half), It lost 500000., 3500000
# Observed: in the 1st/2, It lost/2 a1000000., 3 point 5000000
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-numerizer=0.2.0-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-numerizer_*.deb root

cat >read.rb <<'RUBY'
require "numerizer"

["She won in the first half.", "It lost half a million.",
 "It cost three point five million.", "It ran two and a half miles."]
  .each { |text| puts Numerizer.numerize(text) }
RUBY
seen=$(ruby -Iroot/usr/lib/ruby/vendor_ruby read.rb)
echo "$seen"
[ "$seen" = 'She won in the 1st/2.
It lost/2 a1000000.
It cost 3 point 5000000.
It ran 2.5 miles.' ]
