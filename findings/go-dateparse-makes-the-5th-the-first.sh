#!/bin/sh
# dateparse for Go (araddon; Debian 12: golang-github-araddon-dateparse-dev
# 0.0~git20210429.6b43995-3): ParseAny() of a day of one figure with its ending before
# the month, "5th May 2024", and of a date with two days, "May 6-7, 2024", gives the
# first of the month and no error. A time with a point loses its minutes, so that
# 3.30pm is three o'clock. "May 5th, 2024" and "5 May 2024" are right, and "22nd May
# 2024" is an error, which ParseAny's documentation has for what it does not know.
#
# Input: 5th May 2024; May 6-7, 2024; 5 May 2024 3.30pm
# Expected: 2024-05-05, 2024-05-06, 2024-05-05 15:30, or errors
# Observed: 2024-05-01, 2024-05-01, 2024-05-05 15:00
#
# Needs: apt-get (Debian 12), a minute to compile Go's own library. Exit status: 0
# as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download golang-1.19-go=1.19.8-2 golang-1.19-src=1.19.8-2 \
	golang-github-araddon-dateparse-dev=0.0~git20210429.6b43995-3 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.go <<'GO'
package main

import (
	"fmt"

	"github.com/araddon/dateparse"
)

func main() {
	for _, text := range []string{"5 May 2024", "5th May 2024", "22nd May 2024",
		"May 5th, 2024", "May 6-7, 2024", "5 May 2024 3.30pm",
		"5 May 2024 3:30pm"} {
		day, err := dateparse.ParseAny(text)
		fmt.Println(text, "|", day.Format("2006-01-02 15:04"), err)
	}
}
GO
export GOROOT="$work/root/usr/lib/go-1.19" GOPATH="$work/root/usr/share/gocode" \
	GOCACHE="$work/cache" GO111MODULE=off
seen=$("$GOROOT/bin/go" run read.go)
echo "$seen"
echo "$seen" | grep -qx '5 May 2024 | 2024-05-05 00:00 <nil>'
echo "$seen" | grep -qx '5th May 2024 | 2024-05-01 00:00 <nil>'
echo "$seen" | grep -q '^22nd May 2024 | .* as "22nd Jan 2006"'
echo "$seen" | grep -qx 'May 5th, 2024 | 2024-05-05 00:00 <nil>'
echo "$seen" | grep -qx 'May 6-7, 2024 | 2024-05-01 00:00 <nil>'
echo "$seen" | grep -qx '5 May 2024 3.30pm | 2024-05-05 15:00 <nil>'
echo "$seen" | grep -qx '5 May 2024 3:30pm | 2024-05-05 15:30 <nil>'
