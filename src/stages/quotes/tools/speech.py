#!/usr/bin/env python3
"""Count words beside double quotation marks: src/lang/LANG/speech.txt.

usage: src/stages/quotes/tools/speech.py NEWS [ARTICLES [FILE]]

Reads at most ARTICLES (2000) of each collection in NEWS/train. For each word
before a mark (through spaces, commas, full stops and colons) and after it
(through spaces), prints how much it speaks for an opening mark: ten times the
binary logarithm of how much likelier it is there than at a closing one. Words
that were seen 40 times, at 1.5 or more. With FILE (a speech.txt) its own words
are printed, and the numbers that it has now.
"""
import collections
import math
import re
import sys

import marks

SEEN = 40
LEAST = 15
BEFORE = re.compile(r"(?<![A-Za-z'’-])([A-Za-z]+)[ ,.:]*$")
AFTER = re.compile(r" *([A-Za-z]+)")


def words_beside(line, at):
    """Signed words: < before the mark, > after it."""
    before = BEFORE.search(line[max(0, at - 24):at])
    after = AFTER.match(line, at + 1)
    if before:
        yield "<" + before.group(1).lower()
    if after:
        yield ">" + after.group(1).lower()


def count(news, least):
    counts = {marks.OPEN: collections.Counter(),
              marks.CLOSE: collections.Counter()}
    for text in marks.articles(news, least):
        for line, doubles in marks.paragraphs(text):
            for at, label in doubles:
                counts[label].update(words_beside(line, at))
                counts[label]["all"] += 1
    return counts


def evidence(counts, word):
    opens, closes = (counts[label] for label in (marks.OPEN, marks.CLOSE))
    return round(10 * math.log2((opens[word] + 0.5) / (opens["all"] + 0.5)
                                * (closes["all"] + 0.5)
                                / (closes[word] + 0.5)))


def main():
    least = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    counts = count(sys.argv[1], least)
    seen = counts[marks.OPEN] + counts[marks.CLOSE]
    print(f"# {counts[marks.OPEN]['all']} opening marks", file=sys.stderr)
    if len(sys.argv) > 3:
        for line in open(sys.argv[3], encoding="utf-8"):
            if line[0] in "<>":
                word, now = line.split()
                print(word, now, evidence(counts, word), seen[word], sep="\t")
        return
    for word in sorted(seen):
        if word != "all" and seen[word] >= SEEN \
                and abs(evidence(counts, word)) >= LEAST:
            print(word, evidence(counts, word))


if __name__ == "__main__":
    main()
