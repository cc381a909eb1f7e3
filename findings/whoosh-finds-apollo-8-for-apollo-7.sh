#!/bin/sh
# Whoosh 2.7.4 (Debian 12: python3-whoosh 2.7.4+git6-g9134ad92-7): a TEXT field as it
# is leaves out words of one character, figures with them, in the index and in what is
# looked for, without a gap in the count of places: the phrase "Apollo 7" finds Apollo
# 8, and a score, 3-2, is nowhere. A comma parts a number, so that 1,500 is the number
# 500, which finds it, and "1,500" finds 500 and 1,200,500. The manual names the
# smallest length of a word, two, beside the words that it leaves out, and says
# nothing of figures.
#
# Input: "Apollo 8 flew", looked up by the phrase "Apollo 7"
# Expected: nothing    Observed: Apollo 8 flew
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-whoosh=2.7.4+git6-g9134ad92-7 >log 2>&1 ||
	{ cat log; exit 2; }
dpkg -x python3-whoosh_*.deb root

cat >find.py <<'PY'
from whoosh.fields import Schema, TEXT
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser import QueryParser

index = RamStorage().create_index(Schema(body=TEXT(stored=True)))
writer = index.writer()
for text in ("Apollo 8 flew", "It cost 1,500 pounds", "It cost 500 pounds",
             "Lowell won 3-2"):
    writer.add_document(body=text)
writer.commit()
with index.searcher() as searcher:
    for words in ('"Apollo 7"', '"1,500"', "500", "3-2"):
        query = QueryParser("body", index.schema).parse(words)
        print(words, *sorted(hit["body"] for hit in searcher.search(query)),
              sep=" | ")
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -W ignore find.py)
echo "$seen"
[ "$seen" = '"Apollo 7" | Apollo 8 flew
"1,500" | It cost 1,500 pounds | It cost 500 pounds
500 | It cost 1,500 pounds | It cost 500 pounds
3-2' ]
