#!/usr/bin/env python3
"""Train the line scorer (README.md): train.py DUMP NEWS WORK OUT.model [--folds]

DUMP is the program of dump.c, NEWS holds train/, dev/ and boilerplate/, WORK
keeps what is costly from run to run. With --folds, thresholds are looked for
first: each outlet is scored by models that saw none of its articles, the result
is printed, and WORK/without_N.model is what fold N was scored by.
"""
import collections
import glob
import os
import pickle
import sys
import time

import numpy as np
import scipy.sparse as sp
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import SGDClassifier

import data
import reference
from reference import CLASSES, CONTEXT, MOST_WORDS, NO_SCORE

ARTICLES = 26000
TEXT_BITS, CLASS_BITS = 15, 12
TREES, LEAVES = 60, 15
HAND_WEIGHT = 20.0  # of a label by hand, in the trees
GOLD_WEIGHT = 6.0
STARTED = time.time()


def log(*words):
    print(f"[{time.time() - STARTED:6.1f}]", *words, file=sys.stderr, flush=True)


def cached(path, make):
    if not os.path.exists(path):
        result = make()
        with open(path + ".new", "wb") as file:
            pickle.dump(result, file)
        os.replace(path + ".new", path)
    with open(path, "rb") as file:
        return pickle.load(file)


def load_articles(news):
    """Articles by set: sampled, labelled by hand, clean."""
    sets = {name: data.load_labels(news, name) for name in data.label_sets(news)}
    barred = {a["id"] for name in sets for a in sets[name]}
    sets["train"] = data.sample(news, ARTICLES, barred)
    sets["gold"] = [a for path in sorted(glob.glob(f"{news}/dev/*.jsonl.gz")) if "furniture" not in path
                    for a in data.read_jsonl(path)]
    return sets


class Lines:
    """All lines, a row each, and what is known of them."""

    def __init__(self, sets, program, work):
        rows, ids, names, self.articles = [], [], [], []
        for name, articles in sets.items():
            r, i, _, _ = data.dump(program, articles, work, name, 1 if name != "train" else 1000000)
            r = r.copy()
            r[:, 0] += len(self.articles)
            rows.append(r)
            ids.append(i)
            names += [name] * len(r)
            self.articles += articles
        self.rows, self.hashes, self.set = np.vstack(rows), np.concatenate(ids), np.array(names)
        for k, column in enumerate(data.COLUMNS):
            setattr(self, column, self.rows[:, k])
        self.shape = self.rows[:, data.ROW_SHAPE:]
        self.firsts = np.flatnonzero(np.r_[True, self.article[1:] != self.article[:-1]])
        self.lasts = np.r_[self.firsts[1:], len(self.article)]
        self.fold = np.array([data.fold_of(a["source"]) for a in self.articles])[self.article]
        self.rule = self.klass > 0
        self.scored = (self.suspect > 0) & (self.words <= MOST_WORDS) & (self.words > 0)
        self.read_labels()
        self.find_repeats()
        self.weigh()
        self.matrix = self.features_of(TEXT_BITS)

    def features_of(self, bits):
        each = self.ids
        starts = np.r_[0, np.cumsum(each)]
        values = np.repeat(1 / np.sqrt(np.maximum(each, 1)), each).astype(np.float32)
        columns = (self.hashes & ((1 << bits) - 1)).astype(np.int32)
        return sp.csr_matrix((values, columns, starts), shape=(len(self.rows), 1 << bits))

    def read_labels(self):
        """hand: 1 furniture, 0 article, 2 not told, -1 without a label."""
        self.hand = np.full(len(self.rows), -1, np.int8)
        self.hand_class = np.zeros(len(self.rows), np.int8)
        for first, last in zip(self.firsts, self.lasts):
            marks = self.articles[self.article[first]].get("marks")
            if marks is None or len(marks) != last - first:
                continue
            for k, mark in enumerate(marks):
                self.hand[first + k] = 2 if mark == "?" else bool(mark)
                if mark and mark != "?":
                    self.hand_class[first + k] = CLASSES.index(mark) + 1

    def find_repeats(self):
        """Lines of many articles that no rule takes."""
        outlets = np.array([data.number(data.family(a["source"])) >> 1 for a in self.articles])[self.article]
        train = self.set == "train"
        seen = np.unique(np.stack([self.text.astype(np.int64), outlets.astype(np.int64), self.article.astype(np.int64)], 1)[train],
                         axis=0)
        own = collections.Counter(map(tuple, seen[:, :2].tolist()))
        outlets_of = collections.Counter(text for text, _ in own)
        total = collections.Counter(self.text.tolist())
        keys = list(zip(self.text.tolist(), outlets.tolist()))
        self.count = np.array([total[t] for t, _ in keys])
        often = np.array([own[k] >= 4 or outlets_of[k[0]] >= 4 for k in keys])
        self.repeat = often & train & ~self.rule & (self.words >= 2) & (self.words <= MOST_WORDS)

    def weigh(self):
        """Weights of a line as furniture and as article."""
        articles = len(self.articles)
        size = np.bincount(self.article, minlength=articles)[self.article]
        found = np.bincount(self.article, weights=self.rule, minlength=articles)[self.article]
        known = np.array([a.get("bp", 0) or 0 for a in self.articles])[self.article]
        train = self.set == "train"
        self.clean = train & (found == 0) & (known == 0)
        edge = (self.line < 2) | (self.line >= size - 3)
        is_open = (self.shape[:, SHAPE_LAST_GAP] & 3) == 0
        w = np.where((self.words <= 12) | is_open, 0.3, 1.0)
        w = np.where(self.clean & ~edge, 1.0, np.where(edge & is_open, 0.3, w))
        w = np.where((self.count >= 2) & ~self.clean, w * 0.3, w)
        w[self.set == "gold"] = GOLD_WEIGHT
        # credits and captions are article text there, or nobody's
        w[(self.set == "gold") & (edge | (self.line == 0))] = 0
        self.as_article = w
        self.as_furniture = 1 / np.maximum(self.count, 1) ** 0.6


