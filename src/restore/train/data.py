"""Windows of training text, each damaged in a way drawn at random."""
import os
import pickle

import numpy
import torch

from features import (DAMAGES, MIXED, PRIOR_COUNTED, PRIOR_LIST, RUN_LIMIT, RUN_NONE,
                      evidence)

TIME, EDGE = 256, 8  # tokens of a window; those at either end only give context
STRIDE = TIME - 2 * EDGE
IGNORE = -100
# Extra spaces where paragraphs were joined.
JOINS = numpy.array([0] * 14 + [1] * 38 + [2] * 15 + [3] * 3 + [4] * 24 + [5] * 4 + [6] * 2)


def more_for_names(dropout, prior):
    """Names of other outlets and years are not known: most of what is dropped are names."""
    kind = (prior - PRIOR_COUNTED) // 5
    name = (prior == PRIOR_LIST + 1) | (prior >= PRIOR_COUNTED) & (kind >= 6)
    return numpy.where(name, numpy.minimum(2.5 * dropout, 0.6), dropout)


class Corpus:
    def __init__(self, work):
        load = lambda name: numpy.load(os.path.join(work, name + ".npy"), mmap_mode="r")
        self.surface, self.gap, self.flags = load("surface"), load("gap"), load("flags")
        self.pair, self.repeat = load("pair"), load("repeat")
        with open(os.path.join(work, "features.pkl"), "rb") as file:
            self.__dict__.update(pickle.load(file))
        with open(os.path.join(work, "tables.pkl"), "rb") as file:
            tables = pickle.load(file)
        self.surface_names, self.gap_names = tables["surfaces"], tables["gaps"]
        self.rows = numpy.concatenate([self.rows, self.unseen], 1)
        self.dropout = more_for_names(self.dropout, self.rows[:, 3] - self.base["prior"])
        self.shares = numpy.array([c.share for c in DAMAGES])
        self.unmarked = numpy.array([c.lost == "*" and c.runs for c in DAMAGES])
        self.gap_lost = numpy.array([c.lost != "" for c in DAMAGES])
        self.break_lost = numpy.array([c.lost == "*" or c.joined is not None for c in DAMAGES])
        self.case_kept = numpy.array([c.case for c in DAMAGES])
        self.seen, self.runs = map(numpy.stack, zip(*(
            evidence(self.gap_names, self.seen_names, c) for c in DAMAGES)))

    def starts(self, learn, rng):
        """The first tokens of all windows of one epoch, in random order."""
        first = [numpy.arange(a + rng.integers(-EDGE, STRIDE), a + n - TIME, STRIDE)
                 for a, n in self.learn_from[learn] if n > 2 * TIME]
        first = numpy.maximum(numpy.concatenate(first), 0)
        rng.shuffle(first)
        return first

    def batch(self, starts, rng, damage=None):
        """Rows (batch, time, 9) and the labels gap, case, break (batch, time)."""
        at = starts[:, None] + numpy.arange(TIME)
        surface, gap = self.surface[at], self.gap[at]
        first = surface == 0
        last = numpy.zeros_like(first)
        last[:, :-1] = first[:, 1:]
        if damage is None:
            damage = rng.choice(len(DAMAGES), len(starts), p=self.shares)
        damage = numpy.broadcast_to(damage, len(starts))
        case_kept = self.case_kept[damage][:, None]
        types, base = self.type_of[surface], self.base

        rows = numpy.empty((*at.shape, 9), dtype=numpy.int32)
        known = self.rows[types]
        rows[..., :4] = known[..., :4]
        dropped = rng.random(at.shape) < self.dropout[types]
        rows[..., 0][dropped] = known[..., 4][dropped]
        rows[..., 3][dropped] = known[..., 5][dropped]
        dropped |= rng.random(at.shape) < 0.1
        # Their own types are too small for a row's number.
        rows[..., 7] = numpy.where(dropped, 0, self.pair[at])
        rows[..., 7] += base["pair"]
        rows[..., 8] = self.repeat[at]
        rows[..., 8] += base["repeat"]
        seen = self.seen[damage[:, None], gap]
        run = self.runs[damage[:, None], gap].astype(numpy.int32)
        breaks = self.breaks[gap]
        wire = self.unmarked[damage][:, None]
        joins = JOINS[rng.integers(0, len(JOINS), at.shape)]
        # Half of the articles were joined in one way throughout.
        alike = rng.random(len(joins)) < 0.5
        joins[alike] = joins[alike, :1]
        run = numpy.where(wire & breaks & ~last, numpy.maximum(run + joins, 1), run)
        run = numpy.minimum(run, RUN_LIMIT)
        # What precedes and follows the whole text is often trimmed.
        run = numpy.where(wire & first, run - 1, run)
        trimmed = rng.random(at.shape) < 0.4
        run = numpy.where(wire & (first | last) & ((run <= 0) | trimmed), RUN_NONE, run)
        rows[..., 4] = base["seen"] + seen
        rows[..., 5] = base["run"] + run
        case = self.case[surface]
        shown = numpy.where(case_kept & ~first, numpy.minimum(case, MIXED) + 1, 0)
        rows[..., 6] = base["case"] + shown

        inner = numpy.zeros(at.shape, dtype=bool)
        inner[:, EDGE:-EDGE] = True
        gap_label = numpy.where(inner & self.gap_lost[damage][:, None], self.gap_class[gap], IGNORE)
        case_label = numpy.where(inner & ~case_kept & ~first, case, IGNORE)
        lost = self.break_lost[damage][:, None] & (self.flags[at] & 1 > 0) & inner & ~last
        break_label = numpy.where(lost, breaks, IGNORE)
        return [torch.from_numpy(a) for a in
                (rows, gap_label.astype(numpy.int64), case_label.astype(numpy.int64),
                 break_label.astype(numpy.int64))]
