#!/usr/bin/env python3
"""Numbers for words and gaps: usage: features.py WORK_DIR [WORD_LIST...]

Reads the arrays of prepare.py, writes features.pkl: the vocabulary, the case
lexicon, the mixed forms, the gap classes, the strings that survive each kind of
damage, and for each surface form and each gap of the training text its numbers.
../README.md defines them all.
"""
import os
import pickle
import re
import sys
from collections import Counter, defaultdict, namedtuple

import numpy

from text import canonical_gap

HELD_OUT = ("wapo_nyt_bbc_newtimes", "basil_2010_2019", "nyt_mix_2019", "ieer_nyt_ap_1998")
WORDS, HASHED, AFFIXES, PAIRS = 44000, 4096, 4096, 30000
GAP_CLASSES, OTHER_GAP, SEEN = 128, 127, 256
LOWER, TITLE, UPPER, MIXED, OTHER = range(5)
# Sources shown three times as often: British style is rare in the training text.
FAVOURED = re.compile(r"bbc|guardian|daily mail|independent\b|economist|\.co\.uk|reuters_isot", re.I)
FAVOURED_MORE = 2
# Gap strings that only come from text whose marks were set apart.
NOISE = re.compile(r" [.,:;?!%)] ?$|\( |\u201c |^ [\u2019\u201d]|_|^ . $")
KEPT = (" \u00a3", " (\u00a3", " \u20ac", " & ", " - ", " / ", " * ", " | ")
RUN_LIMIT, RUN_NONE = 12, 13
RUNS, CASES_SEEN = 14, 5
# How often a word stands in its article, and the word before or after it with it.
WORD_TIMES, PAIR_TIMES = (2, 3, 4, 6, 10), (2, 3, 4)
REPEATS = (len(WORD_TIMES) + 1) * (len(PAIR_TIMES) + 1) ** 2

DOUBLE, SINGLE, DASH = "\u201c\u201d", "\u2018\u2019", "\u2013\u2014"
LOST_MANY = DOUBLE + SINGLE + DASH + "()[]$\u00a3\u20ac%&/\"'-"
LOST_COMMA = DOUBLE + SINGLE + DASH + "()[]\"',"
LOST_QUOTES = DOUBLE + SINGLE + DASH
# What a window of training text lost. lost: marks, "*" for all of them; runs: are runs of
# spaces kept; case: is it kept; joined: what a paragraph break became, None where it stays;
# kept: gaps that survive as a whole where all marks were lost, as apostrophes do in transcripts.
Damage = namedtuple("Damage", "name share lost runs case joined kept",
                       defaults=(True, False, None, ""))
DAMAGES = (
    Damage("wire", 0.28, "*"),
    Damage("collapsed", 0.14, "*", runs=False),
    Damage("lower", 0.18, ""),
    Damage("lower-lost", 0.08, LOST_MANY),
    Damage("lower-lost-collapsed", 0.02, LOST_MANY, runs=False),
    Damage("lower-lost-comma", 0.02, LOST_COMMA),
    Damage("lost-quotes", 0.03, LOST_QUOTES, case=True),
    Damage("lost-quotes-collapsed", 0.01, LOST_QUOTES, runs=False, case=True),
    Damage("lower-lost-flat", 0.05, LOST_MANY, joined="  "),
    Damage("lost-quotes-flat", 0.04, LOST_QUOTES, case=True, joined="  "),
    Damage("lower-lost-joined", 0.015, LOST_MANY, joined=" "),
    Damage("lost-quotes-joined", 0.015, LOST_QUOTES, case=True, joined=" "),
    Damage("lower-lost-double", 0.015, DOUBLE),
    Damage("lost-double", 0.015, DOUBLE, case=True),
    Damage("wire-words", 0.03, "*", kept="\u2019-"),
    Damage("collapsed-apostrophes", 0.03, "*", runs=False, kept="\u2019"),
    Damage("collapsed-words", 0.02, "*", runs=False, kept="\u2019-"),
    Damage("lower-flat", 0.01, "", joined="  "),
)
SEEN_NOTHING, SEEN_OTHER, SEEN_OTHER_BREAK = 0, 1, 2

FNV_BASIS, FNV_PRIME, MASK64 = 0xCBF29CE484222325, 0x100000001B3, 2 ** 64 - 1


def fnv(text, tag=b""):
    h = FNV_BASIS
    for byte in tag + text.encode("utf-8"):
        h = (h ^ byte) * FNV_PRIME & MASK64
    return h ^ h >> 32


