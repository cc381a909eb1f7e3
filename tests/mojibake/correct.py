#!/usr/bin/env python3
"""Correct text of 40 languages: none of it may be taken for mojibake.

usage: correct.py [--words N] [--show] PROGRAM [DICTIONARY...]

The words of sentences.tsv, and of DICTIONARY files where they are given
(hunspell's .dic, or a word a line), are put together anew, with capitals, the
quotation marks of all languages and signs after words, until there are N of
them (100,000): articles of six lines, in one run of the program. Printed: how
many words there were, and how many articles were changed. Exit status 1: any.
"""
import json
import os
import random
import re
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
QUOTES = ["“”", "„“", "„”", "«»", "»«", "”” ", "‘’", "‹›", '""', "‚‘"]
ENDS = list(".…!?™®©°²³–—’:;€£§†•%½¼ªº·¶×µ") + [".”", " –", " —", " €", "?»"]
FRONTS = list("’‘–—…“”„«»©€£¿¡•·")


def language_words():
    """{language: words} of the sentences, without their marks."""
    table = {}
    with open(os.path.join(HERE, "sentences.tsv"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                language, _, text = line.rstrip("\n").split("\t")
                words = re.findall(r"\w+(?:[’'-]\w+)*", text)
                table.setdefault(language, []).extend(words)
    return table


def dictionary_words(path):
    data = open(path, "rb").read()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return []
    words = [re.split(r"[/\t ]", line)[0] for line in text.split("\n")]
    return [w for w in words if w and not w.isascii()]


def sentence(words, order):
    row = [order.choice(words) for _ in range(order.randint(4, 14))]
    how = order.random()
    if how < 0.15:
        row = [w.upper() for w in row]
    elif how < 0.25:
        row = [w.title() for w in row]
    else:
        row[0] = row[0][:1].upper() + row[0][1:]
    at = order.randrange(len(row))
    if order.random() < 0.5:
        marks = order.choice(QUOTES)
        row[at] = marks[0] + row[at] + marks[1]
    if order.random() < 0.5:
        row[at - 1] += order.choice(ENDS)
    if order.random() < 0.1:
        row[at - 1] = order.choice(FRONTS) + row[at - 1]
    return " ".join(row) + order.choice(["."] * 5 + ["…", ".”", "!", "?", "»"])


def articles(languages, count):
    order = random.Random(11)
    names = sorted(languages)
    words = 0
    while words < count:
        text = "\n\n".join(sentence(languages[names[0]], order)
                           for _ in range(6))
        names.append(names.pop(0))
        words += len(text.split())
        yield unicodedata.normalize("NFC", text)


def main():
    arguments, count, show = sys.argv[1:], 100000, False
    while arguments and arguments[0].startswith("--"):
        option = arguments.pop(0)
        show |= option == "--show"
        if option == "--words":
            count = int(arguments.pop(0))
    if not arguments:
        sys.exit(__doc__)
    languages = language_words()
    for path in arguments[1:]:
        words = dictionary_words(path)
        if len(words) > 100:
            languages[os.path.basename(path)] = words
    texts = list(articles(languages, count))
    given = "".join(json.dumps({"text": t}, ensure_ascii=False) + "\n"
                    for t in texts)
    got = subprocess.run(
        [arguments[0], "--no-config", "--format=jsonl",
         "--select=encoding/mojibake"], input=given.encode("utf-8"),
        check=True, stdout=subprocess.PIPE).stdout.decode("utf-8")
    changed = [(a, b) for a, b in zip(given.split("\n"), got.split("\n"))
               if a != b]
    if show:
        for a, b in changed:
            print(a, b, sep="\n    ")
    print("%d words of %d lists: %d articles changed"
          % (sum(len(t.split()) for t in texts), len(languages), len(changed)))
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
