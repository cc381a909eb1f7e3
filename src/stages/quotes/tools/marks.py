"""The curly quotation marks of clean paragraphs, with what each of them is.

A paragraph is clean when its double marks open and close in turn and it holds
no straight mark; only a quotation that goes on in the next paragraph may be
open at its end. A single mark is an apostrophe unless U+2018 before it is still
open, and no letter follows it.
"""
import json
import lzma
import pathlib

OPEN, CLOSE, APOSTROPHE = "open", "close", "apostrophe"
DOUBLES, SINGLES = "“”", "‘’"


def articles(news, least):
    """Texts of NEWS/train, at most `least` of each collection."""
    for path in sorted(pathlib.Path(news).glob("train/*.jsonl.xz")):
        with lzma.open(path, "rt") as lines:
            for _, line in zip(range(least), lines):
                yield json.loads(line)["text"]


def doubles_of(paragraph, following):
    """(place, label) of the double marks; None where they are not in order."""
    found, is_open = [], False
    for at, char in enumerate(paragraph):
        if char in DOUBLES:
            if (char == "“") == is_open:
                return None
            is_open = not is_open
            found.append((at, OPEN if is_open else CLOSE))
    if is_open and not following.startswith("“"):
        return None
    return found


def singles_of(paragraph):
    """(place, label) of the single marks."""
    found, is_open = [], False
    for at, char in enumerate(paragraph):
        if char == "‘":
            is_open = True
            found.append((at, OPEN))
        elif char == "’":
            closes = is_open and not paragraph[at + 1:at + 2].isalpha()
            is_open &= not closes
            found.append((at, CLOSE if closes else APOSTROPHE))
    return found


def paragraphs(text):
    """Clean paragraphs, each with its double marks."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line, following in zip(lines, lines[1:] + [""]):
        if '"' in line or "'" in line:
            continue
        doubles = doubles_of(line, following)
        if doubles is not None and "“" in text:
            yield line, doubles


def beside(paragraph, at, step):
    """The character beside a mark, through other marks; "" at an edge, where
    white space does not count."""
    at += step
    while 0 <= at < len(paragraph) and paragraph[at] in DOUBLES + SINGLES:
        at += step
    return paragraph[at] if 0 <= at < len(paragraph) else ""
