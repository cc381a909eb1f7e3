#!/bin/sh
# ICU 72.1 (Debian 12: libicu72, libicu-dev 72.1-3+deb12u1): the alternate
# quotation marks, which are for a quotation within a quotation, are the outer
# ones again in French, Dutch, Bulgarian, Lithuanian, Armenian, Turkmen and
# Yangben, with no status that says so. A program that nests quotations by
# ulocdata_getDelimiter() writes marks whose levels cannot be told apart, and
# one that reads them cannot know which level a mark closes. fr_CA and fr_CH
# have two pairs.
#
# Input: the locales fr and nl, all four kinds of ULocaleDataDelimiterType.
# Expected: two different pairs   Observed: fr « » « », nl ‘ ’ ‘ ’
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

cat >marks.c <<'C'
#include <stdio.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/ustring.h>

static void read_marks(const char *locale, char marks[4][32])
{
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(locale, &status);
	UChar mark[8];
	int kind, len;

	for (kind = 0; kind < 4; kind++) {
		len = ulocdata_getDelimiter(data, kind, mark, 8, &status);
		u_strToUTF8(marks[kind], 32, NULL, mark, len, &status);
	}
	ulocdata_close(data);
}

static int is_same(char marks[4][32])
{
	return !strcmp(marks[0], marks[2]) && !strcmp(marks[1], marks[3]);
}

int main(int argc, char **argv)
{
	char marks[4][32];
	int i, same = 0;

	for (i = 1; i < argc; i++) {
		read_marks(argv[i], marks);
		printf("%s %s %s %s %s\n", argv[i], marks[0], marks[1],
		       marks[2], marks[3]);
	}
	for (i = 0; i < uloc_countAvailable(); i++) {
		read_marks(uloc_getAvailable(i), marks);
		same += is_same(marks);
	}
	printf("the same pair twice: %d of %d locales\n", same, i);
	return 0;
}
C
cc -o marks -Iroot/usr/include marks.c "$lib"/libicui18n.so.72 \
	"$lib"/libicuuc.so.72 "$lib"/libicudata.so.72
seen=$(LD_LIBRARY_PATH=$lib LC_ALL=C ./marks fr nl fr_CA fr_CH it)
echo "$seen"
echo "$seen" | grep -qx 'fr « » « »'
echo "$seen" | grep -qx "nl ‘ ’ ‘ ’"
echo "$seen" | grep -qx 'fr_CH « » ‹ ›'
echo "$seen" | grep -qx 'the same pair twice: 63 of 805 locales'
