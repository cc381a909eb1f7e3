#!/usr/bin/env python3
"""
Send one article through converters and clean what they make of it.

usage: tests/converters/run.py PROGRAM [--keep FOLDER] [--show] [--readme]
                               [CHAIN...]

Prints a table, a row a chain: the version of its last program, what the
converter itself destroyed (losses.py), and what differs from the clean article
beyond that. Chains whose programs are not there are left out. --show prints
the differences; --keep leaves inputs and outputs in FOLDER; --readme writes the
table into README.md. Exit status: 0 no word of the article was lost by the
program, 1 some were, or a chain that is named clean in README.md is not.
"""
import collections
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import chains
import losses
import styles

HERE = pathlib.Path(__file__).resolve().parent
NODE_TOOLS = os.environ.get("NODE_TOOLS", str(HERE))
SPACES = re.compile(r"[ \t\u00a0\u202f]+")
BULLET = re.compile(r"^(?:[•·*+\-–◦▪■]|\d\.) +")


def shell(command, folder):
    environment = dict(os.environ, HERE=str(HERE), TMP=str(folder),
                       NODE_TOOLS=NODE_TOOLS, LC_ALL="C.UTF-8")
    done = subprocess.run(command, shell=True, cwd=folder, env=environment,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=180, check=False)
    return done.stdout


def parts(need):
    """npm:striptags, python:bs4, perl:HTML::Strip, ruby:sanitize; else a
    program."""
    kind, colon, name = need.partition(":")
    return (kind, name) if colon else ("", need)


# What loads a library of a language, and does nothing else.
LOADERS = {
    "perl": ["perl", "-M%s", "-e1"],
    "ruby": ["ruby", "-r%s", "-e1"],
    "python": ["/usr/bin/python3", "-c", "import %s"],
}


def has(need):
    kind, name = parts(need)
    if kind == "npm":
        return os.path.isdir(os.path.join(NODE_TOOLS, "node_modules", name))
    if kind in LOADERS:
        command = [part % name if "%s" in part else part
                   for part in LOADERS[kind]]
        return (shutil.which(command[0]) is not None
                and not subprocess.run(command, stderr=subprocess.DEVNULL,
                                       check=False).returncode)
    return shutil.which(need) is not None


def version(need):
    """Of a Debian or npm package; empty where nothing says it."""
    kind, name = parts(need)
    if kind == "npm":
        manifest = pathlib.Path(NODE_TOOLS, "node_modules", name,
                                "package.json")
        found = re.search(r'"version": *"([^"]+)', manifest.read_text())
        return name + " " + found.group(1)
    if kind == "python":
        code = "import %s as m; print(m.__file__)" % name
        path = shell("/usr/bin/python3 -c '%s'" % code, HERE).decode().strip()
    elif kind == "ruby":
        code = "puts $\".grep(%%r{/%s\.rb$})" % name
        path = shell("ruby -r%s -e '%s' | head -1" % (name, code), HERE)
        path = path.decode().strip()
    elif kind == "perl":
        code = "print $INC{\"%s.pm\"}" % name.replace("::", "/")
        path = shell("perl -M%s -e '%s'" % (name, code), HERE).decode()
    else:
        path = os.path.realpath(shutil.which(need))
    package = shell("dpkg -S '%s' | head -1 | cut -d: -f1" % path, HERE)
    package = package.decode().strip()
    if not package:
        return name
    number = shell("dpkg-query -W -f '${Version}' " + package, HERE)
    return package + " " + number.decode()


def prepare(folder):
    for name in ("article.html", "article.txt"):
        shutil.copy(HERE / name, folder)
    text = (HERE / "article.txt").read_text()
    (folder / "blank.txt").write_text(text.rstrip("\n").replace("\n", "\n\n")
                                      + "\n")
    html = (HERE / "article.html").read_text()
    for name, style in styles.STYLES.items():
        (folder / (name + ".html")).write_text(
            html.replace("</head>", "<style>%s</style></head>" % style))


def make(name, folder):
    """The input file, made once; whether it is there."""
    path = folder / name
    if path.exists():
        return True
    style = name.partition(".")[0]
    if name.endswith(".pdf") and style in styles.STYLES:
        shell(chains.BROWSER.format(out=name, page=style + ".html"), folder)
    elif name in chains.MAKES:
        programs, command = chains.MAKES[name]
        if all(map(has, programs)):
            for other in re.findall(r"\b[\w-]+\.\w+\b", command):
                if other != name:
                    make(other, folder)
            shell(command, folder)
    return path.exists()


def paragraphs(text):
    lines = (SPACES.sub(" ", line).strip()
             for line in re.split(r"[\n\f]+", text))
    return [BULLET.sub("", line) for line in lines if line]


