#!/usr/bin/env python3
"""Mutation test: change one operator or constant, and see whether a test fails.

usage: mutate.py [--count N] [--seed N] [--work DIR] [FOLDER...]

Works on a copy of the tracked files in DIR (a temporary folder), never on the
tree itself. Each mutant is one change in a .c file of the folders (src/stages,
src/edit, src/text): a comparison moved by one or turned round, && for ||, a
number one higher. It is caught when it does not compile, when a test fails, or
when the tests take far longer than they should. The quick tests run first; what
survives them meets the whole suite. Printed: a line a mutant, the share that
was caught, and the survivors for a person to read: some change nothing that a
program could see.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

SWAPS = {"<=": "<", ">=": ">", "<": "<=", ">": ">=", "==": "!=", "!=": "==",
         "&&": "||", "||": "&&"}
OPERATOR = re.compile(r" (<=|>=|==|!=|&&|\|\||<|>) ")
NUMBER = re.compile(r"(?<![\w.'\"])([0-9]|[1-9][0-9]+)(?![\w.'\"])")
SKIP = re.compile(r"^\s*(#\s*(include|if|endif|elif|ifn?def)|/?\*|//)|_Static_assert|^\s*\{? ?\.?\w* ?=? ?\"")
FIRST = (("unit/test_cases", 60), ("laws/test_contract", 120))
SUITE_SECONDS = 900


def code_of(line):
    """The line with strings and comments blanked, so that places stay."""
    blank = lambda m: " " * len(m.group())
    line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])+\'', blank, line)
    return re.sub(r"/\*.*?(\*/|$)|//.*", blank, line)


def places(folder):
    """(path, line number, start, end, new text) of all mutants."""
    for base, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if not name.endswith(".c"):
                continue
            path = os.path.join(base, name)
            comment = False
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
            for number, line in enumerate(lines):
                was = comment
                comment = (comment or "/*" in line) and "*/" not in line.split("/*")[-1]
                if was or SKIP.search(line):
                    continue
                code = code_of(line)
                for m in OPERATOR.finditer(code):
                    yield path, number, m.start(1), m.end(1), SWAPS[m.group(1)]
                for m in NUMBER.finditer(code):
                    yield path, number, m.start(), m.end(), str(int(m.group()) + 1)


def quiet(command, seconds, work):
    """True: it ended well, in time."""
    try:
        done = subprocess.run(command, cwd=work, timeout=seconds,
                              env=dict(os.environ, COPYDESK=os.path.join(work, "copydesk")),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def caught_by(work):
    """The name of what caught the mutant that stands in the tree, or None."""
    if not quiet(["make", "-s", "copydesk"], 300, work):
        return "compiler"
    for test, seconds in FIRST:
        program = ".build/tests/" + test
        if not quiet(["make", "-s", program], 300, work):
            return "compiler"
        if not quiet([os.path.join(work, program)], seconds, work):
            return test
    return None if quiet(["make", "check"], SUITE_SECONDS, work) else "suite"


def copy_tree(work):
    files = subprocess.run(["git", "ls-files", "-z"], stdout=subprocess.PIPE, check=True)
    subprocess.run(["cp", "--parents", "--no-dereference", "-t", work]
                   + files.stdout.decode().rstrip("\0").split("\0"), check=True)


def try_mutant(work, place):
    path, number, start, end, new = place
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines = text.split("\n")
    line = lines[number]
    lines[number] = line[:start] + new + line[end:]
    target = os.path.join(work, path)
    with open(target, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    catcher = caught_by(work)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    print("%-20s %s:%d: %s -> %s" % (catcher or "SURVIVED", path, number + 1,
                                     line[start:end], lines[number].strip()), flush=True)
    return catcher is not None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work")
    parser.add_argument("folders", nargs="*", default=["src/stages", "src/edit", "src/text"])
    options = parser.parse_args()
    work = options.work or tempfile.mkdtemp(prefix="copydesk-mutation.")
    os.makedirs(work, exist_ok=True)
    copy_tree(work)
    if caught_by(work):
        sys.exit("the tests do not pass as they are")
    found = [place for folder in options.folders for place in places(folder)]
    chosen = random.Random(options.seed).sample(found, min(options.count, len(found)))
    caught = sum(try_mutant(work, place) for place in chosen)
    print("caught: %d of %d (%.1f%%), of %d places"
          % (caught, len(chosen), 100.0 * caught / max(1, len(chosen)), len(found)))


if __name__ == "__main__":
    main()
