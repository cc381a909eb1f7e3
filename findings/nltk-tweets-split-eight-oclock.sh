#!/bin/sh
# NLTK 3.8 (Debian 12: python3-nltk 3.8-1): TweetTokenizer cuts the times from
# 8:00 to 8:59 and scores of eight in two, and no others: 8 before a colon, a
# slash or a bracket is taken for the eyes of a face (8: 8/ 8) 8D), also where a
# digit follows. The manual says that faces are kept whole; of an "(aged 8)" the
# bracket goes with the number. Counts of times or of numbers lose one hour.
#
# Input: The ferries of 7:30 and 8:30 won 7/10 and 8/10 (ages 7) and (ages 8)
# Expected: 7:30 and 8:30, 7/10 and 8/10 whole; 7 and 8 without the bracket
# Observed: 7:30 | 8: 30 | 7/10 | 8/ 10 | 7 ) | 8)
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
from nltk.tokenize.casual import TweetTokenizer

text = "The ferries of 7:30 and 8:30 won 7/10 and 8/10 (ages 7) and (ages 8)"
print(" ".join(TweetTokenizer().tokenize(text)))
PY
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 read.py)
echo "$seen"
tokens='The ferries of 7:30 and 8: 30 won 7/10 and 8/ 10'
[ "$seen" = "$tokens ( ages 7 ) and ( ages 8)" ]
