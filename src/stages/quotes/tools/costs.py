#!/usr/bin/env python3
"""Count what is beside quotation marks: the costs of place.c.

usage: src/stages/quotes/tools/costs.py NEWS [ARTICLES]

Reads at most ARTICLES (2000) of each collection in NEWS/train, and prints for
each context how often it is on the left and right of a mark with each label, as
minus ten times the binary logarithm of its share. What a code point is to a
mark is asked of the library: run `make .build/tests/libtested.so` first, and
this in the top folder.
"""
import collections
import ctypes
import math
import sys

import marks

CONTEXTS = ["EDGE", "SPACE", "LOWER", "UPPER", "DIGIT", "STOP", "PAUSE",
            "OPEN_BRACKET", "CLOSE_BRACKET", "DASH", "SYMBOL", "OTHER",
            "DENSE"]
LABELS = {"double": [marks.OPEN, marks.CLOSE],
          "single": [marks.OPEN, marks.CLOSE, marks.APOSTROPHE]}


def library():
    lib = ctypes.CDLL(".build/tests/libtested.so")
    for side in ("left", "right"):
        function = getattr(lib, "quote_context_" + side)
        function.argtypes, function.restype = [ctypes.c_uint32], ctypes.c_uint8
    return lib


def context(function, char):
    return CONTEXTS[function(ord(char))] if char else "EDGE"


def count(news, least):
    lib = library()
    counts = collections.Counter()
    for text in marks.articles(news, least):
        for line, doubles in marks.paragraphs(text):
            for family, found in (("double", doubles),
                                  ("single", marks.singles_of(line))):
                for at, label in found:
                    left = context(lib.quote_context_left,
                                   marks.beside(line, at, -1))
                    right = context(lib.quote_context_right,
                                    marks.beside(line, at, 1))
                    counts[family, label] += 1
                    counts[family, label, "left", left] += 1
                    counts[family, label, "right", right] += 1
    return counts


def cost(part, whole):
    """Tenths of a bit; half an event is added, so that none is impossible."""
    return round(-10 * math.log2((part + 0.5) / (whole + 0.5)))


def main():
    news = sys.argv[1]
    counts = count(news, int(sys.argv[2]) if len(sys.argv) > 2 else 2000)
    for family, labels in LABELS.items():
        whole = [counts[family, label] for label in labels]
        print(f"{family}: " + ", ".join(f"{n} {label}"
                                        for n, label in zip(whole, labels)))
        for side in ("left", "right"):
            print(f"{family}_{side}: " + ", ".join(labels))
            for name in CONTEXTS:
                costs = [cost(counts[family, label, side, name], n)
                         for label, n in zip(labels, whole)]
                print(f"\t[CONTEXT_{name}] = {{ "
                      + ", ".join(map(str, costs)) + " },")


if __name__ == "__main__":
    main()
