#!/bin/sh
# What an input is, is looked at before it is touched.
. "${0%/*}/lib"

# refused NAME WHAT: fix and the filter leave ./raw alone and say what it is.
refused() {
	cp raw kept
	run fix raw
	status "$1: fix refuses it" 2
	says "$1: fix says what it is" err "^copydesk: raw: is $2, not text"
	same "$1: it stays as it was" kept raw
	cp raw in
	run
	status "$1: the filter refuses it" 2
	same "$1: the filter writes nothing" /dev/null out
	rm in
	run check raw
	status "$1: check refuses it" 2
	cp kept page.txt
	run fix page.txt
	status "$1: fix refuses it where it is called .txt" 2
	says "$1: fix says what it is, and what to do" err \
		"^copydesk: page.txt: is $2, not text: left alone \(.*--format=text"
	same "$1: called .txt it stays as it was" kept page.txt
	run fix --format=text page.txt
	status "$1: --format=text takes it all the same" 0
}

text '{"id": 1, "text": "He  said \\"no\\"."}\n{"id": 2}\n' >in
text '{"id": 1, "text": "He said “no”."}\n{"id": 2}\n' >wanted
run
status 'jsonl: taken for what it is' 0
same 'jsonl: only the field changes' wanted out
cp in raw
run fix raw
same 'jsonl: fix does the same' wanted raw
rm in

text '[\n{"text": "He  said \\"no\\"."}\n]\n' >raw
refused 'json' JSON
text '{\n  "text": "He  said \\"no\\"."\n}\n{\n  "text": "So"\n}\n' >raw
refused 'json: objects over lines, one after the other' JSON
text '{"text": "He  said."} {"text": "So  it is."}\n' >raw
refused 'json: objects in one line' JSON
text '[{"text": "He  said \\"no\\"."}, {"te' >raw
refused 'json: cut off' JSON
text '{"text": "He  said \\"no' >raw
refused 'json: an object cut off' JSON
text '[{"text": "He\tsaid  so."}]\n' >raw
refused 'json: with a tab in a string' JSON
text 'id,title,body\n1,One,"He  said ""no"", twice."\n2,Two,"It is."\n' >raw
refused 'csv' CSV
text 'id\ttitle\tbody\n1\tOne\tHe  said.\n' >raw
refused 'tsv' 'tab-separated values'
text 'id;title\n1;One\n2;He  said.\n3;"So  it is"\n' >raw
refused 'ssv' 'semicolon-separated values'
text 'id|title\n1|One\n2|He  said.\n3|"So  it is"\n' >raw
refused 'psv' 'values separated by bars'
for i in 1 2 3 4 5 6 7 8; do text "label$i\tHe  said \"no\", twice.\n"; done >raw
refused 'tsv without a header' 'tab-separated values'
for i in 1 2 3; do
	text '"It is late," she said.\t"Es ist spät", sagte sie.\n'
	text 'He has 5" pipes\tEr hat 5"-Rohre\n"So  it is.\tSo ist es.\n'
done >raw
refused 'tsv of sentences with marks' 'tab-separated values'
text '<tu>\n<tuv xml:lang="de"><seg>He  said.</seg></tuv>\n</tu>\n' >raw
refused 'translation units' XML
text '<p id="1">\n<seg id="1">\n<s id="1:1">He  said.</s>\n</seg>\n</p>\n' >raw
refused 'sentences of a parallel corpus' XML
text '<?xml version="1.0"?>\n<doc id="7">He  said "yes" .</doc>\n' >raw
refused 'xml' XML
text 'From a@b.example Mon Nov 23 10:00:00 2020\nSubject: c\n\nHe  said.\n' \
	>raw
refused 'mbox' 'a mailbox \(mbox\)'
text '{\\rtf1 He  said "yes" .}\n' >raw
refused 'rtf' 'an RTF document'
text '<DOC>\n<TEXT>\nHe  said "yes" .\n</TEXT>\n</DOC>\n' >raw
refused 'sgml' XML
text 'TY  - NEWS\nAB  - He  said "yes" .\nER  - \n' >raw
refused 'ris' 'a list of references'
text "['He  said \\"yes\\" .', 'It left.']\n" >raw
refused 'python' "Python's data"
text '2020-01-02 10:11:12 He  left.\n2020-01-02 10:11:13 "Yes" .\n' >raw
refused 'log' 'a log'
text 'SQLite format 3\0and more' >raw
refused 'sqlite' 'an SQLite database'
if command -v tar >/dev/null; then
	text 'He  said.\n' >member
	tar -cf raw.txt member
	cp raw.txt kept
	run fix raw.txt
	status 'tar: fix refuses it, called .txt' 2
	says 'tar: fix says what it is' err \
		'^copydesk: raw.txt: is a tar archive, not text: left alone \('
	same 'tar: it stays as it was' kept raw.txt