def wanted(chain):
    """The clean article but for what the chain destroyed."""
    text = (HERE / "article.txt").read_text()
    for loss in losses.LOSSES.get(chain, []):
        changes = losses.KINDS[loss]
        for old, new in changes:
            if old not in text:
                raise SystemExit("%s: '%s' has no %r" % (chain, loss, old))
            text = text.replace(old, new)
    return paragraphs(text)


def words(text):
    return re.findall(r"\w+", text)


def lost_words(raw, clean):
    """Words of the article that the converter left and the program lost."""
    article = collections.Counter(words((HERE / "article.txt").read_text()))
    have = collections.Counter(words(raw)) & article
    return sum((have - collections.Counter(words(clean))).values())


def clean_up(program, raw):
    return subprocess.run([program, "--no-config"], input=raw,
                          stdout=subprocess.PIPE, check=False).stdout


def differences(want, got):
    matcher = difflib.SequenceMatcher(None, want, got, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield want[a:b], got[c:d]


def decode(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def run_chain(program, folder, chain):
    name, needs, command = chain
    if not all(map(has, needs.split())):
        return None
    for file in re.findall(r"\b[\w-]+\.\w+\b", command):
        if file.partition(".")[0] in styles.STYLES or file in chains.MAKES:
            if not make(file, folder):
                return None
    if "page-*" in command:
        make("page.pdf", folder)
        make("page-1.pgm", folder)
    raw = shell(command, folder)
    clean = clean_up(program, raw)
    (folder / (name + ".raw")).write_bytes(raw)
    (folder / (name + ".out")).write_bytes(clean)
    if not raw.strip():
        return None
    return decode(raw), clean.decode("utf-8")


def options(arguments):
    """Program, folder, whether to show differences, and to write README.md."""
    program = os.path.abspath(arguments.pop(0))
    folder = None
    if "--keep" in arguments:
        at = arguments.index("--keep")
        folder = pathlib.Path(arguments[at + 1]).resolve()
        del arguments[at:at + 2]
        folder.mkdir(exist_ok=True)
    flags = {flag: flag in arguments and not arguments.remove(flag)
             for flag in ("--show", "--readme")}
    folder = folder or pathlib.Path(tempfile.mkdtemp(prefix="converters."))
    return program, folder, flags


def report_chain(chain, found, gone):
    name, needs, _ = chain
    need = needs.split()[0 if "npm" in needs else -1]
    return "| %s | %s | %s | %s | %d |" % (
        name, version(need),
        "; ".join(losses.LOSSES.get(name, [])) or "nothing",
        "clean" if not found else "%d differences" % len(found), gone)


def write_readme(table, absent):
    path = HERE / "README.md"
    head = path.read_text().partition("<!-- table -->")[0]
    end = "Not run, a program is missing: %s.\n" % ", ".join(absent)
    path.write_text(head + "<!-- table -->\n\n" + "\n".join(table) + "\n"
                    + (end if absent else ""))


def was_clean():
    text = (HERE / "README.md").read_text()
    return set(re.findall(r"^\| ([\w-]+) \|.*\| clean \|", text, re.M))


def main():
    program, folder, flags = options(sys.argv[1:])
    asked = [a for a in sys.argv[2:] if not a.startswith("-")
             and pathlib.Path(a).resolve() != folder]
    prepare(folder)
    table = ["| chain | version | lost or added by the converter | result | "
             "words lost by us |", "| --- | --- | --- | --- | --- |"]
    passed, lost, absent, worse = 0, 0, [], []
    before = was_clean()
    for chain in chains.CHAINS:
        if asked and chain[0] not in asked:
            continue
        done = run_chain(program, folder, chain)
        if not done:
            absent.append(chain[0])
            continue
        found = list(differences(wanted(chain[0]), paragraphs(done[1])))
        gone = lost_words(*done)
        lost += gone
        passed += not found
        if found and chain[0] in before:
            worse.append(chain[0])
        table.append(report_chain(chain, found, gone))
        print(table[-1], flush=True)
        if flags["--show"]:
            for want, got in found:
                print("  - %s\n  + %s" % ("\n  - ".join(want),
                                          "\n  + ".join(got)))
    total = len(table) - 2
    table += ["", "%d of %d chains are clean; words lost by us: %d."
              % (passed, total, lost)]
    print("\n" + table[-1])
    if absent:
        print("not run, a program is missing: " + ", ".join(absent))
    if worse:
        print("clean before, and not now: " + ", ".join(worse))
    if flags["--readme"] and not absent:
        write_readme(table, absent)
    return 1 if lost or worse else 0


if __name__ == "__main__":
    sys.exit(main())
