#!/usr/bin/env python3
"""Is the model as sure as it says? usage: calibrate.py WORK_DIR EDITS MODEL CALIBRATION.json [--words N]

Restores the sources that training held out, damaged in all ways, with the
library itself (EDITS is edits.c, built), and counts how often what was said
with some probability was right. The table goes into the model file with
export.py --calibration.
"""
import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile

import numpy

import modelfile
from data import Corpus
from features import LOST_MANY, LOST_QUOTES
from modelfile import LOSS_COLLAPSED
from reference import Model, Sequence
from text import WORD, canonical_gap

LEVELS = 64
GAP, CASE, BREAK = range(3)
# What is lost, what a paragraph break becomes, is case kept; of wire see damaged().
DAMAGES = {"wire": None, "collapsed": None, "lower": ("", "\n\n", False),
           "lower-lost": (LOST_MANY, "\n\n", False), "lost-quotes": (LOST_QUOTES, "\n\n", True),
           "lower-lost-flat": (LOST_MANY, "  ", False), "lost-quotes-flat": (LOST_QUOTES, "  ", True)}


def held_out(corpus, limit, rng):
    """Texts of held-out articles: (words, gaps), paragraphs separated by a newline."""
    text = []
    for first, n in corpus.learn_from[False]:
        surface, gap = corpus.surface[first:first + n], corpus.gap[first:first + n]
        starts = numpy.append(numpy.flatnonzero(surface == 0), n)
        text += [(surface[a + 1:b], gap[a:b]) for a, b in zip(starts[:-1], starts[1:])]
    rng.shuffle(text)
    out, total = [], 0
    for surface, gap in text:
        gaps = [corpus.gap_names[g] for g in gap]
        gaps[0], gaps[-1] = gaps[0].lstrip(), gaps[-1].rstrip()
        out.append(([corpus.surface_names[s] for s in surface], gaps))
        total += len(surface)
        if total > limit:
            break
    return out


def damaged(words, gaps, damage, rng):
    if not DAMAGES[damage]:
        spaces = []
        for g in gaps:
            n = len(g.replace("\n", ""))
            if "\n" in g:
                n = max(1, n + rng.choices([0, 1, 2, 4], [2, 6, 2, 4])[0])
            spaces.append(" " * (n if damage == "wire" else min(n, 1)))
        gaps, words = spaces, [w.lower() for w in words]
    else:
        lost, joined, cased = DAMAGES[damage]
        gaps = ["".join(" " if c in lost else c for c in g.replace("\n", joined)) for g in gaps]
        words = words if cased else [w.lower() for w in words]
    return gaps[0] + "".join(w + g for w, g in zip(words, gaps[1:]))


class NoChance:
    """A generator of numbers that never drops a row."""

    def random(self, size):
        return numpy.ones(size)

    def integers(self, low, high, size):
        return numpy.full(size, low)


def check_rows(corpus, model):
    """What training fed must be what inference feeds; raises ValueError."""
    first, n = corpus.learn_from[False][0]
    end = numpy.append(numpy.flatnonzero(corpus.surface[first:first + n] == 0), n)[1]
    words = [corpus.surface_names[s] for s in corpus.surface[first + 1:first + end]]
    fed = corpus.batch(numpy.array([first]), NoChance(), numpy.array([LOSS_COLLAPSED]))[0][0].numpy()
    rows = numpy.array(Sequence(model, " ".join(words).lower(), LOSS_COLLAPSED).rows)
    n = min(len(fed), end)
    right = (fed[:n] == rows[:n]).mean(0)
    print("rows as in training", right)
    if right.min() < 0.98:
        raise ValueError("training and inference do not feed the same rows")


def with_tables(path, tables):
    """A copy of a model file with other calibration tables."""
    sections = modelfile.read(path)
    sections["calibration"] = numpy.array(tables, dtype="<u2").tobytes()
    copy = tempfile.NamedTemporaryFile(suffix=".model", delete=False)
    modelfile.write(copy.name, sections)
    return copy.name


