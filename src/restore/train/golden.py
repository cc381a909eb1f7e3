#!/usr/bin/env python3
"""Fixed inputs for the C test: usage: golden.py MODEL > golden.txt

For each made-up text and each loss: the text as it is fed, the rows of its
tokens, a checksum of its logits, and what comes out. The C side must print the
same from the same model.
"""
import sys

import numpy

from features import fnv
from modelfile import LOSS_COLLAPSED, LOSS_LOWER, LOSS_LOWER_LOST, LOSS_LOST_QUOTES, LOSS_WIRE, LOSSES
from reference import Model, Sequence, decode, restored

TEXTS = (
    "\u201cWe\u2019re done,\u201d said Ann McKay, 47, of St. Albans. \u201cIt cost $2.5 million.\u201d",
    "OSLO (Reuters) - Norway\u2019s U.N. envoy, a well-known critic, met al-Haddad on May 3rd. "
    "Who won? Nobody \u2014 not even the IMF \u2014 knew.\n\nThe vote: 1,200 to 35.",
    "Caf\u00e9 owner \u00c9lodie Br\u00fclow (36) sold iPhones for \u00a3300 each; 20% were broken.",
)
# Speech as it is transcribed: no marks but those that join words.
SPOKEN = "well it's a long-running thing isn't it the owners' pier we can't close it said 3.5 men"
LOST = {LOSS_LOWER: "", LOSS_LOWER_LOST: "\u201c\u201d\u2018\u2019\u2013\u2014()[]$\u00a3\u20ac%&/\"'-",
        LOSS_LOST_QUOTES: "\u201c\u201d\u2018\u2019\u2013\u2014"}


def damaged(text, loss):
    if loss < 2:
        text = "".join(c.lower() if c.isalnum() else " " for c in text.replace("\n\n", "  "))
        return text if loss == LOSS_WIRE else " ".join(text.split())
    text = "".join(" " if c in LOST[loss] else c for c in text)
    return text if loss == LOSS_LOST_QUOTES else text.lower()


def main():
    model = Model(sys.argv[1])
    long = " ".join(damaged(t, LOSS_WIRE) for t in TEXTS * 40)
    more = {LOSS_WIRE: (long,), LOSS_COLLAPSED: (SPOKEN,)}
    for loss, name in enumerate(LOSSES):
        for text in TEXTS + more.get(loss, ()):
            fed = text if text in (SPOKEN, long) else damaged(text, loss)
            sequence = Sequence(model, fed, loss)
            logits = model.run([sequence.rows])[0]
            print("loss", name)
            if text is long:
                print("long", len(sequence.words))
            else:
                print("text", fed.replace("\n", "\\n"))
                for rows in sequence.rows:
                    print("rows", *rows)
                print("logits 1", *logits[1])
            print("sum %016x" % checksum(logits))
            if text is not long:
                print("out", restored(model, sequence, decode(model, sequence, logits))
                      .replace("\n", "\\n"))


def checksum(logits):
    """FNV-1a over the 134 logits of each token, little-endian int16, folded."""
    return fnv("", numpy.ascontiguousarray(logits[:, :134]).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
