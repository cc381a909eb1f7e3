#!/bin/sh
# Chronic 0.10.5 (Debian 12: ruby-chronic 0.10.5-2): the word "half" is 30, for
# the minutes of "half past two", wherever it is: half a year ago is thirty
# years ago, and half an hour ago thirty hours, with the day before. Nothing is
# raised. "Two and a half hours ago" is nil. The README has "half past 2" only.
#
# Input: half a year ago / half an hour ago / a year ago (with 6 May 2024, 12:00
#        as the present)
# Expected: 2023-11-06, 2024-05-06 11:30 (or nil), 2023-05-06
# Observed: 1994-05-06, 2024-05-05 06:00, 2023-05-06
#
# Needs: apt-get (Debian 12), ruby. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download ruby-chronic=0.10.5-2 >log 2>&1 || { cat log; exit 2; }
dpkg -x ruby-chronic_*.deb root

cat >read.rb <<'RUBY'
require "chronic"

now = Time.utc(2024, 5, 6, 12)
["half a year ago", "half an hour ago", "a year ago"].each do |text|
  puts "#{text}: #{Chronic.parse(text, now: now).strftime("%F %R")}"
end
RUBY
gems=root/usr/share/rubygems-integration/all/gems
seen=$(TZ=UTC ruby -I$gems/chronic-0.10.5/lib \
	-I$gems/gitlab-chronic-0.10.5/lib read.rb)
echo "$seen"
[ "$seen" = 'half a year ago: 1994-05-06 12:00
half an hour ago: 2024-05-05 06:00
a year ago: 2023-05-06 12:00' ]
