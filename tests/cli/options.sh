#!/bin/sh
# Options, usage errors, --help, --version, rules.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

run --help
status 'help: exit 0' 0
says 'help: on standard output' out '^Usage:'
is 'help: short' yes "$([ "$(wc -l <out)" -le 42 ] && echo yes)"
for command in check fix diff rules verify; do
	run "$command" --help
	says "help: of $command" out "copydesk $command"
done
run --help
cp out wanted
run help
status 'help: as a command' 0
same 'help: is --help' wanted out
run check --help
cp out wanted
run help check
same 'help: of a command by its name' wanted out
run help chek
status 'help: an unknown command' 2
says 'help: the nearest command' err '^copydesk: chek: .*did you mean check'
run help check fix
status 'help: two commands' 2
echo 'He said so.' >a.txt
for command in 'explain a.txt' rules; do
	run help "${command%% *}"
	for word in $(sed -n 's/.*--output-format=\(.*|\)/\1/p' out | tr '|' ' '); do
		# shellcheck disable=SC2086
		run $command --output-format="$word"
		status "help: $command --output-format=$word" 0
	done
done
for command in fix rules; do
	run help $command
	is "help: $command reads no standard input" 0 \
		"$(grep -c 'standard input\.' out)"
done
run --help
is 'help: fits 80 columns' '' "$(run --help; awk 'length > 79' out)"
run --version
status 'version: exit 0' 0
says 'version: names ICU' out '^copydesk [0-9.]+ .*ICU'
run --no-such-thing
status 'usage: an unknown option' 2
run --selct=quotes
says 'usage: the nearest name' err 'did you mean --select'
is 'usage: nothing on standard output' '' "$(cat out)"
run --fix
status 'usage: an option of other programs' 2
says 'usage: what it is here' err "no '--fix': did you mean 'copydesk fix'"
run -i
says 'usage: a letter of other programs' err "did you mean 'copydesk fix'"
run version
says 'usage: a command of other programs' err "mean 'copydesk --version'"
run -x
status 'usage: an unknown letter' 2
run --quotes=round
status 'usage: an unknown word' 2
says 'usage: the words are named' err 'curly\|straight\|keep'
run --quotes
status 'usage: a missing value' 2
for option in --max-article=99999999999999999999 --max-article=K \
	--max-article=99999999999999999G --max-article=5X --ext= --exclude= \
	--shard=0/2 --shard=3/2 --shard=1/2x --min-confidence=quotes=101; do
	run $option
	status "usage: $option" 2
	says "usage: $option is named" err "^copydesk: ${option%%=*}"
done
run $(i=0; while [ $i -le 64 ]; do
	i=$((i + 1))
	echo --exclude=a$i
done)
says 'usage: too many globs' err '^copydesk: --exclude=a65: more than 64$'
printf 'Er kam "spät".\n' >in
for lang in xx x-y; do
	run --lang="$lang" in
	status "lang: there is no $lang" 2
	is 'lang: where to see the known ones' \
		"copydesk: --lang: no such language: $lang ('copydesk help languages' lists them)" \
		"$(cat err)"
done
for lang in german Deutsch deu; do
	run --lang="$lang" in
	status "lang: $lang is no code" 2
	is 'lang: the code' \
		"copydesk: --lang: no such language: $lang: did you mean de?" \
		"$(cat err)"
done
run help languages
status 'lang: the list' 0
says 'lang: the list has de' out '^da dav de '
run --lang=en_US.UTF-8 in
says 'lang: what a tag is like' err 'not a language tag, such as'
for lang in de de-AT und; do
	run --lang="$lang" in
	status "lang: $lang" 0
done
run -jo
says 'usage: the value of a letter' err '^copydesk: --jobs=o: not a number'
run -o
says 'usage: a letter without its value' err '^copydesk: -o needs a value'
run --out=a
status 'usage: a short form of several options' 2
says 'usage: which they are' err 'ambiguous .*--output, --output-dir'
for option in --output --output-dir --model --select; do
	run $option= /dev/null
	status "usage: $option with an empty value" 2
	says "usage: $option is named" err "^copydesk: $option=: "
done
# Each message names the option, what is wrong and what to do.
echo 'He said so.' >a.txt
mkdir -p folder
while IFS='|' read -r arguments wanted; do
	# shellcheck disable=SC2086
	run $arguments
	status "usage: $arguments" 2
	says "usage: $arguments: is told" err "^copydesk: $wanted"
	is "usage: $arguments: nothing is written" '' "$(cat out)"
