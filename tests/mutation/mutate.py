#!/usr/bin/env python3
"""Mutation test: change one operator or constant, and see whether a test fails.

usage: mutate.py [--count N] [--seed N] [--quick] [--work DIR] [FOLDER...]
       mutate.py --at FILE:LINE [--at FILE:LINE...] ...
       mutate.py --proofs

Works on a copy of the tracked files in DIR (a temporary folder), never on the
tree itself. Each mutant is one change in a .c file of the folders (src/stages,
src/edit, src/text): a comparison moved by one or turned round, && for ||, a
number one higher. One that compiles to the same code changes nothing, and does
not count. It is caught when it does not compile, when a test fails, or when the
tests take far longer than they should. The tests named as the file run first,
then the cases, all that are quick, and the laws about texts that are nearly those
of cases; what survives them meets the slow laws and the scripts of
tests/cli, with --quick not. A probe before the mutant tells the tests (MUTANT=N)
which cases reach it: of N of a table (--quick: 60) the laws are asked, of the
others not. Printed: a line a mutant, the share that was caught, and the survivors
for a person to read. A DIR that was used before keeps its objects, and how long
its tests take unless a file is another. --at: all mutants of that line.
COPYDESK_DATA: as in `make check`.

Some mutants change nothing that a program could see. Those of which that is
proved are in equivalent.txt, with the proof, and do not count: the file, the line
as it is, the line as it becomes, and why, parted by tabs. A line that the file no
longer has, or has twice, ends the run: the proof was about another.
"""
import argparse
import filecmp
import json
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
# Programs that most mutants meet first; then what is quick; then those that try
# texts that are nearly those of cases.
FIRST = ("test_cases", "test_triggers")
NEARLY = ("test_neighbours", "test_forms", "test_sweeps", "test_limits", "test_shares",
          "test_contract")
QUICK_SECONDS = 5  # what takes longer seldom catches a mutant: the second step
QUICK_CASES = 60  # of a table, for the laws of NEARLY
QUICK, SLOW = 50, 99  # ranks
# Tells a test that has mutant_ran (tests/support.h), and no program, what it ran.
PROBE = "{ extern int mutant_ran __attribute__((weak)); if (&mutant_ran) mutant_ran = 1; } "
# "#define LEAST 4", "static const struct row rows[] = {"
NAMED = re.compile(r"#define (\w+)|(?:static const .*?|\} )\**(\w+)(?:\[.*?\])* =")
TESTED = ".build/tests/libtested.so"
TIMES = ".build/mutation.json"
TOOLS = ("tools", "train")  # programs of their own
BUILD = ["make", "-s", "CFLAGS=-O1"]
SLOWER = 6  # times as long as unchanged, and then some seconds
BUILD_SECONDS = 1200
TEST_SECONDS = 300
SAME = "same code"
EQUIVALENT = "proved equivalent"
# "arena_alloc(arena, count + 1)": what is asked for is more, and not used.
ROOM = re.compile(r"\b\w*alloc\(.*[+*] $")
# "static const uint8_t signs[128] = {": it has more entries, and none asks how many.
ARRAY = re.compile(r"^\s*(?!return\b)(?:[a-z]\w* )*(?:\w+ \**|\} )(?:const )?(\w+)(?:\[\w+\])*\[$")
COUNTED = r"\b(?:sizeof|[A-Z_]+)\([^)]*\b%s\b"
# "if (a > b)", "b = a;", "a > b ? a : b" and "a > b ? a - b : 0": no calls, nothing
# is counted up.
VALUE = r"((?:\(\w+\))?\w[\w.\[\]>-]*(?: [+-] \w+)?)"
LARGER = (re.compile(r"if \(%s [<>]=? %s\)\n\s*%s = %s;\n(?!\s*else)" % ((VALUE,) * 4)),
          re.compile(r"(?:[(,=]|return|&&)\s*%s [<>]=? %s\s*\? %s : %s[;,)]"
                     % ((VALUE,) * 4)),
          re.compile(r"%s >=? %s\s*\? %s - %s : 0[;,)]" % ((VALUE,) * 4)))
# "end - at < MOST ? end : at + MOST", and the same turned round.
NEARER = (re.compile(r"([\w.>-]+) - (\w+) <=? (\w+)\s*\? \1 : \2 \+ \3[;,)]"),
          re.compile(r"([\w.>-]+) - (\w+) >=? (\w+)\s*\? \2 \+ \3 : \1[;,)]"))
PROOFS = "tests/mutation/equivalent.txt"


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


def proved():
    """{(path, line, the line as it becomes)}: the mutants of PROOFS."""
    proofs = set()
    with open(PROOFS, encoding="utf-8") as file:
        rows = [row.rstrip("\n").split("\t") for row in file if not row.startswith("#")]
    for path, line, mutant, reason in rows:
        with open(path, encoding="utf-8") as file:
            if [text.strip() for text in file].count(line) != 1 or not reason.strip():
                sys.exit("%s: look at it again: %s: %s" % (PROOFS, path, line))
        proofs.add((path, line, mutant))
    return proofs


