#!/usr/bin/env python3
"""Is the model as sure as it says? usage: calibrate.py WORK_DIR MODEL CALIBRATION.json [--words N]

Runs the model on the sources that training held out, damaged in all ways,
and counts how often what it said with some probability was right. The table
goes into the model file with export.py --calibration.
"""
import argparse
import json
import random
import sys

import numpy

import reference
from data import Corpus
from features import LOST_MANY, LOST_QUOTES, OTHER_GAP
from modelfile import (LOSS_COLLAPSED, LOSS_LOWER, LOSS_LOWER_LOST, LOSS_LOST_QUOTES, LOSS_WIRE,
                       LOSSES)
from reference import Model, Sequence, cased, decode
from text import canonical_gap


def held_out(corpus, limit, rng):
    """Texts of held-out articles: (words, gaps), paragraphs parted by a newline."""
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


def damaged(words, gaps, loss, rng):
    if loss in (LOSS_WIRE, LOSS_COLLAPSED):
        spaces = []
        for g in gaps:
            n = len(g.replace("\n", ""))
            if "\n" in g:
                n = max(1, n + rng.choices([0, 1, 2, 4], [2, 6, 2, 4])[0])
            spaces.append(" " * (n if loss == LOSS_WIRE else min(n, 1)))
        gaps, words = spaces, [w.lower() for w in words]
    else:
        lost = {LOSS_LOWER: "", LOSS_LOWER_LOST: LOST_MANY, LOSS_LOST_QUOTES: LOST_QUOTES}[loss]
        gaps = ["".join(" " if c in lost else c for c in g.replace("\n", "\n\n")) for g in gaps]
        if loss != LOSS_LOST_QUOTES:
            words = [w.lower() for w in words]
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


class Set:
    """Held-out text with one loss, with the network's logits."""

    def __init__(self, model, texts, loss):
        rng = random.Random(5)
        self.model, self.loss = model, loss
        pairs = []
        for words, gaps in texts:
            sequence = Sequence(model, damaged(words, gaps, loss, rng), loss)
            if len(sequence.words) == len(words):
                pairs.append((sequence, words, gaps))
        self.sequences = [p[0] for p in pairs]
        self.words = [p[1] for p in pairs]
        self.breaks = [numpy.array(["\n" in g for g in p[2]]) for p in pairs]
        self.gaps = [[model.gap_number.get(self.padded(p[2], i), OTHER_GAP)
                      for i in range(len(p[2]))] for p in pairs]
        self.logits = model.run([s.rows for s in self.sequences])

    @staticmethod
    def padded(gaps, i):
        gap = canonical_gap(gaps[i])
        return (" " + gap.lstrip() if i == 0 else gap.rstrip() + " " if i == len(gaps) - 1 else gap)

    def decoded(self):
        return [decode(self.model, s, l) for s, l in zip(self.sequences, self.logits)]


def judged(s):
    """(head, stated probabilities, right or not) of all that is restored in a set."""
    model = s.model
    for sequence, words, gold, broken, logits, (chosen, breaks, cases) in zip(
            s.sequences, s.words, s.gaps, s.breaks, s.logits, s.decoded()):
        allowed, keep = reference.allowed_classes(model, sequence)
        n = len(words)
        if s.loss != LOSS_LOWER:
            p = reference.probability(model, logits[:n + 1, :len(model.gaps)], allowed, chosen)
            marks = numpy.array(chosen) != (keep if s.loss > 2 else 0)
            yield 0, p[marks], (numpy.array(gold) == chosen)[marks]
        if s.loss < 2:
            two = numpy.stack([logits[:n + 1, 133], 0 * logits[:n + 1, 133]], 1)
            p = reference.probability(model, two, numpy.ones_like(two, dtype=bool),
                                      numpy.zeros(n + 1, dtype=int))
            yield 2, p[breaks], broken[breaks]
        if s.loss != LOSS_LOST_QUOTES:
            may = numpy.ones((n, 4), dtype=bool)
            may[:, 3] = [bool(model.mask_of(w)) for w in sequence.words]
            p = reference.probability(model, logits[1:n + 1, 128:132], may, cases)
            raised = numpy.array(cases) > 0
            right = numpy.array([cased(model, w, c) == x for w, c, x in
                                 zip(sequence.words, cases, words)])
            yield 1, p[raised], right[raised]


def calibration(sets):
    """Per head and 1/64 of stated probability: how often it was right, per mille."""
    said = numpy.zeros((3, 64, 2))
    for s in sets:
        for head, p, right in judged(s):
            add(said[head], p, right)
    return [smooth(head) for head in said]


def add(table, p, right):
    numpy.add.at(table[:, 0], p >> 10, 1)
    numpy.add.at(table[:, 1], p >> 10, right)


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
    parser.add_argument("model")
    parser.add_argument("calibration")
    parser.add_argument("--words", type=int, default=150000)
    options = parser.parse_args()
    corpus, model = Corpus(options.work), Model(options.model)
    check_rows(corpus, model)
    texts = held_out(corpus, options.words, random.Random(1))
    tables = calibration(Set(model, texts, c) for c in range(len(LOSSES)))
    with open(options.calibration, "w", encoding="utf-8") as file:
        json.dump(tables, file)


if __name__ == "__main__":
    sys.exit(main())