SHAPE_LAST_GAP = 23  # line_shape.h


def fit_text(matrix, labels, weights, rows):
    model = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=4, tol=None, average=True, random_state=1)
    model.fit(matrix[rows], labels[rows], sample_weight=weights[rows])
    return model.coef_[0], model.intercept_[0]


def crossed(lines, labels, weights, rows):
    """Scores of all lines by models that saw no article of their outlet."""
    out = np.zeros(len(lines.rows), np.float32)
    for fold in range(data.FOLDS):
        w, b = fit_text(lines.matrix, labels, weights, np.flatnonzero(rows & (lines.fold != fold)))
        out[lines.fold == fold] = lines.matrix[lines.fold == fold] @ w + b
    return out


def text_stage(lines):
    """Two text models: by rules; by rules, repeats and hand. Crossed scores, and the tasks."""
    rng = np.random.RandomState(1)
    some = (lines.words > 0) & (lines.words <= 64) & (lines.inside == 0)
    some &= (lines.suspect > 0) | (rng.rand(len(lines.rows)) < 0.3)
    distant = some & np.isin(lines.set, ("train", "gold"))
    weights = np.where(lines.rule, lines.as_furniture, lines.as_article)
    first = (lines.rule.astype(int), weights, distant & ~lines.repeat & (weights > 0))
    scores = crossed(lines, *first)
    log("text model 1")
    # what the first takes for furniture, and no rule does, teaches nothing
    lines.doubtful = ~lines.rule & ~lines.repeat & (scores > -1.5) & (lines.set == "train") & ~lines.clean
    labels = (lines.rule | lines.repeat).astype(int)
    weights = np.where(lines.rule, lines.as_furniture,
                       np.where(lines.repeat, 0.6 * lines.as_furniture, lines.as_article))
    hand = (lines.hand >= 0) & (lines.hand < 2) & some
    labels[hand], weights[hand] = lines.hand[hand], 3.0
    second = (labels, weights, (distant & ~lines.doubtful | hand) & (weights > 0))
    more = crossed(lines, *second)
    log("text model 2")
    return (scores, more), (first, second)


def whole(score):
    return np.clip(np.floor(256 * score + 0.5), -reference.TEXT_MOST, reference.TEXT_MOST).astype(np.int32)


