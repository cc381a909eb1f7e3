#!/bin/sh
# Blackfriday 2.1.0 for Go (Debian 12: golang-github-russross-blackfriday-v2-dev
# 2.1.0-1), as Run() is: two numbers with a slash are a fraction, with raised
# and lowered figures, whatever they are: 9/11, 24/7, a 50/50 vote, 5/6 May and a score
# of 6/4. A text that is made of the HTML has a fraction slash (U+2044), or nothing,
# between them. A date of three numbers and an address stay. SmartyPants, whose name the
# option has, knows no fractions; the option is among those of CommonHTMLFlags.
#
# Input: On 9/11, a 50/50 vote, 1/2/2024
# Expected: the same
# Observed: On <sup>9</sup>&frasl;<sub>11</sub>, a <sup>50</sup>&frasl;<sub>50</sub>
#           vote, 1/2/2024
#
# Needs: apt-get (Debian 12), a minute to compile Go's own library. Exit status: 0
# as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download golang-1.19-go=1.19.8-2 golang-1.19-src=1.19.8-2 \
	golang-github-russross-blackfriday-v2-dev=2.1.0-1 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.go <<'GO'
package main

import (
	"fmt"

	"github.com/russross/blackfriday/v2"
)

func main() {
	for _, text := range []string{"On 9/11, a 50/50 vote, 1/2/2024",
		"Open 24/7 from 5/6 May."} {
		fmt.Print(string(blackfriday.Run([]byte(text))))
	}
}
GO
export GOROOT="$work/root/usr/lib/go-1.19" GOPATH="$work/root/usr/share/gocode" \
	GOCACHE="${GOCACHE:-$work/cache}" GO111MODULE=off
seen=$("$GOROOT/bin/go" run read.go)
echo "$seen"
[ "$seen" = '<p>On <sup>9</sup>&frasl;<sub>11</sub>, a <sup>50</sup>&frasl;<sub>50</sub> vote, 1/2/2024</p>
<p>Open <sup>24</sup>&frasl;<sub>7</sub> from <sup>5</sup>&frasl;<sub>6</sub> May.</p>' ]
