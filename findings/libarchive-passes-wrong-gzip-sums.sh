#!/bin/sh
# libarchive 3.6.2 (Debian 12: libarchive13, libarchive-dev 3.6.2-1+deb12u5): a
# gzip stream whose checksum or length is not that of its text is read to its
# end without an error (archive_read_support_filter_gzip leaves both out of
# account: RFC 1952, 2.3.1). A text that was damaged on its way is taken for a
# whole one. gzip -dc and zlib's inflate() give the bytes, and then the error.
#
# Input: 3,000 numbered lines, gzip'ed; four bytes before the last four, which
# are the CRC-32, are replaced; in another file the last four, the length.
# Expected: all bytes and an error, as gzip -dc tells it, with exit status 1
# Observed: all bytes and no error
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
		printf("0 bytes, %s\n", archive_error_string(archive));
		return 0;
	}
	while ((len = archive_read_data(archive, bytes, sizeof(bytes))) > 0)
		total += len;
	printf("%ld bytes, %s\n", total,
	       len ? archive_error_string(archive) : "no error");
	archive_read_free(archive);
	return 0;
}
C
cc -o read -Iroot/usr/include read.c "$lib"/libarchive.so.13
echo "libarchive 3.6.2-1+deb12u5, $(gzip --version | head -n 1)"

compare() {
	given=$(LD_LIBRARY_PATH=$lib ./read "$1")
	rc=0
	said=$(gzip -dc "$1" 2>&1 >out) || rc=$?
	echo "$1: libarchive: $given; gzip -dc: $(wc -c <out) bytes, exit $rc," \
		"$(echo "$said" | sed -n 's/.*compressed data--//p')"
	[ "$given" = "$all bytes, no error" ]
}

seq -f 'Line %g.' 3000 >lines
all=$(wc -c <lines)
gzip -nc lines >whole.gz
size=$(wc -c <whole.gz)
{
	head -c $((size - 8)) whole.gz
	printf 'ABCD'
	tail -c 4 whole.gz
} >checksum.gz
{
	head -c $((size - 4)) whole.gz
	printf 'ABCD'
} >length.gz
compare whole.gz
[ $rc = 0 ]
compare checksum.gz
[ $rc = 1 ]
compare length.gz
[ $rc = 1 ]
