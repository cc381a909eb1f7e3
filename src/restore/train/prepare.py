#!/usr/bin/env python3
"""Cut the news into arrays: usage: prepare.py NEWS_DIR WORK_DIR

NEWS_DIR/train/*.jsonl.xz (and .gz): {"id", "source", "text"} a line. Written to
WORK_DIR: surface.npy and gap.npy (one number a token: the word as it stands and
the gap that follows it), flags.npy, articles.npy, and tables.pkl with the
strings. Token 0 of each article is virtual: its gap is what precedes the first
word. About 3 minutes on two cores.
"""
import glob
import gzip
import json
import lzma
import multiprocessing
import os
import pickle
import sys
from collections import Counter

import numpy

from text import WORD, clean, lines_of

PARAGRAPHS_KNOWN = 1
LEAST = 4  # a furniture line stands in so many articles or more


class Numbering(dict):
    """Gives each new string the next number."""

    def __missing__(self, key):
        self[key] = number = len(self)
        return number


def articles(path):
    opener = {"xz": lzma.open, "gz": gzip.open}[path.rpartition(".")[2]]
    with opener(path, "rt", encoding="utf-8") as stream:
        for line in stream:
            yield json.loads(line)


def count_lines(path):
    seen = Counter()
    for article in articles(path):
        for line in set(lines_of(article["text"])):
            seen[hash(line)] += 1
    return seen


def tokenise(job):
    path, furniture = job
    surfaces, gaps = Numbering({"": 0}), Numbering()
    surface, gap, flags, index = [], [], [], []
    taken = words = 0
    for article in articles(path):
        taken += 1
        source = article.get("source") or os.path.basename(path)
        name = os.path.basename(path).partition(".")[0]
        paragraphs = clean(article["text"], source if source.startswith("AP") else name,
                           lambda line: hash(line) in furniture)
        if not paragraphs:
            continue
        parts = WORD.split("\n".join(paragraphs))
        if len(parts) < 60:
            continue
        parts[0] = " " + parts[0].lstrip()
        parts[-1] = parts[-1].rstrip() + "\n"
        numbers = [0]
        numbers += [surfaces[w] for w in parts[1::2]]
        known = len(paragraphs) > 2 and len(numbers) < 120 * len(paragraphs)
        index.append((article["id"], source, article.get("date"), words, len(numbers)))
        words += len(numbers)
        surface.append(numpy.array(numbers, dtype=numpy.int32))
        gap.append(numpy.array([gaps[g] for g in parts[0::2]], dtype=numpy.int32))
        flags.append(numpy.full(len(numbers), PARAGRAPHS_KNOWN * known, dtype=numpy.uint8))
    join = lambda a, t: numpy.concatenate(a) if a else numpy.zeros(0, t)
    return (path, taken, index, join(surface, numpy.int32), join(gap, numpy.int32),
            join(flags, numpy.uint8), list(surfaces), list(gaps))


def main():
    news, work = sys.argv[1:]
    os.makedirs(work, exist_ok=True)
    paths = sorted(glob.glob(os.path.join(news, "train", "*.jsonl.[xg]z")),
                   key=os.path.getsize, reverse=True)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        seen = Counter()
        for part in pool.imap_unordered(count_lines, paths):
            seen.update(part)
    furniture = {line for line, n in seen.items() if n >= LEAST}
    print("lines", len(seen), "furniture", len(furniture), flush=True)
    with multiprocessing.get_context("fork").Pool(2) as pool:
        parts = list(pool.imap_unordered(tokenise, [(p, furniture) for p in paths], 1))
    parts.sort(key=lambda p: p[0])
    surfaces, gaps = Numbering({"": 0}), Numbering()
    all_surface, all_gap, all_flags, index = [], [], [], []
    base = 0
    for path, taken, found, surface, gap, flags, names, gap_names in parts:
        to_surface = numpy.array([surfaces[s] for s in names], dtype=numpy.int32)
        to_gap = numpy.array([gaps[g] for g in gap_names] or [0], dtype=numpy.int32)
        all_surface.append(to_surface[surface])
        all_gap.append(to_gap[gap])
        all_flags.append(flags)
        name = os.path.basename(path).partition(".")[0]
        index += [(name, i, s, d, base + at, n) for i, s, d, at, n in found]
        base += len(surface)
        print(f"{name:32s} {taken:6d} articles, {len(found):6d} kept, {len(surface):9d} tokens",
              flush=True)
    for name, arrays in (("surface", all_surface), ("gap", all_gap), ("flags", all_flags)):
        numpy.save(os.path.join(work, name + ".npy"), numpy.concatenate(arrays))
    with open(os.path.join(work, "tables.pkl"), "wb") as out:
        pickle.dump({"surfaces": list(surfaces), "gaps": list(gaps), "articles": index}, out)
    print("tokens", base, "surfaces", len(surfaces), "gaps", len(gaps))


if __name__ == "__main__":
    main()
