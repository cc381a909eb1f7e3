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

# is_start FILE TEXT: the file is not there, or holds what TEXT begins with.
is_start() {
	[ -e "$1" ] || return 0
	run "$1"
	[ $rc -eq 0 ] && head -c "$(wc -c <out)" "$2" | cmp -s - out
}

# starts NAME FILE LENGTH...: FILE cut to each length is trouble, and is said
# to be cut off; neither -o nor fix writes anything, and --output-dir no more than
# what comes before.
starts() {
	name=$1 whole=$2 bad=
	shift 2
	"$COPYDESK" "$whole" >clean 2>/dev/null
	for n; do
		rm -rf d
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
		run check "cut.$whole"
		[ $rc -eq 2 ] || bad="$bad check:$n($rc)"
		run --output-dir=d "cut.$whole"
		[ $rc -eq 2 ] && is_start "d/cut.$whole" clean ||
			bad="$bad --output-dir:$n($rc)"
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

# What comes before is written, and counted, where nothing is lost by it.
i=0
while [ $i -lt 12000 ]; do
	i=$((i + 1))
	echo "{\"id\": $i$i$i, \"text\": \"He  said $i.\"}"
done >long.jsonl
gzip -c long.jsonl >whole.gz
head -c 60000 whole.gz >long.jsonl.gz
"$COPYDESK" long.jsonl >wanted
rm -rf d
run --output-dir=d long.jsonl.gz
status 'cut: --output-dir: exit 2' 2
gzip -dc d/long.jsonl.gz | grep '}$' >got
head -n "$(wc -l <got)" wanted >start
same 'cut: --output-dir: what comes before it' start got
is 'cut: but for a block' 1 $(($(wc -l <got) > 2000))
n=$(wc -l <got)
n=${n%???},${n#"${n%???}"}
says 'cut: it is counted' err "^copydesk: $n of $n articles changed, 1 cut off,"
cp d/long.jsonl.gz kept
head -c 40000 whole.gz >long.jsonl.gz
run --output-dir=d long.jsonl.gz
status 'cut: an earlier output: exit 2' 2
same 'cut: an earlier output stays' kept d/long.jsonl.gz
says 'cut: that is said' err '^copydesk: d/long.jsonl.gz: left as it was$'
says 'cut: and nothing is counted as changed' err '^copydesk: 0 of .* 1 cut off,'
run check long.jsonl.gz
says 'cut: check says it' err 'in 1 of 1 file, .*1 cut off$'
mkdir k
for i in 1 2; do
	echo 'The  clerk read.' >k/$i.txt
done
tar cf whole.tar k
head -c 2600 whole.tar >k.tar
cp k.tar kept
run fix --stats=stats k.tar
same 'cut: fix leaves an archive' kept k.tar
says 'cut: none of its articles has changed' err \
	'^copydesk: 0 of 2 articles changed, 1 not read, 2 findings$'
says 'cut: --stats says so' stats '"articles": 2, "changed": 0, "findings": 2'
says 'cut: of its folder, too' stats \
	'"k": .*"articles": 2, "changed": 0, "findings": 2'
run --output-dir=d k.tar
is 'cut: members before it are written' 'd/k/1.txt d/k/2.txt' \
	"$(find d/k -type f | sort | tr '\n' ' ' | sed 's/ $//')"
cp whole.tar k.tar
run fix --stats=stats k.tar
says 'cut: a whole one is counted' stats \
	'"k": .*"articles": 2, "changed": 2, "findings": 2'

printf '[{"text": "The  clerk."}, {"n": [1]}]\n' >whole.json
bad=
for n in 1 2 9 20 24 25 26 32 36; do
	head -c "$n" whole.json >in
	run --format=json
	[ $rc -eq 2 ] && grep -q 'is not valid: ' err || bad="$bad $n($rc)"
done
is 'cut: an array of JSON, between elements, too' '' "$bad"
head -c 24 whole.json >in
run check --format=json
status 'cut: check says it of an array' 2
rm in

finish
