#!/usr/bin/env python3
"""The frequent words of a language: what src/lang/LANG/words.txt holds.

usage: words.py [LEAST [SHORTEST LONGEST]] < articles.jsonl > words.txt
       words.py --beyond=words.txt [LEAST [SHORTEST LONGEST]] < ... > rare_words.txt

Words of 5 to 18 lower-case letters that occur LEAST times (40) in the "text" of
the records, sorted by byte. A word that is written with a hyphen nearly as
often as without ("reelect") is left out: a hyphen at a line's end may be its
own. short_words.txt is made by "words.py 20 2 4".

--beyond: words that the file does not have, and names: the first letter may be a
capital. They are in five articles, too: rare_words.txt is made with LEAST 8.
"""
import collections
import json
import re
import sys

WORD = r"(?<![\w'’-])[%s][a-z]{%d,%d}(?![\w'’-])"
COMPOUND = r"(?<![\w-])[%s][a-z]*-[a-z]+(?![\w-])"
ARTICLES = 5


def read_words(path):
    with open(path, encoding="ascii") as file:
        return {line.rstrip("\n") for line in file if not line.startswith("#")}


def main():
    arguments = sys.argv[1:]
    known = set()
    beyond = arguments and arguments[0].startswith("--beyond=")
    if beyond:
        known = read_words(arguments.pop(0).split("=", 1)[1])
    least = int(arguments[0]) if arguments else 40
    shortest, longest = map(int, arguments[1:3] or (5, 18))
    first = "A-Za-z" if beyond else "a-z"
    word = re.compile(WORD % (first, shortest - 1, longest - 1))
    compound = re.compile(COMPOUND % first)
    words, compounds, articles = (collections.Counter() for _ in range(3))
    for line in sys.stdin:
        text = json.loads(line)["text"]
        found = [w.lower() for w in word.findall(text)]
        words.update(found)
        articles.update(set(found))
        compounds.update(
            c.replace("-", "").lower() for c in compound.findall(text))
    print("# Frequent words, sorted by byte; made by src/lang/words.py.")
    for word in sorted(words.keys() - known):
        if (words[word] >= least and compounds[word] * 4 < words[word] and
                (not beyond or articles[word] >= ARTICLES)):
            print(word)


if __name__ == "__main__":
    main()
