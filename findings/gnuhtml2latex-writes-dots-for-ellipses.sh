#!/bin/sh
# gnuhtml2latex 0.4 (Debian 12: gnuhtml2latex 0.4-3.1): &hellip; becomes the word "dots",
# so that a sentence which breaks off ends in it: "He waited dots". It has \ldots in the
# replacement of a Perl pattern, where \l makes the next letter small. A < of the text
# is left as it is, which LaTeX in its default encoding (OT1) prints as an inverted
# exclamation mark. The marks of <q> are missing. The manual names none of these.
#
# Input: <p>He waited &hellip; and 5 &lt; 6, &ldquo;no&rdquo;</p>
# Expected: He waited \ldots{} and $5 < 6$, ``no''
# Observed: He waited dots{} and 5 < 6, ``no''
#
# Needs: apt-get (Debian 12), perl. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download gnuhtml2latex=0.4-3.1 libhtml-parser-perl=3.81-1+deb12u1 \
	libhtml-tagset-perl=3.20-6 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >page.html <<'HTML'
<html><body>
<p>He waited &hellip; and 5 &lt; 6, &ldquo;no&rdquo; &ndash; <q>so</q>.</p>
</body></html>
HTML
binary=$(echo "$work"/root/usr/lib/*/perl5/5.36)
LC_ALL=C.UTF-8 perl -Iroot/usr/share/perl5 -I"$binary" \
	root/usr/bin/gnuhtml2latex page.html
seen=$(grep -o 'He waited.*so' page.tex)
echo "$seen"
[ "$seen" = "He waited dots{} and 5 < 6, \`\`no'' -- so" ]
