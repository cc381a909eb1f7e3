#!/usr/bin/env python3
"""The frequent words of a language: what src/lang/LANG/words.txt holds.

usage: words.py [LEAST [SHORTEST LONGEST]] < articles.jsonl > words.txt

Words of 5 to 18 lower-case letters that occur LEAST times (40) in the "text" of
the records, sorted by byte. A word that is written with a hyphen nearly as
often as without ("reelect") is left out: a hyphen at a line's end may be its
own. short_words.txt is made by "words.py 20 2 4".
"""
import collections
import json
import re
import sys

WORD = r"(?<![\w'’-])[a-z]{%d,%d}(?![\w'’-])"
COMPOUND = re.compile(r"(?<![\w-])[a-z]+-[a-z]+(?![\w-])")


def main():
    least = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    lengths = tuple(map(int, sys.argv[2:4])) or (5, 18)
    word = re.compile(WORD % lengths)
    words, compounds = collections.Counter(), collections.Counter()
    for line in sys.stdin:
        text = json.loads(line)["text"]
        words.update(word.findall(text))
        compounds.update(c.replace("-", "") for c in COMPOUND.findall(text))
    print("# Frequent words, sorted by byte; made by src/lang/words.py.")
    for word in sorted(words):
        if words[word] >= least and compounds[word] * 4 < words[word]:
            print(word)


if __name__ == "__main__":
    main()
