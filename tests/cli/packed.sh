#!/bin/sh
# Compressed files: read as what they hold, written as they were.
. "${0%/*}/lib"

i=0
while [ $i -lt 400 ]; do
	i=$((i + 1))
	echo "{\"id\": $i, \"text\": \"He  said \\\"no\\\" to number $i.\"}"
done >plain.jsonl
"$COPYDESK" plain.jsonl >wanted
"$COPYDESK" wanted | cmp -s - wanted || fail 'packed: the sample' 'not clean'
for tool in gzip zstd xz bzip2 lz4; do
	command -v $tool >/dev/null || {
		skip "packed: $tool" 'not there'
		continue
	}
	case $tool in
	gzip) end=gz ;;
	zstd) end=zst ;;
	bzip2) end=bz2 ;;
	*) end=$tool ;;
	esac
	$tool -c <plain.jsonl >a.jsonl.$end 2>/dev/null
	run a.jsonl.$end
	same "packed: $tool is read" wanted out
	status "packed: $tool: exit 0" 0
	cp a.jsonl.$end in
	run
	same "packed: $tool from standard input" wanted out
	rm in
	# Streams one after the other are one.
	head -n 100 plain.jsonl | $tool -c >b.$end 2>/dev/null
	tail -n +101 plain.jsonl | $tool -c >>b.$end 2>/dev/null
	run --format=jsonl b.$end
	same "packed: $tool in two streams" wanted out
	cp a.jsonl.$end fixed.jsonl.$end
	run fix fixed.jsonl.$end
	$tool -dc <fixed.jsonl.$end >out 2>/dev/null
	same "packed: fix writes $tool again" wanted out
	cp fixed.jsonl.$end kept
	touch -d '2001-01-01' fixed.jsonl.$end
	run fix fixed.jsonl.$end
	is "packed: a clean file is not touched: $tool" 2001 \
		"$(date -r fixed.jsonl.$end +%Y)"
	run -o o.jsonl.$end plain.jsonl
	same "packed: -o by its ending: $tool" kept o.jsonl.$end
	mkdir -p d
	cp a.jsonl.$end d/c.jsonl.$end
	run -j2 --output-dir=e d
	same "packed: --output-dir, the same bytes: $tool" kept e/c.jsonl.$end
	rm -r d e
	# The first change comes late.
	sed '1,399s/  / /; 1,399s/\\"no\\"/“no”/' plain.jsonl | $tool -c \
		>late.jsonl.$end 2>/dev/null
	run fix late.jsonl.$end
	$tool -dc <late.jsonl.$end >out 2>/dev/null
	same "packed: a late change: $tool" wanted out
	# What follows and is none: it may be the rest, damaged.
	{
		cat a.jsonl.$end
		echo 'other bytes'
	} >more.jsonl.$end
	cp more.jsonl.$end kept.more
	run fix more.jsonl.$end
	status "packed: other bytes after $tool: exit" 2
	same "packed: other bytes after $tool: fix leaves it" kept.more \
		more.jsonl.$end
	run more.jsonl.$end
	says "packed: other bytes after $tool: said" err \
		'^copydesk: more.jsonl.*(other bytes follow|frame|truncated|Corrupted)'
	case $end in
	gz | bz2)
		{
			text 'He said "so".\n' | $tool -c 2>/dev/null
			echo 'other bytes'
		} >short.txt.$end
		run short.txt.$end
		status "packed: other bytes after a short $tool: exit" 2
		is "packed: other bytes after a short $tool: what is before" \
			'He said “so”.' "$(cat out)"
		;;
	esac
	# What is cut off.
	size=$(wc -c <a.jsonl.$end)
	head -c $((size - 9)) a.jsonl.$end >cut.jsonl.$end
	cp cut.jsonl.$end kept
	run cut.jsonl.$end
	status "packed: $tool cut off is trouble" 2
	says "packed: $tool cut off is said" err '^copydesk: cut.jsonl.'
	run fix cut.jsonl.$end
	status "packed: fix of a cut $tool" 2
	same "packed: fix leaves it as it was: $tool" kept cut.jsonl.$end
done
i=0
while [ $i -lt 20000 ]; do
	i=$((i + 1))
	echo "{\"id\": $i$i$i, \"text\": \"He  said $i.\"}"
done | gzip >large.jsonl.gz
head -c 100000 large.jsonl.gz >cut.jsonl.gz
run cut.jsonl.gz
says 'cut off: the place is said' err \
	'^copydesk: cut.jsonl.gz: truncated gzip input, after line [0-9]{4}'
gzip -dc cut.jsonl.gz 2>/dev/null | grep '}$' | sed 's/He  /He /' >wanted
grep '}$' out >got
is 'cut off: all of it' 1 $(($(wc -l <wanted) - $(wc -l <got) < 2))
head -n "$(wc -l <got)" wanted >start
same 'cut off: what comes before it is written' start got
{ echo 'zebra,body' && sed 's/.*/a  b,c/' wanted; } | gzip >table.csv.gz
head -c 200 table.csv.gz >cut.csv.gz
run --field=body cut.csv.gz
says 'cut off: a table' err \
	'^copydesk: cut.csv.gz: truncated gzip input, after line [0-9]+$'
