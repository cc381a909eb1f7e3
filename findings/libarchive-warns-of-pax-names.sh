#!/bin/sh
# libarchive 3.6.2 (Debian 12: libarchive13, libarchive-dev 3.6.2-1+deb12u5):
# in the C locale, which a C program has until it calls setlocale(),
# archive_read_next_header() returns ARCHIVE_WARN for a member of a pax tar
# file whose name is not ASCII, and ARCHIVE_OK for the same member of a GNU tar
# file. archive_entry_pathname() gives the same bytes for both. A loop that
# runs `while (archive_read_next_header(...) == ARCHIVE_OK)` ends at the first
# such name as at the end of the file, and the members after it are not read.
#
# Input: na\303\257ve.txt and zoo.txt, by tar --format=pax and --format=gnu.
# Expected: the same for both   Observed: pax -20 (ARCHIVE_WARN), gnu 0
#
# Needs: apt-get (Debian 12), GNU tar, a C compiler. Exit status: 0 as
# described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libarchive13=3.6.2-1+deb12u5 \
	libarchive-dev=3.6.2-1+deb12u5 >log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libarchive.so.13' | head -n 1)")

cat >list.c <<'C'
#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	struct archive *archive = archive_read_new();
	struct archive_entry *entry;
	int status;

	if (argc > 2)
		setlocale(LC_ALL, argv[2]);
	archive_read_support_format_tar(archive);
	if (archive_read_open_filename(archive, argv[1], 10240))
		return 2;
	while ((status = archive_read_next_header(archive, &entry)) !=
	       ARCHIVE_EOF)
		printf("%d %s ", status, archive_entry_pathname(entry));
	printf("\n");
	archive_read_free(archive);
	return 0;
}
C
cc -o list -Iroot/usr/include list.c "$lib"/libarchive.so.13
name=$(printf 'na\303\257ve.txt')
: >"$name"
: >zoo.txt
for format in pax gnu; do
	LC_ALL=C tar --format=$format -cf $format.tar "$name" zoo.txt
done
list() { LD_LIBRARY_PATH=$lib ./list "$@"; }
pax=$(list pax.tar)
gnu=$(list gnu.tar)
told=$(list pax.tar C.UTF-8)
echo "pax:                   $pax"
echo "gnu:                   $gnu"
echo "pax, setlocale() used: $told"
[ "$pax" = "-20 $name 0 zoo.txt " ]
[ "$gnu" = "0 $name 0 zoo.txt " ] && [ "$told" = "$gnu" ]
