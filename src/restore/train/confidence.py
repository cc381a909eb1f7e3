#!/usr/bin/env python3
"""Is the stated confidence true? usage: confidence.py MODEL GOLD.jsonl

For marks, words and paragraph breaks that the model restores in the gold
articles, with every loss: how many were said at each confidence, and
how many of those were right.
"""
import json
import random
import sys

import numpy

from modelfile import LOSSES
from reference import Model
from text import WORD
from calibrate import Set, judged

EDGES = (0, 300, 500, 600, 700, 800, 850, 900, 950, 980, 1000)


def main():
    model = Model(sys.argv[1])
    texts = []
    with open(sys.argv[2], encoding="utf-8") as lines:
        for line in lines:
            parts = WORD.split(json.loads(line)["text"].strip())
            texts.append((parts[1::2], [g.replace("\n\n", "\n") for g in parts[0::2]]))
    random.Random(3).shuffle(texts)
    tables = numpy.zeros((3, len(EDGES), 3))
    for loss in range(len(LOSSES)):
        for head, p, right in judged(Set(model, texts, loss)):
            stated = model.calibration[head][p >> 10].astype(int)
            bins = numpy.searchsorted(EDGES, stated, side="right") - 1
            for column, amount in enumerate((1, stated, 1000 * right)):
                numpy.add.at(tables[head][:, column], bins, amount)
    for head, name in enumerate(("marks", "words raised", "breaks")):
        print("%-14s %10s %8s %8s" % (name, "said", "stated", "right"))
        for low, (n, stated, right) in zip(EDGES, tables[head]):
            if n:
                print("  from %.2f   %12d %7.1f%% %7.1f%%"
                      % (low / 1000, n, stated / n / 10, right / n / 10))


if __name__ == "__main__":
    main()
