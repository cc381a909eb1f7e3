#!/bin/sh
# Parsedown 1.7.4 (Debian 12: php-parsedown 1.7.4-1): asterisks with a space on both
# sides are marks of emphasis, so that 5 * 3 * 2 is 5 3 2 with an italic 3, and those
# of "5* and 6* hotels" are gone, too. So it is with a _ b _ c and with ** in an
# expression. In Markdown's own description an asterisk or underscore with spaces
# around it is literal, and by CommonMark (0.31.2, 6.2) a mark before a space opens
# nothing. The README says that it passes most tests of CommonMark, and that those it
# does not are of uncommon cases.
#
# Input: It is 5 * 3 * 2 boats
# Expected: <p>It is 5 * 3 * 2 boats</p>
# Observed: <p>It is 5 <em> 3 </em> 2 boats</p>
#
# Needs: apt-get (Debian 12), the libraries of php8.2-cli (apt-get install
# php8.2-cli). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download php-parsedown=1.7.4-1 php8.2-cli=8.2.36-1~deb12u1 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.php <<'PHP'
<?php
require "root/usr/share/php/Parsedown/Parsedown.php";
$texts = ["It is 5 * 3 * 2 boats", "Between 5* and 6* hotels", "a _ b _ c",
	"5 * 3 boats"];
foreach ($texts as $text)
	echo (new Parsedown())->text($text), "\n";
PHP
seen=$(root/usr/bin/php8.2 -n read.php)
echo "$seen"
[ "$seen" = '<p>It is 5 <em> 3 </em> 2 boats</p>
<p>Between 5<em> and 6</em> hotels</p>
<p>a <em> b </em> c</p>
<p>5 * 3 boats</p>' ]