fi

text 'He\0\001\002\003\004\005\006\007\0\001\002\003 said.\n' >raw
cp raw kept
run fix raw
status 'binary: a file that is named is refused' 2
says 'binary: fix says so' err '^copydesk: raw: binary file, left alone'
same 'binary: it stays as it was' kept raw
text 'He said.\0\n' >raw
run fix raw
status 'binary: one NUL is a blemish' 0

text '<!DOCTYPE html>\n<html><body class="a"><p>He  said.</p></body></html>\n' \
	>raw
cp raw kept
run fix raw
status 'html: fix refuses a page' 2
same 'html: it stays as it was' kept raw
cp raw page.txt
run fix page.txt
status 'html: fix refuses a page called .txt' 2
same 'html: called .txt it stays as it was' kept page.txt
mkdir folder
cp page.txt folder
text 'He  said.\n' >folder/story.txt
run fix -q folder
status 'html: fix refuses one in a folder' 2
same 'html: in a folder it stays as it was' kept folder/page.txt
text 'He said.\n' >wanted
same 'html: the next file is fixed all the same' wanted folder/story.txt
run fix --format=text page.txt
status 'html: --format=text takes it' 0
run raw
status 'html: the filter takes it' 0
is 'html: and says so' 'copydesk: raw: is an HTML page: its markup stays (take the article out first)' \
	"$(cat err)"
cp raw in
run -o page.clean
rm in
is 'html: of standard input, too' 1 "$(grep -c '^copydesk: <stdin>: is an HTML page' err)"
text '<p>He  said so.</p>\n' >part.html
run part.html
is 'html: a part of a page is none' 'He said so.' "$(cat out err)"
run --format=text raw
is 'html: who asks for it knows' '' "$(cat err)"
run check raw
says 'html: check notes it' out 'encoding/html-page'

text '1\n00:00:01,000 --> 00:00:03,000\nHe  said "no".\n\n' >raw.srt
text '2\n00:00:04,000 --> 00:00:05,000\nIt is.\n\n' >>raw.srt
text '3\n00:00:06,000 --> 00:00:07,000\nHe left.\n' >>raw.srt
cp raw.srt kept
run fix raw.srt
status 'subtitles: fix refuses them' 2
says 'subtitles: fix says so' err 'raw.srt: is subtitles, not text: left alone'
same 'subtitles: they stay as they were' kept raw.srt
run raw.srt
text 'He said “no”.\nIt is.\nHe left.\n' >wanted
same 'subtitles: the filter takes their words' wanted out
run fix --format=text raw.srt
status 'subtitles: --format=text takes them' 0

# What is said goes before what is seen.
text '<?xml version="1.0"?>\n<doc>He  said.</doc>\n' >raw
run fix --format=text raw
status 'said: --format=text takes anything' 0
text 'id,body\n1,"He  said."\n2,"a"\n' >raw
run --field=body raw
text 'id,body\n1,"He said."\n2,"a"\n' >wanted
same 'said: --field makes a table one' wanted out
text '{"a": "He  said."}\n' >raw
text '{"a": "He said."}\n' >wanted
run --field=a raw
same 'said: --field makes lines of JSON ones' wanted out
text 'He  said: a, b.\n' >story.txt
for option in '' --format=text --separator=blank; do
	run --field=a $option story.txt
	status "said: --field of a text${option:+, }$option" 2
	same 'said: --field of a text: nothing is written' /dev/null out
	says 'said: --field of a text: what to do' err \
		'^copydesk: story.txt: is a text.*leave out --field, or name its --format'
done
cp story.txt in
run --field=a
status 'said: --field of a text that comes in' 2
: >in
run --field=a
status 'said: --field of nothing' 0
rm in
mkdir mixed texts
cp story.txt mixed/a.txt
cp story.txt texts/a.txt
cp raw mixed/b.jsonl
run check -q --field=a mixed
status 'said: --field of a folder with texts, too' 1
run fix --field=a texts
status 'said: --field of a folder of texts' 2
says 'said: --field of a folder of texts: what to do' err \
	'^copydesk: --field: no file that was read has fields'
