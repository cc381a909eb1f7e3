#!/bin/sh
# Lynx 2.9.0dev.12, Links 2.28, ELinks 0.13.2, w3m 0.5.3 and html2text 1.3.2a (Debian
# 12: lynx 2.9.0dev.12-1, links 2.28-1+b2, elinks 0.13.2-1+b4, w3m
# 0.5.3+git20230121-2, html2text 1.3.2a-28): -dump, by which many a pipeline makes text
# of pages, joins the blocks of HTML 5 without a line end or a space between them, so
# that the last word of a section and the first of the next are one. <section>,
# <article>, <main>, <aside> and <header> are to them elements within a line. HTML
# (15.3.3, 15.3.7) has them as blocks, as <div> is, which all five part.
#
# Input: <section>The pier is sold</section><section>Boats leave</section>, and so on
# Expected: a line each    Observed: The pier is soldBoats leave
#
# Needs: apt-get (Debian 12), the libraries of these programs (apt-get install lynx
# links elinks w3m html2text). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download lynx=2.9.0dev.12-1 lynx-common=2.9.0dev.12-1 links=2.28-1+b2 \
	elinks=0.13.2-1+b4 elinks-data=0.13.2-1 w3m=0.5.3+git20230121-2 \
	html2text=1.3.2a-28 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
bin=root/usr/bin

cat >page.html <<'HTML'
<html><head><title>t</title></head><body>
<section>The pier is sold</section><section>Boats leave</section>
<p>
<article>He said so</article><aside>By Ann Lee</aside>
<p>
<div>One</div><div>Two</div>
</body></html>
HTML
show() { echo "$1: $(tr -s ' \n' ' /' | sed 's/ *\/ */\//g; s/^[/ ]*//; s/[/ ]*$//')"; }
seen=$(
	$bin/lynx -cfg=root/etc/lynx/lynx.cfg -dump page.html 2>&1 | show lynx
	$bin/links -dump page.html 2>&1 | show links
	$bin/elinks -no-home -dump page.html 2>&1 | show elinks
	$bin/w3m -T text/html -dump page.html 2>&1 | show w3m
	$bin/html2text page.html 2>&1 | show html2text
)
echo "$seen"
[ "$seen" = 'lynx: The pier is soldBoats leave/He said soBy Ann Lee/One/Two
links: The pier is soldBoats leave/He said soBy Ann Lee/One/Two
elinks: The pier is soldBoats leave/He said soBy Ann Lee/One/Two
w3m: The pier is soldBoats leave/He said soBy Ann Lee/One/Two
html2text: The pier is soldBoats leave/He said soBy Ann Lee/One/Two' ]
