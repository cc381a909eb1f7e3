#!/bin/sh
# PHP 8.2 (Debian 12: php8.2-cli, php8.2-mbstring 8.2.36-1~deb12u1):
# mb_decode_mimeheader() leaves the underscores of a subject that is in the Q
# encoding. They stand for its spaces (RFC 2047, section 4.2), and most programs of
# newsletters write them, so that a headline is one long word. mb_encode_mimeheader()
# writes =20 for a space, which hides it from who tests the one with the other.
# iconv_mime_decode(), of the same PHP, gives the spaces.
#
# Input: Subject: =?UTF-8?Q?Caf=C3=A9_on_the_pier_is_sold?=
# Expected: Café on the pier is sold    Observed: Café_on_the_pier_is_sold
#
# Needs: apt-get (Debian 12), the libraries of php8.2-cli (apt-get install
# php8.2-cli). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download php8.2-cli=8.2.36-1~deb12u1 php8.2-mbstring=8.2.36-1~deb12u1 \
	php8.2-common=8.2.36-1~deb12u1 libonig5=6.9.8-1 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
so=$PWD/$(find root -name mbstring.so)
iconv=$PWD/$(find root -name iconv.so)

cat >read.php <<'PHP'
<?php
mb_internal_encoding("UTF-8");
$subject = "=?UTF-8?Q?Caf=C3=A9_on_the_pier_is_sold?=";
echo mb_decode_mimeheader($subject), "\n";
echo iconv_mime_decode($subject, 0, "UTF-8"), "\n";
PHP
seen=$(LD_LIBRARY_PATH=$(dirname "$(find "$PWD" -name 'libonig.so.5')") \
	root/usr/bin/php8.2 -n -d extension="$so" -d extension="$iconv" read.php)
echo "$seen"
[ "$seen" = 'Café_on_the_pier_is_sold
Café on the pier is sold' ]
