#!/usr/bin/env python3
"""The inference of ../README.md in numpy, bit for bit.

usage: reference.py MODEL LOSS < damaged.jsonl > restored.jsonl

LOSS is wire, collapsed, lower, lower-lost or lost-quotes. Each line is {"id", "text"}.
"""
import json
import os
import re
import struct
import sys

import numpy

import modelfile
from modelfile import (LOSS_COLLAPSED, LOSS_LOWER, LOSS_LOWER_LOST, LOSS_LOST_QUOTES, LOSS_WIRE,
                       LOSSES)
from features import (FNV_BASIS, LOST_MANY, LOST_QUOTES, LOWER, MIXED, OTHER_GAP, PAIR_TIMES,
                      RUN_LIMIT, RUN_NONE, TITLE, UPPER, case_of, fnv, lower, prior_unknown, rule_mask,
                      WORD_TIMES, seen_gap, shape, with_mask)
from text import WORD, canonical_gap, curl

WINDOW, CONTEXT = 2048, 128
GROUPS = ("\u201c\u201d", "\u2018\u2019'", "-", "\u2013\u2014", "()", "[]")  # lost together
NEVER = -10 ** 6
BRACKET = 768  # what a bracket without its partner costs
CROSSED = 384  # what a double mark costs while a single quotation is open
APOSTROPHE = 512  # what one at a word's end costs where no s stands before it
AMOUNT, SINGLE, BULLET = 192, 512, 4096  # doubts of squeezed text
HEADING = 12  # words at most
NO_STOP = -500  # a stop that is less likely is none
FIRST_COUNTED, LAST_SMALL = 32, 41  # priors of words with few capitals
SAY = 1024  # so much one place counts for a name's case at most
HIDDEN = 800  # what speaks for a quotation mark between glued paragraphs
INTRODUCED = 512  # what a small letter costs there
STATES = 12  # see pair_move
DOUBLED = str.maketrans("\u2018\u2019", "\u201c\u201d")
CLITICS = ("s", "t", "d", "m", "re", "ve", "ll")
MONTHS = ("January February March April May June July August September October November "
          "December").split()
SKETCH = 1 << 17  # counters of words and of pairs in a text


def mulr(a, b):
    return (a.astype(numpy.int32) * b + 16384) >> 15


def sat16(a):
    return numpy.clip(a, -32768, 32767)


class Model:
    def __init__(self, path):
        s = modelfile.read(path)
        self.size = dict(zip(modelfile.SIZES, struct.unpack("<13I", s["sizes"])))
        n = self.size
        self.base, at = {}, 0
        for name, rows in (("word", n["words"] + n["hashed"] + 1), ("prefix", n["affixes"]),
                           ("suffix", n["affixes"]), ("prior", n["priors"]), ("seen", n["seen"]),
                           ("run", n["runs"]), ("case", n["cases_seen"]), ("pair", n["pairs"] + 1),
                           ("repeat", n["repeats"])):
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
        size = v.shape[2] // 2
        for half in (0, 1):
            gates = [table[index[..., (3 * half + g) * size:(3 * half + g + 1) * size]]
                     for g, table in enumerate((self.tanh, self.sigmoid, self.sigmoid))]
            c = numpy.zeros((len(v), size), dtype=numpy.int32)
            which = numpy.arange(len(v))
            for t in range(v.shape[1]):
                place = numpy.maximum(lengths - 1 - t, 0) if half else numpy.minimum(t, lengths - 1)
                z, f, o = (g[which, place] for g in gates)
                c = sat16(mulr(f, c) + mulr(32767 - f, z))
                h = mulr(mulr(o, c), 256)
                alive = (t < lengths)[:, None]
                spot = out[which, place, size * half:size * half + size]
                out[which, place, size * half:size * half + size] = numpy.where(alive, h, spot)
        return out

    def logits(self, windows):
        longest = max(map(len, windows))
        rows = numpy.zeros((len(windows), longest, 9), dtype=numpy.int64)
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
        return sat16(4 * self.product("heads", self.input("heads", x, inside)))

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


