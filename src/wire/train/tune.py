#!/usr/bin/env python3
"""Choose the decoder's settings: usage: tune.py WORK_DIR MODEL SETTINGS.json [--words N]

Runs the model on the sources that training held out, damaged in all conditions,
then climbs one setting at a time, and measures the calibration. The settings go
back in with export.py --decode.
"""
import argparse
import json
import random
import sys

import numpy

import modelfile
import reference
from data import Corpus
from features import LOST_MANY, LOST_QUOTES, OTHER_GAP
from reference import (COLLAPSED, MARKS_KEPT, MARKS_LOST, QUOTES_LOST, WIRE, Model, Sequence,
                       cased, decode)
from text import canonical_gap

STEPS = (-256, -128, -64, -32, 32, 64, 128, 256)


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


def damaged(words, gaps, condition, rng):
    if condition in (WIRE, COLLAPSED):
        spaces = []
        for g in gaps:
            n = len(g.replace("\n", ""))
            if "\n" in g:
                n = max(1, n + rng.choices([0, 1, 2, 4], [2, 6, 2, 4])[0])
            spaces.append(" " * (n if condition == WIRE else min(n, 1)))
        gaps, words = spaces, [w.lower() for w in words]
    else:
        lost = {MARKS_KEPT: "", MARKS_LOST: LOST_MANY, QUOTES_LOST: LOST_QUOTES}[condition]
        gaps = ["".join(" " if c in lost else c for c in g.replace("\n", "\n\n")) for g in gaps]
        if condition != QUOTES_LOST:
            words = [w.lower() for w in words]
    return gaps[0] + "".join(w + g for w, g in zip(words, gaps[1:]))


class Set:
    """Held-out text under one condition, with the network's logits."""

    def __init__(self, model, texts, condition):
        rng = random.Random(5)
        self.model, self.condition = model, condition
        pairs = []
        for words, gaps in texts:
            sequence = Sequence(model, damaged(words, gaps, condition, rng), condition)
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

    def figures(self):
        """F1 of marks, whole quotations, upper case, breaks."""
        count = {k: numpy.zeros(3) for k in ("punct", "span", "quote", "upper", "para")}
        names = self.model.gaps
        for sequence, words, gold, broken, (chosen, said, cases) in zip(
                self.sequences, self.words, self.gaps, self.breaks, self.decoded()):
            a, b = numpy.array(gold), numpy.array(chosen)
            b = numpy.where(b == OTHER_GAP, 0, b) if self.condition < 2 else b
            count["punct"] += [((a > 0) & (a == b)).sum(), (b > 0).sum(), (a > 0).sum()]
            mine, theirs = spans(names, chosen), spans(names, gold)
            count["span"] += [len(mine & theirs), len(mine), len(theirs)]
            marks = [numpy.array([[m in names[c] for c in x] for m in "\u201c\u201d"])
                     for x in (chosen, gold)]
            count["quote"] += [(marks[0] & marks[1]).sum(), marks[0].sum(), marks[1].sum()]
            count["para"] += [(said & broken)[1:-1].sum(), said[1:-1].sum(), broken[1:-1].sum()]
            if self.condition != QUOTES_LOST:
                forms = [cased(self.model, w, c) for w, c in zip(sequence.words, cases)]
                for x, y in zip(words, forms):
                    up_x, up_y = x != x.lower(), y != y.lower()
                    count["upper"] += [up_x and x == y, up_y, up_x]
        return {k: 200 * v[0] / max(v[1] + v[2], 1) for k, v in count.items()}


def spans(names, gaps):
    found, opened = set(), None
    for i, g in enumerate(gaps):
        for c in names[g]:
            if c == "\u201d" and opened is not None:
                found.add((opened, i))
                opened = None
            elif c == "\u201c":
                opened = i
    return found


def groups(model):
    """Sets of gap classes that get one bias together."""
    names = model.gaps[:OTHER_GAP]
    return {
        "space": [" "],
        "open": [g for g in names if "\u201c" in g],
        "close": [g for g in names if "\u201d" in g],
        "period": [". ", ". \u201c"],
        "comma": [", "],
        "hyphen": ["-"],
        "rest": [g for g in names if any(c in g for c in "?!:;()[]/\u2014") or " - " in g],
    }


def climb(sets, weigh, settings, rounds=1):
    """settings: list of (name, get, set). One at a time, while it helps."""
    best = weigh(sets)
    for _ in range(rounds):
        for name, get, put in settings:
            start = get()
            found = start
            for direction in (-1, 1):
                for step in (64, 128, 192, 256, 384):
                    put(start + direction * step)
                    value = weigh(sets)
                    if value > best + 0.005:
                        best, found = value, start + direction * step
                    elif value < best - 0.05 or step > 64:
                        break
            put(found)
            if found != start:
                print("  %-24s %5d -> %5d  %.3f" % (name, start, found, best), flush=True)
    return best


