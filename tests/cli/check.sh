#!/bin/sh
# check: findings, formats, exit status, colour.
. "${0%/*}/lib"

text 'Clean text.\n' >clean.txt
run check clean.txt
status 'check: clean text' 0
is 'check: clean text has no findings' '' "$(cat out)"
text 'One.\nHe said "so"  é "no".\n' >a.txt
run check --select=whitespace/run,quotes/straight a.txt
status 'check: findings' 1
cat >wanted <<'EOT'
a.txt:2:9: quotes/straight [*] straight quotation mark: `"` -> `“`
a.txt:2:12: quotes/straight [*] straight quotation mark: `"` -> `”`
a.txt:2:13: whitespace/run [*] more than one space: `"  é` -> `" é`
a.txt:2:17: quotes/straight [*] straight quotation mark: `"` -> `“`
a.txt:2:20: quotes/straight [*] straight quotation mark: `"` -> `”`
EOT
same 'check: concise, columns in code points' wanted out
cp a.txt in
run check --select=whitespace/run
says 'check: standard input has a name' out '^<stdin>:2:13: '
run check --select=whitespace/run --stdin-filename=desk.txt
says 'check: --stdin-filename' out '^desk.txt:2:13: '
run check --select=whitespace/run --output-format=github a.txt
is 'check: github' \
	'::warning file=a.txt,line=2,endLine=2,col=13,endColumn=15,title=whitespace/run::more than one space: `"  é` -> `" é`' \
	"$(cat out)"
cp a.txt 'a,b:c%.txt'
run check --select=whitespace/run --output-format=github 'a,b:c%.txt'
text 'One.\n\n\n\nTwo.\n' >gap.txt
run check --select=whitespace/blank-lines --output-format=github gap.txt
is 'check: github: no columns over several lines' \
	'::warning file=gap.txt,line=1,endLine=4,title=whitespace/blank-lines::more than one blank line: `.\n\n\n\nT` -> `.\n\nT`' \
	"$(cat out)"
run check --select=whitespace/run --output-format=github 'a,b:c%.txt'
mkdir -p annotated
text 'Go  on.\n' >annotated/a.txt
(cd annotated && "$COPYDESK" check --output-format=github . >../out 2>../err)
says 'check: github: a path as the diff has it' out '^::warning file=a.txt,'
run check --select=whitespace/run --output-format=github 'a,b:c%.txt'
says 'check: github escapes' out '^::warning file=a%2Cb%3Ac%25.txt,'
name=$(printf 'esc\033[31m.txt')
text 'He  said.\n' >"$name"
run check --output-format=github "$name"
says 'check: github: no name controls a terminal' out \
	'^::warning file=esc%1B\[31m.txt,'
rm "$name"
run check ''
says 'check: an empty name is seen' err '^copydesk: "": No such file'
run check --select=whitespace/run --output-format=json a.txt clean.txt a.txt
is 'check: json is one array' 4 "$(wc -l <out)"
is 'check: json has no comma at the ends' '[]' "$(sed 's/{.*}//' out |
	tr -d '\n ,')"
says 'check: json members' out '"file": "a.txt", "record": 1, "field": null, "line": 2, "col": 13, "end_line": 2, "end_col": 15, "offset": 17, "end_offset": 19, "rule": "whitespace/run", "kind": "fix", "severity": "warning", "fixable": true, "hash": "[0-9a-f]{16}", "message": "more than one space", "edits": \[\{'
run check --output-format=json clean.txt
is 'check: json without findings' '[]' "$(cat out)"
run check --output-format=json-lines --select=whitespace/run a.txt
is 'check: json-lines' 1 "$(wc -l <out)"
text 'x\\ "y"\t\001\n' >'q"\.txt'
run check --output-format=json --select=whitespace/exotic 'q"\.txt'
says 'check: json escapes the path' out '"file": "q\\"\\\\.txt"'

# What a finding changes: short, on one line, and with nothing that a terminal obeys.
text 'Go on.Then \033[31mhe came\342\200\256.\n' >shown.txt
text '\nRELATED: Ten things to know about the harbor of Ellis Sound\n\nThe owner said so.\n' >>shown.txt
run check --select=whitespace/after-mark,encoding/control,encoding/invisible,boilerplate/related shown.txt
cat >wanted <<'EOT'
shown.txt:1:7: whitespace/after-mark [*] no space after a sentence end: `.T` -> `. T`
shown.txt:1:12: encoding/control [*] control character: `\u{1B}[31m` -> nothing
EOT
sed 2q out >got
same 'shown: an insertion with its neighbours, a control as an escape' wanted got
says 'shown: what has no width' out ': `\\u\{202E\}` -> nothing$'
says 'shown: a long text is shortened' out ': `RELATED: Ten things \.\.\.Sound\\n\\n` -> nothing$'
is 'shown: a finding a line' "$(grep -c . out)" "$(grep -c '^shown.txt:' out)"

# Severities.
text '{"x":1}\n{"text":"a"}\n' >note.jsonl
run check note.jsonl
status 'check: a note alone is no failure' 0
says 'check: but it is shown' out 'reader/no-field'
says 'check: why it is none' err \
	'^copydesk: 1 finding in 1 of 1 file, 0 fixable \[\*\], all notes$'
