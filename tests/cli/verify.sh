#!/bin/sh
# verify: the contract on two files.
. "${0%/*}/lib"

text 'He said  "so" &amp; left.\n' >a.txt
run a.txt
cp out b.txt
run verify a.txt b.txt
status 'verify: holds' 0
is 'verify: says nothing' '' "$(cat out err)"
text 'The same.\n' >s.txt
run verify s.txt s.txt
status 'verify: the same file' 0
run verify a.txt a.txt
status 'verify: left as it was, with what could be repaired' 0
sed 's/left/lift/' b.txt >c.txt
run verify a.txt c.txt
status 'verify: another letter' 1
says 'verify: its place' out '^c.txt:1:[0-9]+: '
sed 's/ left//' b.txt >c.txt
run verify a.txt c.txt
status 'verify: a lost word' 1
sed 's/left/left us/' b.txt >c.txt
run verify a.txt c.txt
status 'verify: a word too many' 1
sed 's/left/Left/' b.txt >c.txt
run verify a.txt c.txt
status 'verify: case may change' 0
text 'He said \377so & left.\n' >c.txt
run verify a.txt c.txt
status 'verify: not UTF-8' 1
run verify a.txt missing.txt
status 'verify: a missing file is trouble' 2
mkdir -p there
run verify there missing
says 'verify: a missing folder is named' err 'missing: No such file'

text '%s\n' '{"n":1,"text":"He  left."}' '{"text":"She \"stays\"."}' >a.jsonl
run a.jsonl
cp out b.jsonl
run verify a.jsonl b.jsonl
status 'verify: JSON Lines' 0
sed 's/"n":1/"n":2/; s/left/left/' b.jsonl >c.jsonl
run verify a.jsonl c.jsonl
status 'verify: a byte beside the text' 1
says 'verify: its record' out '^c.jsonl:1:'
sed 's/stays/stay/' b.jsonl >c.jsonl
run verify a.jsonl c.jsonl
says 'verify: a letter in a record' out '^c.jsonl:2:2[0-9]: '
sed '2d' b.jsonl >c.jsonl
run verify a.jsonl c.jsonl
status 'verify: a record is missing' 1

# What is asked for may be no text: an array after the other field.
text '{"u":{"text":"He  said so."},"text":["a"]}\n' >array.jsonl
run --field=/text --field=/u/text array.jsonl
cp out array.clean
says 'verify: a text before an array' array.clean 'He said so'
run verify --format=jsonl --field=/text --field=/u/text array.jsonl array.clean
status 'verify: an array where a text is asked for' 0

# Of a text in articles the listing counts bytes in each.
for separator in blank formfeed nul -----; do
	case $separator in
	blank) mark='\n' ;;
	formfeed) mark='\f' ;;
	nul) mark='\0' ;;
	*) mark='-----\n' ;;
	esac
	text "%s%b$mark%s%b$mark" 'It is caf\303\251 and' '.\n' \
		'(CNN) The ferry to Ellis Sound will stop in October. ' \
		'The  owner said so.\n' >parts.txt
	run --separator=$separator --stripped=gone.jsonl parts.txt
	cp out parts.clean
	is "verify: in articles: one is stripped: $separator" 1 \
		"$(grep -c '"record": 2' gone.jsonl)"
	run verify --separator=$separator --stripped=gone.jsonl parts.txt parts.clean
	status "verify: in articles: $separator" 0
done
# One of which nothing is left is none; one that is lost is a loss.
text -- '---\n- \n\0\\n\n\0The owner said so.\0' >parts.txt
run --separator=nul --stripped=gone.jsonl parts.txt
cp out parts.clean
says 'verify: in articles: one is gone' gone.jsonl '"record": 1'
run verify --separator=nul --stripped=gone.jsonl parts.txt parts.clean
status 'verify: in articles: one is gone' 0
text '\0\\n\0' >parts.clean
run verify --separator=nul --stripped=gone.jsonl parts.txt parts.clean
status 'verify: in articles: one is lost' 1
# Each is read by itself: what is an escape in one says nothing about the next.
text '9\\u\f\\nNobody came.\f' >parts.txt
run --separator=formfeed --format=text parts.txt
cp out parts.clean
says 'verify: in articles: escapes of the second' parts.clean '^Nobody came'
run verify --separator=formfeed --format=text parts.txt parts.clean
status 'verify: articles that are read apart' 0
sed 's/Nobody/Nobdy/' parts.clean >parts.short
run verify --separator=formfeed --format=text parts.txt parts.short
status 'verify: a letter of an article that is read apart' 1
run verify --separator=blank a.jsonl a.jsonl
status 'verify: records have no --separator' 2

