#!/usr/bin/env python3
"""The inference of ../README.md in numpy, bit for bit.

usage: reference.py MODEL KIND < damaged.jsonl > restored.jsonl

KIND is one of make_damage's: wire, wire-collapsed, lower, upper, lower-lost,
lost-quotes. Each line is {"id", "text"}.
"""
import json
import re
import struct
import sys

import numpy

import modelfile
from features import (FNV_BASIS, LOST_MANY, LOST_QUOTES, LOWER, MIXED, OTHER_GAP, RUN_LIMIT,
                      RUN_NONE, TITLE, UPPER, case_of, fnv, lower, prior_unknown, rule_mask,
                      seen_gap, shape, with_mask)
from phrases import QUOTE, SENTENCE, look_up
from phrases import features as phrase_features
from text import WORD, canonical_gap, curl

WIRE, COLLAPSED, MARKS_KEPT, MARKS_LOST, QUOTES_LOST = range(5)
KINDS = {"wire": WIRE, "wire-collapsed": COLLAPSED, "lower": MARKS_KEPT, "upper": MARKS_KEPT,
         "lower-lost": MARKS_LOST, "lost-quotes": QUOTES_LOST}
WINDOW, CONTEXT = 2048, 128
GROUPS = ("\u201c\u201d", "\u2018\u2019'", "-", "\u2013\u2014", "()", "[]")  # lost together
NEVER = -10 ** 6
BRACKET = 768  # what a bracket without its partner costs
STATES = 6  # see pair_move


def mulr(a, b):
    return (a.astype(numpy.int32) * b + 16384) >> 15


def sat16(a):
    return numpy.clip(a, -32768, 32767)


