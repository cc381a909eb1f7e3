#!/bin/sh
# Inputs that are cut off, at whatever byte: nothing is lost by it.
. "${0%/*}/lib"

# packs ENDING: a compressed copy of standard input to standard output.
packs() {
	case $1 in
	gz) gzip -c ;;
	bz2) bzip2 -c ;;
	zst) zstd -qc ;;
	lz4) lz4 -qc ;;
	xz) xz -c ;;
	esac
}

# starts NAME FILE LENGTH...: FILE cut to each length is trouble, and is said
# to be cut off; neither -o nor fix nor --output-dir writes anything.
starts() {
	name=$1 whole=$2 bad=
	shift 2
	for n; do
		head -c "$n" "$whole" >"cut.$whole"
		cp "cut.$whole" kept
		echo old >"o.$whole"
		cp "o.$whole" old
		run -o "o.$whole" "cut.$whole"
		[ $rc -eq 2 ] && cmp -s old "o.$whole" &&
			grep -q "^copydesk: cut.$whole: [Tt]runcated " err ||
			bad="$bad -o:$n($rc, $(head -n 1 err))"
		run fix "cut.$whole"
		[ $rc -eq 2 ] && cmp -s kept "cut.$whole" ||
			bad="$bad fix:$n($rc)"
		run --output-dir=d "cut.$whole"
		[ $rc -eq 2 ] && [ ! -e "d/cut.$whole" ] ||
			bad="$bad --output-dir:$n($rc)"
		run check "cut.$whole"
		[ $rc -eq 2 ] || bad="$bad check:$n($rc)"
	done
	is "$name" '' "$bad"
}

i=0
while [ $i -lt 3 ]; do
	i=$((i + 1))
	echo "The  clerk read letter $i."
done >plain.txt
for end in gz zst xz bz2 lz4; do
	packs $end <plain.txt >a.txt.$end 2>/dev/null || {
		skip "cut: $end" 'no such tool'
		continue
	}
	size=$(wc -c <a.txt.$end)
	starts "cut at its start: $end" a.txt.$end 0 1 2 3 4 5 6 9 10 11 13 14 \
		17 19 25 $((size - 4)) $((size - 1))
	: | packs $end >none.txt.$end
	run none.txt.$end
	status "cut: nothing, compressed, is whole: $end" 0
	: >none
	run -o o.$end none
	status "cut: nothing is compressed: $end" 0
	run o.$end
	status "cut: and read: $end" 0
	same "cut: as nothing: $end" /dev/null out
	echo 'A text.' >b.txt.$end
	run b.txt.$end
	status "cut: a text that is called .$end is one" 0
done
echo 'A text.' >b.txt
tar cf b.tar b.txt
starts 'cut at its start: tar' b.tar 0 1 100 256 511 514 1025
gzip -c b.tar >b.tar.gz
starts 'cut at its start: tar.gz' b.tar.gz 0 1 2 9 15 50
if command -v zip >/dev/null; then
	zip -q b.zip b.txt
	starts 'cut at its start: zip' b.zip 0 1 2 3 4 20 100
	says 'cut: what is missing of a zip archive' err 'list of files'
fi

finish