class Contexts:
    def __init__(self, lines, scores):
        self.lines = lines
        self.own = np.stack([whole(s) for s in scores], 1)
        self.seen = np.where(lines.scored[:, None], self.own, NO_SCORE)
        self.bytes = np.minimum(lines.end - lines.at, 2000)

    def features(self, first, last, gone):
        """Lines first..last of which `gone` (bool) go: those that are scored, and their features."""
        rows = np.arange(first, last)[~gone]
        if not len(rows):
            return rows, np.zeros((0, len(CONTEXT) + self.lines.shape.shape[1]), np.int32)
        places = np.flatnonzero(~gone)
        before = np.diff(np.r_[-1, places, len(gone)]) - 1
        around = np.column_stack([self.seen[rows], self.bytes[rows], self.lines.sentence[rows]])
        found = reference.context(around, before)
        found[:, :2] = self.own[rows]
        near = (np.arange(len(rows))[::-1] < 3) | (before[:-1] > 0) | (before[1:] > 0)
        lines = self.lines
        ok = (lines.scored[rows] | near) & (lines.words[rows] > 0) & (lines.words[rows] <= MOST_WORDS)
        return rows[ok], np.hstack([found[ok], lines.shape[rows[ok]]])


def tree_rows(lines, contexts):
    """Rows to train on: articles from which some of what the rules find is gone."""
    rng = np.random.RandomState(5)
    rows, features, weights = [], [], []

    def add(first, last, gone, weight):
        r, f = contexts.features(first, last, gone)
        rows.append(r)
        features.append(f)
        weights.append(np.full(len(r), weight))

    for first, last in zip(lines.firsts, lines.lasts):
        rule = lines.rule[first:last]
        add(first, last, rule & (rng.rand(len(rule)) > 0.2), 1.0)
        if rule.any():
            add(first, last, rule & (rng.rand(len(rule)) > rng.choice([0.5, 1.0])), 0.6)
        if lines.hand[first] >= 0 and rule.any():
            add(first, last, rule, 1.0)
    rows, features, weights = np.concatenate(rows), np.concatenate(features), np.concatenate(weights)
    labels = (lines.rule | lines.repeat)[rows].astype(int)
    w = np.where(lines.rule[rows], lines.as_furniture[rows],
                 np.where(lines.repeat[rows], 0.6 * lines.as_furniture[rows], lines.as_article[rows]))
    w[lines.doubtful[rows] | (lines.inside[rows] > 0)] = 0
    hand = lines.hand[rows]
    labels[hand >= 0] = hand[hand >= 0] == 1
    w = np.where(hand >= 0, np.where(hand < 2, HAND_WEIGHT, 0), w) * weights
    # most easy lines are alike: a third of them stands for all
    easy = (labels == 0) & (features[:, 0] < -1300) & (features[:, 1] < -1300) & (hand < 0)
    drop = easy & (rng.rand(len(w)) > 1 / 3)
    w[easy] *= 3
    keep = (w > 0) & ~drop
    return rows[keep], features[keep], labels[keep], w[keep]


def fit_trees(features, labels, weights):
    rising = np.zeros(features.shape[1], int)
    for name in ("gone_before", "gone_after", "gone"):
        rising[CONTEXT.index(name)] = 1
    model = HistGradientBoostingClassifier(
        max_iter=TREES, max_leaf_nodes=LEAVES, learning_rate=0.15, min_samples_leaf=40, l2_regularization=1.0,
        monotonic_cst=rising, early_stopping=False, random_state=1)
    return model.fit(features, labels, sample_weight=weights)


def export_trees(model):
    trees = []
    for (predictor,) in model._predictors:
        nodes = predictor.nodes
        trees.append([(reference.LEAF, 0, 0, int(round(float(n["value"]) * 4096))) if n["is_leaf"] else
                      (int(n["feature_idx"]), int(n["left"]), int(n["right"]), int(np.floor(n["num_threshold"])))
                      for n in nodes])
    return trees, int(round(float(model._baseline_prediction.ravel()[0]) * 4096))


def export_text(weights, bias):
    """Weights as signed square roots in a byte: fine near zero, and wide."""
    unit = 127 ** 2 / np.abs(weights).max()
    roots = np.sign(weights) * np.sqrt(np.abs(weights) * unit)
    return {"weights": np.round(roots).astype(np.int8), "factor": int(round(2 ** 32 / unit)), "bias": int(round(256 * bias))}


def fit_classes(lines, use):
    """The class model: one against the rest, on lines that are furniture."""
    labels = np.where(lines.hand == 1, lines.hand_class, lines.klass)
    rows = np.flatnonzero(use & (labels > 0) & (lines.words > 0) & (lines.words <= 64))
    weights = np.where(lines.hand == 1, 3.0, lines.as_furniture)
    matrix = lines.features_of(CLASS_BITS)
    coefficients, biases = [], []
    for k in range(len(CLASSES)):
        positive = (labels == k + 1).astype(int)
        if not positive[rows].any():
            coefficients.append(np.zeros(1 << CLASS_BITS))
            biases.append(-30.0)
            continue
        w, b = fit_text(matrix, positive, weights, rows)
        coefficients.append(w)
        biases.append(b)
    all_w = np.array(coefficients)
    unit = 127 ** 2 / np.abs(all_w).max()
    return np.round(np.sign(all_w) * np.sqrt(np.abs(all_w) * unit)).astype(np.int8), \
        [int(round(b * unit)) for b in biases]


