#!/usr/bin/env python3
"""Train the phrases that help the case: usage: phrases.py WORK_DIR

A linear model over pairs and triples of words, for words that news writes now
with a capital and now without. The best feature of each slot of a table goes to
WORK_DIR/phrases.npy; ../README.md says how it is read.
"""
import ctypes
import os
import subprocess
import sys
import tempfile

import numpy

from data import Corpus
from features import LOWER, fnv, lower
from text import canonical_gap

SLOTS, LEAST, TABLE = 560000, 5, 1 << 25
SHARE, UNIT = 0.35, 64  # of the linear model's say (half as much again when read); 1/nat
PLAIN, HYPHEN, APOSTROPHE, COMMA, SENTENCE, QUOTE, OTHER_GROUP, BRACKET, POSSESSIVE = range(9)
P = [numpy.uint64(p) for p in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9,
                               0xD6E8FEB86659FD93)]


def group(gap):
    """What kind of gap it is, to the case of the words beside it."""
    known = {" ": PLAIN, "-": HYPHEN, "\u2019": APOSTROPHE, ", ": COMMA, " (": BRACKET}
    if gap in known:
        return known[gap]
    if "\u201c" in gap or gap.endswith("\u2018"):
        return QUOTE
    if any(c in gap for c in ".?!") and " " in gap:
        return SENTENCE
    return POSSESSIVE if gap.startswith("\u2019") else OTHER_GROUP


def features(words, gaps):
    """Keys of all tokens: hashes of words and groups of following gaps, two of each to spare
    at both ends; gives (tokens, 6)."""
    mix = lambda a, b, c, tag: finish(a * P[0] + b * P[1] + c * P[2] + whole * tag * P[3])
    n, zero, whole = len(words) - 4, numpy.uint64(0), numpy.ones(1, dtype=numpy.uint64)
    at = [words[i:i + n] for i in range(5)]
    before, after = gaps[1:n + 1].astype(numpy.uint64), gaps[2:n + 2].astype(numpy.uint64)
    eight = numpy.uint64(8)
    return numpy.stack([
        mix(zero, at[2], zero, numpy.uint64(1) + eight * before),
        mix(at[1], at[2], zero, numpy.uint64(2) + eight * before),
        mix(zero, at[2], at[3], numpy.uint64(3) + eight * after),
        mix(at[1], at[2], at[3], numpy.uint64(4)),
        mix(at[0], at[1], at[2], numpy.uint64(5)),
        mix(at[2], at[3], at[4], numpy.uint64(6))], 1)


def finish(h):
    h = h ^ h >> numpy.uint64(32)
    h = h * P[3]
    return h ^ h >> numpy.uint64(32)


def look_up(table, keys):
    """Sum of the weights of all features of each token; table: (slots, 2) bytes."""
    slot = ((keys & numpy.uint64(0xFFFFFFFF)) * numpy.uint64(len(table))) >> numpy.uint64(32)
    entry = table[slot.astype(numpy.int64)]
    match = entry[..., 0] == (keys >> numpy.uint64(56)).astype(numpy.uint8)
    return numpy.where(match, entry[..., 1].astype(numpy.int8), 0).astype(numpy.int32).sum(1)


def native():
    here = os.path.dirname(os.path.abspath(__file__))
    path = os.path.join(tempfile.mkdtemp(prefix="wire-train-"), "phrases.so")
    subprocess.run(["cc", "-O3", "-march=native", "-shared", "-fPIC", "-o", path,
                    os.path.join(here, "phrases.c"), "-lm"], check=True)
    return ctypes.CDLL(path)


def main():
    work = sys.argv[1]
    corpus, library = Corpus(work), native()
    at, number = (lambda a: ctypes.c_void_p(a.ctypes.data)), ctypes.c_int64
    names = [""] * (int(corpus.type_of.max()) + 1)

    for surface, kind in zip(corpus.surface_names, corpus.type_of):
        names[kind] = names[kind] or lower(surface)
    hashes = numpy.array([fnv(n) if n else 0 for n in names], dtype=numpy.uint64)
    groups = numpy.array([SENTENCE if b else group(canonical_gap(g))
                          for g, b in zip(corpus.gap_names, corpus.breaks)], dtype=numpy.uint8)
    kinds = corpus.type_of[corpus.surface]
    gaps, raised = groups[corpus.gap], corpus.case[corpus.surface] != LOWER
    use = numpy.zeros(len(kinds), dtype=bool)
    for first, n in corpus.learn_from[True]:
        use[first:first + n] = True
    use[1:] &= (gaps[:-1] != SENTENCE) & (gaps[:-1] != QUOTE) & (kinds[:-1] > 0)
    use &= kinds > 0
    total = numpy.bincount(kinds[use], minlength=len(names))
    share = numpy.bincount(kinds[use], weights=raised[use], minlength=len(names))
    share /= numpy.maximum(total, 1)
    wavers = (total >= 20) & (share > 0.01) & (share < 0.99)
    label = numpy.where(use & wavers[kinds], raised, 2).astype(numpy.uint8)
    words = hashes[kinds]
    print("words that waver", wavers.sum(), "tokens", (label < 2).mean(), flush=True)
    sketch = numpy.zeros(1 << 26, dtype=numpy.uint8)
    library.count_features(at(words), at(gaps), at(label), number(len(words)), at(sketch))
    keys = numpy.zeros(TABLE, dtype=numpy.uint64)
    weights, squares = numpy.zeros(TABLE, numpy.float32), numpy.zeros(TABLE, numpy.float32)
    rng = numpy.random.default_rng(1)
    for rate in (0.5, 0.25):
        starts = numpy.arange(2, len(words) - 2002, 2000)
        rng.shuffle(starts)
        for start in starts:
            library.train_features(at(words), at(gaps), at(label), number(int(start)),
                                   number(int(start) + 2000), at(keys), at(weights), at(squares),
                                   number(TABLE), at(sketch), number(LEAST), ctypes.c_float(rate))
    found = numpy.flatnonzero(keys)
    # A gradient's squares say how often the feature was in doubt.
    worth = numpy.abs(weights[found]) * numpy.sqrt(numpy.minimum(squares[found], 50))
    order = found[numpy.argsort(worth, kind="stable")]
    table = numpy.zeros((SLOTS, 2), dtype=numpy.uint8)
    slot = ((keys[order] & numpy.uint64(0xFFFFFFFF)) * numpy.uint64(SLOTS)) >> numpy.uint64(32)
    slot = slot.astype(numpy.int64)
    table[slot, 0] = keys[order] >> numpy.uint64(56)  # the last, best one stays
    whole = numpy.rint(weights[order] * SHARE * UNIT).clip(-127, 127).astype(numpy.int8)
    table[slot, 1] = whole.view(numpy.uint8)
    print("features", len(found), "kept", (table[:, 1] != 0).sum())
    numpy.save(os.path.join(work, "phrases.npy"), table)


if __name__ == "__main__":
    main()
