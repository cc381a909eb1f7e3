#!/usr/bin/env python3
"""Measure how far each number that tells a condition could be moved.

usage: src/edit/tools/margins.py NEWS EVERY [NAME...]

For each `#define NAME number` of FILES (or those named) the program is built
with other values, and the articles are counted that come out differently from
those of the program as it is: of NEWS/dev (clean) and of NEWS/damaged.
NEWS/{dev,damaged}/*.jsonl.gz hold one article a line in "text"; every EVERY-th
is taken. Run it in the top folder; it builds in a copy.
"""
import gzip
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FILES = ["condition.c", "judge.c", "judge.h", "judge_form.c", "judge_marks.c",
         "shape_conditions.c", "shape_breaks.h", "shape_breaks.c",
         "shape_lines.c", "shape_runs.c"]
DEFINE = re.compile(r"^#define (\w+) (\d+)\b", re.M)


def values_near(name, value):
    near = {value // 2, value * 3 // 4, value * 5 // 4, value * 2}
    if value < 10:
        near |= {value - 1, value + 1}
    limit = 100 if "PERCENT" in name else 1 << 30
    return sorted(v for v in near if v != value and 0 < v <= limit)


def read_sets(news, folder, every):
    return [b"".join(gzip.open(path).readlines()[::every])
            for path in sorted((news / folder).glob("*.jsonl.gz"))]


def run(program, data):
    done = subprocess.run([program, "--no-config", "-j1", "--format=jsonl"],
                          input=data, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=False)
    return done.stdout.split(b"\n")


def build(tree):
    subprocess.run(["make", "-s", "-C", tree, "copydesk"], check=True,
                   stdout=subprocess.DEVNULL)
    return tree / "copydesk"


def differing(program, sets, wanted):
    count = 0
    for data, lines in zip(sets, wanted):
        got = run(program, data)
        count += sum(a != b for a, b in zip(lines, got))
        count += abs(len(lines) - len(got))
    return count


def main():
    news, every = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    names = sys.argv[3:]
    groups = {group: read_sets(news, group, every)
              for group in ("dev", "damaged")}
    tree = pathlib.Path(tempfile.mkdtemp(prefix="margins."))
    for part in ("Makefile", "include", "src"):
        copy = shutil.copytree if pathlib.Path(part).is_dir() else shutil.copy
        copy(part, tree / part)
    (tree / "tests").mkdir()
    shutil.copy("tests/tests.mk", tree / "tests")
    program = build(tree)
    wanted = {group: [run(program, data) for data in sets]
              for group, sets in groups.items()}
    print("name", "value", *groups, sep="\t")
    for file in FILES:
        path = tree / "src/edit" / file
        source = path.read_text()
        for name, value in DEFINE.findall(source):
            if names and name not in names:
                continue
            for other in values_near(name, int(value)):
                path.write_text(source.replace(f"#define {name} {value}",
                                               f"#define {name} {other}"))
                program = build(tree)
                counts = [differing(program, groups[g], wanted[g])
                          for g in groups]
                print(name, f"{value} -> {other}", *counts, sep="\t",
                      flush=True)
        path.write_text(source)
    shutil.rmtree(tree)


if __name__ == "__main__":
    main()
