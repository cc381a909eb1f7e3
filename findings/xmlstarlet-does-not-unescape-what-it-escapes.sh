#!/bin/sh
# XMLStarlet 1.6.1 (Debian 12: xmlstarlet 1.6.1-3): "unesc", the other way of "esc",
# does not read what esc writes. esc has a number for each letter beyond ASCII, &#xE9;
# and &#x2019;. unesc makes one byte of a number up to 255, so that é is the byte E9, and
# the text neither ASCII nor UTF-8; a longer one stays as it is, with a message that its
# name is too long. Exit status 0. The command's help has "unescape special XML
# characters", and sel -T of the same program writes both as UTF-8.
#
# Input: café, it’s    Expected: café, it’s
# Observed: caf\xe9, it&#x2019;s
#
# Needs: apt-get (Debian 12), od. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download xmlstarlet=1.6.1-3 >log 2>&1 || { cat log; exit 2; }
dpkg -x xmlstarlet_*.deb root
xml() { LC_ALL=C.UTF-8 root/usr/bin/xmlstarlet "$@"; }

escaped=$(xml esc 'café, it’s')
bytes=$(xml unesc "$escaped" 2>log | od -An -c | tr -s ' \n' ' ')
read_as=$(echo "<a>$escaped</a>" | xml sel -T -t -v /a)
echo "$escaped"
echo "$bytes"
cat log
echo "$read_as"
[ "$escaped" = 'caf&#xE9;, it&#x2019;s' ]
[ "$bytes" = ' c a f 351 , i t & # x 2 0 1 9 ; s ' ]
[ "$(cat log)" = 'entity name too long: &#x2019' ]
[ "$read_as" = 'café, it’s' ]