def edits_of(program, model, texts):
    """For each text its edits: (start, end, confidence in percent, new text)."""
    fed = b"".join(b"%d\n%s" % (len(t), t) for t in texts)
    said = subprocess.run([program, model], input=fed, stdout=subprocess.PIPE, check=True).stdout
    out, own = [], []
    for line in said.decode().split("\n")[:-1]:
        if line == ".":
            out.append(own)
            own = []
        else:
            start, end, sure, new = line.split(" ")
            own.append((int(start), int(end), int(sure), bytes.fromhex(new).decode()))
    return out


def tokens(text):
    """(start, end, is a word) of the words and gaps of a text, in bytes."""
    at = 0
    for i, part in enumerate(WORD.split(text)):
        end = at + len(part.encode())
        yield at, end, i % 2 == 1
        at = end


def judged_text(text, edits, words, gaps):
    """(head, confidence, right) of each edit; words and gaps are what was there."""
    raw, places = text.encode(), list(tokens(text))
    starts = [p[0] for p in places]
    after_stop = False
    for start, end, sure, new in edits:
        at = numpy.searchsorted(starts, start, "right") - 1
        if not places[at][2] and start == places[at][1] and at + 1 < len(places):
            at += 1
        first, last, is_word = places[at]
        if start < first or end > last:
            continue
        whole = (raw[first:start] + new.encode() + raw[end:last]).decode()
        if is_word:
            if not after_stop:
                yield CASE, sure, whole == words[at // 2]
            after_stop = False
            continue
        was, gold = canonical_gap(raw[first:last].decode()), canonical_gap(gaps[at // 2])
        after_stop = bool(re.search("[.?!]", whole))
        if "\n" in whole and "\n" not in raw[first:last].decode():
            yield BREAK, sure, "\n" in gaps[at // 2]
        elif canonical_gap(whole) != was and 0 < at < len(places) - 1:
            yield GAP, sure, canonical_gap(whole) == gold


def judged(program, model, texts, heads):
    """The same of all texts under all kinds of damage; of some heads only."""
    for damage in DAMAGES:
        rng = random.Random(5)
        fed = [damaged(words, gaps, damage, rng) for words, gaps in texts]
        for text, edits, (words, gaps) in zip(
                fed, edits_of(program, model, [t.encode() for t in fed]), texts):
            if len(WORD.findall(text)) == len(words):
                yield from (j for j in judged_text(text, edits, words, gaps) if j[0] in heads)


def all_judged(program, model, texts, tables):
    """Under the given calibration tables. A break is as sure as its mark at most: to see it
    alone marks are made certain."""
    plain = with_tables(model, tables)
    marks_certain = with_tables(model, [[1000] * LEVELS, tables[CASE], tables[BREAK]])
    yield from judged(program, plain, texts, (GAP, CASE))
    yield from judged(program, marks_certain, texts, (BREAK,))
    os.remove(plain)
    os.remove(marks_certain)


def calibration(program, model, texts):
    """Per head and 1/64 of stated probability: how often it was right, per mille."""
    even = [(i * 1000 + 500) // LEVELS for i in range(LEVELS)]
    level = {even[i] // 10: i for i in range(LEVELS)}
    said = numpy.zeros((3, LEVELS, 2))
    for head, sure, right in all_judged(program, model, texts, [even] * 3):
        if sure in level:  # else the program said it without the model
            said[head, level[sure]] += 1, right
    return [smooth(head) for head in said]


def smooth(table):
    """Isotonic: pool neighbours until the share of right ones never falls."""
    blocks = []
    for i, (n, right) in enumerate(table):
        prior = (i + 0.5) / 64
        blocks.append([n + 2, right + 2 * prior, 1])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][0] >= blocks[-1][1] * blocks[-2][0]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    return [min(999, round(1000 * r / n)) for n, r, width in blocks for _ in range(width)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("edits")
    parser.add_argument("model")
    parser.add_argument("calibration")
    parser.add_argument("--words", type=int, default=150000)
    options = parser.parse_args()
    corpus = Corpus(options.work)
    check_rows(corpus, Model(options.model))
    texts = held_out(corpus, options.words, random.Random(1))
    tables = calibration(options.edits, options.model, texts)
    with open(options.calibration, "w", encoding="utf-8") as file:
        json.dump(tables, file)


if __name__ == "__main__":
    sys.exit(main())
