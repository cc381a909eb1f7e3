#!/bin/sh
# Inflecto 0.0.2 for Ruby (Debian 12: ruby-inflecto 0.0.2-1.1): singularize() of a word
# that is one already takes it for a plural: police is polouse, as mice ends so, and what
# ends in s has lost it, Congress, status, crisis, tennis, Paris and the US. pluralize()
# of the same package knows status, crisis and bus. Leaves are a leafe. Ruby on Rails,
# of which the comments of its code speak, has rules for -ss, status and crisis.
#
# Input: police, Congress, status, crisis, US, leaves
# Expected: police, Congress, status, crisis, US, leaf
# Observed: polouse, Congres, statu, crisi, U, leafe
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-inflecto=0.0.2-1.1 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-inflecto_*.deb root

cat >read.rb <<'RUBY'
# frozen_string_literal: true

require "inflecto"

puts %w[police Congress status crisis US leaves boats news wolves].map { |word|
  Inflecto.singularize(word)
}.join(" ")
puts %w[status crisis bus].map { |word| Inflecto.pluralize(word) }.join(" ")
RUBY
seen=$(LC_ALL=C.UTF-8 ruby -I "$(dirname "$(find root -name inflecto.rb |
	head -n 1)")" read.rb)
echo "$seen"
[ "$seen" = 'polouse Congres statu crisi U leafe boat news wolf
statuses crises buses' ]
