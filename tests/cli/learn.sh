#!/bin/sh
# learn: rules from lines that occur in many articles.
. "${0%/*}/lib"

mkdir corpus
n=1
while [ $n -le 12 ]; do
	text 'The council met on day %s of the week and spoke at length.\n\nBuy our calendar\n\nNobody knew why number %s was chosen by the council.\n\nAnn Mill%s reported from Port Ellis.\n' \
		$n $n $n >corpus/$n.txt
	n=$((n + 1))
done
run learn corpus -o learned.rules
status 'learn: a folder' 0
is 'learn: nothing on standard output' '' "$(cat out)"
says 'learn: a line' learned.rules '^user.*:: buy our calendar$'
says 'learn: how often' learned.rules '^# 12: Buy our calendar$'
run learn corpus
same 'learn: the same bytes again' learned.rules out
run learn -j 3 corpus
same 'learn: the same bytes with threads' learned.rules out
run learn --min-articles=13 corpus
is 'learn: --min-articles' 2 "$(wc -l <out | tr -d ' ')"
cp corpus/1.txt in
run --boilerplate=learned.rules --select=boilerplate/user
status 'learn: its rules are read' 0
is 'learn: its rules strip the line' 0 "$(grep -c calendar out)"
for name in One Two Three; do
	text '{"text": "Council %s met in the old house.\\n\\nBuy our calendar"}\n' \
		$name
done >in
text 'not json\n' >>in
run learn --format=jsonl --min-articles=3
status 'learn: a bad record' 2
says 'learn: the other records are counted' out ':: buy our calendar$'
# What the built-in rules take is not proposed; the longest line comes first.
rm -r corpus in
mkdir corpus
for n in 1 2 3; do
	text 'Ferry %s ran late again on its way to the island, its owner said.\n\nAdvertisement\n\nMill fair\n\nTell your friends of the great mill fair' \
		$n >corpus/$n.txt
done
run learn --min-articles=3 corpus
is 'learn: not what the built-in rules take' 0 "$(grep -ci advertisement out)"
is 'learn: first what takes most words' \
	'# 3: Tell your friends of the great mill fair' "$(grep '^# 3' out | head -n 1)"
text 'user any line calendar\n' >bad.rules
run --boilerplate=bad.rules corpus/1.txt
status 'learn: rules that cannot be read' 2
says 'learn: the line of the mistake' err '^copydesk: bad.rules:1: '

# Nothing to learn from writes nothing: there may be a file already.
: >nothing.txt
mkdir hollow
echo 'The rules.' >kept.rules
for paths in '' nothing.txt hollow missing.txt; do
	cp kept.rules kept
	# shellcheck disable=SC2086
	run learn $paths -o kept.rules
	status "learn: no article: exit 2: $paths" 2
	same "learn: no article: the rules stay: $paths" kept kept.rules
	is "learn: no article: one message: $paths" 1 "$(wc -l <err | tr -d ' ')"
done
run learn nothing.txt
says 'learn: no article: it is said' err '^copydesk: nothing to read: no article$'
is 'learn: no article: no output' '' "$(cat out)"

# A .copydesk says how files are read, here as elsewhere.
mkdir -p desk/old
for i in 1 2 3 4; do
	text '{"body":"The ferry left %s times on a Monday.\\n\\nBook a table at the Tern"}\n' $i
done >desk/a.jsonl
for i in 1 2 3 4; do
	text 'The crew slept %s times on a Friday.\n\nBook a berth on the Wren\n' $i \
		>desk/old/$i.txt
done
text 'exclude=old\n[*.jsonl]\nfield=body\n' >desk/.copydesk
run learn --min-articles=3 desk
status 'learn: .copydesk: exit' 0
says 'learn: .copydesk: field' out 'book a table at the tern$'
is 'learn: .copydesk: exclude' 0 "$(grep -c wren out)"
run learn --min-articles=3 --no-config --field=body desk
says 'learn: --no-config' out 'book a berth on the wren$'
text 'feild=body\n' >desk/.copydesk
run learn desk
status 'learn: .copydesk: one that is wrong' 2

# Several files of rules, each with its own lines.
text 'user any line :: filed from ellis sound' >one.rules
text '\357\273\277user any line :: harbor photo agency\n' >two.rules
text 'Filed from Ellis Sound\n\nThe ferry left on Monday, the clerk said.\n\nHarbor photo agency\n' >in
run --boilerplate=one.rules --boilerplate=two.rules
is 'rules: of several files' 'The ferry left on Monday, the clerk said.' "$(cat out)"
run check -q --boilerplate=two.rules --boilerplate=one.rules
is 'rules: of several files, in any order' 2 "$(grep -c boilerplate/user out)"
text 'user any line :: a\nuser nowhere line :: b\n' >wrong.rules
run --boilerplate=one.rules --boilerplate=wrong.rules --boilerplate=two.rules
says 'rules: the file that is wrong' err '^copydesk: wrong.rules:2: no such place'
# A pipe can be read only once, whatever a .copydesk makes of the rest.
mkdir piped
cp in piped/text.txt
cp in text.txt
text 'quotes=keep\n' >piped/.copydesk
cp one.rules in
run --boilerplate=- text.txt piped/text.txt
is 'rules: standard input' 0 "$(grep -c Filed out)"
cp one.rules in
run --boilerplate=- --boilerplate=wrong.rules text.txt
says 'rules: standard input, and the file that is wrong' err \
	'^copydesk: wrong.rules:2: no such place'
rm in

finish
