#!/usr/bin/env python3
"""What each boilerplate rule takes out of news articles.

usage: audit.py [--articles N] [--least N] [--sample N] AUDIT RULES NEWS

AUDIT is the program made from audit.c, RULES the rules file that it has built in,
NEWS a folder with train/*.jsonl.xz of {"text"}. N articles (8,000) are taken at
random, always the same ones. For each rule that took something, --least
spans of it, a row of a Markdown table:
  hits    spans
  words   in all of them
  unique  percent of the hits whose text occurs once
  long    words in spans of more than 40 words
and after the table, for each rule, a sample (10) of the texts that occur once:
what a rule gets wrong is seldom said twice. Read them: a rule is sound if 97 of
100 are furniture.
"""
import argparse
import collections
import glob
import json
import lzma
import os
import random
import subprocess
import sys

LONG = 40
SEED = 1


def read_articles(folder, count):
    """`count` texts, in proportion to the collections; few of each at least."""
    paths = sorted(glob.glob(os.path.join(folder, "train", "*.jsonl.xz")))
    if not paths:
        sys.exit("audit.py: no train/*.jsonl.xz in " + folder)
    lines = []
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            lines.append(file.readlines())
    total = sum(map(len, lines))
    chance = random.Random(SEED)
    texts = []
    for part in lines:
        share = max(20, count * len(part) // total)
        picked = chance.sample(part, min(share, len(part)))
        texts += [json.loads(line)["text"].replace("\0", "") for line in picked]
    return texts


def read_rules(path):
    """The rules as they are written, by the line on which each begins."""
    rules, first = {}, 0
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line[:1] not in "\t \n":
                first = number
                rules[first] = ""
            if line.strip():
                rules[first] += " " + " ".join(line.split())
    return {number: text.strip() for number, text in rules.items()}


def find_spans(program, texts):
    """(rule's line, class, text) of each span."""
    data = [text.encode() for text in texts]
    done = subprocess.run([program], input=b"\0".join(data),
                          stdout=subprocess.PIPE, check=True)
    for line in done.stdout.decode().splitlines():
        number, rule, name, start, end = line.split("\t")
        span = data[int(number) - 1][int(start):int(end)]
        yield int(rule), name, " ".join(span.decode().split())


def shorten(text, length):
    return text if len(text) <= length else text[:length - 3] + "..."


def name_of(rules, key, length):
    rule, name = key
    text = shorten(rules.get(rule, name), length)
    return "`" + text.replace("`", "").replace("|", "\\|") + "`"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--articles", type=int, default=8000)
    parser.add_argument("--least", type=int, default=1)
    parser.add_argument("--sample", type=int, default=10)
    parser.add_argument("names", nargs=3)
    options = parser.parse_args()
    program, rules_path, news = options.names
    rules = read_rules(rules_path)
    texts = read_articles(news, options.articles)
    spans = collections.defaultdict(list)
    for rule, name, text in find_spans(program, texts):
        spans[rule, name.split("/")[1]].append(text)
    words = sum(len(text.split()) for text in texts)
    print("%d articles, %d words" % (len(texts), words))
    print("\n| rule | hits | words | unique | long |")
    print("| --- | --- | --- | --- | --- |")
    once = {}
    for key, found in sorted(spans.items()):
        counts = collections.Counter(found)
        once[key] = sorted(t for t in counts if counts[t] == 1)
        if len(found) < options.least:
            continue
        lengths = [len(text.split()) for text in found]
        print("| %s | %d | %d | %d%% | %d |" % (
            name_of(rules, key, 60),
            len(found), sum(lengths), 100 * len(once[key]) // len(found),
            sum(n for n in lengths if n > LONG)))
    chance = random.Random(SEED)
    for key, found in once.items():
        if not found:
            continue
        print("\n%d: %s" % (key[0], name_of(rules, key, 150)))
        for text in chance.sample(found, min(options.sample, len(found))):
            print("    " + shorten(text, 200))
    return 0


if __name__ == "__main__":
    sys.exit(main())
