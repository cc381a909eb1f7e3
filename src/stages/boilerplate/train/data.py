"""Articles for the scorer: sampled, split by outlet, read by dump.c."""
import glob
import gzip
import hashlib
import json
import lzma
import os
import re
import subprocess

import numpy as np

MOST_OF_OUTLET = 280
FOLDS = 4

# Columns of a row: dump.c
COLUMNS = ("article line kind first at end suspect sentence klass inside words ids text").split()
ROW_SHAPE = len(COLUMNS)

ALIASES = [  # one outlet by its many names
    (r"fox", "fox"), (r"cnn", "cnn"), (r"nbc", "nbc"), (r"abc ?news|abcnews", "abc"),
    (r"cbs", "cbs"), (r"npr|gpb", "npr"), (r"new york times|nytimes|\bnyt\b", "nyt"),
    (r"washington ?post|\bwapo\b", "wapo"), (r"wall street|wsj|dow jones|marketwatch", "wsj"),
    (r"washington ?times", "washtimes"), (r"usa ?today", "usatoday"), (r"reuters", "reuters"),
    (r"\bap\b|apnews|associated press", "ap"), (r"bbc", "bbc"), (r"guardian", "guardian"),
    (r"the ?hill", "thehill"), (r"politico", "politico"), (r"breitbart", "breitbart"),
    (r"national ?review", "nationalreview"), (r"daily ?caller", "dailycaller"),
    (r"daily ?beast", "dailybeast"), (r"daily ?wire", "dailywire"), (r"blaze", "theblaze"),
    (r"yahoo", "yahoo"), (r"huff", "huffpost"), (r"slate", "slate"), (r"salon", "salon"),
    (r"town ?hall", "townhall"), (r"think ?progress", "thinkprogress"), (r"wired", "wired"),
    (r"tipranks", "tipranks"), (r"seekalpha|seeking", "seekalpha"), (r"jazeera", "aljazeera"),
    (r"business.?insider", "businessinsider"), (r"bloomberg", "bloomberg"), (r"time\.com|\btime\b", "time"),
]


def family(source):
    """One name for an outlet, whichever collection it came by."""
    name = str(source or "").lower()
    for pattern, alias in ALIASES:
        if re.search(pattern, name):
            return alias
    name = name.split(":")[-1]
    name = re.sub(r"^(www|amp|edition|m)\.|\.(com|org|net|co|uk|in)\b", "", name)
    return re.sub(r"[^a-z0-9]", "", name) or "none"


def number(text):
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")


def fold_of(source):
    return number(family(source)) % FOLDS


def read_jsonl(path):
    opened = {".xz": lzma.open, ".gz": gzip.open}.get(os.path.splitext(path)[1], open)
    with opened(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def sample(news, most, barred):
    """At most `most` articles of train, few of each outlet, always the same ones."""
    rows = []
    for path in sorted(glob.glob(f"{news}/train/*.jsonl.xz")):
        rows += [(number(r["id"]), r["id"], r["source"], r["text"], r.get("bp", 0))
                 for r in read_jsonl(path) if r["id"] not in barred]
    rows.sort()
    counts, chosen = {}, []
    for key, name, source, text, bp in rows:
        outlet = family(source)
        counts[outlet] = counts.get(outlet, 0) + 1
        if counts[outlet] <= MOST_OF_OUTLET and len(text) < 60000:
            chosen.append({"id": name, "source": source, "text": text, "bp": bp})
    return chosen[:most]


def label_sets(news):
    """The names of what is labelled by hand."""
    return sorted(re.search(r"labels_(\w+)\.jsonl$", path).group(1)
                  for path in glob.glob(f"{news}/boilerplate/labels_*.jsonl"))


def load_labels(news, name):
    """Hand labels: articles, and for each line its class, "" or "?"."""
    folder = f"{news}/boilerplate"
    articles = {a["id"]: a for a in read_jsonl(f"{folder}/labelled_articles_{name}.jsonl")}
    out = []
    for label in read_jsonl(f"{folder}/labels_{name}.jsonl"):
        article = articles[label["id"]]
        lines = [x for x in article["text"].split("\n") if x.strip()]
        marks = [label["lines"].get(str(i), "") for i in range(len(lines))]
        for i, _, _ in label.get("inline", []):
            if not marks[int(i)]:
                marks[int(i)] = "?"
        for i, _ in label.get("unsure", []):
            marks[int(i)] = "?"
        out.append({**article, "marks": marks, "label": label})
    return out


def dump(program, articles, folder, name, every=1):
    """Rows and features of the articles' lines, cached in `folder`."""
    rows, ids = f"{folder}/{name}.rows", f"{folder}/{name}.ids"
    if not os.path.exists(ids + ".done"):
        child = subprocess.Popen([program, rows, ids, str(every)], stdin=subprocess.PIPE)
        for article in articles:
            text = article["text"].encode("utf-8", "replace")
            child.stdin.write(len(text).to_bytes(4, "little") + text)
        child.stdin.close()
        if child.wait():
            raise SystemExit(f"{program} failed")
        open(ids + ".done", "w").close()
    table = np.fromfile(rows, np.int32)
    return split(table[1:].reshape(-1, table[0]), np.fromfile(ids, np.uint32))


def split(table, hashes):
    """Lines, their hashes, sentences, theirs."""
    lines = table[:, COLUMNS.index("kind")] == 0
    of_line = np.repeat(lines, table[:, COLUMNS.index("ids")])
    return table[lines], hashes[of_line], table[~lines], hashes[~of_line]