def lower(word):
    """Code point by code point, and only where the result is one code point."""
    low = word.lower()
    if word.isascii():
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in word)


def shape(word):
    """Each ASCII digit becomes 0."""
    return re.sub("[0-9]", "0", word)


def case_of(word):
    """LOWER, TITLE, UPPER or OTHER (which may be a stored mixed form)."""
    low = lower(word)
    if word == low:
        return LOWER
    if word == low[:1].upper() + low[1:] and len(low[:1].upper()) == 1:
        return TITLE
    if word == "".join(c.upper() if len(c.upper()) == 1 else c for c in low):
        return UPPER
    return OTHER


def mask_of(word):
    """Bit i: code point i is upper case. None for what a mask cannot say."""
    low = lower(word)
    if len(word) > 32 or len(low) != len(word):
        return None
    mask = 0
    for i, (a, b) in enumerate(zip(word, low)):
        if a != b:
            if b.upper() != a:
                return None
            mask |= 1 << i
    return mask


def with_mask(low, mask):
    return "".join(c.upper() if mask >> i & 1 else c for i, c in enumerate(low))


def rule_mask(low):
    """McDonald: mc and at least three letters."""
    return 5 if low.startswith("mc") and len(low) >= 5 and low.isalpha() else 0


# --- case prior -------------------------------------------------------------

PRIOR_START, PRIOR_OOV, PRIOR_DIGITS, PRIOR_LIST, PRIOR_COUNTED = 0, 1, 15, 29, 32
PRIORS = 128


def prior_unknown(word):
    """The bucket of a word that the lexicon does not hold, by its shape."""
    if re.search("[0-9]", word):
        if re.fullmatch("[0-9]+", word):
            return PRIOR_DIGITS + min(len(word), 8) - 1
        if re.fullmatch("[0-9]+(st|nd|rd|th)", word):
            return PRIOR_DIGITS + 8
        if re.fullmatch("[0-9]+s", word):
            return PRIOR_DIGITS + 9
        return PRIOR_DIGITS + (10 if "0" <= word[0] <= "9" else 11)
    n = len(word)
    size = (0 if n == 1 else 1 if n == 2 else 2 if n == 3 else 3 if n == 4
            else 4 if n <= 6 else 5 if n <= 9 else 6)
    return PRIOR_OOV + size + 7 * (not word.isascii())


def prior_counted(counts, total):
    """counts: lower, title, upper, mixed; total: how often the word was seen."""
    n = sum(counts)
    often = int(numpy.searchsorted([8, 32, 256, 2048], total, side="right"))
    low, title, upper, mixed = (c / n for c in counts)
    if mixed > 0.5:
        kind = 9 + (mixed > 0.9)
    elif upper > 0.5:
        kind = 11 + (upper > 0.9)
    else:
        kind = int(numpy.searchsorted([0.01, 0.03, 0.1, 0.3, 0.6, 0.85, 0.97, 0.995],
                                      title + upper + mixed, side="right"))
    return PRIOR_COUNTED + kind * 5 + often


def word_list_facts(paths):
    """1 only capitalised, 0 only lower case, 2 both, from lists of words."""
    forms = defaultdict(set)
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for word in map(str.strip, lines):
                if word.isalpha():
                    case = case_of(word)
                    if case in (LOWER, TITLE):
                        forms[lower(word)].add(case)
    return {w: 2 if len(f) == 2 else int(TITLE in f) for w, f in forms.items()}


# --- gaps -------------------------------------------------------------------

_SEEN_FOLD = str.maketrans({
    "\u00a0": " ", "\t": " ", "\r": None, "\u2009": " ", "\u202f": " ",
    "\u2026": "...", "\u2010": "-", "\u2011": "-", "\u2212": "-",
    "\u2015": "\u2014", "\u201e": "\u201c", "\u201f": "\u201c", "\u201b": "\u2018",
    "\ufeff": None, "\u200b": None, "\u00ad": None,
})


def seen_gap(gap, lost, runs):
    """What is left of a gap: each lost mark is one space, a line break one newline."""
    gap = "".join(" " if c in lost else c for c in gap).translate(_SEEN_FOLD)
    gap = re.sub(r"\n(?: *\n)*", "\n", gap.replace("--", "\u2014"))
    gap = re.sub("(?<![ \n])[\u2013\u2014](?![ \n])",
                 lambda m: "-" if m.group() == "\u2013" else "\x01", gap)
    gap = re.sub("[\u2013\u2014]", "-", gap).replace("\x01", "\u2014")
    if not runs:
        gap = re.sub(" *\n *", "\n", re.sub(" +", " ", gap))
    return gap


