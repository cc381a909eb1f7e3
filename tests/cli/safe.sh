#!/bin/sh
# What must not happen to files, terminals and workflows.
. "${0%/*}/lib"

dirty='He  said "so".\n'

# Who may read a file stays as it was.
if command -v setfacl >/dev/null && text "$dirty" >a.txt &&
	chmod 600 a.txt && setfacl -m u:nobody:rw a.txt 2>/dev/null; then
	getfacl -cE a.txt >wanted
	run fix a.txt
	getfacl -cE a.txt >got
	same 'acl: fix keeps it' wanted got
	text "$dirty" >b.txt
	run -o a.txt b.txt
	getfacl -cE a.txt >got
	same 'acl: -o keeps it' wanted got
	mkdir lends
	setfacl -d -m u:nobody:rw lends
	text "$dirty" >lends/d.txt
	setfacl -b lends/d.txt
	chmod 640 lends/d.txt
	getfacl -cE lends/d.txt >wanted
	run fix lends
	getfacl -cE lends/d.txt >got
	same 'acl: none of the folder' wanted got
else
	skip acl 'no access control lists here'
fi
if command -v setfattr >/dev/null && text "$dirty" >c.txt &&
	setfattr -n user.source -v wire c.txt 2>/dev/null; then
	run fix c.txt
	is 'xattr: kept' wire "$(getfattr --only-values -n user.source c.txt)"
else
	skip xattr 'no extended attributes here'
fi