def mutated(line, place):
    return line[:place[2]] + place[4] + line[place[3]:]


def is_larger_of_two(lines, place):
    """Whether the mutant only takes the other of two that are equal."""
    _, number, start, end, new = place
    old = lines[number][start:end]
    if not old or not new or old[0] != new[0] or old[0] not in "<>":
        return False
    text = "\n".join(lines[number:number + 3])
    if any(found.start() < start < found.end(3)
           for pattern in NEARER for found in pattern.finditer(text)):
        return True
    for pattern in LARGER:
        for found in pattern.finditer(text):
            if found.start() < start < found.end(2) and \
                    {found.group(1), found.group(2)} == {found.group(3), found.group(4)}:
                return "++" not in found.group() and "--" not in found.group()
    return False


def is_more_room(text, line, place):
    """Whether the mutant only allocates more, or declares a larger array."""
    before, after = line[:place[2]], line[place[3]:]
    array = ARRAY.match(before)
    if not place[4].isdigit():
        return False
    if array and re.match(r"\](;|\[| = \{)", after):
        return not re.search(COUNTED % array.group(1), text)
    return bool(ROOM.search(before)) and before.count("(") > before.count(")")


def quiet(command, seconds, work, **names):
    """True: it ended well, in time. `names`: of its environment."""
    try:
        done = subprocess.run(command, cwd=work, timeout=seconds,
                              env=dict(os.environ, FAIL_FAST="1",
                                       COPYDESK=os.path.join(work, "copydesk"), **names),
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def function_of(lines, number):
    """The line of the brace that opens the function of a line; None: in none."""
    while number and lines[number] not in ("{", "}"):
        number -= 1
    return number if lines[number] == "{" else None


def uses(lines, number, depth=3):
    """The lines of functions that use what a line is of: itself, or a table's name."""
    if function_of(lines, number) is not None:
        return {number}
    named = lines[number]
    while number and not NAMED.match(named):
        number -= 1
        named = lines[number]
    name = NAMED.match(named)
    if not name or not depth:
        return set()
    word = re.compile(r"\b%s\b" % (name.group(1) or name.group(2)))
    return set().union(*(uses(lines, at, depth - 1) for at, line in enumerate(lines)
                         if at != number and word.search(code_of(line))))


def statement(lines, number):
    while lines[number - 1].strip() and lines[number - 1].rstrip()[-1] not in ";{}:/":
        number -= 1
    return number


def probes(lines, number):
    """Sets of lines before which probes may go, the narrower first."""
    used = uses(lines, number)
    yield {statement(lines, at) for at in used}
    yield {function_of(lines, at) + 1 for at in used}


class Suite:
    """The tests of a tree, programs and scripts, and how long each takes."""

    def __init__(self, work, quick):
        self.work, self.quick = work, quick
        self.programs = self.files(("tests/unit", "tests/laws"), "test_", ".c")
        scripts = [] if quick else self.files(("tests/cli",), "", ".sh")
        self.tests = [".build/" + p[:-2] for p in self.programs] + scripts
        self.outside = [t for t in self.tests if self.runs_program(t)]
        self.seconds = {}

    def runs_program(self, test):
        if test.endswith(".sh"):
            return True
        with open(os.path.join(self.work, test[len(".build/"):] + ".c"), encoding="utf-8") as file:
            return '"COPYDESK"' in file.read()

    def files(self, folders, start, end):
        return [os.path.join(folder, name) for folder in folders
                for name in sorted(os.listdir(os.path.join(self.work, folder)))
                if name.startswith(start) and name.endswith(end)]

    def build(self, program=True):
        """The tests, and what those need that run the program."""
        programs = [".build/" + p[:-2] for p in self.programs]
        return quiet(BUILD + ["all"] * program + programs, BUILD_SECONDS, self.work)

    def probed(self, path, lines, number):
        """Build the tests with the probe; False: they are there without it."""
        for places in probes(lines, number):
            if not places:
                break
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(PROBE * (at in places) + line
                                     for at, line in enumerate(lines)))
            if self.code(path):
                return self.tested()
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        self.tested()
        return False

    def tested(self):
        return quiet(BUILD + [TESTED], BUILD_SECONDS, self.work)

    def code(self, path):
        """The object of a source file; None: it does not compile."""
        built = ".build/%s.o" % path[:-2]
        if not quiet(BUILD + [built], BUILD_SECONDS, self.work):
            return None
        with open(built, "rb") as file:
            return file.read()

    def measure(self):
        """The tests that fail as things are. Those that are not run need not end."""
        failed = []
        if os.path.exists(TIMES):
            with open(TIMES, encoding="utf-8") as file:
                self.seconds = json.load(file)
        for test in set(self.tests) - set(self.seconds):
            skips = self.quick and os.path.basename(test) not in FIRST + NEARLY
            limit = 2 * QUICK_SECONDS if skips else TEST_SECONDS
            start = time.monotonic()
            passed = self.run(test, limit)
            self.seconds[test] = time.monotonic() - start
            if not passed and not (skips and self.seconds[test] >= limit):
                failed.append(test)
        if not failed:
            with open(TIMES, "w", encoding="utf-8") as file:
                json.dump(self.seconds, file)
        return failed

    def run(self, test, seconds, path="src/stages/encoding", **names):
        """Whether a test passes; `path`: where the change is."""
        command = ["sh", test] if test.endswith(".sh") else [os.path.join(self.work, test)]
        stage = (path.split("/") + [""])[2].replace(".c", "")
        return quiet(command, seconds, self.work, TABLE_FIRST=stage, **names)

    def order(self, path):
        """The tests, those first that look likeliest to catch a change there."""
        words = set(re.findall(r"[a-z]+", path)) - {"src", "c", "step", "test", "stages"}

        def rank(test):
            name = os.path.basename(test)
            if name in FIRST:
                return 1 + FIRST.index(name)
            if name in NEARLY:
                return QUICK + 1 + NEARLY.index(name)
            if test.endswith(".sh") or self.seconds[test] > QUICK_SECONDS:
                return SLOW
            return 0 if words & set(name.split("_")) else QUICK

        tests = sorted(self.tests, key=lambda t: (rank(t), self.seconds[t]))
        return [t for t in tests if not self.quick or rank(t) < SLOW]

    def catcher(self, path, code, lines, number):
        """What catches the mutant that is in the tree, SAME or None."""
        mutant = self.code(path)
        if mutant is None:
            return "compiler"
        if mutant == code:
            return SAME
        most = QUICK_CASES if self.quick else 10 ** 6
        names = {"MUTANT": str(most)} if self.probed(path, lines, number) else {}
        built = False
        for test in self.order(path):
            if test in self.outside and not built:
                built = True
                if not self.build():
                    return "build"
            if not self.run(test, SLOWER * self.seconds[test] + 5, path, **names):
                return os.path.basename(test)
        return None


