#!/bin/sh
# ICU 72.1 (Debian 12: libicu72, libicu-dev 72.1-3+deb12u1): for some short
# inputs ucsdet_detectAll() gives no list of matches but U_INVALID_CHAR_FOUND
# (10), a status of converters that unicode/ucsdet.h does not name: two bytes
# that one of its recognisers cannot read hide what all the others found. With
# one byte more before them the same two bytes are no error.
#
# Input: the bytes 8D FF, and FF 8D FF.
# Expected: a list of guesses, or an empty one, and U_ZERO_ERROR for both
# Observed: U_INVALID_CHAR_FOUND and no list for the first
#
# Needs: apt-get (Debian 12), a C compiler. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libicuuc.so.72' | head -n 1)")

cat >detect.c <<'C'
#include <stdio.h>
#include <string.h>
#include <unicode/ucsdet.h>

static void detect(const char *bytes)
{
	UErrorCode status = U_ZERO_ERROR;
	UCharsetDetector *detector = ucsdet_open(&status);
	int32_t count = 0;

	ucsdet_setText(detector, bytes, (int32_t)strlen(bytes), &status);
	ucsdet_detectAll(detector, &count, &status);
	printf("%s %s\n", u_errorName(status), count ? "matches" : "none");
	ucsdet_close(detector);
}

int main(void)
{
	detect("\x8D\xFF");
	detect("\xFF\x8D\xFF");
	return 0;
}
C
cc -o detect -Iroot/usr/include detect.c "$lib"/libicui18n.so.72 \
	"$lib"/libicuuc.so.72 "$lib"/libicudata.so.72
LD_LIBRARY_PATH=$lib ./detect | tee seen
[ "$(sed -n 1p seen)" = 'U_INVALID_CHAR_FOUND none' ]
grep -q '^U_ZERO_ERROR' seen