# Another's file, as one who may write to its folder: nobody gains by it.
nobody() {
	setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
if [ "$(id -u)" = 0 ] && chmod 711 . &&
	nobody "$COPYDESK" --version >/dev/null 2>&1; then
	mkdir theirs
	for mode in 604 664 674; do
		text "$dirty" >theirs/$mode.txt
		chmod $mode theirs/$mode.txt
	done
	chown 65534 theirs
	nobody "$COPYDESK" fix theirs 2>err
	is 'owner: files are fixed' 0 $?
	is 'owner: the group is another, and may what others may' '644 644 644' \
		"$(stat -c %a theirs/*.txt | tr '\n' ' ' | sed 's/ $//')"
	text "$dirty" >mine.txt
	chown 65533:65532 mine.txt
	chmod 640 mine.txt
	run fix mine.txt
	is 'owner: root keeps it' '65533:65532 640' \
		"$(stat -c '%u:%g %a' mine.txt)"
	chmod 700 .
else
	skip owner 'needs root, and a program that nobody may run'
fi

# A file that is mounted by itself cannot be renamed over.
text "$dirty" >real.txt
: >mounted.txt
if unshare -m mount --bind real.txt mounted.txt 2>/dev/null; then
	cp real.txt wanted
	unshare -m sh -c 'mount --bind real.txt mounted.txt &&
		"$1" fix mounted.txt 2>err' - "$COPYDESK"
	is 'mount point: trouble' 2 $?
	says 'mount point: why' err '^copydesk: mounted.txt: is a mount point'
	same 'mount point: the file stays' wanted real.txt
	is 'mount point: nothing is left' '' "$(find . -name '.copydesk-*')"
else
	skip 'mount point' 'nothing can be mounted here'
fi

# The output is the input.
text "$dirty" >f.txt
cp f.txt wanted
"$COPYDESK" f.txt >>f.txt 2>err
is 'append: refused' 2 $?
says 'append: says why' err '^copydesk: f.txt: input file is output file'
same 'append: the file stays as it was' wanted f.txt

# No other output may be an input, or another output.
printf 'He  said so.' >f.txt
cp f.txt wanted
for line in 'check --output-file=f.txt' 'check --write-baseline=f.txt' \
	'check --stats=f.txt' 'fix --stats=f.txt' 'fix --stripped=f.txt' \
	'fix --resume=f.txt' '-o new.txt --resume=f.txt' 'report -o f.txt' \
	'-o new.txt --stats=f.txt' 'learn -o f.txt' '--stripped=f.txt'; do
	# shellcheck disable=SC2086
	run $line f.txt
	status "outputs: $line: an input: exit" 2
	says "outputs: $line: an input: said" err \
		'^copydesk: f.txt: is an input, and cannot be the file of --'
	same "outputs: $line: an input: it stays" wanted f.txt
done
cp f.txt other.txt
for line in '--stats=f.txt' '-o new.txt --resume=f.txt'; do
	echo other.txt >names
	# shellcheck disable=SC2086
	run $line --files-from=names "$PWD/f.txt"
	same "outputs: $line: beside a list: it stays" wanted f.txt
done
printf 'other.txt\nf.txt\n' >names
for line in 'check --output-file=f.txt' 'check --stats=f.txt' 'fix --stats=f.txt' \
	'report -o f.txt' 'learn -o f.txt' '--stripped=f.txt' \
	'-o new.txt --stats=f.txt'; do
	# shellcheck disable=SC2086
	run $line --files-from=names
	status "outputs: $line: in a list: exit" 2
	same "outputs: $line: in a list: it stays" wanted f.txt
	# shellcheck disable=SC2086
	cat names | "$COPYDESK" $line --files-from=- >out 2>err
	is "outputs: $line: in a list from a pipe: exit" 2 $?
	same "outputs: $line: in a list from a pipe: it stays" wanted f.txt
done
cp f.txt other.txt
run fix --resume=f.txt other.txt
status 'journal: a text is none' 2
says 'journal: it is said' err '^copydesk: f.txt: is no journal'
same 'journal: and it stays' wanted f.txt
printf '{"copydesk": "0.' >torn
run fix --resume=torn other.txt
status 'journal: one that is cut off is begun anew' 0
run -o both --stats=both f.txt
status 'outputs: one for two' 2
says 'outputs: one for two: said' err 'both: is another output, and cannot'
# In a folder they are passed over.
mkdir outputs
printf 'He  said so.\n' >outputs/a.txt
for n in 1 2; do
	run check --output-file=outputs/found.txt --stats=outputs/stats.json \
		outputs
	says "outputs: in a folder: run $n" err '1 finding in 1 of 1 file'
done
"$COPYDESK" check outputs --stats=outputs/stats.json >outputs/found.txt 2>err
is 'outputs: standard output in a folder' 1 $?

# It is replaced by what was made of it, not of what it was before.
i=0
while [ $i -lt 2000 ]; do
	echo 'He  said "so" to us.'
	i=$((i + 1))
done >text
mkfifo more
for change in 'echo new >>f.txt' 'mv new f.txt' 'rm f.txt'; do
	cp text f.txt
	echo new >new
	"$COPYDESK" -o f.txt f.txt more 2>err &
	pid=$!
	exec 3>more # which is opened when f.txt was read
	eval "$change"
	cp f.txt wanted 2>/dev/null || rm -f wanted
	exec 3>&-
	wait $pid
	is "in place: $change: refused" 2 $?
	says "in place: $change: says why" err \
		'^copydesk: f.txt: not written: it changed while it was read'
	if [ -e wanted ]; then
		same "in place: $change: stays" wanted f.txt
	fi
done
cp text 1.txt
tar -cf f.tar 1.txt
cp f.tar wanted
"$COPYDESK" -o f.tar f.tar more 2>err &
pid=$!
exec 3>more
echo new >>f.tar
exec 3>&-
wait $pid
is 'in place: an archive that changed' 2 $?
says 'in place: an archive: says why' err 'f.tar: not written: it changed'
is 'in place: an archive: stays' "$(($(wc -c <wanted) + 4))" "$(wc -c <f.tar)"
rm -f more text new 1.txt f.tar

# It is cut while it is read: half of it is not all of it.
seq 200000 | sed 's/.*/{"text": "He said &."}/' >cut.jsonl
cp cut.jsonl whole
mkfifo held
"$COPYDESK" -j1 cut.jsonl >held 2>err &
pid=$!
exec 3<held
head -c 10 <&3 >/dev/null
truncate -s 100000 cut.jsonl
cat <&3 >/dev/null
exec 3<&-
wait $pid
rc=$?
status 'cut while it is read' 2
says 'cut while it is read: said' err \
	'^copydesk: cut.jsonl: became shorter while it was read, after line [0-9]+$'
head -n 1000 whole >start
exec 3<start
read -r line <&3 # a byte at a time: the next begins after it
"$COPYDESK" --format=jsonl - <&3 >out 2>err
rc=$?
exec 3<&-
status 'standard input is read from where it is' 0
is 'standard input: all of the rest' 999 "$(wc -l <out)"
rm -f cut.jsonl whole start held

# A signal ends a write that nobody reads.
i=0
while [ $i -lt 20000 ]; do
	echo 'He  said "so" to us.'
	i=$((i + 1))
done >big.txt
for options in -j1 -j2 '--separator=blank -j2'; do
	mkfifo pipe
	sleep 5 <pipe &
	reader=$!
	"$COPYDESK" $options --stripped=s.jsonl big.txt >pipe 2>err &
	pid=$!
	sleep 0.5
	kill -TERM $pid
	wait $pid
	is "signal: $options: ends the run" 143 $?
	kill -0 $reader 2>/dev/null &&
		pass "signal: $options: at once" ||
		fail "signal: $options: at once" 'the reader ended first'
	kill $reader
	wait $reader
	is "signal: $options: leaves nothing" '' \
		"$(find . -name '.copydesk-*')"
	rm pipe
done

# Nor does one leave anything of a report.
"$COPYDESK" check -j1 --output-file=report big.txt big.txt big.txt &
pid=$!
tries=0
while [ -z "$(find . -name '.copydesk-*')" ] && [ $tries -lt 200 ]; do
	tries=$((tries + 1))
	sleep 0.01
done
kill -TERM $pid
wait $pid
is 'signal: check: ends the run' 143 $?
is 'signal: check: leaves nothing' '' "$(find . -name '.copydesk-*')"
yes 'He  said "so" to us.' | (ulimit -S -t 1 && "$COPYDESK" -q -o o) 2>err
is 'signal: no more CPU time: leaves nothing' '' \
	"$(find . -name '.copydesk-*')"

# Names forge nothing.
name=$(printf 'x\n::error file=a.c::forged\033[2J.txt')
text '\0' >"$name"
mkdir n
text 'So.\n' >n/a.txt
mv "$name" n
run check -q n
says 'names: a message is one line' err \
	'^copydesk: "n/x\\n::error file=a.c::forged\\033\[2J.txt": binary'
is 'names: and no other' 1 "$(wc -l <err)"
text "$dirty" >"n/$name"
run check n
says 'names: findings, too' out '^"n/x\\n::error file=a.c::forged\\033\[2J.txt":1:3'
text "$dirty" >'n/é b.txt'
rm "n/$name"
run check n
says 'names: letters and spaces stay' out '^n/é b.txt:1:3: '
name=$(printf 'x\342\200\256txt.exe.txt')
mv 'n/é b.txt' "n/$name"
run check n
says 'names: none turns what comes after it' out \
	'^"n/x\\342\\200\\256txt.exe.txt":1:3: '

# Diffs are patches, from any folder.
mkdir -p p/q
text "$dirty" >p/a.txt
text "$dirty" >"p/q/b c.txt"
text '{"text": "He  said."}\r\n' >p/q/d.jsonl
cp -r p wanted.d
"$COPYDESK" fix wanted.d
for from in . p ./p / ../p ./../q/../p ../../try/p; do
	for tool in patch git; do
		command -v $tool >/dev/null || continue
		rm -rf try
		mkdir try
		cp -r p try
		case $from in
		.)
			base=try/p
			(cd try/p && "$COPYDESK" diff . >../../d.patch)
			;;
		/*)
			base=try
			(cd try && "$COPYDESK" diff "$PWD/p" >../d.patch)
			;;
		../../*)
			base=.
			mkdir try/sub
			(cd try/sub && "$COPYDESK" diff $from \
				>../../d.patch 2>../../err3)
			rmdir try/sub
			;;
		*..*)
			base=try
			mkdir try/sub try/q
			(cd try/sub && "$COPYDESK" diff $from \
				>../../d.patch 2>../../err3)
			rmdir try/sub try/q
			;;
		*)
			base=try
			(cd try && "$COPYDESK" diff $from >../d.patch)
			;;
		esac
		if [ $tool = git ]; then
			(cd $base && git apply -p1 --whitespace=nowarn) \
				<d.patch >err 2>&1
		else
			patch --binary -d $base -p1 <d.patch >err 2>&1
		fi
		if diff -r wanted.d try/p >err2; then
			pass "diff: $from: $tool takes it"
		else
			fail "diff: $from: $tool takes it" "$(cat err)"
		fi
	done
done

says 'diff: of a path that leads out: where it applies' err3 \
	'^copydesk: the patch applies in \.\./\.\.$'
(cd p/q && "$COPYDESK" diff .. ../../wanted.d ../../p/a.txt >../../out 2>../../err)
says 'diff: of paths that lead to several places' err '^copydesk: files lie above'

# An input that cannot be read is not replaced by what could be.
text 'GIF89a\0\0' >pic.txt
cp pic.txt kept
run -o pic.txt pic.txt
status 'in place: what is no text is trouble' 2
same 'in place: and stays' kept pic.txt
says 'in place: and that is said' err '^copydesk: pic.txt: not written: '
text 'He said so.\n' >one.txt
run -o one.txt pic.txt one.txt
status 'in place: nor is another input' 2
is 'in place: which stays' 'He said so.' "$(cat one.txt)"
run -o two.txt pic.txt one.txt
status 'elsewhere: trouble' 2
is 'elsewhere: the others are written' 'He said so.' "$(cat two.txt)"
if command -v gzip >/dev/null; then
	gzip -nc one.txt | head -c 20 >cut.gz
	cp cut.gz kept
	run -o cut.gz cut.gz
	status 'in place: what is cut off is trouble' 2
	same 'in place: and stays as it was' kept cut.gz
fi

# What is wrong in a configuration file is said once.
mkdir -p c/d
for i in 1 2 3; do
	text 'He said so.\n' >c/$i.txt
	text 'He said so.\n' >c/d/$i.txt
done
text 'qoutes=keep\n' >c/.copydesk
run check c
status 'config: a wrong file is trouble' 2
is 'config: said once' 1 "$(wc -l <err)"
text 'ignore=whitespace # why\n#quotes=keep\nquotes=straight\n' >c/.copydesk
run check c
status 'config: a comment after a space' 0
text 'secret:$6$x\n' >secret
ln -sf ../secret c/.copydesk
run check c/1.txt
status 'config: a link out of the folder' 2
is 'config: its text is not shown' 0 "$(grep -c 'secret:' err)"
rm c/.copydesk
truncate -s 100K c/.copydesk
run check c/1.txt
says 'config: one that is too long' err 'c/.copydesk: is longer than 64 KiB'
text 'quotes=keep\0x\nignore=all\n' >c/.copydesk
run check c/1.txt
says 'config: a NUL' err 'c/.copydesk: holds a NUL byte'
run check --config=c/.copydesk secret
says 'config: a NUL in one that is named' err 'c/.copydesk: holds a NUL byte'

# What does not end is refused, and not read until memory ends.
text 'He went.\n' >e.txt
for to in config baseline boilerplate stripped files-from null cleaned; do
	no_text='/dev/zero: holds a NUL byte'
	case $to in
	baseline) set -- check --baseline=/dev/zero e.txt ;;
	stripped)
		set -- verify --stripped=/dev/zero e.txt e.txt
		no_text='/dev/zero:1: not a line of --stripped'
		;;
	files-from)
		set -- --files-from=/dev/zero
		no_text='/dev/zero: its names end in NUL bytes: say --null'
		;;
	null)
		set -- --null --files-from=/dev/zero
		no_text='/dev/zero: is no list of names: 65536 are empty'
		;;
	cleaned)
		set -- verify e.txt /dev/zero
		no_text='/dev/zero: is many times as long as the original'
		;;
	*) set -- --$to=/dev/zero e.txt ;;
	esac
	run "$@"
	status "endless: $to: trouble" 2
	says "endless: $to: why" err "^copydesk: $no_text"
done
yes 'quotes=keep' | head -c 1100000 >long
run --config=long e.txt
status 'config: a long one: trouble' 2
is 'config: a long one: why' \
	'copydesk: long: is longer than 1 MiB, the most that --config reads' "$(cat err)"
head -c 70000 /dev/zero | tr '\0' a >long
run --files-from=long
is 'files-from: a long name' \
	'copydesk: long: is no list of names: one is longer than 64 KiB' "$(cat err)"

finish