# Of each kind, as much as its own tool gives; of a last, half line some bytes.
gzip -dc large.jsonl.gz | tr -d '{}"' >large.txt
for tool in gzip xz bzip2 zstd lz4; do
	command -v $tool >/dev/null || continue
	$tool -c <large.txt >cut.$tool 2>/dev/null
	cat cut.$tool cut.$tool >cut.2.$tool
	for name in cut.$tool cut.2.$tool; do
		size=$(wc -c <$name)
		head -c $((size * 4 / 5)) $name >in
		$tool -dc <in 2>/dev/null | sed '$d' |
			"$COPYDESK" --select=whitespace/run - >wanted
		run --select=whitespace/run
		rm in
		status "cut off: $name is trouble" 2
		head -n "$(wc -l <wanted)" out >got
		same "cut off: as much as $tool gives: $name" wanted got
	done
done
# A checksum that is not the text's.
gzip -c plain.jsonl >sum.jsonl.gz
size=$(wc -c <sum.jsonl.gz)
{
	head -c $((size - 8)) sum.jsonl.gz
	text 'ABCD'
	tail -c 4 sum.jsonl.gz
} >damaged.jsonl.gz
cp damaged.jsonl.gz kept
run damaged.jsonl.gz
status 'packed: another checksum is trouble' 2
says 'packed: another checksum is said' err \
	'^copydesk: damaged.jsonl.gz: .* damaged, after line 400$'
"$COPYDESK" plain.jsonl >wanted
same 'packed: what it is said of is written' wanted out
run fix damaged.jsonl.gz
same 'packed: fix leaves it' kept damaged.jsonl.gz
# Zeros after a stream, and then another.
{
	head -n 100 plain.jsonl | gzip -c
	head -c 1000 /dev/zero
	tail -n +101 plain.jsonl | gzip -c
} >padded.jsonl.gz
run padded.jsonl.gz
same 'packed: zeros between two streams' wanted out

# Frames that are passed over: pzstd writes one at the start.
"$COPYDESK" plain.jsonl >wanted
if command -v zstd >/dev/null; then
	{
		text '\120*M\030\004\0\0\0abcd\137*M\030\0\0\0\0'
		zstd -qc plain.jsonl
	} >passed.jsonl.zst
	run passed.jsonl.zst
	same 'packed: a frame that is passed over' wanted out
	{
		head -c 9 passed.jsonl.zst
		sleep 0.1
		tail -c +10 passed.jsonl.zst
	} | "$COPYDESK" --format=jsonl >out
	same 'packed: the same from a pipe, in pieces' wanted out
	{
		head -n 100 plain.jsonl | zstd -qc
		text '\120*M\030\004\0\0\0abcd'
		tail -n +101 plain.jsonl | zstd -qc
	} >between.jsonl.zst
	run between.jsonl.zst
	same 'packed: one between two others' wanted out
	run fix passed.jsonl.zst
	zstd -qdc passed.jsonl.zst >out
	same 'packed: the same, rewritten' wanted out
fi
text 'P*M is no word.\n' >p.txt
run p.txt
same 'packed: a text that begins so is one' p.txt out
gzip -c <plain.jsonl | gzip -c >twice.gz
run --format=jsonl twice.gz
says 'packed: twice is refused' err 'is gzip data, not text'
if command -v zstd >/dev/null; then
	zstd -qc twice.gz >twice.zst
	run twice.zst
	says 'packed: in two ways it is refused' err 'is gzip data, not text'
	# A window of 2 GiB, of which so few bytes use nothing.
	"$COPYDESK" plain.jsonl >wanted
	zstd -qc --long=31 <plain.jsonl >long.jsonl.zst
	run long.jsonl.zst
	same 'packed: zstd --long=31 is read' wanted out
fi
text 'He  said:\n\nbegin 644 x\n#0V%%T\n`\nend\n' >uu.txt
text 'He said:\n\nbegin 644 x\n#0V%%T\n`\nend\n' >wanted
run --select=whitespace/run uu.txt
same 'packed: uuencoded lines are text' wanted out
gzip -c uu.txt >uu.txt.gz
run --select=whitespace/run uu.txt.gz
same 'packed: in compressed text, too' wanted out
: | gzip -c >none.txt.gz
run none.txt.gz
status 'packed: nothing, compressed' 0
same 'packed: is nothing' /dev/null out
run check none.txt.gz
status 'packed: check reads it' 0
mkdir -p w
cp large.jsonl.gz w/a.JSONL.GZ
gzip -c uu.txt >w/b.story.gz
text 'x' >w/c.pdf.gz
run check -j2 w
is 'packed: files of a folder by both endings' 'w/a.JSONL.GZ w/b.story.gz' \
	"$(cut -d: -f1 out | uniq | tr '\n' ' ' | sed 's/ $//')"

# A name that says what is not written is refused.
text 'He  said.\n' >plain.txt
for ending in 7z rar br lzma tar.lz Z; do
	run -o other.$ending plain.txt
	status "other: .$ending is not written" 2
	says "other: .$ending: why" err "^copydesk: other.$ending: is not written"
	[ ! -e other.$ending ]
	is "other: .$ending: no file" 0 $?
done

finish