class Model:
    def __init__(self, path):
        s = modelfile.read(path)
        self.size = dict(zip(modelfile.SIZES, struct.unpack("<12I", s["sizes"])))
        n = self.size
        self.base, at = {}, 0
        for name, rows in (("word", n["words"] + n["hashed"] + 1), ("prefix", n["affixes"]),
                           ("suffix", n["affixes"]), ("prior", n["priors"]), ("seen", n["seen"]),
                           ("run", n["runs"]), ("case", n["cases_seen"]), ("pair", n["pairs"] + 1)):
            self.base[name] = at
            at += rows
        self.embed = numpy.frombuffer(s["embed"], "i1").reshape(at, n["input"])
        self.words = numpy.frombuffer(s["words"], "<u4")
        self.pairs = numpy.frombuffer(s["pairs"], "<u4")
        self.prints = numpy.frombuffer(s["lexicon.print"], "<u2")
        self.values = numpy.frombuffer(s["lexicon.value"], "u1")
        self.mixed = numpy.frombuffer(s["mixed"], "<u4").reshape(-1, 2)
        self.gaps = modelfile.read_strings(s["gaps"])
        self.gap_number = {g: i for i, g in enumerate(self.gaps[:OTHER_GAP])}
        self.seen = {g: i + 3 for i, g in enumerate(modelfile.read_strings(s["seen"]))}
        shift = struct.unpack("<6i", s["shift"])
        self.layers = {}
        for i, name in enumerate(modelfile.LAYERS):
            w = numpy.frombuffer(s[name + ".w"], "i1")
            b = numpy.frombuffer(s[name + ".b"], "<i4")
            w = w.reshape(-1, len(b), 4).transpose(1, 0, 2).reshape(len(b), -1)
            self.layers[name] = (w.astype(numpy.float32), b.astype(numpy.int64),
                                 numpy.frombuffer(s[name + ".m"], "<i2").astype(numpy.int32),
                                 numpy.frombuffer(s[name + ".in"], "<i2").astype(numpy.int32),
                                 numpy.frombuffer(s[name + ".zero"], "u1").astype(numpy.int32),
                                 shift[i])
        self.sigmoid = numpy.frombuffer(s["sigmoid"], "<i2").astype(numpy.int32)
        self.tanh = numpy.frombuffer(s["tanh"], "<i2").astype(numpy.int32)
        self.exp = numpy.frombuffer(s["exp"], "<u4").astype(numpy.int64)
        bias = numpy.frombuffer(s["decode.bias"], "<i2")
        self.bias = bias.reshape(5, -1).astype(numpy.int32)
        self.decode = dict(zip(modelfile.DECODE, struct.unpack("<13i", s["decode"])))
        self.case_bias = numpy.array([self.decode[k] for k in modelfile.DECODE[7:11]])
        self.calibration = numpy.frombuffer(s["calibration"], "<u2").reshape(3, 64)
        self.phrases = numpy.frombuffer(s["phrases"], "u1").reshape(-1, 2)
        self.groups = numpy.frombuffer(s["groups"], "u1")
        self.known, self.known_pairs, self.masks = {}, {}, {}

    def rows_of(self, word):
        """Word, prefix, suffix and prior row of a lowercased word."""
        rows = self.known.get(word)
        if rows is None:
            s = shape(word)
            number = modelfile.find_numbered(self.words, word)
            number = number or modelfile.find_numbered(self.words, s)
            prior = modelfile.find_lexicon(self.prints, self.values, word)
            rows = self.known[word] = (
                number - 1 if number else self.size["words"] + fnv(s) % self.size["hashed"],
                self.base["prefix"] + fnv(s[:3], b"<") % self.size["affixes"],
                self.base["suffix"] + fnv(s[-3:], b">") % self.size["affixes"],
                self.base["prior"] + (prior_unknown(word) if prior is None else prior))
        return rows

    def virtual(self):
        return (self.size["words"] + self.size["hashed"],
                self.base["prefix"] + fnv("", b"<") % self.size["affixes"],
                self.base["suffix"] + fnv("", b">") % self.size["affixes"], self.base["prior"])

    def pair_of(self, before, word):
        key = before + " " + word
        if key not in self.known_pairs:
            self.known_pairs[key] = modelfile.find_numbered(self.pairs, key)
        return self.known_pairs[key]

    def mask_of(self, word):
        if word not in self.masks:
            mask = modelfile.find_mixed(self.mixed, word)
            self.masks[word] = rule_mask(word) if mask is None else mask
        return self.masks[word]

    # --- the network on a batch of windows, each a list of row tuples -------

    def product(self, name, u):
        w, b, m, _, _, shift = self.layers[name]
        acc = (u.astype(numpy.float32) @ w.T).astype(numpy.int32) + b.astype(numpy.int32)
        return mulr(sat16(acc >> shift), m)

    def input(self, name, v, inside):
        _, _, _, multiplier, zero, _ = self.layers[name]
        u = numpy.clip(mulr(v, multiplier) + zero, 0, 255)
        return numpy.where(inside[..., None], u, zero)

    def conv(self, name, v, inside):
        u = self.input(name, v, inside)
        edge = numpy.broadcast_to(self.layers[name][4], u[:, :1].shape)
        around = numpy.concatenate([edge, u, edge], 1)
        return numpy.maximum(self.product(name, numpy.concatenate(
            [around[:, :-2], u, around[:, 2:]], 2)), 0)

    def qrnn(self, name, v, inside):
        y = self.product(name, self.input(name, v, inside))
        index = numpy.clip(y, -1024, 1023) + 1024
        out = numpy.zeros(v.shape, dtype=numpy.int32)
        lengths = inside.sum(1)
        for half in (0, 1):
            gates = [table[index[..., (3 * half + g) * 96:(3 * half + g + 1) * 96]]
                     for g, table in enumerate((self.tanh, self.sigmoid, self.sigmoid))]
            c = numpy.zeros((len(v), 96), dtype=numpy.int32)
            which = numpy.arange(len(v))
            for t in range(v.shape[1]):
                place = numpy.maximum(lengths - 1 - t, 0) if half else numpy.minimum(t, lengths - 1)
                z, f, o = (g[which, place] for g in gates)
                c = sat16(mulr(f, c) + mulr(32767 - f, z))
                h = mulr(mulr(o, c), 256)
                alive = (t < lengths)[:, None]
                spot = out[which, place, 96 * half:96 * half + 96]
                out[which, place, 96 * half:96 * half + 96] = numpy.where(alive, h, spot)
        return out

    def logits(self, windows):
        longest = max(map(len, windows))
        rows = numpy.zeros((len(windows), longest, 8), dtype=numpy.int64)
        inside = numpy.zeros((len(windows), longest), dtype=bool)
        for i, window in enumerate(windows):
            rows[i, :len(window)] = window
            inside[i, :len(window)] = True
        a = self.embed[rows].astype(numpy.int32).sum(2)
        x = self.conv("conv1", a, inside)
        x = sat16(x + self.qrnn("qrnn1", x, inside))
        x = sat16(x + self.conv("conv2", x, inside))
        x = sat16(x + self.qrnn("qrnn2", x, inside))
        x = sat16(x + self.conv("conv3", x, inside))
        return self.product("heads", self.input("heads", x, inside))

    def run(self, sequences, batch=48):
        """Logits of many sequences, in their order; each is a list of row tuples."""
        parts = []
        for i, rows in enumerate(sequences):
            for k in range(0, len(rows), WINDOW):
                first = max(0, k - CONTEXT)
                parts.append((i, k - first, min(len(rows), k + WINDOW) - k,
                              rows[first:k + WINDOW + CONTEXT]))
        order = sorted(range(len(parts)), key=lambda p: len(parts[p][3]))
        done = [None] * len(parts)
        for k in range(0, len(order), batch):
            some = order[k:k + batch]
            out = self.logits([parts[p][3] for p in some])
            for p, logits in zip(some, out):
                done[p] = logits[parts[p][1]:parts[p][1] + parts[p][2]].astype(numpy.int16)
        whole = [[] for _ in sequences]
        for (i, _, _, _), logits in zip(parts, done):
            whole[i].append(logits)
        return [numpy.concatenate(w) for w in whole]


