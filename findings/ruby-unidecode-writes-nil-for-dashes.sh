#!/bin/sh
# unidecode 1.0.0 for Ruby (Debian 12: ruby-unidecode 1.0.0-2) with Ruby 3.1: an en dash
# is written as the word [nil] in brackets, as its table has a bare hyphen for it, which
# YAML now reads as a list with nothing in it. The table of Latin-1 cannot be read at
# all, and each of its letters and signs is a question mark: café is caf?, £5 is ?5.
# Nothing is raised. The README shows a name in Cyrillic, which is right, as are curly
# quotation marks; of its limits it names those of Text::Unidecode, which writes both.
#
# Input: café – £5, “no”, Ёлка
# Expected: cafe - PS5, "no", Iolka    Observed: caf? [nil] ?5, "no", Iolka
#
# Needs: apt-get (Debian 12), ruby 3.1. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-unidecode=1.0.0-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-unidecode_*.deb root

cat >read.rb <<'RUBY'
# frozen_string_literal: true

require "unidecode"

puts "café – £5, “no”, Ёлка".to_ascii, "1914–18 — Łódź".to_ascii
RUBY
seen=$(LC_ALL=C.UTF-8 ruby -I "$(dirname "$(find root -name unidecode.rb |
	head -n 1)")" read.rb)
echo "$seen"
[ "$seen" = 'caf? [nil] ?5, "no", Iolka
1914[nil]18 -- L?dz' ]
