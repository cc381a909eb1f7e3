#!/bin/sh
# ICU 72.1 (Debian 12: libicu72, libicu-dev 72.1-3+deb12u1): ulocdata_open() of
# a language that ICU has no data for, here Latin (la), takes the marks of the
# process's own locale, so that one program gives German marks on one machine
# and Japanese ones on the next. ulocdata_setNoSubstitute() does not change it,
# though unicode/ulocdata.h says that there is then no result without data for
# the locale that was given. The status is U_USING_DEFAULT_WARNING, which
# unicode/utypes.h explains as "from the root locale"; ucol_open() gives the
# same status for la and does take the root locale.
#
# Input: la, under LC_ALL=de_DE.UTF-8 and ja_JP.UTF-8.
# Expected: U_MISSING_RESOURCE_ERROR, or the root locale's “ ” in both
# Observed: „ “ in the first, 「 」 in the second
#
# Needs: apt-get (Debian 12), a C compiler; the two locales need not be
# installed. Exit status: 0 as described.
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
#include <unicode/ucol.h>
#include <unicode/ulocdata.h>
#include <unicode/ustring.h>

static void print_mark(ULocaleData *data, ULocaleDataDelimiterType kind)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar mark[8];
	char bytes[32] = "";
	int len = ulocdata_getDelimiter(data, kind, mark, 8, &status);

	if (U_SUCCESS(status))
		u_strToUTF8(bytes, 32, NULL, mark, len, &status);
	printf("%s ", U_SUCCESS(status) ? bytes : u_errorName(status));
}

static void print_collation(const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *order = ucol_open(locale, &status);
	UErrorCode opened = status;

	printf("collation of %s (%s)\n",
	       ucol_getLocaleByType(order, ULOC_ACTUAL_LOCALE, &status),
	       u_errorName(opened));
	ucol_close(order);
}

int main(int argc, char **argv)
{
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = ulocdata_open(argv[argc - 1], &status);

	ulocdata_setNoSubstitute(data, 1);
	print_mark(data, ULOCDATA_QUOTATION_START);
	print_mark(data, ULOCDATA_QUOTATION_END);
	printf("(%s), ", u_errorName(status));
	ulocdata_close(data);
	print_collation(argv[argc - 1]);
	return 0;
}
C
cc -o marks -Iroot/usr/include marks.c "$lib"/libicui18n.so.72 \
	"$lib"/libicuuc.so.72 "$lib"/libicudata.so.72
as_in() { LD_LIBRARY_PATH=$lib LC_ALL=$1 ./marks "$2"; }
german=$(as_in de_DE.UTF-8 la)
japanese=$(as_in ja_JP.UTF-8 la)
root=$(as_in ja_JP.UTF-8 root)
echo "la, in de_DE:   $german"
echo "la, in ja_JP:   $japanese"
echo "root, in ja_JP: $root"
default='(U_USING_DEFAULT_WARNING)'
[ "$german" = '„ “ '"$default, collation of root $default" ]
[ "$japanese" = "「 」 $default, collation of root $default" ]
case $root in '“ ” '*) ;; *) exit 1 ;; esac
