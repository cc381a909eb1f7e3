#!/bin/sh
# ICU 72.1 (Debian 12: icu-devtools, libicu72 72.1-3+deb12u1): its transliterator
# Any-Title writes a capital after figures, so that the 1st of May is the 1St of May,
# the 1990s are the 1990S, 3.5m is 3.5M, and 7th-day 7Th-Day. An apostrophe is seen as
# a part of a word, it’s and o’clock, and a figure is not. ICU's own u_strToTitle() of
# the same library writes 1st and 1990s.
#
# Input: the 1st of the 1990s, it’s 3.5m
# Expected: The 1st Of The 1990s, It’s 3.5m
# Observed: The 1St Of The 1990S, It’s 3.5M
#
# Needs: apt-get (Debian 12), cc. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download icu-devtools=72.1-3+deb12u1 libicu72=72.1-3+deb12u1 \
	libicu-dev=72.1-3+deb12u1 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
libs=$(dirname "$(find "$PWD/root" -name libicuuc.so.72 | head -n 1)")

cat >title.c <<'C'
#include <stdio.h>
#include <unicode/ustring.h>

int main(void)
{
	UChar text[200], title[200];
	char out[400];
	UErrorCode status = U_ZERO_ERROR;

	u_strFromUTF8(text, 200, NULL, "the 1st of the 1990s, it’s 3.5m", -1,
		      &status);
	u_strToTitle(title, 200, text, -1, NULL, "en", &status);
	u_strToUTF8(out, 400, NULL, title, -1, &status);
	puts(out);
	return status > U_ZERO_ERROR;
}
C
cc -Iroot/usr/include -o title title.c "$libs/libicuuc.so.72" \
	-Wl,-rpath,"$libs"
export LD_LIBRARY_PATH="$libs"
seen=$(printf '%s\n' 'the 1st of the 1990s, it’s 3.5m' '7th-day ’90s' |
	LC_ALL=C.UTF-8 root/usr/bin/uconv -x Any-Title; ./title)
echo "$seen"
[ "$seen" = 'The 1St Of The 1990S, It’s 3.5M
7Th-Day ’90S
The 1st Of The 1990s, It’s 3.5m' ]
