#!/usr/bin/env python3
"""Mutation test: change one operator or constant, and see whether a test fails.

usage: mutate.py [--count N] [--seed N] [--quick] [--work DIR] [FOLDER...]

Works on a copy of the tracked files in DIR (a temporary folder), never on the
tree itself. Each mutant is one change in a .c file of the folders (src/stages,
src/edit, src/text): a comparison moved by one or turned round, && for ||, a
number one higher. It is caught when it does not compile, when a test fails, or
when the tests take far longer than they should. The tests named as the file run
first, then the cases, the laws and the other test programs; what survives them
meets the whole suite, with --quick not. Printed: a line a mutant, the share that
was caught, and the survivors for a person to read: some change nothing that a
program could see. A DIR that was used before keeps its objects.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
import time

SWAPS = {"<=": "<", ">=": ">", "<": "<=", ">": ">=", "==": "!=", "!=": "==",
         "&&": "||", "||": "&&"}
OPERATOR = re.compile(r" (<=|>=|==|!=|&&|\|\||<|>) ")
NUMBER = re.compile(r"(?<![\w.'\"])([0-9]|[1-9][0-9]+)(?![\w.'\"])")
SKIP = re.compile(r"^\s*(#\s*(include|if|endif|elif|ifn?def)|/?\*|//)|_Static_assert|^\s*\{? ?\.?\w* ?=? ?\"")
# Programs that most mutants meet first; what is slow and seldom catches, last.
FIRST = ("test_cases", "test_contract", "test_triggers")
LAST = ("test_reuse", "test_linear")
TOOLS = ("tools", "train")  # programs of their own
BUILD = ["make", "-s", "CFLAGS=-O1", "HARDEN="]
SLOWER = 6  # times as long as unchanged, and then some seconds
SUITE_SECONDS = 900


def code_of(line):
    """The line with strings and comments blanked, so that places stay."""
    blank = lambda m: " " * len(m.group())
    line = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])+\'', blank, line)
    return re.sub(r"/\*.*?(\*/|$)|//.*", blank, line)


def places(folder):
    """(path, line number, start, end, new text) of all mutants."""
    for base, _, names in sorted(os.walk(folder)):
        if os.path.basename(base) in TOOLS:
            continue
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


class Suite:
    """The test programs of a tree, and how long each takes."""

    def __init__(self, work, quick):
        self.work, self.quick = work, quick
        self.programs = [
            os.path.join(base, name[:-2])
            for base in ("tests/unit", "tests/laws")
            for name in sorted(os.listdir(os.path.join(work, base)))
            if name.startswith("test_") and name.endswith(".c")]
        self.seconds = {}

    def build(self):
        programs = [".build/" + p for p in self.programs]
        return quiet(BUILD + ["copydesk"] + programs, 1200, self.work)

    def measure(self):
        """The programs that fail as things are."""
        failed = []
        for program in self.programs:
            start = time.monotonic()
            if not self.run(program, SUITE_SECONDS):
                failed.append(program)
            self.seconds[program] = time.monotonic() - start
        return failed

    def run(self, program, seconds):
        return quiet([os.path.join(self.work, ".build", program)], seconds, self.work)

    def order(self, path):
        """The programs, those first that look likeliest to catch a change there."""
        words = set(re.findall(r"[a-z]+", path)) - {"src", "c", "step"}

        def rank(program):
            name = os.path.basename(program)
            if words & set(name.split("_")):
                return 0
            return 1 + FIRST.index(name) if name in FIRST else 9 if name in LAST else 8

        return sorted(self.programs, key=lambda p: (rank(p), self.seconds[p]))

    def catcher(self, path):
        """The name of what catches the mutant that is in the tree, or None."""
        if not self.build():
            return "compiler"
        for program in self.order(path):
            if not self.run(program, SLOWER * self.seconds[program] + 5):
                return os.path.basename(program)
        if self.quick or quiet(BUILD + ["check"], SUITE_SECONDS, self.work):
            return None
        return "suite"


def copy_tree(work):
    files = subprocess.run(["git", "ls-files", "-z"], stdout=subprocess.PIPE, check=True)
    subprocess.run(["cp", "--parents", "--no-dereference", "-t", work]
                   + files.stdout.decode().rstrip("\0").split("\0"), check=True)


def try_mutant(suite, place):
    path, number, start, end, new = place
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines = text.split("\n")
    line = lines[number]
    lines[number] = line[:start] + new + line[end:]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
    catcher = suite.catcher(path)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    print("%-20s %s:%d: %s -> %s" % (catcher or "SURVIVED", path, number + 1,
                                     line[start:end], lines[number].strip()), flush=True)
    return catcher is not None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--work")
    parser.add_argument("folders", nargs="*", default=["src/stages", "src/edit", "src/text"])
    options = parser.parse_args()
    work = options.work and os.path.abspath(options.work) or tempfile.mkdtemp(prefix="copydesk-mutation.")
    os.makedirs(work, exist_ok=True)
    copy_tree(work)
    os.chdir(work)  # the tree may change meanwhile
    suite = Suite(work, options.quick)
    if not suite.build():
        sys.exit("the tests cannot be built")
    failed = suite.measure()
    if failed:
        sys.exit("fail as things are: %s" % " ".join(failed))
    found = [place for folder in options.folders for place in places(folder)]
    chosen = random.Random(options.seed).sample(found, min(options.count, len(found)))
    caught = sum(try_mutant(suite, place) for place in chosen)
    print("caught: %d of %d (%.1f%%), of %d places"
          % (caught, len(chosen), 100.0 * caught / max(1, len(chosen)), len(found)))


if __name__ == "__main__":
    main()
