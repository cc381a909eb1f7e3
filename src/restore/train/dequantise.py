"""The weights of a model file as floats, so that training can begin from it (train.py --from).

Rows of words, pairs and gaps are found by their names, so the tables of the training data may
be others; what the model does not know begins at 0.
"""
import struct

import numpy
import torch

import modelfile
from features import PAIRS, WORDS
from model import CASES, GAPS
from export import STREAM, UNIT

STEP = 0.01  # of the embedding; any will do: the first layer's weights follow it


def weights_of(sections, name, unit_in, shift):
    """Float weights and biases of a layer, from its integers."""
    multiplier = numpy.frombuffer(sections[name + ".m"], "<i2").astype(float)
    offset = numpy.frombuffer(sections[name + ".b"], "<i4").astype(float)
    zero = numpy.frombuffer(sections[name + ".zero"], "u1").astype(float)
    step = unit_in * 32768 / numpy.frombuffer(sections[name + ".in"], "<i2").astype(float)
    rows = len(offset)
    whole = numpy.frombuffer(sections[name + ".w"], "i1").reshape(-1, rows, 4)
    whole = whole.transpose(1, 0, 2).reshape(rows, -1).astype(float)
    taps = whole.shape[1] // len(step)
    size = multiplier / 32768 / 2.0 ** shift * UNIT[name[:4]]
    weight = whole * size[:, None] / numpy.tile(step, taps)
    bias = (offset - ((1 << shift) >> 1) + whole @ numpy.tile(zero, taps)) * size
    return weight, bias


def moved(old_names, names):
    """For each new name the old one's row, or -1."""
    place = {n: i for i, n in enumerate(old_names)}
    return numpy.array([place.get(n, -1) for n in names])


def found(sections, name, keys):
    slots = numpy.frombuffer(sections[name], "<u4")
    return numpy.array([modelfile.find_numbered(slots, k) for k in keys])


def table_of(sections, corpus):
    """The table of embeddings, its rows in the order of the training data's."""
    sizes = dict(zip(modelfile.SIZES, struct.unpack("<13I", sections["sizes"])))
    old = numpy.frombuffer(sections["embed"], "i1").reshape(-1, sizes["input"])
    old = old.astype(numpy.float32) * STEP
    if len(old) != corpus.table_rows:
        raise ValueError("the model's tables have other sizes")
    table, base = old.copy(), corpus.base
    # Words, pairs and surviving strings by name; all other rows have fixed meanings.
    word = found(sections, "words", corpus.vocabulary)
    table[:WORDS] = numpy.where((word > 0)[:, None], old[word - 1], 0)
    pair = found(sections, "pairs", [" ".join(p) for p in corpus.pairs])
    table[base["pair"] + 1:base["pair"] + 1 + PAIRS] = numpy.where(
        (pair > 0)[:, None], old[base["pair"] + pair], 0)
    seen = moved(modelfile.read_strings(sections["seen"]), corpus.seen_names)
    first = base["seen"] + 3
    table[first:first + len(seen)] = numpy.where(
        (seen >= 0)[:, None], old[first + seen], old[base["seen"] + 1])
    print("known: words %.4f, pairs %.4f, strings %.4f"
          % ((word > 0).mean(), (pair > 0).mean(), (seen >= 0).mean()))
    return torch.from_numpy(table)


def dequantised(path, corpus):
    """All weights by name, as a checkpoint's averaged ones."""
    sections = modelfile.read(path)
    weights = {"table": table_of(sections, corpus)}
    shifts = struct.unpack("<6i", sections["shift"])
    for name, shift in zip(modelfile.LAYERS, shifts):
        weight, bias = weights_of(sections, name, STEP if name == "conv1" else STREAM, shift)
        if name == "heads":
            gap = moved(modelfile.read_strings(sections["gaps"]), corpus.classes)
            rows = numpy.concatenate([gap, numpy.arange(GAPS, GAPS + CASES + 1)])
            weight, bias = weight[rows], bias[rows]
            bias[:GAPS][gap < 0] = -10
        weights[name + ".weight"] = torch.from_numpy(weight.astype(numpy.float32))
        weights[name + ".bias"] = torch.from_numpy(bias.astype(numpy.float32))
    return weights