def census(text):
    """What speaks for lost marks: apostrophes' spaces, wide gaps, glued sentences."""
    parts = WORD.split(text)
    words, gaps = parts[1::2], parts[0::2]
    inner = list(zip(words, gaps[1:-1], words[1:]))
    clitics = sum(gap == " " and after in CLITICS for _, gap, after in inner)
    wide = sum(gap in ("  ", ",  ") for gap in gaps)
    glued = sum(gap in (".", "?", "!") and is_ascii_lower(before[-1:]) and
                "A" <= after[0] <= "Z" and is_ascii_lower(after[1:2])
                for before, gap, after in inner)
    return clitics, wide, glued


def is_ascii_lower(c):
    return "a" <= c <= "z"


def lost_marks(loss, text):
    recipe = LOST_MANY if loss == LOSS_LOWER_LOST else LOST_QUOTES
    lost = set(recipe)
    clitics, wide, _ = census(text)
    gaps = "".join(WORD.split(text)[0::2])
    for group in GROUPS + tuple(set(recipe) - set("".join(GROUPS))):
        count = sum(gaps.count(c) for c in group)
        if group == GROUPS[0]:
            kept = count + gaps.count('"') > wide
        elif group == GROUPS[1]:
            kept = clitics < 3 and count > clitics
        else:
            kept = count > 0
        if kept:
            lost -= set(group)
    spaces = gaps.count(" ") + 160 * (loss == LOSS_LOWER_LOST and wide >= 3)
    if loss != LOSS_LOWER and "," not in gaps and "." in gaps and spaces >= 200:
        lost.add(",")
        if "?" not in gaps:
            lost.add("?")
    return lost


def signs(gaps, words, i):
    """Does the signature of a quoted post begin after gap i?"""
    if i >= len(words) or "  " not in gaps[i] or not gaps[i].endswith(" "):
        return False
    for k in range(i + 1, min(i + 7, len(words))):
        if gaps[k] == " (@":
            for h in range(k + 1, min(k + 6, len(words))):
                if gaps[h] == ") ":
                    return words[h] in MONTHS
                if gaps[h] != "_":
                    return False
            return False
        if "  " in gaps[k]:
            return False
    return False


def repeats(hashes):
    """How often each word, and each with its neighbours, stands in the text."""
    side = len(PAIR_TIMES) + 1
    golden, spread = numpy.array([0x9E3779B97F4A7C15, modelfile.SPREAD], dtype=numpy.uint64)
    pairs = hashes[:-1] * golden + hashes[1:]
    pairs = (pairs ^ pairs >> numpy.uint64(32)) * spread
    pairs ^= pairs >> numpy.uint64(32)

    def often(times, keys):
        slots = (keys & numpy.uint64(SKETCH - 1)).astype(numpy.int64)
        return numpy.searchsorted(times, numpy.bincount(slots, minlength=SKETCH)[slots], "right")

    row = often(WORD_TIMES, hashes) * side * side
    row[1:] += often(PAIR_TIMES, pairs) * side
    row[:-1] += often(PAIR_TIMES, pairs)
    return row


