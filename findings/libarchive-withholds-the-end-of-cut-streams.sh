#!/bin/sh
# libarchive 3.6.2 (Debian 12: libarchive13, libarchive-dev 3.6.2-1+deb12u5): of
# a gzip or xz stream that is cut off, the last bytes that can be decoded are
# not given: archive_read_data() fails as a whole for the block of 64 KiB within
# which the input ends. A stream of which less than one block can be decoded
# gives no byte at all. gzip -dc and xz -dc write what there is and then report
# the error; libarchive's own zstd filter gives all of it, too.
#
# Input: 3,000,000 bytes of numbered lines, gzip'ed, cut after 400,000 bytes.
# Expected: as many bytes as gzip -dc gives, then an error
# Observed: whole blocks of 65,536 only, then "truncated gzip input"
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

int main(int argc, char **argv)
{
	struct archive *archive = archive_read_new();
	struct archive_entry *entry;
	char bytes[4096];
	long total = 0, len;

	(void)argc;
	archive_read_support_filter_gzip(archive);
	archive_read_support_format_raw(archive);
	if (archive_read_open_filename(archive, argv[1], 10240) ||
	    archive_read_next_header(archive, &entry)) {
		printf("0 %s\n", archive_error_string(archive));
		return 0;
	}
	while ((len = archive_read_data(archive, bytes, sizeof(bytes))) > 0)
		total += len;
	printf("%ld %s\n", total, len ? archive_error_string(archive) : "");
	archive_read_free(archive);
	return 0;
}
C
cc -o read -Iroot/usr/include read.c "$lib"/libarchive.so.13

compare() {
	given=$(LD_LIBRARY_PATH=$lib ./read "$1")
	there=$(gzip -dc "$1" 2>/dev/null | wc -c)
	echo "$1: libarchive $given; gzip -dc $there"
}

seq 1 450000 | head -c 3000000 | gzip -nc >whole.gz
head -c 400000 whole.gz >long.gz
head -c 10000 whole.gz >short.gz
compare whole.gz
[ "${given%% *}" = 3000000 ]
compare long.gz
[ "${given%% *}" -lt "$there" ] && [ $((${given%% *} % 65536)) = 0 ]
compare short.gz
[ "${given%% *}" = 0 ] && [ "$there" -gt 0 ]
