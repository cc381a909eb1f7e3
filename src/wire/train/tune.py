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
        self.flatten()

    @staticmethod
    def padded(gaps, i):
        gap = canonical_gap(gaps[i])
        return (" " + gap.lstrip() if i == 0 else gap.rstrip() + " " if i == len(gaps) - 1 else gap)

    def flatten(self):
        """All sequences end to end, for figures() to be quick."""
        model, raw, keeps, whole = self.model, [], [], []
        self.place, at = [], 0
        may = {k: [] for k in ("mask", "digit", "right", "up", "gold")}
        for sequence, words, logits in zip(self.sequences, self.words, self.logits):
            n = len(words)
            allowed, keep = reference.allowed_classes(model, sequence)
            raw.append(numpy.where(allowed, logits[:n + 1, :len(model.gaps)], reference.NEVER))
            keeps.append(keep)
            whole.append(logits[:n + 1])
            self.place.append(numpy.arange(at, at + n + 1))
            at += n + 1
            for low, word, row in zip(sequence.words, words, logits[1:]):
                forms = [cased(model, low, c) for c in range(4)]
                may["mask"].append(bool(model.mask_of(low)))
                may["digit"].append(low[0] in "0123456789")
                may["right"].append([f == word for f in forms])
                may["up"].append([f != f.lower() for f in forms])
                may["gold"].append(word != word.lower())
        self.may = {k: numpy.array(v) for k, v in may.items()}
        self.raw, self.keep = numpy.concatenate(raw).astype(numpy.int32), numpy.concatenate(keeps)
        self.break_logit = numpy.concatenate([w[:, 133] for w in whole]).astype(numpy.int32)
        self.case_logit = numpy.concatenate(
            [l[1:len(w) + 1, 128:132] for l, w in zip(self.logits, self.words)]).astype(numpy.int32)
        self.edge = numpy.zeros(at, dtype=bool)
        self.edge[[p[0] for p in self.place] + [p[-1] for p in self.place]] = True
        self.before = numpy.concatenate([p[:-1] for p in self.place])
        self.gold = numpy.concatenate([numpy.array(g) for g in self.gaps])
        self.broken = numpy.concatenate(self.breaks)
        length = max(map(len, self.place))
        self.grid = numpy.full((length, len(self.place)), -1)
        for i, p in enumerate(self.place):
            self.grid[:len(p), i] = p

    def decoded(self):
        return [decode(self.model, s, l) for s, l in zip(self.sequences, self.logits)]

    def choose(self, breaks):
        """reference.viterbi over all sequences at once."""
        model, d = self.model, self.model.decode
        scores = self.raw + model.bias[self.condition]
        groups = reference.pair_moves(model)
        names = list(groups)
        best = numpy.stack([scores[:, groups[g]].max(1) for g in names], 1)
        which = numpy.stack([numpy.array(groups[g])[scores[:, groups[g]].argmax(1)]
                             for g in names], 1)
        moves = numpy.array([[[reference.pair_move(marks, s, broken, d) for marks in names]
                              for s in range(reference.STATES)] for broken in (False, True)])
        to, cost = moves[0, :, :, 0], moves[..., 1]
        total = numpy.full((self.grid.shape[1], reference.STATES), reference.NEVER, dtype=numpy.int64)
        total[:, 0] = 0
        far = 20 * reference.NEVER
        trail = []
        for at in self.grid:
            alive = (at >= 0)[:, None]
            value = total[:, :, None] + best[at][:, None] - cost[breaks[at].astype(int)]
            flat, back = [], []
            for target in range(reference.STATES):
                v = numpy.where(to == target, value, far).reshape(len(at), -1)
                back.append(v.argmax(1))
                flat.append(v.max(1))
            total = numpy.where(alive, numpy.stack(flat, 1), total)
            trail.append(numpy.stack(back, 1))
        ends = [(s & 1) * d["ending"] + (s > 1) * reference.BRACKET
                for s in range(reference.STATES)]
        state = (total - ends).argmax(1)
        chosen = numpy.zeros(len(scores), dtype=int)
        rows = numpy.arange(len(state))
        for at, back in zip(self.grid[::-1], trail[::-1]):
            step = back[rows, state]
            alive = at >= 0
            chosen[at[alive]] = which[at[alive], (step % len(names))[alive]]
            state = numpy.where(alive, step // len(names), state)
        return chosen

    def raising(self, chosen, said):
        """reference.phrase_scores of all sequences."""
        return numpy.concatenate([
            reference.phrase_scores(self.model, s, chosen[p], said[p])
            for s, p in zip(self.sequences, self.place)])

    def figures(self):
        """F1 of marks, whole quotations, upper case, breaks."""
        model, d, names = self.model, self.model.decode, self.model.gaps
        said = self.broken
        if self.condition < 2:
            bias = d["break_bias_collapsed" if self.condition else "break_bias"]
            said = (self.break_logit + bias > 0) & ~self.edge
        chosen = self.keep if self.condition == MARKS_KEPT else self.choose(said)
        if self.condition < 2:
            plain = numpy.array([not reference.ends_part(g) for g in names])[chosen]
            said = said & (~plain | (self.break_logit + bias > d["break_plain"]))
            chosen = numpy.where(chosen == OTHER_GAP, 0, chosen)
        mark = lambda m: numpy.array([m in g for g in names])
        a, b = self.gold, chosen
        out = {"punct": f1((a > 0) & (a == b), b > 0, a > 0)}
        hit = mine = theirs = 0
        for p in self.place:
            x, y = spans(names, b[p]), spans(names, a[p])
            hit, mine, theirs = hit + len(x & y), mine + len(x), theirs + len(y)
        out["span"] = 200 * hit / max(mine + theirs, 1)
        quotes = [numpy.concatenate([mark(m)[x] for m in "\u201c\u201d"]) for x in (a, b)]
        out["quote"] = f1(quotes[0] & quotes[1], quotes[1], quotes[0])
        out["para"] = f1((said & self.broken)[~self.edge], said[~self.edge],
                         self.broken[~self.edge])
        if self.condition != QUOTES_LOST:
            score = self.case_logit + model.case_bias
            after = numpy.array([reference.ends_sentence(g) for g in names])[chosen] | said
            after[[p[0] for p in self.place]] = True
            name = "lower_after_end_collapsed" if self.condition == COLLAPSED else "lower_after_end"
            score[:, 0] -= d[name] * after[self.before] + self.raising(chosen, said)
            score[:, 3] = numpy.where(self.may["mask"], score[:, 3], reference.NEVER)
            score[:, 1] = numpy.where(self.may["digit"], reference.NEVER, score[:, 1])
            case = score.argmax(1)
            rows = numpy.arange(len(case))
            up = self.may["up"][rows, case]
            out["upper"] = f1(self.may["gold"] & self.may["right"][rows, case], up,
                              self.may["gold"])
        return out


def f1(hit, said, gold):
    return 200 * hit.sum() / max(said.sum() + gold.sum(), 1)


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


def climb(sets, weigh, settings, rounds=2, steps=(64, 128, 192, 256, 384)):
    """settings: list of (name, get, put). One at a time, while it helps."""
    best = weigh(sets)
    for _ in range(rounds):
        for name, get, put in settings:
            start = get()
            found = start
            for direction in (-1, 1):
                for step in steps:
                    put(start + direction * step)
                    value = weigh(sets)
                    if value > best + 0.03:
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


def judged(s):
    """(head, stated probabilities, right or not) of all that is restored in a set."""
    model = s.model
    for sequence, words, gold, broken, logits, (chosen, breaks, cases) in zip(
            s.sequences, s.words, s.gaps, s.breaks, s.logits, s.decoded()):
        allowed, keep = reference.allowed_classes(model, sequence)
        n = len(words)
        if s.condition != MARKS_KEPT:
            p = reference.probability(model, logits[:n + 1, :len(model.gaps)], allowed, chosen)
            marks = numpy.array(chosen) != (keep if s.condition > 2 else 0)
            yield 0, p[marks], (numpy.array(gold) == chosen)[marks]
        if s.condition < 2:
            two = numpy.stack([logits[:n + 1, 133], 0 * logits[:n + 1, 133]], 1)
            p = reference.probability(model, two, numpy.ones_like(two, dtype=bool),
                                      numpy.zeros(n + 1, dtype=int))
            yield 2, p[breaks], broken[breaks]
        if s.condition != QUOTES_LOST:
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
    parser.add_argument("settings")
    parser.add_argument("--words", type=int, default=150000)
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
          decode_settings(model, ("lower_after_end", "case_title", "case_upper", "case_mixed")),
          rounds=1, steps=(64, 128))
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
