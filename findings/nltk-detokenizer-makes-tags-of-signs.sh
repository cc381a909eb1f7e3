#!/bin/sh
# NLTK 3.8 (Debian 12: python3-nltk 3.8-1): TreebankWordDetokenizer, which "uses the
# reverse regex operations" of the tokenizer's by its manual, takes < and > for brackets
# and closes them up: x < y and 7 > 3 becomes "x <y and 7> 3", which a reader of HTML
# takes for a tag, with the words within. A contraction that begins a clause becomes
# one word with the word before it, Now'tis and and'twas, as do words on the two sides of
# two hyphens or of three points. The manual names line ends and tabs as lost, and
# shows brackets, marks and n't.
#
# Input: It was x < y and 7 > 3. / Now 'tis so. / He -- she left ... no
# Expected: the same
# Observed: It was x <y and 7> 3. / Now'tis so. / He--she left...no
#
# Needs: apt-get (Debian 12), python3. Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-nltk=3.8-1 python3-regex=0.1.20221031-1+b1 \
	>log 2>&1 || { cat log; exit 2; }
for package in *.deb; do dpkg -x "$package" root; done

cat >read.py <<'PY'
from nltk.tokenize.treebank import (TreebankWordDetokenizer,
                                    TreebankWordTokenizer)

for text in ["It was x < y and 7 > 3.", "Now 'tis so.",
             "He -- she left ... no", "It was so (she said)."]:
    tokens = TreebankWordTokenizer().tokenize(text)
    print(TreebankWordDetokenizer().detokenize(tokens))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
[ "$seen" = "It was x <y and 7> 3.
Now'tis so.
He--she left...no
It was so (she said)." ]