def bias_settings(model, condition):
    out = []
    for name, members in groups(model).items():
        numbers = [model.gap_number[g] for g in members if g in model.gap_number]
        def get(numbers=numbers):
            return int(model.bias[condition][numbers[0]])
        def put(value, numbers=numbers, name=name):
            model.bias[condition][numbers] += value - get(numbers)
        out.append((f"{reference_name(condition)} {name}", get, put))
    return out


def reference_name(condition):
    return ("wire", "collapsed", "lower", "lower-lost", "lost-quotes")[condition]


def decode_settings(model, names):
    out = []
    for name in names:
        def get(name=name):
            return model.decode[name]
        def put(value, name=name):
            model.decode[name] = value
            model.case_bias = numpy.array([model.decode[k] for k in modelfile.DECODE[7:11]])
        out.append((name, get, put))
    return out


def calibration(sets):
    """Per head and 1/64 of stated probability: how often it was right, per mille."""
    said = numpy.zeros((3, 64, 2))
    for s in sets:
        model = s.model
        for sequence, words, gold, broken, logits, (chosen, breaks, cases) in zip(
                s.sequences, s.words, s.gaps, s.breaks, s.logits, s.decoded()):
            allowed, keep = reference.allowed_classes(model, sequence)
            n = len(words)
            if s.condition != MARKS_KEPT:
                p = reference.probability(model, logits[:n + 1, :len(model.gaps)], allowed, chosen)
                plain = numpy.array(chosen) == (keep if s.condition > 2 else 0)
                add(said[0], p[~plain], (numpy.array(gold) == chosen)[~plain])
            if s.condition < 2:
                two = numpy.stack([logits[:n + 1, 133], 0 * logits[:n + 1, 133]], 1)
                p = reference.probability(model, two, numpy.ones_like(two, dtype=bool),
                                          numpy.zeros(n + 1, dtype=int))
                add(said[2], p[breaks], broken[breaks])
            if s.condition != QUOTES_LOST:
                may = numpy.ones((n, 4), dtype=bool)
                may[:, 3] = [bool(model.mask_of(w)) for w in sequence.words]
                p = reference.probability(model, logits[1:n + 1, 128:132], may, cases)
                raised = numpy.array(cases) > 0
                right = numpy.array([cased(model, w, c) == x for w, c, x in
                                     zip(sequence.words, cases, words)])
                add(said[1], p[raised], right[raised])
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
    parser.add_argument("settings")
    parser.add_argument("--words", type=int, default=120000)
    options = parser.parse_args()
    corpus = Corpus(options.work)
    model = Model(options.model)
    texts = held_out(corpus, options.words, random.Random(1))
    sets = {c: Set(model, texts, c) for c in range(5)}
    for c, s in sets.items():
        print(reference_name(c), {k: round(v, 2) for k, v in s.figures().items()}, flush=True)
    weigh = {
        WIRE: lambda s: s.figures()["punct"] + 0.2 * s.figures()["span"],
        COLLAPSED: lambda s: s.figures()["punct"],
        MARKS_LOST: lambda s: s.figures()["punct"] + 0.3 * s.figures()["quote"],
        QUOTES_LOST: lambda s: s.figures()["punct"] + 0.3 * s.figures()["quote"],
    }
    quotes = ("reopen", "reopen_break", "unopened", "ending")
    for c, measure in weigh.items():
        settings = bias_settings(model, c)
        if c == WIRE:
            settings = decode_settings(model, quotes) + settings
        climb(sets[c], measure, settings)
    for c, name in ((WIRE, "break_bias"), (WIRE, "break_plain"),
                    (COLLAPSED, "break_bias_collapsed")):
        climb(sets[c], lambda s: s.figures()["para"], decode_settings(model, (name,)))
    climb((sets[WIRE], sets[MARKS_KEPT]), lambda two: sum(s.figures()["upper"] for s in two),
          decode_settings(model, ("lower_after_end", "case_title", "case_upper", "case_mixed")))
    climb(sets[COLLAPSED], lambda s: s.figures()["upper"],
          decode_settings(model, ("lower_after_end_collapsed",)))
    for c, s in sets.items():
        print(reference_name(c), {k: round(v, 2) for k, v in s.figures().items()}, flush=True)
    bias = {str(c): {model.gaps[i]: int(b) for i, b in enumerate(model.bias[c]) if b}
            for c in range(5)}
    with open(options.settings, "w", encoding="utf-8") as file:
        json.dump({"decode": model.decode, "bias": bias,
                   "calibration": calibration(sets.values())}, file, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