# What a .copydesk leaves out is in no output folder.
mkdir -p some/out
text 'He  said.\n' >some/a.txt
text 'He  said.\n' >some/out/b.txt
text 'exclude=out\n' >some/.copydesk
run -q --output-dir=most some
run verify some most
status 'verify: a .copydesk leaves out' 0
run verify --no-config some most
status 'verify: no .copydesk leaves out' 1

# A listing of files by other names is told of.
mkdir old new
text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >old/a.txt
(cd old && "$COPYDESK" --stripped=../gone.jsonl -o ../new/a.txt a.txt)
run verify --stripped=gone.jsonl old new
status 'verify: the listing has other names' 1
says 'verify: and that is told' err '^copydesk: gone.jsonl: names none of the files'

text 'First of it.\n\nADVERTISEMENT\n\nLast of it.\n' >a.txt
run --stripped=gone.jsonl a.txt
cp out b.txt
run verify a.txt b.txt
status 'verify: what was stripped is missed' 1
says 'verify: and what to do about it' err 'verify: .*--stripped$'
run verify --stripped=gone.jsonl a.txt b.txt
status 'verify: but not when it is listed' 0
is 'verify: and nothing is said' '' "$(cat out err)"
text 'no listing\n' >bad.jsonl
run verify --stripped=bad.jsonl a.txt b.txt
status 'verify: a listing that is none is trouble' 2

# Forms of records; several fields, several values of one.
# holds NAME FILE OPTION...: cleaned, it holds; with another letter, or another
# byte beside the text, it does not.
holds() {
	name=$1
	file=$2
	shift 2
	run "$@" --stripped=gone.jsonl -o "clean.$file" "$file"
	status "verify: $name: cleaned" 0
	cmp -s "$file" "clean.$file" && fail "verify: $name" 'nothing to clean'
	run verify "$@" --stripped=gone.jsonl "$file" "clean.$file"
	status "verify: $name: holds" 0
	sed 's/left us/left as/' "clean.$file" >"bad.$file"
	run verify "$@" --stripped=gone.jsonl "$file" "bad.$file"
	status "verify: $name: another letter" 1
	says "verify: $name: its place" out "^bad.$file:$place: a letter"
	sed 's/"*1"*/2/' "clean.$file" >"bad.$file"
	run verify "$@" --stripped=gone.jsonl "$file" "bad.$file"
	status "verify: $name: another byte beside the text" 1
}
text 'id,title,body\n1,A  title,"He  said ""no"".\nHe  left us."\n' >a.csv
place=3:9
holds csv a.csv --field=title --field=body
tr , '\t' <a.csv >a.tsv
holds tsv a.tsv --field=title --field=body
text '[{"id": 1, "t": "A  title"},\n {"id": 2, "t": "He  \\"left us."}]\n' \
	>a.json
place=2:27
holds 'json' a.json --field=t
ad='\\n\\nADVERTISEMENT\\n\\n'
text '{"n": 1, "p": [{"t": "First  of it.%sLast of it."}, {"t": "A%sHe left us."},
		{"t": 1}, {"t": "Third.%sEnd."}]}\n' "$ad" "$ad" "$ad" |
	tr -d '\n\t' >a.json
place='1:[0-9]*'
holds 'several values of a field' a.json --field='/p/*/t'
text '{"n": 1, "t": "A  title", "b": "It is.%sHe left us."}\n' "$ad" >a.jsonl
holds 'several fields' a.jsonl --field=t --field=b
run verify --field=t --stripped=gone.jsonl a.jsonl clean.a.jsonl
status 'verify: a field that was not named has changed' 1