# --- a sequence ---------------------------------------------------------------


def lost_marks(condition, text):
    recipe = LOST_MANY if condition == MARKS_LOST else LOST_QUOTES
    lost = set(recipe)
    for group in GROUPS + tuple(set(recipe) - set("".join(GROUPS))):
        if any(c in text for c in group):
            lost -= set(group)
    if '"' in text:
        lost -= set(GROUPS[0])
    if condition != MARKS_KEPT and "," not in text and "." in text and text.count(" ") >= 200:
        lost.add(",")
    return lost


class Sequence:
    """The words and gaps of one text, as they are fed."""

    def __init__(self, model, text, condition):
        parts = WORD.split(text.strip("\n") if condition < 2 else text)
        self.gaps, self.shown, self.condition = parts[0::2], parts[1::2], condition
        self.words = [lower(w) for w in self.shown]
        self.lost = set() if condition < 2 else lost_marks(condition, text)
        flat = [g for g in self.gaps[1:-1] if "\n" not in g]
        doubles = sum("  " in g for g in flat)
        if condition == WIRE:
            self.runs = True
        else:
            self.runs = condition != COLLAPSED and (doubles > 0 or len(self.words) < 100)
        self.seen, self.hashes = self.seen_gaps(), None
        base = model.base
        self.rows = []
        n = len(self.words)
        for i in range(n + 2):
            own = model.virtual() if i in (0, n + 1) else model.rows_of(self.words[i - 1])
            pair = model.pair_of(self.words[i - 2], self.words[i - 1]) if 2 <= i <= n else 0
            seen, run = self.evidence(model, min(i, n) if i <= n else 0)
            case = 0
            if condition == QUOTES_LOST and 0 < i <= n:
                case = min(case_of(self.shown[i - 1]), MIXED) + 1
            self.rows.append((*own, base["seen"] + seen, base["run"] + run, base["case"] + case,
                              base["pair"] + pair))

    def seen_gaps(self):
        if self.condition < 2:
            return self.gaps
        out = list(self.gaps)
        out[0] = " " + re.sub(r"^\s*\n", "", out[0])
        out[-1] = re.sub(r"\n\s*$", "", out[-1]) + "\n"
        return [seen_gap(curl(g), "", self.runs) if len(g) > 1 else g for g in out]

    def evidence(self, model, i):
        gap = self.seen[i]
        if self.condition == COLLAPSED:
            return 0, 0
        if self.condition == WIRE:
            if len(gap) == 0:
                return 0, RUN_NONE
            return 0, min(len(gap), RUN_LIMIT)
        number = model.seen.get(gap, 2 if "\n" in gap else 1)
        return number, min(len(gap), RUN_LIMIT) if self.runs else 0


def marks(gap):
    return "".join(gap.split())


def rest_of(gap, lost):
    """What damage that takes the marks in `lost` leaves of a class, spaces aside."""
    if "\u2014" in lost:
        gap = gap.replace(" - ", " ")  # a dash, whatever its spelling
    return "".join(c for c in gap if c not in lost and c != " ")