def held_out(lines, contexts, rows, features, labels, weights):
    """Scores of labelled and clean articles by trees that saw no article of their outlet."""
    found, inputs = [], []
    for first, last in zip(lines.firsts, lines.lasts):
        if lines.set[first] != "train":
            r, f = contexts.features(first, last, lines.rule[first:last])
            found.append(r)
            inputs.append(f)
    found, inputs = np.concatenate(found), np.concatenate(inputs)
    scores, models = np.zeros(len(found)), []
    for fold in range(data.FOLDS):
        use = lines.fold[rows] != fold
        models.append(fit_trees(features[use], labels[use], weights[use]))
        here = lines.fold[found] == fold
        scores[here] = models[-1].decision_function(inputs[here])
        log("fold", fold)
    return found, scores, models


def report(lines, rows, scores):
    labelled = sorted(set(lines.set) - {"train", "gold"})
    for bar in np.arange(0, 5.1, 0.5):
        line = f"score > {bar:3.1f}"
        for name in labelled:
            r = rows[(scores > bar) & (lines.set[rows] == name) & (lines.inside[rows] == 0)]
            right, wrong = (int(lines.words[r][lines.hand[r] == k].sum()) for k in (1, 0))
            line += f"   {name}: {right} words right, {wrong} wrong"
        r = rows[(scores > bar) & (lines.set[rows] == "gold") & (lines.inside[rows] == 0)]
        print(line + f"   gold: {int(lines.words[r].sum())} words")


def main():
    program, news, work, out = sys.argv[1:5]
    os.makedirs(work, exist_ok=True)
    sets = cached(f"{work}/articles.pkl", lambda: load_articles(news))
    lines = Lines(sets, program, work)
    log(len(lines.rows), "lines,", int(lines.rule.sum()), "by rules,", int(lines.repeat.sum()), "repeated")
    scores, tasks = text_stage(lines)
    contexts = Contexts(lines, scores)
    task = tree_rows(lines, contexts)
    log(len(task[0]), "rows for the trees")
    everywhere = np.ones(len(lines.rows), bool)
    if "--folds" in sys.argv:
        rows, held, models = held_out(lines, contexts, *task)
        with open(f"{work}/held_out.pkl", "wb") as file:
            pickle.dump((rows, held), file)
        report(lines, rows, held)
        for fold, trees in enumerate(models):
            write(f"{work}/without_{fold}.model", lines, tasks, trees, lines.fold != fold)
    write(out, lines, tasks, fit_trees(*task[1:]), everywhere)


def write(path, lines, tasks, trees, use):
    """The model of these trees and of text models that saw the lines `use`."""
    nodes, base = export_trees(trees)
    texts = [export_text(*fit_text(lines.matrix, labels, weights, np.flatnonzero(rows & use)))
             for labels, weights, rows in tasks]
    class_weights, class_bias = fit_classes(lines, use)
    with open(path, "wb") as file:
        file.write(reference.pack({
            "text_bits": TEXT_BITS, "class_bits": CLASS_BITS, "features": len(CONTEXT) + lines.shape.shape[1],
            "trees": nodes, "base": base, "texts": texts, "class_weights": class_weights, "class_bias": class_bias,
            "thresholds": THRESHOLDS, "confidence": CONFIDENCE}))
    log("wrote", path)


# Scores at which a line goes, in 256ths, by the classes' order: without a full
# stop and with one; then the same for --boilerplate-recall.
# More for classes whose lines an article has, too.
BAR = dict.fromkeys(("highlights", "related", "player", "caption", "byline", "correction", "embed", "other"), 1.0)
THRESHOLDS = [[int(256 * (bar + BAR.get(c, 0))) for c in CLASSES] for bar in (1.5, 2.2, 0.6, 1.4)]
CONFIDENCE = [int(100 * (0.62 + 0.37 * min(1, k / 16))) for k in range(reference.STEPS)]

if __name__ == "__main__":
    main()