class Sequence:
    """The words and gaps of one text, as they are fed."""

    def __init__(self, model, text, loss):
        parts = WORD.split(text.strip("\n") if loss < 2 else text)
        self.gaps, self.shown, self.loss = parts[0::2], parts[1::2], loss
        self.words = [lower(w) for w in self.shown]
        self.lost = set() if loss < 2 else lost_marks(loss, text)
        self.glued = loss > LOSS_LOWER and census(text)[2] > 1
        flat = [g for g in self.gaps[1:-1] if "\n" not in g]
        doubles = sum("  " in g for g in flat)
        if loss == LOSS_WIRE:
            self.runs = True
        else:
            self.runs = loss != LOSS_COLLAPSED and (doubles > 0 or len(self.words) < 100)
        self.seen = self.seen_gaps()
        hashes = numpy.array([fnv(w) for w in self.words], dtype=numpy.uint64)
        base = model.base
        self.rows = []
        n, repeat = len(self.words), repeats(hashes)
        for i in range(n + 2):
            own = model.virtual() if i in (0, n + 1) else model.rows_of(self.words[i - 1])
            pair = model.pair_of(self.words[i - 2], self.words[i - 1]) if 2 <= i <= n else 0
            seen, run = self.evidence(model, min(i, n) if i <= n else 0)
            case = 0
            if loss == LOSS_LOST_QUOTES and 0 < i <= n:
                case = min(case_of(self.shown[i - 1]), MIXED) + 1
            self.rows.append((*own, base["seen"] + seen, base["run"] + run, base["case"] + case,
                              base["pair"] + pair,
                              base["repeat"] + (repeat[i - 1] if 0 < i <= n else 0)))

    def seen_gaps(self):
        if self.loss < 2:
            return self.gaps
        out = list(self.gaps)
        out[0] = " " + re.sub(r"^\s*\n", "", out[0])
        out[-1] = re.sub(r"\n\s*$", "", out[-1]) + "\n"
        return [seen_gap(curl(g), "", self.runs) if len(g) > 1 else g for g in out]

    def evidence(self, model, i):
        gap = self.seen[i]
        if self.loss <= LOSS_COLLAPSED:
            joint = canonical_gap(curl(gap)) if gap.strip(" ") else ""
            number = model.seen[joint] if joint in ("\u2019", "-") else 0
            run = min(len(gap), RUN_LIMIT) if gap else RUN_NONE
            return number, run if self.loss == LOSS_WIRE else 0
        number = model.seen.get(gap, 2 if "\n" in gap else 1)
        return number, min(len(gap), RUN_LIMIT) if self.runs else 0


def marks(gap):
    return "".join(gap.split())


def rest_of(gap, lost):
    """What damage that takes the marks in `lost` leaves of a class, spaces aside."""
    if "\u2014" in lost:
        gap = gap.replace(" - ", " ")  # a dash, whatever its spelling
    return "".join(c for c in gap if c not in lost and c != " ")


def least(gap):
    """The fewest code points that a class can have left in a gap."""
    return len(gap) - 2 * ("..." in gap) - (" - " in gap)


def allowed_by_length(model, sequence, i):
    """Marks kept: the classes that have room in gap i."""
    gap = sequence.seen[i]
    if not sequence.runs:
        return numpy.array(["\n" not in gap or " " in g for g in model.gaps])
    longest = len(gap)
    if i == len(sequence.words) or is_glued(sequence, i):
        longest += 1
    return numpy.array([least(g) <= longest if " " in g else
                        "\n" not in gap and least(g) == len(gap) for g in model.gaps])


def allowed_classes(model, sequence):
    """(gaps, classes) allowed; and the class that means: keep."""
    n = len(sequence.words)
    allowed = numpy.ones((n + 1, len(model.gaps)), dtype=bool)
    keep = numpy.full(n + 1, 0)
    if sequence.loss < 2:
        allowed[:, OTHER_GAP] = False  # never a label: its logit says nothing
        if sequence.loss == LOSS_WIRE:
            room = numpy.array([least(g) - ends_part(g) for g in model.gaps])
            for i in range(1, n):
                allowed[i] &= room <= len(sequence.gaps[i])
                allowed[i, 0] = True
        for i, gap in enumerate(sequence.gaps):
            if gap.strip(" "):  # marks that survived stay
                keep[i] = model.gap_number.get(canonical_gap(curl(gap)), OTHER_GAP)
                allowed[i] = False
                allowed[i, keep[i]] = True
    else:
        without = [rest_of(g, sequence.lost) for g in model.gaps]
        by_rest = {}
        for i, rest in enumerate(without[:OTHER_GAP]):
            by_rest.setdefault(rest, []).append(i)
        dashes = numpy.array([g.endswith(" - ") for g in model.gaps])
        for i, gap in enumerate(sequence.seen):
            row = numpy.zeros(len(model.gaps), dtype=bool)
            own = model.gap_number.get(canonical_gap(gap), OTHER_GAP)
            signature = sequence.loss == LOSS_LOST_QUOTES and signs(
                sequence.gaps, sequence.shown, i)
            if " " in gap or "\n" in gap:
                row[by_rest.get(marks(gap), [])] = True
                if not signature:
                    row &= allowed_by_length(model, sequence, i)
            row[own] = True
            if signature and (row & dashes).any():
                row &= dashes
            allowed[i], keep[i] = row, own
    begins = numpy.array([g.startswith(" ") for g in model.gaps])
    ends = numpy.array([g.endswith(" ") for g in model.gaps])
    allowed[0] &= begins
    allowed[n] &= ends
    allowed[0, keep[0]] = allowed[n, keep[n]] = True
    return allowed, keep


