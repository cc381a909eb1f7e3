"""The scorer in integers, as line_scorer.c and line_context.c compute it."""
import math
import struct

import numpy as np

MAGIC = b"linescr1"
CLASSES = ("highlights related ad newsletter share player caption byline dateline dateline-place "
           "timestamp credit copyright correction embed other").split()
CONTEXT = ("text text_more previous next previous_more next_more previous_second next_second after_most after_mean "
           "before_mean all_mean before after lines place bytes previous_bytes next_bytes previous_sentence "
           "next_sentence sentences sentences_before sentences_after gone_before gone_after gone").split()
NO_LINE, NO_SCORE = -5000, -1024
TEXT_MOST = 4096
MOST_WORDS = 60
STEPS, STEP = 32, 64
LEAF = 255


def context(lines, gone):
    """The context of lines that stay.

    `lines`: a row each of text score, text score more, bytes, sentence; scores
    are NO_SCORE where the line has none. `gone`: lines that go before each, and
    after the last one. Own text scores are filled in by the caller.
    """
    n = len(lines)
    a, b, size, sentence = (lines[:, k].astype(np.int64) for k in range(4))

    def shift(x, by, none):
        y = np.full(n, none, np.int64)
        if by < 0 and n > -by:
            y[-by:] = x[:by]
        elif 0 < by < n:
            y[:n - by] = x[by:]
        return y

    index = np.arange(n)
    after = n - 1 - index
    sums, sentences = np.cumsum(b), np.cumsum(sentence)
    most = np.maximum.accumulate(b[::-1])[::-1]
    total = int(gone.sum())
    columns = [
        a, b, shift(a, -1, NO_LINE), shift(a, 1, NO_LINE), shift(b, -1, NO_LINE), shift(b, 1, NO_LINE),
        shift(b, -2, NO_LINE), shift(b, 2, NO_LINE), np.append(most[1:], NO_LINE),
        np.where(after > 0, (sums[-1] - sums) // np.maximum(after, 1), NO_LINE),
        np.where(index > 0, (sums - b) // np.maximum(index, 1), NO_LINE),
        np.full(n, sums[-1] // n), np.minimum(index, 30), np.minimum(after, 30), np.full(n, min(n, 100)),
        64 * index // n, np.full(n, size.sum() // n), shift(size, -1, 0), shift(size, 1, 0),
        shift(sentence, -1, 2), shift(sentence, 1, 2), np.full(n, min(64 * int(sentences[-1]) // n, 64)),
        np.minimum(sentences - sentence, 30), np.minimum(sentences[-1] - sentences, 30),
        np.minimum(gone[:-1], 8), np.minimum(gone[1:], 8), np.full(n, min(total, 20))]
    return np.stack(columns, 1).astype(np.int32)


def pack(model):
    """A model (a dict, see train.py) as bytes."""
    head = [model["text_bits"], model["class_bits"], len(CLASSES), model["features"], len(model["trees"]),
            sum(len(t) for t in model["trees"]), model["base"]]
    for text in model["texts"]:
        head += [text["factor"], text["bias"]]
    head += model["class_bias"]
    for row in model["thresholds"]:
        head += row
    head += model["confidence"]
    out = MAGIC + struct.pack(f"<{len(head)}i", *head)
    for text in model["texts"]:
        out += text["weights"].astype(np.int8).tobytes()
    out += model["class_weights"].astype(np.int8).tobytes()
    first = 0
    for tree in model["trees"]:
        out += struct.pack("<I", first)
        first += len(tree)
    for tree in model["trees"]:
        for feature, left, right, value in tree:
            out += struct.pack("<BBBBi", feature, left, right, 0, value)
    return out


def unpack(data):
    """The bytes of a model as a dict."""
    assert data[:8] == MAGIC
    n_head = 7 + 4 + len(CLASSES) * 5 + STEPS
    head = list(struct.unpack_from(f"<{n_head}i", data, 8))
    at = 8 + 4 * n_head
    model = {"text_bits": head[0], "class_bits": head[1], "features": head[3], "base": head[6], "texts": []}
    for k in range(2):
        size = 1 << head[0]
        model["texts"].append({"factor": head[7 + 2 * k], "bias": head[8 + 2 * k],
                               "weights": np.frombuffer(data, np.int8, size, at)})
        at += size
    model["class_bias"] = head[11:11 + len(CLASSES)]
    rest = head[11 + len(CLASSES):]
    model["thresholds"] = [rest[16 * k:16 * k + 16] for k in range(4)]
    model["confidence"] = rest[64:]
    size = 1 << head[1]
    model["class_weights"] = np.frombuffer(data, np.int8, size * len(CLASSES), at).reshape(len(CLASSES), size)
    at += size * len(CLASSES)
    first = list(struct.unpack_from(f"<{head[4]}I", data, at)) + [head[5]]
    at += 4 * head[4]
    model["trees"] = []
    for a, b in zip(first, first[1:]):
        nodes = [struct.unpack_from("<BBBBi", data, at + 8 * i) for i in range(a, b)]
        model["trees"].append([(f, l, r, v) for f, l, r, _, v in nodes])
    return model


def root(n):
    return math.isqrt((1 << 32) // n)


def squares(weights, ids):
    w = weights[ids & (len(weights) - 1)].astype(np.int64)
    return int((w * abs(w)).sum())


def text_score(text, ids):
    if not len(ids):
        return NO_SCORE
    total = squares(text["weights"], ids) * root(len(ids)) // 256
    return max(-TEXT_MOST, min(TEXT_MOST, total * text["factor"] // (1 << 32) + text["bias"]))


def line_class(model, ids):
    scores = [squares(w, ids) * root(len(ids)) + b * 65536 for w, b in zip(model["class_weights"], model["class_bias"])]
    return scores.index(max(scores))


def tree_score(model, features):
    total = model["base"]
    for tree in model["trees"]:
        node = tree[0]
        while node[0] != LEAF:
            node = tree[node[1] if features[node[0]] <= node[3] else node[2]]
        total += node[3]
    return total // 16