done <<'END'
a.txt fix|fix: no such file; a command goes first: copydesk fix a.txt
a.txt b.txt check|check: no such file; a command goes first: copydesk check
--root=folder a.txt|--root: needs --output-dir
-0 a.txt|--null: needs --files-from
-o x --output-dir=y a.txt|--output, --output-dir: only one of them
check -l --statistics a.txt|--files-with-findings, --statistics: only one
check --statistics --output-format=sarif a.txt|--statistics: is text, or
check -l --max-findings=2 a.txt|--files-with-findings, --max-findings: only one
check --statistics --max-findings=2 a.txt|--statistics, --max-findings: only one
check --write-baseline=b --output-format=sarif a.txt|--write-baseline, --output-
check --write-baseline=b --output-file=f a.txt|--write-baseline, --output-file: o
check --write-baseline=b --statistics a.txt|--write-baseline, --statistics: only
check --write-baseline=b -l a.txt|--write-baseline, --files-with-findings: only
check --restore --casing=never a.txt|--restore, --casing=never: only one of them
fix --ignore=quotes/curly:0123456789abcdef a.txt|--ignore=quotes/curly:.*: single
--config=c --no-config a.txt|--config, --no-config: only one of them
--stdin-filename=b.txt a.txt|--stdin-filename: standard input is not read
check --stdin-filename=b.txt a.txt|--stdin-filename: standard input is not read
learn --min-articles=2 a.txt|--min-articles=2: not between 3 and 1G: what fewer
--max-article=15 a.txt|--max-article=15: not between 16 and 1G
diff --stage=whitespace/underscore a.txt|whitespace/underscore: no such rule is on
diff --stage=quotes --ignore=quotes a.txt|quotes: no such rule is on
diff --stage=quotes/unpaired a.txt|quotes/unpaired: only reports
--separator= a.txt|--separator=: is empty
--separator=\n\n a.txt|--separator=.*: not one line: blank, formfeed and nul
check --format=sarif a.txt|--format=sarif: not one of .*did you mean --output-fo
--casing=keep a.txt|--casing=keep: not one of auto.always.never$
--encoding=latin1 a.txt|there is no '--encoding': did you mean 'copydesk --from-
-r a.txt|there is no '-r': folders are always read recursively
--glob=*.txt a.txt|there is no '--glob': did you mean 'copydesk --include'
-v|there is no '-v': did you mean 'copydesk --version'
--ext=*.txt .|--ext=\*.txt: not endings, .*--include
lint a.txt|there is no 'lint': did you mean 'copydesk check'
--max-article=12Q a.txt|--max-article=12Q: not a number, such as 500 or 4M
--from-code=utf9 a.txt|--from-code=utf9: no such charset, such as latin1
--ignore=nothing a.txt|--ignore=nothing: no rule .*'copydesk rules' lists
--min-confidence=abc a.txt|--min-confidence: no confidence of 0 to 100 .*: abc
fix folder -o x|--output is no option of copydesk fix, but of the filter, report, learn: see 'copydesk help fix'
--restore a.txt|--restore is no option of the filter, but of check: see 'copydesk help all'
rules nothing|no rule 'nothing': 'copydesk rules' lists them
help nothing|nothing: no such command: 'copydesk help' lists them
--resume=j -o out.txt.gz a.txt|out.txt.gz: --resume writes nothing compressed
END
[ ! -e b ] && [ ! -e f ]
is 'usage: no baseline or report is written' 0 $?
run --stdin-filename=b.txt a.txt - </dev/null
status 'usage: --stdin-filename, and standard input is named' 0
[ ! -e j ]
is 'usage: a journal of nothing is removed' 0 $?
run chek .
status 'usage: nearly a command' 2
says 'usage: the nearest command' err 'did you mean check'
run --fsync=yes
status 'usage: a value too many' 2
run check --fsync a.txt
status "usage: another command's option" 2
run --max-article=0
status 'usage: --max-article=0' 2
run --max-article=12Q
status 'usage: --max-article=12Q' 2
run --min-confidence=101
status 'usage: --min-confidence=101' 2
run --min-confidence=quotes=101
status 'usage: --min-confidence=quotes=101' 2
run --min-confidence=quots=50
status 'usage: no such kind of edit' 2
says 'usage: the kind is named' err 'quots=50'
run --select=no/such-rule
status 'usage: an unknown rule' 2
says 'usage: the rule is named' err 'no/such-rule'
run --ignore=quotes,whitespase
says 'usage: the nearest stage' err 'did you mean whitespace'
run --extend-select=quotes/strait
says 'usage: the nearest rule' err 'did you mean quotes/straight'
run rules quotes/wrong
says 'usage: the rule that begins so' err 'did you mean quotes/wrong-direction'
run --foo
says 'usage: nothing is near' err "^copydesk: unknown option '--foo'\$"
run --from-code=no-such-charset
status 'usage: an unknown charset' 2
says 'usage: the option is named' err '^copydesk: --from-code=no-such-'
text 'no pattern\n' >rules.txt
run --boilerplate=rules.txt
says 'usage: the rules file is named' err '^copydesk: rules.txt:1: '
run --model=missing.bin
status 'usage: a missing model' 2
run fix
status 'usage: fix without a path' 2
run fix -
status 'usage: fix cannot rewrite standard input' 2
run verify one
status 'usage: verify needs two files' 2

