#!/bin/sh
# The Makefile as packagers use it: their flags and tools.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"
unset MAKEFLAGS MFLAGS MAKELEVEL CFLAGS CPPFLAGS LDFLAGS
unset PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR

command -v make >/dev/null || {
	skip build 'no make'
	exit 0
}

# commands ARGUMENT...: what make would run.
commands() {
	make -C "$top" -nB --no-print-directory BUILD=none "$@" >lines 2>&1 ||
		fail "build: make -n $*" "$(tail -n 3 lines)"
	sed -e ':more' -e '/\\$/N; s/\\\n//; t more' lines >commands
}

# Flags.
commands CPPFLAGS='-DSEEN' none/src/desk.o
says 'build: CPPFLAGS' commands ' -DSEEN .*-c -o none/src/desk\.o'
says 'build: fortified' commands '-D_FORTIFY_SOURCE=2 .*src/desk\.o'
commands CPPFLAGS='-D_FORTIFY_SOURCE=3' none/src/desk.o
is 'build: fortified at the level that CPPFLAGS says' '-D_FORTIFY_SOURCE=3' \
	"$(grep -o -e '-D_FORTIFY_SOURCE=.' commands | sort -u)"
commands CFLAGS='-O2 -D_FORTIFY_SOURCE=3' none/src/desk.o
is 'build: or CFLAGS' '-D_FORTIFY_SOURCE=3' \
	"$(grep -o -e '-D_FORTIFY_SOURCE=.' commands | sort -u)"
for target in none/copydesk none/libcopydesk.so; do
	commands LDFLAGS='-Wl,--as-needed' $target
	says "build: LDFLAGS before what is linked: $target" commands \
		"--as-needed .*-o $target .*\\.o"
done
commands PKG_CONFIG='false seen' none/src/desk.o
is 'build: PKG_CONFIG' 0 "$(grep -c 'pkg-config' commands)"

# An object without the processor's note takes it from all.
if ! command -v readelf >/dev/null || ! echo 'int f;' |
	"${CC:-cc}" -fcf-protection -x c -c -o protected.o - 2>/dev/null; then
	skip 'build: branches are guarded' 'not by this compiler'
else
	make -s -C "$top" BUILD="$work/guarded" CFLAGS='-O2 -fcf-protection' \
		"$work/guarded/src/lang/embed.o" \
		"$work/guarded/src/report/embed.o" >log 2>&1
	for object in lang report; do
		readelf -n "guarded/src/$object/embed.o" >notes 2>&1
		says "build: branches are guarded: $object/embed" notes 'IBT'
	done
fi

finish
