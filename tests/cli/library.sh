#!/bin/sh
# The library as others use it: what it exports, how it is installed and found,
# and samples/library, built as their first lines say.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"
built=$(dirname "$COPYDESK")
CC=${CC:-cc}
CXX=${CXX:-c++}

# has NAME TOOL...: whether all tools are there; else the test is skipped.
has() {
	name=$1
	shift
	for tool in "$@"; do
		command -v "$tool" >/dev/null || {
			skip "$name" "no $tool"
			return 1
		}
	done
}

has library nm readelf make pkg-config "$CC" || exit 0

# The functions of the header, by name.
sed -n 's/^[a-z][^(]*[ *]\(cd_[a-z0-9_]*\)(.*/\1/p' "$top/include/copydesk.h" |
	sort >wanted
nm -D --defined-only "$built/libcopydesk.so" |
	awk '$2 != "A" { print $3 }' | sed 's/@.*//' | sort >got
same 'library: exports what the header declares' wanted got
nm -g --defined-only "$built/libcopydesk.a" |
	awk 'NF == 3 { print $3 }' | sort >got
same 'library: so does the archive' wanted got
is 'library: the header declares functions' yes \
	"$([ "$(wc -l <wanted)" -gt 25 ] && echo yes)"

version=$(sed -n 's/^#define VERSION "\(.*\)"/\1/p' "$top/src/desk.c")
minor=${version%.*}
readelf -dlW "$built/libcopydesk.so" >elf
says 'library: its soname' elf "SONAME.*\[libcopydesk\.so\.$minor\]"
says 'library: symbols have its version' "$top/src/copydesk.map" \
	"^COPYDESK_$minor "
says 'library: no executable stack' elf 'GNU_STACK .* RW +0x'
says 'library: relocations are read-only' elf 'GNU_RELRO'
is 'library: no relocations of its code' '' "$(grep TEXTREL elf)"
says 'library: dlclose() does not lose what ICU keeps' elf 'NODELETE'

# Programs that use these would need the compiler's own libraries, too.
if nm "$built/libcopydesk.so" | grep -q ' __\(asan\|gcov\)_'; then
	skip 'library: samples' 'built with sanitizers, or for coverage'
	finish
	exit
fi

# Installed elsewhere, and taken away again.
build=$(build_folder "$top")
unset MAKEFLAGS MFLAGS MAKELEVEL PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
install_to() {
	make -s -C "$top" BUILD="$build" DESTDIR="$work/root" "$@" \
		>log 2>&1 || fail "library: make $*" "$(tail -n 3 log)"
}
# listing: modes and names of what is installed.
listing() {
	(cd root && find . ! -type d -exec stat -c '%A %N' {} + | sort)
}
(umask 077 && install_to PREFIX=/opt/desk install)
listing >first
is 'library: all may read what is installed, whatever the umask' '' \
	"$(grep -v '^[-l]r..r..r..' first)"
is 'library: and enter its folders' '' "$(find root/opt -type d ! -perm -055)"
install_to PREFIX=/opt/desk install
listing >second
same 'library: installed twice is installed once' first second
pc=$work/root/opt/desk/lib/pkgconfig/copydesk.pc
is 'library: pkg-config knows the prefix' /opt/desk \
	"$(pkg-config --variable=prefix "$pc")"
