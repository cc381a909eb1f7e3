#!/usr/bin/env python3
"""Scores for the C test, by reference.py: golden.py DUMP MODEL > golden.txt

For each made-up article its text, and for each line that stays: the text scores,
the score of the trees and the class. The C side must compute the same.
"""
import os
import sys
import tempfile

import numpy as np

import data
import reference

ARTICLES = (
    "The ferry to Ellis Sound will stop in October, the council said on Monday.\n"
    "Lowell Exchange Pressroom\n"
    "Residents had asked for two more boats. “We waited for an hour,” Ida Arden said.\n"
    "Read this next: Why the old pier was sold\n"
    "What the owner said\n"
    "The owner of the line said that he could not pay the crews any longer.\n"
    "A vote is due in March, and the ferry would then be sold to the county.\n"
    "Ida Arden covers the coast for the Lowell Exchange. Write to her at ida@example.org.\n"
    "Get our free Harbour Letter in your inbox each Friday\n",
    "Ticket prices\n"
    "Adults: $4.50\n"
    "MOSS: How long will the repairs take?\n"
    "Photograph: Tom Quill/Exchange Pictures\n"
    "The bridge was closed at 7:30 p.m. after a barge had struck it.\n"
    "© 2024 Lowell Exchange Ltd.\n"
    "Ferry, Harbour, Bridge\n",
)


def main():
    program, path = sys.argv[1:3]
    with open(path, "rb") as file:
        model = reference.unpack(file.read())
    with tempfile.TemporaryDirectory() as folder:
        rows, hashes, _, _ = data.dump(program, [{"text": t} for t in ARTICLES], folder, "golden")
    starts = np.r_[0, np.cumsum(rows[:, data.COLUMNS.index("ids")])]
    for k, text in enumerate(ARTICLES):
        print("text", text.rstrip("\n").replace("\n", "\\n"))
        lines = np.flatnonzero(rows[:, 0] == k)
        show(model, rows[lines], [hashes[starts[i]:starts[i + 1]] for i in lines])


def show(model, rows, hashes):
    """All lines of an article as if none of them were gone, and each scored."""
    own = np.array([[reference.text_score(t, ids) for t in model["texts"]] for ids in hashes])
    column = {name: rows[:, i] for i, name in enumerate(data.COLUMNS)}
    around = np.column_stack([own, np.minimum(column["end"] - column["at"], 2000), column["sentence"]])
    gone = np.zeros(len(rows) + 1, int)
    features = np.hstack([reference.context(around, gone), rows[:, data.ROW_SHAPE:]])
    for i, ids in enumerate(hashes):
        print("line", *own[i], reference.tree_score(model, features[i]), reference.line_class(model, ids))


if __name__ == "__main__":
    main()