def wire_runs(gap):
    """Characters of the gap; for a paragraph break those without the break itself."""
    folded = re.sub(r"[^\S\n]+", " ", gap)
    return len(re.sub(r"\s*\n\s*", "", folded) if "\n" in folded else folded)


def surviving(gap, damage):
    """What is left of a gap after damage that keeps some marks."""
    if damage.joined is not None:
        gap = re.sub(r"\s*\n\s*", damage.joined, gap)
    return seen_gap(gap, damage.lost, damage.runs)


def evidence(gaps, seen_names, damage):
    """The numbers `seen` and `run` of all gaps after a kind of damage."""
    number = {s: i + 3 for i, s in enumerate(seen_names)}
    runs = numpy.zeros(len(gaps), dtype=numpy.uint8)
    if damage.lost == "*":
        kept = set(damage.kept)
        seen = [number[canonical_gap(g)] if kept and canonical_gap(g) in kept else SEEN_NOTHING
                for g in gaps]
        if damage.runs:
            runs[:] = [min(wire_runs(g), 255) for g in gaps]
        return numpy.array(seen, dtype=numpy.int32), runs
    left = [surviving(g, damage) for g in gaps]
    seen = [number.get(s, SEEN_OTHER_BREAK if "\n" in s else SEEN_OTHER) for s in left]
    if damage.runs:
        runs[:] = [min(len(s), RUN_LIMIT) for s in left]
    return numpy.array(seen, dtype=numpy.int32), runs