def paired(gap):
    """A class's paired marks: < > for double, { } for single quotation marks."""
    names = {"\u201c": "<", "\u201d": ">", "\u2018": "{",
             "\u2019": "}" if len(gap) > 1 else ""}
    return "".join(names.get(c, c if c in "()[]" else "") for c in gap)


def pair_groups(model):
    """The groups' marks; for each class its group, and its group as an apostrophe or -1."""
    names, first, second = [], [], []

    def number(marks):
        if marks not in names:
            names.append(marks)
        return names.index(marks)

    for g in model.gaps:
        first.append(number(paired(g)))
        apostrophe = g.startswith("\u2019") and len(g) > 1
        second.append(number(paired(g)[1:]) if apostrophe else -1)
    return names, first, second


def pair_move(marks, state, broken, d):
    """State: 1 a double, 2 a single quotation is open, plus 4 a round bracket, 8 a square one."""
    quotes, bracket = state & 3, state >> 2
    cost = 0
    for c in marks + ("\n" if broken and not marks.endswith(("(", "[")) else ""):
        if broken and c in "([\n":
            cost += BRACKET if bracket else 0
            bracket = 0
        if c == "\n":
            continue
        if c in "<>{}":
            kind = 1 if c in "<>" else 2
            crossed = kind == 1 and quotes & 2
            if c in "<{" and quotes & kind:
                cost += d["reopen_break" if broken else "reopen"]
            elif c in ">}" and not quotes & kind:
                cost += d["unopened"]
            elif crossed:
                cost += CROSSED
            quotes = quotes | kind if c in "<{" else quotes & ~kind
        elif c in "([":
            cost += BRACKET if bracket else 0
            bracket = 1 + (c == "[")
        else:
            cost += 0 if bracket == 1 + (c == "]") else BRACKET
            bracket = 0
    return quotes + 4 * bracket, cost


def doubts(model, loss):
    if loss != LOSS_COLLAPSED:
        return numpy.zeros(len(model.gaps), dtype=int)
    return numpy.array([BULLET if re.search("[*|]", g) else
                        AMOUNT if re.search("[$%\u00a3\u2080-\u20bf]", g) else
                        SINGLE if "\u2018" in g else 0 for g in model.gaps])


def viterbi(model, scores, breaks, words):
    """(class, group) of each gap."""
    d = model.decode
    names, first, second = pair_groups(model)
    n, count = len(scores), len(names)
    best = numpy.full((n, count), NEVER, dtype=numpy.int64)
    which = numpy.zeros((n, count), dtype=numpy.int64)
    apostrophe = numpy.array([0 if i and words[i - 1][-1:] in ("s", "S") else APOSTROPHE
                              for i in range(n)])
    for k, (a, b) in enumerate(zip(first, second)):
        for g, cost in ((a, 0), (b, apostrophe)):
            if g < 0:
                continue
            score = numpy.where(scores[:, k] > NEVER, scores[:, k] - cost, NEVER)
            better = score > best[:, g]
            best[better, g], which[better, g] = score[better], k
    moves = numpy.array([[[pair_move(m, s, broken, d) for m in names] for s in range(STATES)]
                         for broken in (False, True)])
    to, cost = moves[0, :, :, 0].ravel(), moves[..., 1]
    states = numpy.repeat(numpy.arange(STATES), count)
    total = numpy.full(STATES, NEVER, dtype=numpy.int64)
    total[0], trail = 0, []
    for i in range(n):
        value = total[:, None] + best[i][None] - cost[int(breaks[i])]
        # Ties: the lower class, then the lower state before.
        key = (value << 12) + ((127 - which[i]) << 5)[None] + 31 - numpy.arange(STATES)[:, None]
        key = numpy.where(best[i][None] > NEVER, key, 20 * NEVER << 12).ravel()
        order = numpy.lexsort((-key, to))
        leaders = order[numpy.append(True, to[order][1:] != to[order][:-1])]
        back, fresh = {}, numpy.full(STATES, 10 * NEVER, dtype=numpy.int64)
        for p in leaders:
            if key[p] > 20 * NEVER << 12:
                fresh[to[p]] = key[p] >> 12
                back[int(to[p])] = (int(states[p]), int(which[i, p % count]), int(p % count))
        total = numpy.maximum(fresh - fresh.max(), 10 * NEVER)
        trail.append(back)
    left = [total[s] - ((s & 1) + (s >> 1 & 1)) * d["ending"] - (s > 3) * BRACKET
            for s in range(STATES)]
    state = left.index(max(left))
    chosen = []
    for back in reversed(trail):
        state, k, group = back.get(state, (0, 0, 0))
        chosen.append((k, group))
    return chosen[::-1]


