#!/bin/sh
# Lingua Franca 0.4.3 (Debian 12: python3-lingua-franca 0.4.3-2): to extract_number()
# and extract_numbers() a number with a comma between its thousands, 1,234, is none.
# They pass over it without a word and take the next one of the text: of "1,234
# people and 5 dogs" the answer is 5, and of "100,000 people" False. 1234 and "1.2
# million" are read.
#
# Input: 1234 people and 5 dogs / 1,234 people and 5 dogs / 100,000 people
# Expected: [1234, 5], [1234, 5], [100000]
# Observed: [1234, 5], [5], []
#
# Needs: apt-get and python3 (Debian 12). Exit status: 0 as described.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download python3-lingua-franca=0.4.3-2 python3-dateutil=2.8.2-2 \
	python3-six=1.16.0-4 >log 2>&1 || { cat log; exit 2; }
for package in ./*.deb; do
	dpkg -x "$package" root
done

cat >read.py <<'PYTHON'
import lingua_franca
from lingua_franca.parse import extract_number, extract_numbers

lingua_franca.load_language("en")
for text in ("1234 people and 5 dogs", "1,234 people and 5 dogs",
             "100,000 people", "1.2 million people"):
    print(text, "->", extract_number(text, lang="en"),
          extract_numbers(text, lang="en"))
PYTHON
seen=$(PYTHONPATH=root/usr/lib/python3/dist-packages /usr/bin/python3 -s read.py)
echo "$seen"
[ "$seen" = '1234 people and 5 dogs -> 1234 [1234.0, 5.0]
1,234 people and 5 dogs -> 5 [5.0]
100,000 people -> False []
1.2 million people -> 1200000.0 [1200000.0]' ]