def copy_tree(work):
    """Copy what is not there yet: what is new would be compiled again."""
    listed = subprocess.run(["git", "ls-files", "-z"], stdout=subprocess.PIPE, check=True)
    files = listed.stdout.decode().rstrip("\0").split("\0")
    same, _, _ = filecmp.cmpfiles(".", work, files, shallow=False)
    files = sorted(set(files) - set(same))
    if files:
        if os.path.exists(os.path.join(work, TIMES)):
            os.remove(os.path.join(work, TIMES))
        subprocess.run(["cp", "--parents", "--no-dereference", "-t", work] + files,
                       check=True)


def try_mutant(suite, proofs, place):
    path, number, start, end, _ = place
    with open(path, encoding="utf-8") as file:
        text = file.read()
    lines = text.split("\n")
    line = lines[number]
    lines[number] = mutated(line, place)
    if is_larger_of_two(text.split("\n"), place) or is_more_room(text, line, place) or \
            (path, line.strip(), lines[number].strip()) in proofs:
        catcher = EQUIVALENT
    else:
        code = suite.code(path)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))
        catcher = suite.catcher(path, code, lines, number)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    print("%-20s %s:%d: %s -> %s" % (catcher or "SURVIVED", path, number + 1,
                                     line[start:end], lines[number].strip()), flush=True)
    return catcher


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--work")
    parser.add_argument("--at", action="append", metavar="FILE:LINE")
    parser.add_argument("--proofs", action="store_true")
    parser.add_argument("folders", nargs="*", default=["src/stages", "src/edit", "src/text"])
    options = parser.parse_args()
    if options.proofs:
        proved()
        return
    work = options.work and os.path.abspath(options.work) or tempfile.mkdtemp(prefix="copydesk-mutation.")
    os.makedirs(work, exist_ok=True)
    copy_tree(work)
    os.chdir(work)  # the tree may change meanwhile
    proofs = proved()
    suite = Suite(work, options.quick)
    if not suite.build():
        sys.exit("the tests cannot be built")
    failed = suite.measure()
    if failed:
        sys.exit("fail as things are: %s" % " ".join(failed))
    found = [place for folder in options.folders for place in places(folder)]
    if options.at:
        chosen = [p for p in found if "%s:%d" % (p[0], p[1] + 1) in options.at]
    else:
        random.Random(options.seed).shuffle(found)
        chosen = found[:options.count]
    caught = [try_mutant(suite, proofs, place) for place in chosen]
    counted = [name for name in caught if name not in (SAME, EQUIVALENT)]
    missed = counted.count(None)
    print("caught: %d of %d (%.1f%%), %d more are the same code, %d are proved"
          " equivalent, of %d places"
          % (len(counted) - missed, len(counted),
             100.0 * (len(counted) - missed) / max(1, len(counted)),
             caught.count(SAME), caught.count(EQUIVALENT), len(found)))


if __name__ == "__main__":
    main()