def one_style(model, chosen, said):
    """Single quotations in an article of more double ones become double."""
    names, first, _ = pair_groups(model)
    double = [model.gap_number.get(g.translate(DOUBLED)) if set(g) & set("\u2018\u2019") and
              len(g) > 1 else None for g in model.gaps]
    state, opened, pairs, doubles = 0, None, [], 0
    for i, (k, group) in enumerate(chosen):
        marks, before = names[group], state
        state = pair_move(marks, state, False, model.decode)[0]
        doubles += "<" in marks
        if marks == "{" and not before & 1:
            opened = i
        elif marks == "}" and before & 3 == 2 and opened is not None and opened < i:
            if not (said[opened] and said[i]):
                pairs.append((opened, i))
    chosen = [k for k, _ in chosen]
    if pairs and doubles > len(pairs):
        for a, b in pairs:
            if double[chosen[a]] is not None and double[chosen[b]] is not None:
                chosen[a], chosen[b] = double[chosen[a]], double[chosen[b]]
    return chosen


def ends_sentence(gap):
    return bool(re.search(r"[.?!]", gap)) and " " in gap


def probability(model, logits, allowed, chosen):
    """What the network says of the chosen ones, in 1/65,536."""
    logits = numpy.where(allowed, logits.astype(numpy.int64), NEVER)
    apart = numpy.minimum(logits.max(1, keepdims=True) - logits, 4096)
    weight = numpy.append(model.exp, 0)[apart]
    own = weight[numpy.arange(len(weight)), chosen]
    return numpy.minimum((own << 16) // weight.sum(1), 65535)


def ends_part(gap):
    """Does the gap hold a mark that may end a paragraph?"""
    return any(c in gap for c in ".?!:\u201d")


def abbreviations():
    """Those of one word, without their period: "Calif"."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)),
                        "../../lang/en/abbreviations.txt")
    with open(path, encoding="utf-8") as lines:
        return {line.split(".")[0] for line in lines if re.match(r"\w+\. ", line)}


ABBREVIATIONS = abbreviations()


def ended_before(model, sequence, gap, broken, case, i):
    """Did the decoder itself end a sentence after word i, beyond doubt?"""
    if sequence.loss > LOSS_COLLAPSED or i == 0:
        return False
    if broken:
        return ends_part(gap)
    word = sequence.words[i - 1]
    if not ends_sentence(gap) or "..." in gap:
        return False
    if "\u201d \u201c" in gap or len(word) >= 6:
        return True
    if case == LOWER:
        return len(word) >= 4 or len(word) >= 2 and word not in ABBREVIATIONS
    return len(word) >= 4 and case == TITLE and word.title() not in ABBREVIATIONS


def settle_stops(model, chosen, said, letters):
    """Breaks that no mark ends get a stop, or go. Changes chosen and said."""
    last = 0
    for i in range(1, len(chosen) - 1):
        if not said[i]:
            continue
        gap = model.gaps[chosen[i]]
        if not ends_part(gap):
            if gap == " " and letters[i + 1, LOWER] > letters[i + 1, [TITLE, UPPER]].max():
                said[i] = False
            elif i - last > HEADING and gap == " ":
                chosen[i] = model.gap_number[". "]
            elif i - last > HEADING and " - " in gap:
                said[i] = False
        if said[i]:
            last = i


def settle_front(model, sequence, chosen, i, logits, allowed, raised):
    """A capital where no sentence begins: the case of word i. Changes chosen. Of the small
    words only those are known here that have such a prior; the library has lists, too."""
    gap, stop = model.gaps[chosen[i]], model.gap_number[". "]
    if gap not in (" ", ", ") or sequence.gaps[i].strip(" ") or not allowed[stop]:
        return TITLE
    score = int(logits[stop]) - int(logits[chosen[i]])
    prior = sequence.rows[i + 1][3] - model.base["prior"]
    if score < NO_STOP or not FIRST_COUNTED <= prior <= LAST_SMALL:
        return TITLE
    if score + raised <= 0:
        return LOWER
    chosen[i] = stop
    return TITLE


def is_state(model, chosen, words, i):
    """(R-VA): word i, from 0."""
    gap = [model.gaps[k] if k != OTHER_GAP else "" for k in chosen[max(i - 1, 0):i + 2]]
    return (i > 0 and len(words[i].encode()) == 2 and words[i - 1] in ("r", "d", "i") and
            gap[0] == " (" and gap[1] == "-" and gap[2].startswith(")"))


def settle_breaks(model, both, said, loss, sure):
    """No break after a comma: squeezed, it becomes a stop. Changes said."""
    out = list(both)
    for i in numpy.flatnonzero(said):
        gap = model.gaps[both[i][0]]
        if ends_part(gap):
            continue
        if not sure[i]:
            said[i] = False
        elif loss == LOSS_COLLAPSED and gap == ", ":
            out[i] = model.gap_number[". "], both[i][1]
        elif "," in gap:
            said[i] = False
    return out


def is_glued(sequence, i):
    """Is gap i a sentence end that may have lost a paragraph's space?"""
    return sequence.glued and sequence.runs and sequence.seen[i][:1] in (".", "?", "!", ":")


def hidden_quotes(model, sequence):
    """(gaps, classes): what speaks for a quotation mark where paragraphs are glued."""
    room = numpy.array([len(g) if is_glued(sequence, i) else 99
                        for i, g in enumerate(sequence.seen)])
    length = numpy.array([least(g) if set(paired(g)) & set("<>") else 0 for g in model.gaps])
    return HIDDEN * (length[None] > room[:, None])


def decode(model, sequence, logits):
    """Chosen gap classes, breaks and cases."""
    n, loss = len(sequence.words), sequence.loss
    allowed, keep = allowed_classes(model, sequence)
    scores = logits[:n + 1, :len(model.gaps)].astype(numpy.int32) + model.bias[loss]
    scores += hidden_quotes(model, sequence) - doubts(model, loss)
    scores = numpy.where(allowed, scores, NEVER)
    said = numpy.zeros(n + 1, dtype=bool)
    if loss < 2:
        bias = model.decode["break_bias_collapsed" if loss else "break_bias"]
        said = logits[:n + 1, 133].astype(numpy.int32) + bias > 0
        said &= numpy.array([not g.strip(" ") for g in sequence.gaps])
        said[0] = said[n] = False
    else:
        said = numpy.array(["\n" in g for g in sequence.seen])
    if loss == LOSS_LOWER:
        chosen = list(keep)
    else:
        both = viterbi(model, scores, said, sequence.shown)
        if loss < 2:
            both = settle_breaks(model, both, said, loss,
                                 logits[:n + 1, 133] + bias > model.decode["break_plain"])
        chosen = one_style(model, both, said)
    if loss < 2:
        settle_stops(model, chosen, said, logits[:, 128:132])
    cases, says = [], []
    for i, word in enumerate(sequence.words):
        if loss == LOSS_LOST_QUOTES:
            cases.append(None)
            continue
        score = logits[i + 1, 128:132].astype(numpy.int32) + model.case_bias
        if not model.mask_of(word):
            score[MIXED] = NEVER
        gap = model.gaps[chosen[i]] if chosen[i] != OTHER_GAP else sequence.seen[i]
        if i == 0 or said[i] or ends_sentence(gap):
            score[LOWER] -= model.decode["lower_after_end_collapsed" if loss == LOSS_COLLAPSED
                                         else "lower_after_end"]
        if chosen[i] != OTHER_GAP and re.fullmatch("[,:] [\u201c\u2018]", gap):
            score[LOWER] -= INTRODUCED
        if word[0] in "0123456789":
            score[TITLE] = NEVER
        case = int(score.argmax())
        if case == LOWER and ended_before(model, sequence, gap, said[i],
                                          cases[i - 1] if i else None, i):
            if gap == ". " and not said[i]:
                chosen[i] = model.gap_number[" " if loss == LOSS_COLLAPSED else ", "]
            else:
                score[LOWER] = NEVER
                case = int(score.argmax())
        elif case == TITLE and i and loss < 2 and not said[i]:
            case = settle_front(model, sequence, chosen, i, logits[i], allowed[i],
                                int(score[TITLE] - score[LOWER]))
        cases.append(UPPER if is_state(model, chosen, sequence.words, i) else case)
        says.append((int(max(score[TITLE], score[UPPER]) - score[LOWER]),
                     int(score[UPPER] - score[TITLE])))
    if loss != LOSS_LOST_QUOTES:
        cases = agreed(model, sequence, chosen, said, cases, says)
        cases = one_place(model, chosen, cases)
    return chosen, said, cases


def one_place(model, chosen, cases):
    """The place of a dateline in one case: PORT ELLIS (Reuters) - ."""
    gaps = [model.gaps[k] if k != OTHER_GAP else "" for k in chosen]
    for i in range(1, min(len(cases), 7)):
        if gaps[i] == " (":
            if i < len(cases) and gaps[i + 1] == ") - ":
                place = next((k for k in range(1, i) if "," in gaps[k]), i)
                if UPPER in cases[:place]:
                    return [UPPER] * place + cases[place:]
            break
    return cases


def agreed(model, sequence, chosen, said, cases, says):
    """Words that the lexicon does not know are written alike throughout."""
    own, places = list(cases), {}
    for i, word in enumerate(sequence.words):
        prior = model.rows_of(word)[3] - model.base["prior"]
        if len(word) >= 3 and not model.mask_of(word) and prior <= 14:
            places.setdefault(word, []).append(i)
    for found in places.values():
        begins = []
        for i in found:
            gap = model.gaps[chosen[i]] if chosen[i] != OTHER_GAP else sequence.seen[i]
            begins.append(i == 0 or bool(said[i]) or ends_sentence(gap))
        capital = sum(max(-SAY, min(SAY, says[i][0])) for i, b in zip(found, begins) if not b)
        upper = sum(max(-SAY, min(SAY, says[i][1])) for i in found)
        for i, b in zip(found, begins):
            if len(found) > 1 and capital > 0:
                own[i] = UPPER if upper > 0 else TITLE
            elif len(found) > 1 and capital < 0 and not b:
                own[i] = LOWER
    return own


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
    n, loss = len(sequence.words), sequence.loss
    out = []
    for i in range(n + 1):
        gap = model.gaps[chosen[i]]
        if loss == LOSS_LOWER:
            gap = sequence.gaps[i]
        elif loss > 2:
            known = canonical_gap(sequence.seen[i])
            if chosen[i] == OTHER_GAP or known == gap:
                gap = sequence.gaps[i]
                gap = gap if "\n" in gap else re.sub(" +", " ", gap)
            else:
                gap = gap.replace(" - ", " \u2014 ") if loss == LOSS_LOST_QUOTES else gap
                if "\n" in sequence.seen[i] and i < n:
                    gap = gap.replace(" ", "\n\n", 1)
        else:
            if sequence.gaps[i].strip(" "):
                gap = sequence.gaps[i]
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
    loss = LOSSES.index(sys.argv[2])
    articles = [json.loads(line) for line in sys.stdin]
    sequences = [Sequence(model, a["text"], loss) for a in articles]
    logits = model.run([s.rows for s in sequences])
    for article, sequence, found in zip(articles, sequences, logits):
        article["text"] = restored(model, sequence, decode(model, sequence, found))
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    main()