text 'field=a\n' >texts/.copydesk
run check -q texts
status 'said: field= of a file is for those that have fields' 0
sed 's/ said/   said/' raw >spaced
cp spaced spaced.txt
run --separator=blank spaced.txt
says 'said: --separator makes a .txt a text' out '"He said'
run --separator=blank spaced
says 'said: --separator makes it a text' out '"He said'

# Options that say how a file is read are for those of its form.
text '{"text":"It  is."}\n' >odd.jsonl
text 'text\nIt  is.\n' >odd.csv
text 'It  is.\n' >odd.txt
for line in '--separator=blank odd.jsonl' '--separator=nul odd.csv' \
	'--no-header odd.txt' '--no-header odd.jsonl'; do
	for command in '' check fix; do
		# shellcheck disable=SC2086
		run $command $line
		status "apt: $command $line" 2
		says "apt: $command $line: told" err \
			'holds records, which --sep|is no table: leave out --no-h'
	done
done
mkdir odd
cp odd.jsonl odd.txt odd
run check --separator=blank --no-header odd
status 'apt: a folder may have several' 1
text 'no-header\n' >.copydesk
run check odd.txt
status 'apt: so may what a .copydesk is for' 1
rm .copydesk

# Charsets without a byte order mark.
text 'T\0h\0e\0 \0f\0e\0r\0r\0y\0\031 s\0 \0b\0o\0w\0.\0\n\0' >u.txt
text 'The ferry’s bow.\n' >wanted
run u.txt
same 'utf-16: known without a byte order mark' wanted out
cp u.txt in
run
same 'utf-16: from standard input, too' wanted out
rm in
run check u.txt
says 'utf-16: check says so' out 'encoding/charset \[\*\] text is in UTF-16LE'
run fix u.txt
same 'utf-16: fix decodes it' wanted u.txt
text 'N\0\0\0o\0\0\0.\0\0\0\n\0\0\0' >u.txt
text 'No.\n' >wanted
run u.txt
same 'utf-32: known without a byte order mark' wanted out
text '\033$B$3$l$O\033(B.\n' >j.txt
text 'これは.\n' >wanted
run j.txt
same 'iso-2022-jp: known by its escapes' wanted out

# What programs wrote, with texts in it: a number before each says how long it is.
while read -r name start; do
	text "$start" >"x.$name"
	for i in 1 2 3 4 5 6 7 8; do
		text 'The ferry\047s  owner said "no" to all of it .\n'
	done >>"x.$name"
	cp "x.$name" kept
	run fix "x.$name"
	status "binary: $name: fix refuses it" 2
	same "binary: $name: it stays" kept "x.$name"
	says "binary: $name: it says so" err 'left alone'
	run "x.$name"
	same "binary: $name: the filter writes nothing" /dev/null out
done <<'END'
avro Obj\001\004\024avro.codec
feather FEA1\000\000\000\000
orc ORC\021
h5 \211HDF\r\n\032\n
npy \223NUMPY\001
pkl \200\004\225\176\000\000
Z \037\235\220
lz LZIP\001
arrows \377\377\377\377\020
bson \134\011\000\000\002text\000
tfrecord \134\011\000\000\000\000\000\000
END
for i in 1 2 3 4; do
	text 'x\134\004\000\000The ferry said  so.'
done >numbers
cp numbers kept
run fix numbers
same 'binary: numbers between texts' kept numbers
{
	text 'It s\000ailed  on\000 Monday.\n'
	head -c 3 /dev/zero
} >holes.txt
run fix holes.txt
is 'binary: a text with a few NULs is one' 'It sailed on Monday.' \
	"$(tr -d '\000' <holes.txt)"
# What names tell to be for programs, fix leaves alone; the filter reads it.
for name in x.c X.PY deep/x.css x.yml.gz Makefile CMakeLists.txt LICENSE COPYING.txt \
	x.html x.svg x.tex x.log METADATA requirements.txt deep/requirements-dev.txt \
	dev-requirements.txt constraints.txt ads.txt LICENSE-MIT License.md \
	NOTICE.txt .gitattributes copydesk.baseline furniture.rules; do
	mkdir -p "${name%/*}" 2>/dev/null
	rm -rf "$name"
	mkdir -p deep
	text 'Copyright 2020 Ann Roe\n\nThe  ferry said "no" to it.\n' >plain
	case $name in
	*.gz) gzip -c plain >"$name" ;;
	*) cp plain "$name" ;;
	esac
	cp "$name" kept
	run fix "$name"
	status "names: fix refuses $name" 2
	run diff "$name"
	status "names: and so does diff: $name" 2
	is "names: diff shows nothing of $name" '' "$(cat out)"
	says "names: it says why: $name" err 'by its name, not text|HTML|markup'
	same "names: $name stays" kept "$name"
	run "$name"
	status "names: the filter reads $name" 0
	run fix --format=text "$name"
	status "names: --format=text takes $name" 0