def allowed_classes(model, sequence):
    """(gaps, classes) allowed; and the class that means: keep."""
    n = len(sequence.words)
    allowed = numpy.ones((n + 1, len(model.gaps)), dtype=bool)
    keep = numpy.full(n + 1, 0)
    if sequence.condition < 2:
        allowed[:, OTHER_GAP] = False  # never a label: its logit says nothing
    else:
        without = [rest_of(g, sequence.lost) for g in model.gaps]
        by_rest = {}
        for i, rest in enumerate(without[:OTHER_GAP]):
            by_rest.setdefault(rest, []).append(i)
        cache = {}
        for i, gap in enumerate(sequence.seen):
            if gap not in cache:
                row = numpy.zeros(len(model.gaps), dtype=bool)
                flat = canonical_gap(gap)
                own = model.gap_number.get(flat, OTHER_GAP)
                if " " in gap or "\n" in gap:
                    row[by_rest.get(marks(gap), [])] = True
                    if "\n" in gap:
                        row &= numpy.array([" " in g for g in model.gaps])
                row[own] = True
                cache[gap] = row, own
            allowed[i], keep[i] = cache[gap]
    begins = numpy.array([g.startswith(" ") for g in model.gaps])
    ends = numpy.array([g.endswith(" ") for g in model.gaps])
    allowed[0] &= begins
    allowed[n] &= ends
    allowed[0, keep[0]] = allowed[n, keep[n]] = True
    return allowed, keep


def pair_moves(model):
    """Groups of classes with the same quotes and brackets in the same order."""
    groups = {}
    for i, g in enumerate(model.gaps):
        groups.setdefault("".join(c for c in g if c in "\u201c\u201d()[]"), []).append(i)
    return groups


def pair_move(marks, state, broken, d):
    """State: 1 if a quotation is open, plus 2 for a round bracket, 4 for a square one."""
    quote, bracket = state & 1, state >> 1
    cost = BRACKET if broken and bracket else 0
    for c in marks:
        if c == "\u201c":
            cost += d["reopen_break" if broken else "reopen"] if quote else 0
            quote = 1
        elif c == "\u201d":
            cost += 0 if quote else d["unopened"]
            quote = 0
        elif c in "([":
            cost += BRACKET if bracket else 0
            bracket = 1 + (c == "[")
        else:
            cost += 0 if bracket == 1 + (c == "]") else BRACKET
            bracket = 0
    return quote + 2 * bracket, cost


def viterbi(model, scores, breaks):
    d = model.decode
    groups = pair_moves(model)
    names = list(groups)
    best = numpy.stack([scores[:, groups[g]].max(1) for g in names], 1)
    which = numpy.stack([numpy.array(groups[g])[scores[:, groups[g]].argmax(1)] for g in names], 1)
    moves = [[[(g, s, *pair_move(marks, s, broken, d)) for g, marks in enumerate(names)]
              for s in range(STATES)] for broken in (False, True)]
    total, trail = [0] + [NEVER] * (STATES - 1), []
    for i in range(len(scores)):
        fresh, back = [None] * STATES, [None] * STATES
        table = moves[bool(breaks[i])]
        row = best[i]
        for s in range(STATES):
            for g, _, to, cost in table[s]:
                if row[g] <= NEVER:
                    continue
                value = (total[s] + int(row[g]) - cost, -int(which[i, g]), -s)
                if fresh[to] is None or value > fresh[to]:
                    fresh[to], back[to] = value, (s, int(which[i, g]))
        total = [NEVER * 10 if f is None else f[0] for f in fresh]
        trail.append(back)
    left = [total[s] - (s & 1) * d["ending"] - (s > 1) * BRACKET for s in range(STATES)]
    state = left.index(max(left))
    chosen = []
    for back in reversed(trail):
        state, number = back[state]
        chosen.append(number)
    return chosen[::-1]


def ends_sentence(gap):
    return bool(re.search(r"[.?!]", gap)) and " " in gap


