#!/bin/sh
# report: a page about a corpus, read by a parser of python3. What it looks like
# in a browser: make check-report.
top=$(cd "${0%/*}/../.." && pwd)
. "${0%/*}/lib"

if ! command -v python3 >/dev/null; then
	skip 'report' 'no python3'
	finish
	exit
fi

# ask EXPRESSION...: what the page says, a line each.
ask() {
	python3 "$top/tests/report/page.py" page.html "$@"
}

# has NAME WANTED EXPRESSION
has() {
	is "$1" "$2" "$(ask "$3" 2>&1 | tail -n 1)"
}

mkdir -p corpus/a corpus/b
text 'Nothing is wrong with this line of the text.\n' >corpus/a/clean.txt
text 'He said "so" to the  board.\n\nAdvertisement\n\nIt was over.\n' \
	>corpus/a/furniture.txt
text '”We counted,” said Ida Lowell. ”Twice,” she added.\n' >corpus/b/sided.txt
for i in 1 2 3; do
	text '{"source": "Ellis Post", "text": "He said \\"so\\" %s times."}\n' $i
	text '{"source": "Sound \\u0026 Bay", "text": "All was well."}\n'
done >corpus/records.jsonl
run report corpus -o page.html
status 'report: writes a page' 0
is 'report: says nothing' '' "$(cat out err)"
has 'report: is well-formed, and loads nothing' '[]' 'page.faults'
has 'report: counts articles' '9' 'data["articles"]'
has 'report: counts the classes' '[0, 1, 4, 0, 4]' 'data["classes"]'
has 'report: each article is in the histogram' '9' 'sum(data["histogram"])'
has 'report: counts by rule' '[(8, 4)]' \
	'[(r["findings"], r["articles"]) for r in data["rules"]
	if r["name"] == "quotes/straight"]'
has 'report: conditions' "['one-sided']" \
	'[name for name, about, n in data["conditions"] if n]'
has 'report: folders, and files of records' \
	"['corpus/records.jsonl', 'corpus/a', 'corpus/b']" \
	'[row[0] for row in data["folders"]["rows"]]'
has 'report: classes of a folder' '[[0, 1, 0, 0, 1], 2]' \
	'data["folders"]["rows"][1][1:3]'
has 'report: sources' "['Ellis Post', 'Sound & Bay']" \
	'[row[0] for row in data["sources"]["rows"]]'
has 'report: words of all' '51' 'data["words"]'
has 'report: words stripped' '1' 'data["strippedWords"]'
has 'report: a sample has its changes' 'True' \
	'any(["\"", "“"] == p[:2] for s in data["samples"] for p in s["parts"]
	if isinstance(p, list))'
has 'report: the worst come first' 'True' \
	'sorted((w["edits"] for w in data["worst"]), reverse=True) ==
	[w["edits"] for w in data["worst"]]'
cp page.html one.html
run report -j 7 corpus -o page.html
same 'report: the same with any number of threads' one.html page.html
run report --color=never corpus -o page.html
status 'report: options of other commands' 2
run report --by=text corpus -o page.html
has 'report: --by' '4' 'len(data["sources"]["rows"])'
status 'report: --by' 0
for by in nothing /text/no /tags; do
	run report --by=$by corpus -o page.html
	status "report: --by=$by, which no record has" 2
	says "report: --by=$by: told" err \
		"^copydesk: $by: no JSON record has .*: see --by"
done
run report --by=/x~2 corpus -o page.html
says 'report: --by with a wrong pointer' err '^copydesk: --by: in a pointer'
text '{"text":"It  is.","meta":{"desk":"%s"},"year":%s}\n' a 1999 b 1999 b 2001 \
	>deep.jsonl
run report --by=/meta/desk deep.jsonl -o page.html
has 'report: --by takes a pointer' "[['a', 1], ['b', 2]]" \
	'sorted([r[0], r[2]] for r in data["sources"]["rows"])'
run report --by=year deep.jsonl -o page.html
has 'report: --by takes a number' "[['1999', 2], ['2001', 1]]" \
	'sorted([r[0], r[2]] for r in data["sources"]["rows"])'
run report corpus
same 'report: to standard output' one.html out
cp corpus/a/furniture.txt in
run report -o page.html
has 'report: standard input' 'standard input 1' \
	'data["title"] + " " + str(data["articles"])'
rm in
run report --quotes=keep --ignore=boilerplate corpus -o page.html
has 'report: options of rules' '[0, 0]' \
	'[r["findings"] for r in data["rules"]
	if r["name"] in ("quotes/straight", "boilerplate/ad")]'