# A file may be named like a command.
text 'Text.\n' >check
run -- check
same 'arguments: after -- a command is a file' check out
run ./check
same 'arguments: a path is not a command' check out
rm check
text 'Text.\n' >./--odd
run -- --odd
same 'arguments: -- before an odd name' ./--odd out
text 'a "b" c\n' >q.txt
run q.txt --quotes=straight
same 'arguments: options may follow files' q.txt out
run --quotes=straight check q.txt
status 'arguments: options may precede the command' 0

# Rules and their order.
text 'It is "so"  here.\n' >in
run --select=whitespace
is 'select: replaces the default set' 'It is "so" here.' "$(cat out)"
run --ignore=whitespace
is 'ignore: removes' 'It is “so”  here.' "$(cat out)"
run --ignore=quotes --select=quotes/straight
is 'select: the more specific name wins' 'It is “so”  here.' "$(cat out)"
run --select=quotes --extend-select=whitespace/run
is 'extend-select: adds' 'It is “so” here.' "$(cat out)"
run --quotes=keep
is 'quotes: keep' 'It is "so" here.' "$(cat out)"

run rules
status 'rules: exit 0' 0
says 'rules: a row' out '^quotes/straight +fix +on +warning +.'
is 'rules: one row a rule' "$(wc -l <out)" "$("$COPYDESK" rules \
	--output-format=json-lines | wc -l)"
run rules quotes/straight
says 'rules: one explained' out '^kind +fix'
says 'rules: since when' out '^since +0\.[0-9]'
grep '^  [-+] ' out >shown
sed -n 's/^  - //p' shown >in
sed -n 's/^  + //p' shown >wanted
run
same 'rules: the example is true' wanted out
rm in
missing=
for rule in $("$COPYDESK" rules all | awk '$2 != "note" { print $1 }'); do
	run rules "$rule"
	grep -q '^  [-+] *' out || missing="$missing $rule"
	grep -qF "=== $rule: $(sed -n 's/^example *//p' out)" \
		"$top"/tests/cases/*.txt || missing="$missing $rule"
done
is 'rules: each that changes texts has an example of the cases' '' "$missing"
run rules quotes
is 'rules: those of a stage' 0 "$(grep -vc '^quotes/' out)"
run rules --ignore=quotes quotes/straight
says 'rules: as the options leave them' out 'changed by'
run rules
cp out every
run rules all
same 'rules: all' every out
run rules quotes/strait
status 'rules: an unknown rule' 2
says 'rules: the nearest name' err 'quotes/straight'
run rules --output-format=json
says 'rules: as JSON' out '^  \{"rule": "quotes/straight", "kind": "fix"'

# Of a restored quotation both marks are left out, or none.
cat >talk.txt <<'EOF'
He didn t like it at all. He said that he wasn t impressed with it, and that
the people of this town didn t deserve it either.  We did all that we could to
save the school,  she said.  It s the only one that we have,  the mayor told
the council, and  nobody wants  to close it.
EOF
for percent in 50 60 70 80 90 95 99; do
	run --select=casing --min-confidence=$percent talk.txt
	is "min-confidence=$percent: quotations keep both marks" \
		"$(grep -o “ out | wc -l)" "$(grep -o ” out | wc -l)"
done
run --select=casing --min-confidence=50,quotes=100 talk.txt
is 'min-confidence=quotes=100: no quotation mark' 0 "$(grep -c '[“”]' out)"
is 'min-confidence=quotes=100: apostrophes stay' 2 "$(grep -c 'didn’t' out)"

# Lines that no rule names go as far as they are surely boilerplate.
ferry() {
	cat <<-EOF
	The ferry to Ellis Sound will stop in October, the council said on Monday after a long debate.

	Residents had asked for two more boats and a lower fare, and they will get neither of them.
	$1
	The owner of the line said that he could not pay the crews any longer.

	A vote is due in March, and the ferry would then be sold to the county.

	The council has not said what the boats would cost, or who would run them.
	$2
	EOF
}
ferry '' '
Related Harbour Post stories' >tip.txt
run tip.txt
is 'boilerplate: what is like it goes' 0 "$(grep -c Related out)"
run --min-confidence=boilerplate=100 tip.txt
same 'min-confidence=boilerplate=100: only rules' out tip.txt
ferry '
Follow us for more ferry news
' '' >follow.txt
run follow.txt
is 'boilerplate: what is less sure stays' 1 "$(grep -c Follow out)"
run --boilerplate-recall follow.txt
is 'boilerplate-recall: it goes, too' 0 "$(grep -c Follow out)"

finish