PKG_CONFIG_PATH=${pc%/*} pkg-config --define-prefix --variable=includedir \
	copydesk >got 2>&1
is 'library: and finds what was moved' "$work/root/opt/desk/include" \
	"$(cat got)"
install_to PREFIX=/opt/desk uninstall
install_to PREFIX=/usr LIBDIR=/usr/lib/any-linux-gnu install
is 'library: LIBDIR' /usr/lib/any-linux-gnu "$(pkg-config --variable=libdir \
	root/usr/lib/any-linux-gnu/pkgconfig/copydesk.pc)"
install_to PREFIX=/usr LIBDIR=/usr/lib/any-linux-gnu uninstall
is 'library: uninstalled elsewhere' '' "$(find root ! -type d)"
install_to PREFIX=/usr install
lib=$work/root/usr/lib
is 'library: installed by its name and its soname' \
	"libcopydesk.so libcopydesk.so.$minor libcopydesk.so.$version" \
	"$(cd "$lib" && echo libcopydesk.so*)"
export LD_LIBRARY_PATH="$lib"
export PKG_CONFIG_PATH="$lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$work/root"
is 'library: pkg-config, its version' "$version" \
	"$(pkg-config --modversion copydesk)"
is 'library: pkg-config, shared: nothing else is linked' -lcopydesk \
	"$(pkg-config --libs-only-l copydesk | sed 's/ *$//')"

flags='-Wall -Wextra -Werror -pedantic'
page=$top/samples/page.txt
clean=$top/samples/page.clean.txt
# "LINE:COL: RULE" of each finding.
run check --fail-level=error "$page"
cut -d: -f2- out | sed 's/ \[\*\].*//' | sort >findings

# cleans NAME PROGRAM...: the sample page, with its findings.
cleans() {
	name=$1
	shift
	"$@" <"$page" >got 2>said
	same "library: $name cleans" "$clean" got
	cut -d: -f1-3 said | sort >told
	same "library: $name tells its findings" findings told
}

# shellcheck disable=SC2046,SC2086
if "$CC" -std=c11 $flags -o clean "$top/samples/library/clean.c" \
	$(pkg-config --cflags --libs copydesk) 2>log; then
	cleans 'the sample in C' ./clean
else
	fail 'library: the sample in C' "$(head -n 3 log)"
fi
# The shortest use, as the header has it.
{
	printf '#include <copydesk.h>\n#include <stdio.h>\nint main(void)\n{\n'
	printf 'static char bytes[1 << 16];\n'
	printf 'const size_t len = fread(bytes, 1, sizeof(bytes), stdin);\n'
	sed -n '/The shortest use:/,/What holds for each/s/^ \*\t//p' \
		"$top/include/copydesk.h"
	printf '}\n'
} >use.c
# shellcheck disable=SC2046,SC2086
"$CC" -std=c11 $flags -o use use.c $(pkg-config --cflags --libs copydesk) \
	2>log || fail 'library: the shortest use' "$(head -n 3 log)"
./use <"$page" >got
same 'library: the shortest use cleans' "$clean" got

# shellcheck disable=SC2046,SC2086
if "$CC" -std=c11 $flags -o clean.static "$top/samples/library/clean.c" \
	$(pkg-config --static --cflags --libs copydesk |
		sed 's/-lcopydesk/-l:libcopydesk.a/') 2>log; then
	(
		unset LD_LIBRARY_PATH
		cleans 'the sample in C, static' ./clean.static
		finish
	) || failures=1
else
	fail 'library: the sample in C, static' "$(head -n 3 log)"
fi
# Nothing shared at all, as copydesk(3) says.
# shellcheck disable=SC2046,SC2086
if ! echo 'int main(void) { return 0; }' | "$CC" -static -x c -o none - -x none \
	-licuuc -licudata -lxxhash -lstdc++ -lm >log 2>&1; then
	skip 'library: with -static' "not all libraries are there as archives"
elif "$CC" -static -std=c11 $flags -o clean.all "$top/samples/library/clean.c" \
	$(pkg-config --static --cflags --libs copydesk) -lstdc++ -lm 2>log; then
	cleans 'the sample in C, with -static' ./clean.all
else
	fail 'library: with -static' "$(head -n 3 log)"
fi

# shellcheck disable=SC2046,SC2086
if ! has 'library: the sample in C++' "$CXX"; then
	:
elif "$CXX" -std=c++17 $flags -Wshadow -o clean++ "$top/samples/library/clean.cpp" \
	$(pkg-config --cflags --libs copydesk) 2>log; then
	cleans 'the sample in C++' ./clean++
else
	fail 'library: the sample in C++' "$(head -n 3 log)"
fi

if has 'library: the sample in Python' python3; then
	export LIBCOPYDESK="$lib/libcopydesk.so" PYTHONDONTWRITEBYTECODE=1
	cleans 'the sample in Python' python3 "$top/samples/library/clean.py"
	# The call that its first lines document.
	text '%s\n' 'from clean import Copydesk' 'desk = Copydesk()' \
		'raw = "He  left."' 'text, findings = desk.clean(raw)' \
		'print(desk.clean("")[0] == "", text, findings[0])' >call.py
	PYTHONPATH=$top/samples/library python3 call.py >got 2>&1
	is 'library: the call that the Python sample documents' \
		"True He left. (1, 3, 'whitespace/run', 'more than one space')" \
		"$(cat got)"
fi

sql() {
	sqlite3 :memory: '.load ./copydesk' "$1" 2>&1
}

if ! has 'library: the sample for SQLite' sqlite3; then
	:
elif ! echo '#include <sqlite3ext.h>' | "$CC" -E - >/dev/null 2>&1; then
	skip 'library: the sample for SQLite' 'no sqlite3ext.h'
# shellcheck disable=SC2046,SC2086
elif "$CC" -std=c11 $flags -shared -fPIC -o copydesk.so \
	"$top/samples/library/sqlite.c" \
	$(pkg-config --cflags --libs copydesk) 2>log; then
	sql "SELECT copydesk(CAST(readfile('$page') AS TEXT))" |
		sed '$d' >got
	sed '$!b' "$clean" >wanted
	same 'library: copydesk() in SQLite' wanted got
	sql "SELECT (value ->> 'line') || ':' || (value ->> 'col') || ': '
			|| (value ->> 'rule')
		FROM json_each(copydesk_findings(
			CAST(readfile('$page') AS TEXT)))" | sort >got
	same 'library: copydesk_findings() in SQLite' findings got
	is 'library: nothing in SQLite' 'null|text|[]|integer' "$(sql "
		SELECT typeof(copydesk(NULL)), typeof(copydesk('')),
			copydesk_findings('Clean.'), typeof(copydesk(12) + 0)")"
else
	fail 'library: the sample for SQLite' "$(head -n 3 log)"
fi

install_to PREFIX=/usr uninstall
is 'library: uninstalled' '' "$(find "$work/root" ! -type d)"

finish