run check --fail-level=note note.jsonl
status 'check: --fail-level=note' 1
is 'check: it is a failure now' 0 "$(grep -c 'all notes' err)"
for page in README.md src/cli/man/copydesk.1; do
	tr '\n' ' ' <"$root/$page" >page
	says "check: $page says that notes are none" page \
		'found more than notes|found a warning or an error'
done
run check --help
says 'check: --help says so' out '^more than notes;'
run check --fail-level=error a.txt
status 'check: --fail-level=error' 0
run check --exit-zero a.txt
status 'check: --exit-zero' 0
says 'check: --exit-zero shows the findings' out '^a.txt:2:9: '
run fix --exit-zero a.txt
status "check: --exit-zero is check's alone" 2
text 'not JSON\n' >bad.jsonl
run check --exit-zero bad.jsonl
status 'check: trouble under --exit-zero' 2
run check bad.jsonl a.txt
status 'check: a bad record is trouble' 2
says 'check: and a finding' out '^bad.jsonl:1:1: reader/bad-record '
says 'check: the next file is checked' out '^a.txt:2:9: '
run check missing.txt a.txt
status 'check: a missing file is trouble' 2
says 'check: and the next is checked' out '^a.txt:2:9: '

# Colour.
run check --color=always a.txt
says 'colour: always' out "$(printf '\033')\\[1ma.txt"
run check --color=never a.txt
is 'colour: never' 0 "$(grep -c "$(printf '\033')" out)"
run check a.txt
is 'colour: auto: none into a file' 0 "$(grep -c "$(printf '\033')" out)"

# Charsets and places.
text '\357\273\277a  b\n' >bom.txt
run check --select=encoding/bom,whitespace/run bom.txt
says 'check: a byte order mark' out '^bom.txt:1:1: encoding/bom '
text 'a \377\376 b\n' >bytes.txt
run check --select=encoding bytes.txt
status 'check: bytes that are not UTF-8' 1
text '\377\376G\0o\0 \0 \0o\0n\0.\0\n\0' >wide.txt
run check wide.txt
says 'check: UTF-16 is reported' out '^wide.txt:1:1: encoding/charset '
says 'check: and its places' out '^wide.txt:1:3: whitespace/run '
run check --separator=blank a.txt
status 'check: with a separator' 1

# Lines go on over cuts and articles.
for i in 1 2 3 4 5 6 7 8; do
	text 'Line %s of a text that is long enough.\n\n' $i
done >long.txt
text 'The last one  has a fault.\n' >>long.txt
run check --select=whitespace/run long.txt
cp out wanted
says 'cuts: the place without a cut' out '^long.txt:17:13: whitespace/run '
run check --select=whitespace/run --max-article=100 long.txt
same 'cuts: the place with cuts' wanted out
run check --select=whitespace/run --separator=blank long.txt
same 'cuts: the place with separators' wanted out
run check --select=whitespace/run --max-article=24 long.txt
same 'cuts: the place with cuts within lines' wanted out

# Folders.
mkdir -p d/e
cp a.txt d/a.txt
cp clean.txt d/e/clean.txt
text 'Go  on.\0' >d/e/binary.txt
ln -s .. d/e/loop
ln -s nowhere.txt d/e/dangling.txt
ln -s nowhere d/e/dangling
run check --select=whitespace/run --follow d
status 'folder: a broken link to a text is trouble' 2
run check --select=whitespace/run d
status 'folder: one that is not followed is none' 1
rm d/e/dangling.txt
run check --select=whitespace/run --follow d
status 'folder: a loop and a binary file are none' 1
says 'folder: the loop is noted' err '^copydesk: d/e/loop: symbolic link loop'
says 'folder: the binary file is noted' err '^copydesk: d/e/binary.txt: binary'
is 'folder: the findings' 'd/a.txt:2:13: whitespace/run [*] more than one space: `"  é` -> `" é`' \
	"$(cat out)"
ln -s itself d/e/itself
run check --select=whitespace/run --follow d
status 'folder: a link to itself is none' 1
says 'folder: it is noted' err '^copydesk: d/e/itself: symbolic link loop'
run check --select=whitespace/run d/e/binary.txt
says 'folder: a file that is named is taken' out '^d/e/binary.txt:1:3: '

printf 'It is clean.\n' >in
run check --output-format=markdown
status 'check: findings are no table of rules' 2

# An error names the forms that the command has, and no others.
for line in \
	'check concise|full|json|json-lines|github|sarif|gitlab|junit|checkstyle' \
	'rules concise|json|json-lines|markdown' 'explain concise|json'; do
	command=${line%% *}
	run "$command" --output-format=none
	is "forms: $command" \
		"copydesk: --output-format=none: not one of ${line#* }" "$(cat err)"
	for word in concise full json json-lines github sarif gitlab junit \
		checkstyle markdown; do
		wanted=2
		case "|${line#* }|" in
		*"|$word|"*) wanted=0 ;;
		esac
		run "$command" --output-format=$word
		status "forms: $command, $word" $wanted
		run --output-format=$word "$command"
		status "forms: $word, $command" $wanted
	done
done
run fix --output-format=none
says 'forms: fix has none' err 'no option of copydesk fix'

finish
