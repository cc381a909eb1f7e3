#!/bin/sh
# libarchive 3.6.2 (Debian 12: libarchive13, libarchive-dev 3.6.2-1+deb12u5):
# a reader that supports the gzip filter and the raw format, and no other,
# unpacks a gzip file that holds a gzip file twice: the filter is asked again
# for what it gave, as often as it says yes. zcat unpacks one layer. Supporting
# one filter does not mean one layer: a program that wants the content of
# `a.gz.gz` as a .gz file must count archive_filter_count() or give the filter
# by archive_read_append_filter().
#
# Expected: the inner file, which begins with 1f 8b   Observed: its text
#
# Needs: apt-get (Debian 12), gzip, a C compiler. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libarchive13=3.6.2-1+deb12u5 \
	libarchive-dev=3.6.2-1+deb12u5 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libarchive.so.13' | head -n 1)")

cat >read.c <<'C'
#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	struct archive *archive = archive_read_new();
	struct archive_entry *entry;
	unsigned char bytes[64];
	long len;

	if (argc > 2)
		archive_read_append_filter(archive, ARCHIVE_FILTER_GZIP);
	else
		archive_read_support_filter_gzip(archive);
	archive_read_support_format_raw(archive);
	if (archive_read_open_filename(archive, argv[1], 10240) ||
	    archive_read_next_header(archive, &entry))
		return 2;
	len = archive_read_data(archive, bytes, sizeof(bytes));
	if (len > 1 && bytes[0] == 0x1f && bytes[1] == 0x8b)
		printf("a gzip file\n");
	else
		printf("%.*s\n", (int)len, (char *)bytes);
	archive_read_free(archive);
	return 0;
}
C
cc -o read -Iroot/usr/include read.c "$lib"/libarchive.so.13
printf 'the text' | gzip -c | gzip -c >twice.gz
seen=$(LD_LIBRARY_PATH=$lib ./read twice.gz)
told=$(LD_LIBRARY_PATH=$lib ./read twice.gz appended)
once=$(zcat twice.gz | od -An -tx1 -N2 | tr -d ' ')
echo "support_filter_gzip: $seen"
echo "append_filter:       $told"
echo "zcat begins with:    $once"
[ "$seen" = 'the text' ] && [ "$told" = 'a gzip file' ] && [ "$once" = 1f8b ]
