#!/bin/sh
# A text with a record a line keeps its lines, whatever is in them.
. "${0%/*}/lib"

lines() {
	i=0
	while [ "$i" -lt "$1" ]; do
		i=$((i + 1))
		text 'Ferry %d leaves , late\nSign up for our newsletter\n' $i
		text 'Share this story\nThe board.  It met  on day %d\t"Ida"\n' $i
	text 'It left again today. Sign up for our newsletter today.\n'
	done
}

lines 60 >raw
sed 's/leaves ,/leaves,/; s/board.  It met  on/board. It met on/; s/"Ida"/“Ida”/' raw >wanted
cp raw in
run --format=text
status 'records: the filter' 0
same 'records: a line stays a line, and its fields fields' wanted out
run fix --format=text raw
same 'records: so it does where fix writes' wanted raw
cp raw in
run --format=text
same 'records: a second run changes nothing' raw out

run check --format=text --select=boilerplate
says 'records: furniture is reported, and no more' out \
	'^<stdin>:2:1: boilerplate/newsletter sign-up'

lines 10 >in
run --format=text
if grep -q newsletter out; then
	fail 'records: of few lines nobody can tell' 'the furniture stayed'
else
	pass 'records: of few lines nobody can tell'
fi

# Most tables with tabs know no quotation marks: they are the text's.
text '1\t"No,"  she said .\n2\t"It is  so .\n3\tIt is 6" long , "he" said .\n' >in
text '1\t“No,” she said.\n2\t“It is so.\n3\tIt is 6" long, “he” said.\n' >wanted
run --format=tsv --no-header --field=2
status 'records: marks at the start of fields with tabs' 0
same 'records: they are the text' wanted out
text '1\t"It is\n6"" long ,  he said ."\n2\tIt left .\n' >in
text '1\t"It is\n6"" long, he said."\n2\tIt left.\n' >wanted
run --format=tsv --no-header --field=2
same 'records: around a field with line ends they are none' wanted out

# A row with tabs stays one, and so do its fields, for who knows no marks.
text '1\tIt is  so.<br>It was.\n2\t"No,"<br>she  said.\n3\t"It is <br> late"\n' >in
text '1\tIt is so. It was.\n2\t“No,” she said.\n3\t"It is late"\n' >wanted
run --format=tsv --no-header --field=2
status 'records: line ends that tags are, in a row with tabs' 0
same 'records: they are spaces' wanted out
text '1\t" It  is\n2\tso  "\n3\tIt  left.\n' >in
text '1\t" It  is\n2\tso  "\n3\tIt left.\n' >wanted
run --format=tsv --no-header --field=2
says 'records: two rows, or one with marks about a tab' err 'one row with marks, or several'
same 'records: they pass' wanted out

# A row that is too long ends with its line: those after it are others.
text '1\t%0200d\n2\tIt  is so.\n3\tIt  left.\n' 0 >in
text '1\t%0200d\n2\tIt is so.\n3\tIt left.\n' 0 >wanted
run --format=tsv --no-header --field=2 --max-article=100
same 'records: after a row with tabs that is too long' wanted out

# What columns there are, as far as a reader goes; the first may have no name.
text ',id\n0,1\n' >in
run --format=csv
says 'records: a column without a name' err "there are: '', id\\)"
seq -s , 1 999 >in
run --format=csv
says 'records: the first of many columns' err '49, 50, \.\.\.\)$'

# Rows of CR CR LF, as what writes CR LF leaves them where LF becomes that, too.
text 'id,text\r\r\n1,It  left.\r\r\n2,"It is ,\r\r\nlate"\r\r\n' >in
text 'id,text\r\r\n1,It left.\r\r\n2,"It is,\nlate"\r\r\n' >wanted
run --format=csv
status 'records: rows that end in CR CR LF' 0
same 'records: they end so' wanted out
run --field=text
same 'records: they are told by their bytes' wanted out

# What is furniture where a paragraph began goes at once, and a second run finds
# no other paragraphs in the row.
story='The ferry to Ellis Sound will stop running in October, the board said.'
text '1\t%s   Advertisement   %s<p>“No,” she said.   Story Continued Below   %s\n' \
	"$story" "$story" "$story" >in
run --format=tsv --no-header --field=2
cp out once.tsv
is 'records: a row of paragraphs stays one' 1 "$(wc -l <once.tsv)"
is 'records: their furniture goes' 0 \
	"$(grep -cE 'Advertisement|Continued|  ' once.tsv)"
cp once.tsv in
run --format=tsv --no-header --field=2
same 'records: a second run leaves it' once.tsv out
run check --format=tsv --no-header --field=2
status 'records: it is clean' 0
rm in

# Where blank lines part articles, a paragraph is a line.
text '%s<p>%s\r\n\r\r\nIt is  late.<p>He left.\n' "$story" "$story" >apart.txt
text '%s\n%s\n\nIt is late.\nHe left.\n' "$story" "$story" >wanted
run --separator=blank apart.txt
same 'records: no blank line comes into an article' wanted out
cp out once.txt
run --separator=blank once.txt
same 'records: it stays as many articles' once.txt out
run verify --separator=blank apart.txt once.txt
status 'records: they are proved' 0

# A line that holds a control parts no articles, and no blank line is left of it.
text 'The ferry ran.\n\013\nIt stopped.\n\nThe  end.\n' >control.txt
run --separator=blank control.txt
is 'records: a line of a control leaves no blank line' \
	'The ferry ran.+It stopped.++The end.+' "$(tr '\n' + <out)"
finish
