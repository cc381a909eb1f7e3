#!/usr/bin/env python3
"""Is the stated confidence true? usage: confidence.py EDITS MODEL GOLD.jsonl

For marks, words and paragraph breaks that the library restores in the gold
articles, damaged in all ways: how many were said at each confidence, and how
many of those were right. EDITS is edits.c, built.
"""
import json
import sys

import numpy

import modelfile
from calibrate import LEVELS, all_judged
from text import WORD

EDGES = (0, 30, 50, 60, 70, 80, 85, 90, 95, 98, 101)


def main():
    program, model, gold = sys.argv[1:]
    tables = numpy.frombuffer(modelfile.read(model)["calibration"], "<u2").reshape(-1, LEVELS)
    texts = []
    with open(gold, encoding="utf-8") as lines:
        for line in lines:
            parts = WORD.split(json.loads(line)["text"].strip())
            texts.append((parts[1::2], [g.replace("\n\n", "\n") for g in parts[0::2]]))
    bins = numpy.zeros((3, len(EDGES), 3))
    for head, sure, right in all_judged(program, model, texts, tables.tolist()):
        at = numpy.searchsorted(EDGES, sure, side="right") - 1
        bins[head, at] += 1, sure, 100 * right
    for head, name in enumerate(("marks", "words raised", "breaks")):
        print("%-14s %10s %8s %8s" % (name, "said", "stated", "right"))
        for low, (n, stated, right) in zip(EDGES, bins[head]):
            if n:
                print("  from %.2f   %12d %7.1f%% %7.1f%%"
                      % (low / 100, n, stated / n, right / n))


if __name__ == "__main__":
    main()