# Compressed, folders.
mkdir -p old/deep
text 'It is.\n\nADVERTISEMENT\n\nHe  left us.\n' >old/a.txt
text '{"text":"He  left us."}\n' >old/deep/b.jsonl
gzip -c old/a.txt >old/c.txt.gz
text '\0\1\2' >old/d.txt
text 'no article' >old/e.nfo
run -q --output-dir=new --stripped=gone.jsonl old
run verify --stripped=gone.jsonl old new
status 'verify: folders hold' 0
is 'verify: folders: nothing on standard output' '' "$(cat out)"
run verify old new
status 'verify: folders: what was stripped is missed' 1
is 'verify: folders: in both texts, that one compressed' 2 \
	"$(grep -cE '^new/(a.txt|c.txt.gz):3:1: a letter' out)"
run verify --stripped=gone.jsonl ./old/ new/
status 'verify: folders: a listing of files by other names' 1
cp -r old both
run fix -q --stripped=in-place.jsonl both
run verify --stripped=in-place.jsonl old both
status 'verify: a folder that was fixed in place, with its copy' 0
rm new/deep/b.jsonl
text 'An extra.\n' >new/extra.txt
run verify --stripped=gone.jsonl old new
says 'verify: folders: a file is missing' out '^new/deep/b.jsonl:1:1: .*missing'
says 'verify: folders: a file too many' out '^new/extra.txt:1:1: .*without'
is 'verify: folders: no more than that' 2 "$(grep -c . out)"
run verify --exclude=deep --exclude=extra.txt --stripped=gone.jsonl old new
status 'verify: folders: files by their choice' 0
run verify old a.csv
status 'verify: a folder and a file' 2
mkdir empty
run verify empty empty
status 'verify: folders without a file are trouble' 2

# Archives.
if command -v tar >/dev/null; then
	rm -r new old/deep
	text '{"text":"He  left us."}\n' >old/b.jsonl
	tar cf a.tar old
	run -q -o new.tar --stripped=gone.jsonl a.tar
	status 'verify: an archive is cleaned' 0
	run verify --stripped=gone.jsonl a.tar new.tar
	status 'verify: archives hold' 0
	is 'verify: archives: nothing is said' '' "$(cat out err)"
	run verify a.tar new.tar
	is 'verify: archives: what was stripped is missed' \
		'new.tar/old/a.txt:3:1: ' \
		"$(sed 's/a letter.*//' out)"
	mkdir unpacked
	tar xf new.tar -C unpacked
	sed -i 's/left us/left as/' unpacked/old/b.jsonl
	text 'other bytes' >unpacked/old/d.txt
	tar cf bad.tar --no-recursion -C unpacked $(tar tf new.tar)
	run verify --stripped=gone.jsonl a.tar bad.tar
	status 'verify: archives: broken' 1
	says 'verify: archives: another letter' out \
		'^bad.tar/old/b.jsonl:1:1[0-9]: a letter'
	says 'verify: archives: what is no text' out \
		'^bad.tar/old/d.txt:1:1: something that is no text'
	is 'verify: archives: no more than that' 2 "$(grep -c . out)"
	tar cf less.tar --no-recursion -C unpacked \
		$(tar tf new.tar | sed '$d')
	run verify --select=encoding new.tar less.tar
	says 'verify: archives: a member is missing' out \
		'^less.tar:1:1: members are missing'
	run verify a.tar old/a.txt
	status 'verify: an archive and a file' 2
	if command -v zip >/dev/null; then
		zip -qr a.zip old
		run -q -o new.zip --stripped=gone.jsonl a.zip
		run verify --stripped=gone.jsonl a.zip new.zip
		status 'verify: zip archives hold' 0
	fi
fi

# As the other commands look at a file.
text '{\n"a": 1\n}\n' >odd.txt
run verify odd.txt odd.txt
status 'verify: what fix refuses is trouble' 2
text '{"body":"He  left us."}\n' >old/body.jsonl
text 'field=body\n' >old/.copydesk
run -q --output-dir=new --stripped=gone.jsonl old/body.jsonl
run verify old/body.jsonl new/body.jsonl
status 'verify: by the options of .copydesk' 0
run verify --no-config old/body.jsonl new/body.jsonl
status 'verify: without them a field has changed' 1

run verify - -
status 'verify: standard input is one of the two only' 2
finish
