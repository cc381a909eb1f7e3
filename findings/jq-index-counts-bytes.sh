#!/bin/sh
# jq 1.6 (Debian 12: jq, libjq1 1.6-2.1+deb12u3): index(), rindex() and indices() of a
# string count bytes, and a slice, .[a:b], and length count characters. So a title
# that is cut at " - ", where pages put the outlet's name, keeps a part of that name
# for each letter beyond ASCII before it, and one that is cut after a mark begins too
# late. Titles in plain ASCII hide it. The manual has an ASCII string for index() and
# speaks of no bytes; test() and match() of the same jq give characters.
#
# Input: "Élan’s café sold - The Quay" | .[0:index(" - ")], .[index(" - ") + 3:]
# Expected: Élan’s café sold / The Quay
# Observed: Élan’s café sold - T / Quay
#
# Needs: apt-get (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find root -name 'libjq.so.1')")
export LD_LIBRARY_PATH

seen=$(root/usr/bin/jq -nr '
	"Élan’s café sold - The Quay", "Pier sold - The Quay" |
	.[0:index(" - ")], .[index(" - ") + 3:], (match(" - ").offset)')
echo "$seen"
[ "$seen" = 'Élan’s café sold - T
Quay
16
Pier sold
The Quay
9' ]
