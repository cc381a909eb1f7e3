#!/bin/sh
# fix: files are replaced whole, or stay as they were.
. "${0%/*}/lib"

# state FILE: what must not change when a file is left alone.
state() {
	stat -c '%i %Y %a %s' "$1"
	cksum <"$1"
}

text 'He said "so".\n' >dirty
text 'He said “so”.\n' >clean

cp dirty a.txt
chmod 640 a.txt
run fix a.txt
status 'fix: exit 0' 0
same 'fix: the file is clean' clean a.txt
is 'fix: the mode is kept' 640 "$(stat -c %a a.txt)"
is 'fix: no temporary file is left' '' "$(find . -name '.copydesk*')"
is 'fix: sums up' 'copydesk: 1 of 1 article changed, 2 findings' "$(cat out err)"
touch -d '2001-02-03 04:05:06' a.txt
state a.txt >before
run fix a.txt
state a.txt >after
same 'fix: a clean file is not touched' before after
run fix --exit-non-zero-on-fix a.txt
status 'fix: nothing fixed' 0
cp dirty a.txt
run fix --exit-non-zero-on-fix --fsync a.txt
status 'fix: --exit-non-zero-on-fix' 1
same 'fix: --fsync' clean a.txt
run check a.txt
status 'fix: check finds nothing afterwards' 0

# Links.
cp dirty target.txt
mkdir -p links
ln -s ../target.txt links/link.txt
run fix links/link.txt
same 'fix: what a link points to' clean target.txt
is 'fix: the link stays' ../target.txt "$(readlink links/link.txt)"
is 'fix: no file is left beside the link' 'link.txt' "$(ls -A links)"

cp dirty hard.txt
ln hard.txt other.txt
run fix hard.txt
status 'fix: a file with another hard link' 0
same 'fix: the link that was named' clean hard.txt
same 'fix: the other one keeps the text' dirty other.txt
says 'fix: and a message says so' err \
	'^copydesk: hard.txt: rewritten; its other hard links'

# What cannot be undone.
text 'He said "so" \377 \303( \240 \200.\n' >bad.txt
text 'И  он сказал: да \377.\n' >lossy.txt
state lossy.txt >before
run fix lossy.txt a.txt
status 'fix: bytes that cannot be decoded are trouble' 2
state lossy.txt >after
same 'fix: and the file stays' before after
says 'fix: and is named' err '^copydesk: lossy.txt: has bytes'
run fix --lossy lossy.txt
status 'fix: --lossy' 0
says 'fix: --lossy rewrites it' lossy.txt 'И он сказал'
text '{"text":"He said \\"so\\" \\ud800"}\n' >lone.jsonl
state lone.jsonl >before
run fix lone.jsonl
status 'fix: a lone surrogate is trouble' 2
state lone.jsonl >after
same 'fix: and the record stays' before after

# Other charsets.
text '\377\376H\0i\0.\0\n\0' >wide.txt
run fix wide.txt
status 'fix: UTF-16' 0
is 'fix: UTF-16 becomes UTF-8' 'Hi.' "$(cat wide.txt)"
text 'caf\351 noir\n' >latin.txt
run fix --from-code=ISO-8859-1 latin.txt
is 'fix: --from-code' 'café noir' "$(cat latin.txt)"
# One that is the same in the charset that was named is clean.
text 'caf\303\251 noir\n' >same.txt
text 'The cafe.\n' >plain.txt
state same.txt plain.txt >before
run check --from-code=UTF-8 same.txt
status 'fix: charset: UTF-8 that is UTF-8 is clean' 0
run check --from-code=ISO-8859-1 plain.txt
status 'fix: charset: ASCII is clean' 0
run fix --from-code=UTF-8 same.txt plain.txt
is 'fix: charset: and is not touched' "$(cat before)" "$(state same.txt plain.txt)"
text 'The cafe.\n\nThe caf\351.\n' >later.txt
run check --from-code=ISO-8859-1 later.txt
is 'fix: charset: the first letter that is another one' \
	'later.txt:3:8: encoding/charset [*] text is in ISO-8859-1' "$(cat out)"