def main():
    work, lists = sys.argv[1], sys.argv[2:]
    with open(os.path.join(work, "tables.pkl"), "rb") as tables:
        tables = pickle.load(tables)
    surface = numpy.load(os.path.join(work, "surface.npy"), mmap_mode="r")
    gap = numpy.load(os.path.join(work, "gap.npy"), mmap_mode="r")
    surfaces, gaps = tables["surfaces"], tables["gaps"]
    learn = numpy.ones(len(surface), dtype=bool)
    for name, _, _, _, first, n in tables["articles"]:
        if name in HELD_OUT:
            learn[first:first + n] = False

    # Gaps: classes, breaks, what is seen.
    canonical = [canonical_gap(g) for g in gaps]
    breaks = numpy.array(["\n" in g for g in gaps])
    gap_count = numpy.bincount(gap[learn], minlength=len(gaps))
    by_class = Counter()
    for name, n in zip(canonical, gap_count):
        by_class[name] += int(n)
    for name in [g for g in by_class if NOISE.search(g) and g not in KEPT] + [" "]:
        del by_class[name]
    for name in KEPT:
        by_class[name] += 10 ** 6
    classes = [" "] + [g for g, _ in by_class.most_common(OTHER_GAP - 1)] + ["*"]
    number = {g: i for i, g in enumerate(classes[:OTHER_GAP])}
    gap_class = numpy.array([number.get(g, OTHER_GAP) for g in canonical], dtype=numpy.uint8)
    seen_count = Counter()
    for damage in DAMAGES:
        if damage.lost != "*":
            for g, n in zip(gaps, gap_count):
                seen_count[surviving(g, damage)] += damage.share * n
    seen_names = [s for s, _ in seen_count.most_common(SEEN - 3)]

    # Words: types, counts by case away from sentence starts.
    begins = numpy.array([bool(re.search("[.?!:\u201c\u201d\u2018\n]", g)) for g in canonical])
    begins |= breaks
    initial = numpy.ones(len(surface), dtype=bool)
    initial[1:] = begins[gap[:-1]] | (surface[:-1] == 0)
    inner = numpy.bincount(surface[learn & ~initial], minlength=len(surfaces))
    whole = numpy.bincount(surface[learn], minlength=len(surfaces))
    types, type_of = {"": 0}, numpy.zeros(len(surfaces), dtype=numpy.int32)
    case = numpy.zeros(len(surfaces), dtype=numpy.uint8)
    for i, s in enumerate(surfaces):
        type_of[i] = types.setdefault(lower(s), len(types))
        case[i] = case_of(s)
    names = list(types)
    total = numpy.bincount(type_of, weights=whole, minlength=len(names)).astype(int)
    shares = {}
    for weights in (inner, whole):
        shares[weights is inner] = numpy.bincount(
            type_of * 5 + case, weights=weights, minlength=5 * len(names)).reshape(-1, 5)
    counted = numpy.where(shares[True].sum(1, keepdims=True) > 0, shares[True], shares[False])
    counted[:, MIXED] += counted[:, OTHER]

    # Mixed forms.
    best = {}
    for i in numpy.flatnonzero((case == OTHER) & (whole >= 3)):
        mask = mask_of(surfaces[i])
        t = int(type_of[i])
        if mask and whole[i] * 50 >= total[t] and whole[i] > best.get(t, (0, 0))[0]:
            best[t] = (int(whole[i]), mask)
    mixed = {names[t]: m for t, (_, m) in best.items()}
    for i in numpy.flatnonzero(case == OTHER):
        low = names[type_of[i]]
        if mask_of(surfaces[i]) == mixed.get(low, rule_mask(low)):
            case[i] = MIXED

    # Vocabulary: words as they are; numbers that are not frequent by their shape.
    keys = Counter()
    for name, n in zip(names[1:], total[1:]):
        digits = bool(re.search("[0-9]", name))
        keys[shape(name) if digits and n < 1500 else name] += int(n)
    vocabulary = [w for w, _ in keys.most_common(WORDS)]
    word_row = {w: i for i, w in enumerate(vocabulary)}

    # Lexicon.
    lexicon = {}
    for fact_word, fact in word_list_facts(lists).items():
        lexicon[fact_word] = PRIOR_LIST + fact
    for t in range(1, len(names)):
        if total[t] >= 3:
            lexicon[names[t]] = prior_counted(counted[t, :4], total[t])

    pairs, pair = informative_pairs(surface, gap, learn & ~initial, type_of, case, gap_class,
                                    len(names))
    numpy.save(os.path.join(work, "pair.npy"), pair)

    base = {"word": 0, "prefix": WORDS + HASHED + 1}
    base["suffix"] = base["prefix"] + AFFIXES
    base["prior"] = base["suffix"] + AFFIXES
    base["seen"] = base["prior"] + PRIORS
    base["run"] = base["seen"] + SEEN
    base["case"] = base["run"] + RUNS
    base["pair"] = base["case"] + CASES_SEEN
    base["repeat"] = base["pair"] + PAIRS + 1
    numpy.save(os.path.join(work, "repeat.npy"),
               repeats(type_of[surface], [a[4:] for a in tables["articles"]]))
    rows = numpy.zeros((len(names), 4), dtype=numpy.int32)
    unseen = numpy.zeros((len(names), 2), dtype=numpy.int32)
    for t, name in enumerate(names):
        rows[t], unseen[t] = rows_of(name, word_row, lexicon, base)
    dropout = numpy.clip(0.02 + 3.0 / numpy.maximum(total, 1), 0, 0.6)
    dropout[0] = 0
    print("tokens", len(surface), "learn", int(learn.sum()), "types", len(names),
          "lexicon", len(lexicon), "mixed", len(mixed), "least count", keys[vocabulary[-1]])
    print("gap classes cover", 1 - by_class_missing(gap_class, gap_count), classes[:40])
    out = dict(classes=classes, seen_names=seen_names, vocabulary=vocabulary, lexicon=lexicon,
               mixed=mixed, base=base, table_rows=base["repeat"] + REPEATS, rows=rows,
               pairs=[(names[a], names[b]) for a, b in pairs],
               unseen=unseen, dropout=dropout.astype(numpy.float32), type_of=type_of, case=case,
               gap_class=gap_class, breaks=breaks, learn_from=learn_spans(tables))
    with open(os.path.join(work, "features.pkl"), "wb") as file:
        pickle.dump(out, file, protocol=4)


