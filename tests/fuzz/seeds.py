#!/usr/bin/env python3
"""Where the fuzzers begin: the texts of tests/cases, each in the form of a target.

usage: seeds.py FOLDER NAME...

Writes FOLDER/NAME/..., files of the bytes that fuzz_NAME.c reads. They are short, and
each makes a rule look twice: of samples alone a fuzzer has to guess the words that do.
"""
import json
import os
import re
import sys

STAGES = ("encoding", "casing", "whitespace", "boilerplate", "quotes")
ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]+)\}|x\{([0-9A-Fa-f]+)\}|(.))", re.S)
PLAIN = {"s": b" ", "t": b"\t", "r": b"\r"}
JOINED = 4  # texts of an archive, or of a file of records
LINES = 4  # of a file of rules


def unescaped(text):
    """As tests/case_file.c reads a text."""
    out, at = b"", 0
    for m in ESCAPE.finditer(text):
        out += text[at:m.start()].encode()
        if m.group(1):
            out += chr(int(m.group(1), 16)).encode(errors="surrogatepass")
        elif m.group(2):
            out += bytes((int(m.group(2), 16),))
        else:
            out += PLAIN.get(m.group(3), m.group(3).encode())
        at = m.end()
    return out + text[at:].encode()


def cases(folder):
    """(stage, text) of each case."""
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            for part in re.split(r"^=== ", file.read(), flags=re.M)[1:]:
                text = re.search(r"^--- in\n(.*?)(?=^--- |\Z)", part, re.M | re.S)
                yield part.split("/")[0], unescaped(text.group(1)[:-1])


def rule_files(path):
    """Lines of the built-in rules that need no others."""
    with open(path, encoding="utf-8") as file:
        rules = re.findall(r"^\w+\t.*\n(?:\t.*\n)*", file.read(), re.M)
    rules = [rule for rule in rules if "<" not in rule]
    for at in range(0, len(rules), LINES):
        yield "".join(rules[at:at + LINES]).encode()


def several(texts):
    return [texts[at:at + JOINED] for at in range(0, len(texts), JOINED)]


def record(text):
    return json.dumps({"id": 1, "text": text.decode(errors="replace")}).encode()


def seeds(name, all_cases):
    texts = [text for _, text in all_cases]
    if name == "pipeline":
        return [b"\0" + text for text in texts]
    if name == "stage":
        return [bytes((STAGES.index(stage) if stage in STAGES else 0,)) + text
                for stage, text in all_cases]
    if name == "rules":
        files = list(rule_files("src/lang/en/boilerplate.rules"))
        plain = [text for stage, text in all_cases if stage == "boilerplate"]
        return [files[i % len(files)] + b"\0" + text for i, text in enumerate(plain)]
    if name == "json":
        return [record(text) for text in texts[::8]]
    if name == "archive":  # a tar, a zip, one that is packed
        return [bytes((i % 3, 0)) + b"\0".join(part)
                for i, part in enumerate(several(texts))]
    if name == "reader":  # text, and JSON Lines, of articles of 2 KB
        return [b"\0\xFC" + b"\n\n".join(part) for part in several(texts)[::2]] + \
            [b"\1\xFC" + b"\n".join(map(record, part)) for part in several(texts)[1::2]]
    return []


def main():
    folder, names = sys.argv[1], sys.argv[2:]
    all_cases = list(cases("tests/cases"))
    for name in names:
        where = os.path.join(folder, name)
        os.makedirs(where, exist_ok=True)
        for i, seed in enumerate(seeds(name, all_cases)):
            with open(os.path.join(where, "%04d" % i), "wb") as file:
                file.write(seed)


if __name__ == "__main__":
    main()