# The file changes, if only by its charset.
text '\377\376H\0i\0.\0\n\0' >wide.txt
run fix wide.txt
is 'fix: charset: the article counts as changed' \
	'copydesk: 1 of 1 article changed, 1 finding' "$(cat err)"
# Bytes that the charset does not have, in whatever form and block.
text 'So \202\240 \377 it  ends.\n' >lossy.txt
cp lossy.txt lossy
text '{"text": "So \202\240 \377 it  ends."}\n' >lossy.jsonl
text '[{"text": "So \202\240 \377 it  ends."}]\n' >lossy.json
text 'id,text\n1,So \202\240 \377 it  ends.\n' >lossy.csv
i=0
while [ $i -lt 3000 ]; do
	i=$((i + 1))
	text 'Line %s of a long text.\n\n' $i
done >long.txt
cat long.txt lossy.txt long.txt >lossy.text
for file in lossy lossy.txt lossy.text lossy.jsonl lossy.json lossy.csv; do
	cp $file before
	run fix --from-code=Shift_JIS $file
	status "fix: bytes that cannot be decoded: $file" 2
	says "fix: bytes that cannot be decoded: $file: said" err 'lossy'
	same "fix: bytes that cannot be decoded: $file: stays" before $file
	run check --from-code=Shift_JIS $file
	is "fix: bytes that cannot be decoded: $file: told once" 1 \
		"$(grep -c 'encoding/invalid-byte' out)"
done
says 'fix: bytes that cannot be decoded: where' out '^lossy.csv:2:8: encoding/inv'
run check --from-code=Shift_JIS lossy.text
says 'fix: bytes that cannot be decoded: where, in a long text' out \
	'^lossy.text:6001:6: encoding/inv'

# What is no text must not be read as if it were: decoded, it cannot be undone.
text '\037\213\010\010\0\0\0\0\0\003aaa"b" c\n' >a.gz
state a.gz >before
run fix a.gz
status 'fix: compressed data is trouble' 2
says 'fix: it is named' err '^copydesk: a.gz: truncated gzip input, at its start'
state a.gz >after
same 'fix: and it stays' before after

# One bad file never stops the next.
cp dirty one.txt
cp dirty two.txt
run fix one.txt missing.txt two.txt
status 'fix: a missing file is trouble' 2
same 'fix: the file before it' clean one.txt
same 'fix: the file after it' clean two.txt
text '{"text":"He said \\"so\\"."}\nnot JSON\n{"text":"He said \\"so\\"."}\n' >r.jsonl
run fix r.jsonl
status 'fix: a bad record is trouble' 2
text '{"text":"He said “so”."}\nnot JSON\n{"text":"He said “so”."}\n' >wanted
same 'fix: the records around it' wanted r.jsonl
mkfifo pipe
for device in pipe /dev/zero; do
	timeout 10 "$COPYDESK" fix $device >out 2>err </dev/null
	rc=$?
	status "fix: $device is trouble, at once" 2
	says "fix: $device: message" err "^copydesk: $device: is not a file"
done

# Root reads everything: be nobody for this.
as_user() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	fi
}
chmod 755 .
cp "$COPYDESK" program
chmod 755 program
if as_user ./program --help >/dev/null 2>&1; then
	mkdir mine shut
	for file in mine/a.txt mine/b.txt mine/c.txt shut/a.txt; do
		cp dirty $file
	done
	if [ "$(id -u)" -eq 0 ]; then
		chown -R 65534:65534 mine shut
	fi
	chmod 000 mine/b.txt
	chmod 555 shut
	as_user ./program fix mine shut >out 2>err </dev/null
	rc=$?
	status 'fix: an unreadable file is trouble' 2
	says 'fix: it is named' err '^copydesk: mine/b.txt: Permission denied'
	says 'fix: a folder that cannot be written, too' err \
		'^copydesk: shut/a.txt: its folder may not be written to'
	says 'fix: the summary counts it' err \
		'^copydesk: 2 of 3 articles changed, .*, 1 file left as it was, '
	chmod 644 mine/b.txt
	same 'fix: the file stays' dirty mine/b.txt
	same 'fix: that of the folder, too' dirty shut/a.txt
	same 'fix: the file before it' clean mine/a.txt
	same 'fix: the file after it is fixed' clean mine/c.txt
	chmod 755 shut
