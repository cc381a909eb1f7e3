#!/bin/sh
# ICU 72.1 with GNU ld 2.40 (Debian 12: libicu72, libicu-dev 72.1-3+deb12u1,
# binutils 2.40-2): a program that takes ICU's code from the archives and its
# data from libicudata.so.72 does not map the data. The archives name the table
# icudt72_dat directly, so the linker makes room for all of it in the program
# (a copy relocation of 31 MB), and the loader copies it at each start: the
# program is small on disk, and starts ten times slower than with either all
# of ICU shared or all of it static.
#
# Input: a program that opens a charset detector, -licui18n -licuuc static and
# -licudata shared, linked for a fixed address (-no-pie).
# Expected: a reference to the shared library's data, as for its functions
# Observed: R_X86_64_COPY (R_AARCH64_COPY) of icudt72_dat, 31 MB
#
# Needs: apt-get (Debian 12), a C compiler with libstdc++, readelf.
# Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download libicu72=72.1-3+deb12u1 libicu-dev=72.1-3+deb12u1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done
lib=$(dirname "$(find root -name 'libicuuc.a' | head -n 1)")

cat >open.c <<'C'
#include <unicode/ucsdet.h>

int main(void)
{
	UErrorCode status = U_ZERO_ERROR;

	ucsdet_close(ucsdet_open(&status));
	return status > 0;
}
C
cc -c -Iroot/usr/include open.c
link() { c++ -no-pie -o "$1" open.o "$lib"/libicui18n.a "$lib"/libicuuc.a "$2" -ldl -lm -lpthread; }
link shared "$(find "$lib" -name 'libicudata.so.72' | head -n 1)"
link static "$lib"/libicudata.a
copied() { readelf -rW "$1" | grep -c '_COPY.*icudt72_dat' || :; }
size=$(readelf -sW shared | awk '$8 ~ /^icudt72_dat/ { print $3; exit }')
size=$((size))
echo "data shared: $(copied shared) copied, $size bytes in the program's memory"
echo "data static: $(copied static) copied"
LD_LIBRARY_PATH=$lib ./shared
[ "$(copied shared)" = 1 ]
[ "$(copied static)" = 0 ]
[ "$size" -gt 30000000 ]