def probability(model, logits, allowed, chosen):
    """What the network says of the chosen ones, in 1/65,536."""
    logits = numpy.where(allowed, logits.astype(numpy.int64), NEVER)
    apart = numpy.minimum(logits.max(1, keepdims=True) - logits, 4096)
    weight = numpy.append(model.exp, 0)[apart]
    own = weight[numpy.arange(len(weight)), chosen]
    return numpy.minimum((own << 16) // weight.sum(1), 65535)


def phrase_scores(model, sequence, chosen, said):
    """What the phrases say against lower case, for each word."""
    if sequence.hashes is None:
        sequence.hashes = numpy.array([0, 0] + [fnv(w) for w in sequence.words] + [0, 0],
                                      dtype=numpy.uint64)
    groups = numpy.where(said, SENTENCE, model.groups[numpy.array(chosen)])
    groups[0] = groups[-1] = SENTENCE
    padded = numpy.concatenate([[0], groups, [0, 0]])
    scores = 6 * look_up(model.phrases, phrase_features(sequence.hashes, padded))
    return numpy.where((groups[:-1] == SENTENCE) | (groups[:-1] == QUOTE), 0, scores)


def ends_part(gap):
    """Does the gap hold a mark that may end a paragraph?"""
    return any(c in gap for c in ".?!:\u201d")


def decode(model, sequence, logits):
    """Chosen gap classes, breaks and cases."""
    n, condition = len(sequence.words), sequence.condition
    allowed, keep = allowed_classes(model, sequence)
    scores = logits[:n + 1, :len(model.gaps)].astype(numpy.int32) + model.bias[condition]
    scores = numpy.where(allowed, scores, NEVER)
    said = numpy.zeros(n + 1, dtype=bool)
    if condition < 2:
        bias = model.decode["break_bias_collapsed" if condition else "break_bias"]
        said = logits[:n + 1, 133].astype(numpy.int32) + bias > 0
        said[0] = said[n] = False
    else:
        said = numpy.array(["\n" in g for g in sequence.seen])
    if condition == MARKS_KEPT:
        chosen = list(keep)
    else:
        chosen = viterbi(model, scores, said)
    if condition < 2:
        plain = numpy.array([not ends_part(model.gaps[g]) for g in chosen])
        said &= ~plain | (logits[:n + 1, 133] + bias > model.decode["break_plain"])
    cases, raising = [], phrase_scores(model, sequence, chosen, said)
    for i, word in enumerate(sequence.words):
        if condition == QUOTES_LOST:
            cases.append(None)
            continue
        score = logits[i + 1, 128:132].astype(numpy.int32) + model.case_bias
        if not model.mask_of(word):
            score[MIXED] = NEVER
        score[LOWER] -= raising[i]
        gap = model.gaps[chosen[i]] if chosen[i] != OTHER_GAP else sequence.seen[i]
        if i == 0 or said[i] or ends_sentence(gap):
            score[LOWER] -= model.decode["lower_after_end_collapsed" if condition == COLLAPSED
                                         else "lower_after_end"]
        if word[0] in "0123456789":
            score[TITLE] = NEVER
        cases.append(int(score.argmax()))
    return chosen, said, cases


def cased(model, word, case):
    if case == TITLE:
        return word[:1].upper() + word[1:] if len(word[:1].upper()) == 1 else word
    if case == UPPER:
        return "".join(c.upper() if len(c.upper()) == 1 else c for c in word)
    if case == MIXED:
        return with_mask(word, model.mask_of(word))
    return word


def restored(model, sequence, decoded):
    chosen, said, cases = decoded
    n, condition = len(sequence.words), sequence.condition
    out = []
    for i in range(n + 1):
        gap = model.gaps[chosen[i]]
        if condition == MARKS_KEPT:
            gap = sequence.gaps[i]
        elif condition > 2:
            known = canonical_gap(sequence.seen[i])
            if chosen[i] == OTHER_GAP or known == gap:
                gap = sequence.gaps[i]
            else:
                gap = gap.replace(" - ", " \u2014 ") if condition == QUOTES_LOST else gap
                if "\n" in sequence.seen[i] and i < n:
                    gap = gap.replace(" ", "\n\n", 1)
        else:
            if chosen[i] == OTHER_GAP:
                gap = " "
            if said[i] and " " in gap:
                gap = gap.replace(" ", "\n\n", 1)
        if i == 0:
            gap = gap.lstrip()
        if i == n:
            gap = gap.rstrip()
        out.append(gap)
        if i < n:
            case = cases[i]
            out.append(sequence.shown[i] if case is None
                       else cased(model, sequence.words[i], case))
    return "".join(out)


def main():
    model = Model(sys.argv[1])
    condition = KINDS[sys.argv[2]]
    articles = [json.loads(line) for line in sys.stdin]
    sequences = [Sequence(model, a["text"], condition) for a in articles]
    logits = model.run([s.rows for s in sequences])
    for article, sequence, found in zip(articles, sequences, logits):
        article["text"] = restored(model, sequence, decode(model, sequence, found))
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