else
	skip 'fix: unreadable files' 'cannot be another user'
fi
cp dirty owned.txt
if chown 65534:65534 owned.txt 2>/dev/null; then
	run fix owned.txt
	is 'fix: the owner is kept' 65534:65534 "$(stat -c %u:%g owned.txt)"
fi

# Folders.
mkdir -p tree/inner tree/.git
cp dirty tree/a.txt
cp dirty tree/inner/b.text
cp dirty tree/inner/c.nfo
cp dirty tree/.git/d.txt
text 'He said "so".\n\0' >tree/inner/e.txt
cp tree/inner/e.txt binary
ln -s ../inner tree/inner/loop
run fix tree
status 'folder: exit 0' 0
same 'folder: a file' clean tree/a.txt
same 'folder: a file further down' clean tree/inner/b.text
same 'folder: an unknown ending' dirty tree/inner/c.nfo
same 'folder: a hidden folder' dirty tree/.git/d.txt
same 'folder: a binary file' binary tree/inner/e.txt

# The first change far into a file; --stripped; a large file.
i=0
while [ $i -lt 400 ]; do
	i=$((i + 1))
	text 'Paragraph %s of a text with nothing wrong in it at all.\n\n' $i
done >head.txt
cat head.txt dirty >big.txt
cat head.txt clean >wanted
run fix --max-article=1000 big.txt
same 'fix: the first change far into the file' wanted big.txt
text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >ad.txt
run fix --stripped=gone.jsonl ad.txt
says 'fix: --stripped' gone.jsonl '^\{"file": "ad.txt", "record": 1, "start": 14, '
run fix --stripped=gone.jsonl ad.txt
is 'fix: --stripped is not lost by a second run' 1 "$(wc -l <gone.jsonl)"
text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >ad.txt
cp ad.txt ad
if [ -w /dev/full ]; then
	run fix --stripped=/dev/full ad.txt
	status 'fix: --stripped that cannot be written is trouble' 2
	same 'fix: and the file stays' ad ad.txt
fi

text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >ad.txt
run fix --stripped=- ad.txt
says 'fix: --stripped=- is standard output' out '^\{"file": "ad.txt"'
cp ad ad.txt
run fix --stripped=ad.txt ad.txt
status 'fix: --stripped is no file to fix' 2
same 'fix: and it stays' ad ad.txt
mkdir kept
cp ad kept/ad.txt
run fix --stripped=kept/gone.jsonl kept
status 'fix: --stripped in the folder' 0
cp ad kept/ad.txt
run fix --stripped=kept/gone.jsonl kept
status 'fix: --stripped in the folder is not read' 0
is 'fix: and is appended to' 2 "$(wc -l <kept/gone.jsonl)"

# Killed at any moment, each file is as it was or fixed whole.
i=0
while [ $i -lt 60 ]; do
	i=$((i + 1))
	cat head.txt dirty
done >old
cp old new.txt
run fix new.txt
cp new.txt new
bad=
i=0
while [ $i -lt 12 ]; do
	i=$((i + 1))
	cp old k1.txt
	cp old k2.txt
	"$COPYDESK" fix --fsync k1.txt k2.txt 2>/dev/null &
	pid=$!
	sleep "0.0$i"
	kill -9 $pid 2>/dev/null
	wait $pid 2>/dev/null
	for file in k1.txt k2.txt; do
		cmp -s old $file || cmp -s new $file || bad="$bad $i:$file"
	done
done
is 'fix: killed, each file is old or new' '' "$bad"
rm -f .copydesk-*
i=0
while [ $i -lt 6 ]; do
	i=$((i + 1))
	cp old k1.txt
	cp old k2.txt
	"$COPYDESK" fix --fsync k1.txt k2.txt &
	pid=$!
	sleep "0.0$i"
	# batch systems send USR1 before they kill
	if [ $((i % 2)) -eq 0 ]; then
		kill -USR1 $pid 2>/dev/null
	else
		kill -TERM $pid 2>/dev/null
	fi
	wait $pid 2>/dev/null
done
is 'fix: ended by a signal, no temporary file is left' '' \
	"$(find . -name '.copydesk*')"

finish