def informative_pairs(surface, gap, inner, type_of, case, gap_class, types):
    """The pairs of words that say most about the case of either and the gap between.

    Returns them, and for each token the number, from 1, of its pair with the one before.
    """
    at = numpy.flatnonzero(inner[1:] & (surface[1:] > 0) & (surface[:-1] > 0)) + 1
    second, first = type_of[surface[at]].astype(numpy.int64), type_of[surface[at - 1]]
    keys = first.astype(numpy.int64) * types + second
    order = numpy.argsort(keys, kind="stable")
    keys, at = keys[order], at[order]
    edge = numpy.flatnonzero(numpy.concatenate([[True], keys[1:] != keys[:-1]]))
    size = numpy.diff(numpy.append(edge, len(keys)))
    often = size >= 25
    group = numpy.repeat(numpy.where(often, numpy.cumsum(often) - 1, -1), size)
    keys, at, group = keys[group >= 0], at[group >= 0], group[group >= 0]
    names = keys[numpy.append(True, keys[1:] != keys[:-1])]
    gain = numpy.zeros(len(names))
    kinds = numpy.minimum(gap_class, 15)
    for labels, who, n, weight in (
            (case[surface[at]], names % types, 5, 1.0),
            (case[surface[at - 1]], names // types, 5, 1.0),
            (kinds[gap[at - 1]], names // types, 16, 0.3)):
        counts = numpy.bincount(group * n + labels, minlength=n * len(names)).reshape(-1, n)
        whole = numpy.zeros((types, n))
        numpy.add.at(whole, who, counts)
        base = (whole + 0.5)[who]
        base /= base.sum(1, keepdims=True)
        share = counts / counts.sum(1, keepdims=True)
        gain += weight * (counts * numpy.log(numpy.maximum(share, 1e-9) / base)).sum(1)
    best = numpy.sort(numpy.argsort(-gain, kind="stable")[:PAIRS])
    names = names[best]  # ascending, as they were
    pair = numpy.zeros(len(surface), dtype=numpy.uint16)
    all_types = type_of[surface]
    for start in range(1, len(surface), 1 << 22):
        stop = min(len(surface), start + (1 << 22))
        key = all_types[start - 1:stop - 1].astype(numpy.int64) * types + all_types[start:stop]
        place = numpy.minimum(numpy.searchsorted(names, key), len(names) - 1)
        pair[start:stop] = numpy.where(names[place] == key, place + 1, 0)
    print("pairs", len(names), "tokens with one", (pair > 0).mean())
    return [(int(k) // types, int(k) % types) for k in names], pair


def repeats(types, articles):
    """For each token the number of its row: how often it and its pairs stand in the article."""
    out = numpy.zeros(len(types), dtype=numpy.uint8)
    often = lambda times, of: numpy.searchsorted(times, of, side="right")
    side = len(PAIR_TIMES) + 1

    def times(keys):
        _, back, count = numpy.unique(keys, return_inverse=True, return_counts=True)
        return count[back]

    for first, n in articles:
        words = types[first + 1:first + n].astype(numpy.int64)
        if len(words) < 2:
            continue
        pair = often(PAIR_TIMES, times(words[:-1] << 32 | words[1:]))
        row = often(WORD_TIMES, times(words)) * side * side
        row[1:] += pair * side
        row[:-1] += pair
        out[first + 1:first + n] = row
    return out


def rows_of(name, word_row, lexicon, base):
    """The rows of a lowercased word, and those it has when nobody knows it."""
    if not name:
        return ((WORDS + HASHED, base["prefix"] + affix("", b"<"), base["suffix"] + affix("", b">"),
                 base["prior"] + PRIOR_START), (WORDS + HASHED, base["prior"] + PRIOR_START))
    plain = shape(name)
    hashed = WORDS + fnv(plain) % HASHED
    row = word_row.get(name, word_row.get(plain, hashed))
    unknown = prior_unknown(name)
    prior = lexicon.get(name, unknown)
    return ((row, base["prefix"] + affix(plain[:3], b"<"), base["suffix"] + affix(plain[-3:], b">"),
             base["prior"] + prior), (hashed, base["prior"] + unknown))


def affix(text, tag):
    return fnv(text, tag) % AFFIXES


def by_class_missing(gap_class, gap_count):
    return gap_count[gap_class == OTHER_GAP].sum() / gap_count.sum()


def learn_spans(tables):
    """Runs of articles that are not held out, and those that are: (first, tokens)."""
    spans = {True: [], False: []}
    for name, _, _, _, first, n in tables["articles"]:
        into = spans[name not in HELD_OUT]
        if into and into[-1][0] + into[-1][1] == first:
            into[-1][1] += n
        else:
            into.append([first, n])
    spans[True] += FAVOURED_MORE * [
        [first, n] for name, _, source, _, first, n in tables["articles"]
        if name not in HELD_OUT and n > 600 and FAVOURED.search(source)]
    return spans


if __name__ == "__main__":
    main()
