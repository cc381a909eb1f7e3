#!/bin/sh
# libcsv 3.0.3 (Debian 12: libcsv3, libcsv-dev 3.0.3+dfsg-6): csv_parse() drops
# spaces and tabs around an unquoted field, though RFC 4180 (section 2, item 4)
# says that spaces are part of a field. The same field in quotes keeps them, so
# ` a ` and `" a "` are read as different values, and a file that is read and
# written again is not the same. CSV_STRICT does not change it; only a callback
# (csv_set_space_func) does.
#
# Expected: [ a ][ b ]   Observed: [a][ b ]
#
# Needs: apt-get (Debian 12), a C compiler. Exit status: 0 as described, 1 not.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libcsv3=3.0.3+dfsg-6 libcsv-dev=3.0.3+dfsg-6 >log 2>&1 ||
	{ cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libcsv.so.3*' | head -n 1)")

cat >read.c <<'C'
#include <csv.h>
#include <stdio.h>
#include <string.h>

static void field(void *bytes, size_t len, void *context)
{
	(void)context;
	printf("[%.*s]", (int)len, (char *)bytes);
}

static int is_no_space(unsigned char c)
{
	(void)c;
	return 0;
}

int main(int argc, char **argv)
{
	const char text[] = " a ,\" b \"\r\n";
	struct csv_parser parser;

	(void)argv;
	csv_init(&parser, CSV_STRICT);
	if (argc > 1)
		csv_set_space_func(&parser, is_no_space);
	csv_parse(&parser, text, strlen(text), field, NULL, NULL);
	csv_fini(&parser, field, NULL, NULL);
	csv_free(&parser);
	printf("\n");
	return 0;
}
C
cc -o read -Iroot/usr/include read.c "$lib"/libcsv.so.3
seen=$(LD_LIBRARY_PATH=$lib ./read)
told=$(LD_LIBRARY_PATH=$lib ./read callback)
echo "as it is:                $seen"
echo "with csv_set_space_func: $told"
[ "$seen" = '[a][ b ]' ] && [ "$told" = '[ a ][ b ]' ]