done
for name in x.news .news.txt license.txt notice.txt 'The case of X.C. Roe' x.c.txt \
	'our requirements.txt' requirements; do
	cp plain "$name"
	run fix "$name"
	status "names: a text: $name" 0
done

# Of a folder such are no texts: nobody asked for them, and check says of them
# nothing that fix would not do.
mkdir beside
cp plain beside/LICENSE.txt
cp plain beside/requirements.txt
text 'All is well.\n' >beside/a.txt
for command in check fix diff; do
	run $command beside
	status "names: in a folder, $command passes over them" 0
	is "names: in a folder, $command notes them" 2 \
		"$(grep -c 'by its name, not text: left alone$' err)"
done
same 'names: in a folder, they stay' plain beside/LICENSE.txt

# Annotations beside a text count its characters: it is not written anew.
mkdir counted
cp plain counted/a.txt
cp plain counted/b.txt
text 'T1\tShip 5 10\tferry\n' >counted/a.ann
run fix counted/a.txt
status 'counted: fix leaves a text with annotations' 2
says 'counted: it says why' err 'annotations in counted/a.ann'
same 'counted: the text stays' plain counted/a.txt
run diff counted
says 'counted: diff shows the other text alone' out 'b.txt'
is 'counted: and not that one' 0 "$(grep -c 'a\.txt' out)"
run fix counted
status 'counted: in a folder fix passes over it' 0
same 'counted: there it stays, too' plain counted/a.txt
is 'counted: the other is mended' 0 "$(grep -c '  ' counted/b.txt)"
run fix --format=text counted/a.txt
status 'counted: --format=text takes it' 0
is 'counted: and mends it' 0 "$(grep -c '  ' counted/a.txt)"

# In an archive, too, where they may come after it.
cp plain counted/a.txt
cp plain counted/b.txt
tar -C counted -cf counted.tar a.txt b.txt a.ann
cp counted.tar again.tar
run fix counted.tar
status 'counted: fix of an archive' 0
says 'counted: it says why there' err 'annotations in counted.tar/a.ann'
tar -xOf counted.tar a.txt >member
same 'counted: the member stays' plain member
tar -xOf counted.tar b.txt >member
is 'counted: the other member is mended' 0 "$(grep -c '  ' member)"
run fix --format=text again.tar
tar -xOf again.tar a.txt >member
is 'counted: --format=text takes the member' 0 "$(grep -c '  ' member)"

# So in a copy of the archive, which the annotations are part of.
tar -C counted -cf counted.tar a.txt b.txt a.ann
run -o copy.tar counted.tar
status 'counted: a copy of the archive' 0
says 'counted: it says why, too' err 'annotations in counted.tar/a.ann'
tar -xOf copy.tar a.txt >member
same 'counted: the member stays in the copy' plain member
tar -xOf copy.tar b.txt >member
is 'counted: the other is mended in it' 0 "$(grep -c '  ' member)"
is 'counted: the annotations are there' 1 "$(tar -tf copy.tar | grep -c ann)"

# A record's own annotations count its characters, too.
text '{"text":"A  ferry.","label":[]}\n{"text":"A  ferry.","label":[[3,8,"SHIP"]]}\n' \
	>places.jsonl
cp places.jsonl kept
for command in fix diff ''; do
	run ${command:+"$command"} places.jsonl
	status "places: ${command:-filter} leaves them" 2
	says "places: ${command:-filter} says why" err 'annotations that count'
	same "places: ${command:-filter} writes nothing" /dev/null out
done
same 'places: fix writes nothing' kept places.jsonl
run check places.jsonl
status 'places: check reads them' 1
cp places.jsonl in
run
status 'places: standard input' 2
rm in
mkdir placed
cp places.jsonl placed
cp plain placed/a.txt
run fix placed
status 'places: in a folder fix passes over them' 0
same 'places: there they stay' kept placed/places.jsonl
run fix --format=jsonl places.jsonl
status 'places: --format=jsonl takes them' 0
is 'places: and mends them' 0 "$(grep -c '  ' places.jsonl)"
finish