# A source with a changed text, put together again from its parts.
has 'report: parts make up the source' 'True' \
	'"".join(p if isinstance(p, str) else p[0] for s in data["samples"]
	for p in s["parts"] if s["path"].endswith("sided.txt")) ==
	open("corpus/b/sided.txt", encoding="utf-8").read()'

# Text that would like to be markup, or to turn the page around.
mkdir -p 'hostile/<b onclick="x">&'
text 'The clerk said "so" of </script><script>alert(1)</script>.\n<!-- &lt; \342\200\250\n' \
	>'hostile/<b onclick="x">&/a.txt'
text '\342\200\256 turned "round" \342\201\247\n' >hostile/turned.txt
text '{"source": "</script><img src=x onerror=alert(1)>", "text": "\\"A\\""}\n' \
	>hostile/a.jsonl
text 'A "quote" of \377 and \001 bytes.\n' >hostile/bytes.txt
word=$(printf '%010000d' 0 | tr 0 w)
text '%s "%s"\n' "$word" "$word" >hostile/long.txt
run report --ignore=encoding hostile -o page.html
has 'report: hostile text is inert' '[]' 'page.faults'
has 'report: and is there' 'True' \
	'any("</script><script>alert(1)" in str(s["parts"])
	for s in data["samples"])'
has 'report: what turns the text is there' 'True' \
	'any("\u202e" in str(w["opening"]) for w in data["worst"])'
has 'report: the name of a folder' 'True' \
	'"hostile/<b onclick=\"x\">&" in [r[0] for r in data["folders"]["rows"]]'
has 'report: a long word is cut' 'True' \
	'max(len(str(s["parts"])) for s in data["samples"]) < 8000'

# Bounded: more folders, sources, lines and articles than it lists.
i=0
while [ $i -lt 1500 ]; do
	i=$((i + 1))
	text '{"source": "Source %s", "text": "\\"One\\" %s. \\n\\nAdvertisement\\n\\n' \
		$i $i
	text 'It was a  long day, said the %sth of them.\\n\\nFollow @ellis%s on ' \
		$i $i
	text 'Twitter\\n"}\n'
done >many.jsonl
run report many.jsonl many.jsonl many.jsonl -o page.html
has 'report: all are counted' '4500' 'data["articles"]'
has 'report: sources are bounded' '250' 'len(data["sources"]["rows"])'
has 'report: what is left out is said' '774' 'data["sources"]["more"]'
has 'report: and summed up' '1428' 'data["sources"]["rest"][2]'
has 'report: lines are bounded' 'True' '1 < len(data["stripped"]) <= 300'
has 'report: the most frequent line' "['Advertisement', 4500, 0]" \
	'data["stripped"][0][:3]'
has 'report: the worst are bounded' '100' 'len(data["worst"])'
has 'report: no article is shown twice' 'True' \
	'len({str(s["parts"]) for s in data["samples"]}) == len(data["samples"])'
[ "$(wc -c <page.html)" -lt 3000000 ] &&
	pass 'report: the page is bounded' ||
	fail 'report: the page is bounded' "$(wc -c <page.html) bytes"

for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	text '{"text": "Story %s went on, and was of a kind of its own.\\n\\n' $i
	text 'Ellis Sound Gazette Readers Desk\\n"}\n'
done >left.jsonl
run report left.jsonl -o page.html
has 'report: lines that are left' '[12]' '[row[1] for row in data["left"]]'
run report --min-articles=13 left.jsonl -o page.html
has 'report: in so many articles' '[]' 'data["left"]'

run report missing -o page2.html
status 'report: nothing to read' 2
[ ! -e page2.html ] && pass 'report: no page of nothing' ||
	fail 'report: no page of nothing' 'there is one'
run report --field=nothing corpus/records.jsonl -o page.html
status 'report: trouble is told by the status' 2
has 'report: and by the page' 'True' 'data["trouble"] > 0'
run report corpus -o missing/page.html
status 'report: a page that cannot be written' 2

# Nothing to report about writes nothing.
: >nothing.txt
mkdir hollow
echo 'A page.' >kept.html
cp kept.html kept
for paths in '' nothing.txt hollow missing.txt; do
	# shellcheck disable=SC2086
	run report $paths -o kept.html
	status "report: no article: exit 2: $paths" 2
	same "report: no article: the page stays: $paths" kept kept.html
	is "report: no article: one message: $paths" 1 "$(wc -l <err | tr -d ' ')"
done

finish
