#!/usr/bin/env python3
"""Weigh the words that tell pounds from dollars: src/lang/LANG/currency.txt.

usage: src/restore/train/currency.py NEWS FILE

Prints FILE with its words and new weights: a logistic regression on the amounts
in NEWS/train that have a pound or a dollar sign, five an article at most. An
outlet with pounds in a fifth of its articles with amounts counts eight times:
it has to tell the two apart, where others write dollars in any case. Words that
weigh less than a tenth of a bit are left out.
"""
import collections
import glob
import math
import os
import re
import sys

import numpy

from prepare import articles

WORD = re.compile(r"[^\W_]+")
GLUED = re.compile(r"\d+(m|bn)$")
NEAR = 6          # words on either side of an amount
AMOUNTS = 5       # of an article
POUND_OUTLET = 0.2, 4   # share and number of its articles
OUTLET_WEIGHT = 8
PENALTY = 1 / 0.03
BITS = 10 / math.log(2)


def read(text):
    """Words of an article in small letters; (word, is pound) of its amounts."""
    words, amounts = [], []
    for match in WORD.finditer(text):
        word = match.group().lower()
        sign = text[match.start() - 1] if match.start() else ""
        if word[0].isdigit() and sign in "£$" and sign:
            # A$, US$: it says itself which dollars
            if sign == "$" and text[match.start() - 2:match.start() - 1].isupper():
                return words, []
            amounts.append((len(words), sign == "£"))
        words.append(word)
    return words, amounts[:AMOUNTS]


def keys_of(words):
    glued = {"0" + m.group(1) for m in map(GLUED.match, words) if m}
    return glued | set(words) | {"*"}


def news(folder):
    for path in sorted(glob.glob(os.path.join(folder, "train", "*.jsonl.*"))):
        for article in articles(path):
            words, amounts = read(article["text"])
            if amounts:
                yield article["source"], words, amounts


def table(folder, keys):
    number = {key: i for i, key in enumerate(keys)}
    outlets = collections.defaultdict(lambda: [0, 0])
    rows, signs, owners, shares = [], [], [], []
    for source, words, amounts in news(folder):
        article = numpy.zeros(len(keys), dtype=numpy.float32)
        for key in keys_of(words) & number.keys():
            article[number[key]] = 1
        for at, is_pound in amounts:
            row = article.copy()
            near = words[max(0, at - NEAR):at + NEAR + 1]
            for key in {"~" + word for word in near} & number.keys():
                row[number[key]] = 1
            rows.append(row)
            signs.append(is_pound)
            owners.append(source)
            shares.append(1 / len(amounts))
        outlets[source][0] += 1
        outlets[source][1] += any(is_pound for _, is_pound in amounts)
    heavy = {source for source, (count, pounds) in outlets.items()
             if pounds >= max(POUND_OUTLET[1], POUND_OUTLET[0] * count)}
    weights = [share * (OUTLET_WEIGHT if owner in heavy else 1)
               for owner, share in zip(owners, shares)]
    return numpy.array(rows), numpy.array(signs), numpy.array(weights)


def fit(rows, signs, weights, constant):
    """Newton's method; the constant is not penalised."""
    theta = numpy.zeros(rows.shape[1])
    penalty = numpy.full(rows.shape[1], PENALTY)
    penalty[constant] = 1e-6
    for _ in range(25):
        p = 1 / (1 + numpy.exp(-rows @ theta))
        slope = rows.T @ (weights * (p - signs)) + penalty * theta
        curve = (rows * (weights * p * (1 - p))[:, None]).T @ rows
        theta -= numpy.linalg.solve(curve + numpy.diag(penalty), slope)
    return theta


def main():
    folder, path = sys.argv[1:]
    with open(path, encoding="ascii") as stream:
        lines = stream.read().splitlines()
    head = [line for line in lines if line.startswith("#")]
    keys = sorted({line.split()[0] for line in lines[len(head):]})
    theta = fit(*table(folder, keys), keys.index("*"))
    print("\n".join(head))
    for key, weight in zip(keys, theta):
        tenths = round(weight * BITS)
        if tenths:
            print(key, tenths)


if __name__ == "__main__":
    main()
