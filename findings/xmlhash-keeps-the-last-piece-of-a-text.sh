#!/bin/sh
# xmlhash 1.3.6 (Debian 12: ruby-xmlhash 1.3.6-3.1): of a paragraph with marked words
# only the text after the last mark is in the hash: the pieces before it are neither
# in _content nor elsewhere, as each is written over by the next. A CDATA section, in
# which most feeds have their articles, is dropped as a whole. Nothing is raised; for
# CDATA a line with a number and a name is printed. The README has an element with an
# attribute only, and no limit. The same text without marks is complete.
#
# Input: <p>It fell by <b>6</b> to <b>40</b>, she said.</p>
#        <d><![CDATA[The pier is sold.]]></d>
# Expected: all words
# Observed: {"b"=>["6", "40"], "_content"=>", she said."}, {}
#
# Needs: apt-get (Debian 12), ruby 3.1, libxml2. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-xmlhash=1.3.6-3.1 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-xmlhash_*.deb root
native=$(dirname "$(dirname "$(find root -name xmlhash.so)")")

cat >read.rb <<'RUBY'
require "xmlhash"

p Xmlhash.parse("<r><p>It fell by <b>6</b> to <b>40</b>, she said.</p></r>")
p Xmlhash.parse("<r><d><![CDATA[The pier is sold.]]></d></r>")
p Xmlhash.parse("<r><d>The pier is sold.</d></r>")
RUBY
ruby -I root/usr/lib/ruby/vendor_ruby -I "$native" read.rb | tee seen
grep -v cdata-section seen >hashes
[ "$(tr -d 'X()' <hashes)" = '{"p"=>{"b"=>["6", "40"], "_content"=>", she said."}}
{"d"=>{}}
{"d"=>"The pier is sold."}' ]
