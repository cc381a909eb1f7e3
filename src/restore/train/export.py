#!/usr/bin/env python3
"""Checkpoint to model file: usage: export.py WORK_DIR MODEL [--checkpoint NAME] [--calibration JSON]

Takes the averaged weights, finds the range of every layer's input on training
windows of all damages, and writes int8. --calibration names what calibrate.py wrote; without
it, stated and true confidence are taken to be the same. --blend MODEL SHARE mixes in the
weights of the model that training began from: what it knew of other damage comes back.
"""
import argparse
import json
import math
import os
import struct

import numpy
import torch

import modelfile
from modelfile import LOSS_COLLAPSED
from data import Corpus
from features import AFFIXES, CASES_SEEN, HASHED, PAIRS, PRIORS, REPEATS, RUNS, SEEN, WORDS
from model import CASES, GAPS, INPUT, WIDTH, Wire
from native import Embedding

WEIGHT_LIMIT = 63
UNIT = {"conv": 2.0 ** -8, "qrnn": 2.0 ** -7, "head": 2.0 ** -6}
SHIFT = {"conv": 0, "qrnn": 0, "head": 2}  # at least: what a sum of 16 bits can hold
STREAM = 2.0 ** -8
EVEN = 0.5  # 0: one step for all channels of an input; 1: each its own range
NOTE = ("copydesk English news restoration model: 92 million words of news, 1987-2026; "
        "see src/lang/en/README.md")
# The decoder's settings, in 1/256 nat: round figures; finer ones, climbed on text that was held
# out, were no better on other text.
DECODE = dict(dict.fromkeys(modelfile.DECODE, 0), reopen=704, reopen_break=128, unopened=768,
              ending=192, break_bias=96, break_plain=128, break_bias_collapsed=160,
              lower_after_end_collapsed=192)
BIAS = {(LOSS_COLLAPSED, " "): -128}


def observe(net, embedding, corpus, windows=192):
    """The inputs of each layer on windows of the training text."""
    seen = {name: [] for name in modelfile.LAYERS}
    hooks = [getattr(net, name).register_forward_pre_hook(
        lambda _, x, name=name: seen[name].append(x[0].float().flatten(0, 1)[::7].clone()))
        for name in modelfile.LAYERS]
    rng = numpy.random.default_rng(11)
    starts = corpus.starts(True, rng)[:windows]
    with torch.no_grad():
        for i in range(0, windows, 32):
            net(embedding(corpus.batch(starts[i:i + 32], rng)[0]))
    for hook in hooks:
        hook.remove()
    return {name: torch.cat(x).numpy() for name, x in seen.items()}


def input_range(values, unit):
    """(multipliers, zeros, size of one step), for each channel of a layer's input."""
    low, high = numpy.percentile(values, [0.02, 99.98], axis=0)
    low, high = numpy.minimum(low, 0), numpy.maximum(high, 0)
    step = numpy.maximum((high - low) / 254, 1e-4)
    step = step ** EVEN * step.max() ** (1 - EVEN)
    multiplier = numpy.minimum(numpy.rint(unit / step * 32768), 32767)
    step = unit * 32768 / multiplier
    zero = numpy.clip(numpy.rint(-low / step), 0, 255)
    return multiplier, zero, step


def quantise(weight, bias, zero, step, unit, least):
    """Integer weights, biases, multipliers and the shift of one layer."""
    taps = weight.shape[1] // len(step)
    limit = 0.999 * WEIGHT_LIMIT * unit / 2 ** least  # so that the shift can be as large
    weight = (weight * numpy.tile(step, taps)).clip(-limit, limit)
    size = numpy.maximum(numpy.abs(weight).max(1), 1e-7) / WEIGHT_LIMIT
    whole = numpy.rint(weight / size[:, None])
    ratio = size / unit
    shift = int(math.floor(-math.log2(ratio.max() * 1.0001)))
    multiplier = numpy.rint(ratio * 2 ** shift * 32768).clip(1, 32767)
    offset = numpy.rint(bias / size) - whole @ numpy.tile(zero, taps) + ((1 << shift) >> 1)
    return whole.astype(numpy.int8), offset, multiplier, shift


def centred(of):
    """The heads' weights or biases less what all logits of a choice have in common, which
    decides nothing and could carry them out of range."""
    of = of.copy()
    for rows in (slice(0, GAPS - 1), slice(GAPS, GAPS + CASES)):
        of[rows] -= of[rows].mean(0)
    return of


def interleave(weight):
    """[rows][inputs] to [inputs / 4][rows][4]."""
    rows, inputs = weight.shape
    return numpy.ascontiguousarray(weight.reshape(rows, inputs // 4, 4).transpose(1, 0, 2))


def table_of(function, kind):
    return numpy.array([function(i) for i in range(2048)]).clip(-32767, 32767).astype(kind)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("model")
    parser.add_argument("--checkpoint", default="checkpoint.pt")
    parser.add_argument("--calibration")
    parser.add_argument("--blend", nargs=2, metavar=("MODEL", "SHARE"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    calibration = [[(i * 1000 + 500) // 64 for i in range(64)]] * 3
    if options.calibration:
        with open(options.calibration, encoding="utf-8") as file:
            calibration = json.load(file)
    corpus = Corpus(options.work)
    state = torch.load(os.path.join(options.work, options.checkpoint))
    weights = state["average"]
    if options.blend:
        from dequantise import dequantised  # which needs this file's units
        share = float(options.blend[1])
        for name, old in dequantised(options.blend[0], corpus).items():
            weights[name] = share * old + (1 - share) * weights[name]
    table = weights.pop("table").numpy()
    size = numpy.percentile(numpy.abs(table[::3]), 99.95) / 127
    whole = numpy.rint(table / size).clip(-127, 127).astype(numpy.int8)
    print("embedding step %.5f, clipped %.6f" % (size, (numpy.abs(table) > 127.5 * size).mean()))

    net, embedding = Wire(), Embedding(1, torch.Generator(), 0.0)
    net.load_state_dict(weights)
    embedding.table = torch.from_numpy(whole.astype(numpy.float32) * size)
    inputs = observe(net, embedding, corpus)

    counts = (WORDS, HASHED, AFFIXES, PRIORS, SEEN, RUNS, CASES_SEEN, PAIRS, GAPS, CASES,
              INPUT, WIDTH, REPEATS)
    prints, values = modelfile.lexicon_table(corpus.lexicon)
    sections = {
        "sizes": struct.pack("<13I", *counts),
        "embed": whole.tobytes(),
        "words": modelfile.numbered_table(corpus.vocabulary).tobytes(),
        "pairs": modelfile.numbered_table([" ".join(p) for p in corpus.pairs]).tobytes(),
        "lexicon.print": prints.tobytes(),
        "lexicon.value": values.tobytes(),
        "mixed": modelfile.mixed_table(corpus.mixed).tobytes(),
        "gaps": modelfile.strings(corpus.classes),
        "seen": modelfile.strings(corpus.seen_names),
    }
    quant = []
    for name in modelfile.LAYERS:
        weight = weights[name + ".weight"].numpy()
        bias = weights[name + ".bias"].numpy()
        if name == "heads":
            weight, bias = centred(weight), centred(bias)
            weight = numpy.pad(weight, ((0, 136 - len(weight)), (0, 0)))
            bias = numpy.pad(bias, (0, 136 - len(bias)))
        multiplier, zero, step = input_range(inputs[name], size if name == "conv1" else STREAM)
        w, b, m, shift = quantise(weight, bias, zero, step, UNIT[name[:4]], SHIFT[name[:4]])
        sections[name + ".w"] = interleave(w).tobytes()
        sections[name + ".b"] = b.astype("<i4").tobytes()
        sections[name + ".m"] = m.astype("<i2").tobytes()
        sections[name + ".in"] = multiplier.astype("<i2").tobytes()
        sections[name + ".zero"] = zero.astype("u1").tobytes()
        quant.append(shift)
        print("%-6s input %.3f to %.3f, step %.4f to %.4f, zero %d to %d, shift %d, multipliers %d to %d"
              % (name, inputs[name].min(), inputs[name].max(), step.min(), step.max(), zero.min(),
                 zero.max(), shift, m.min(), m.max()))
    sections["shift"] = struct.pack("<6i", *quant)
    at = lambda i: (i - 1024) / 128
    sections["sigmoid"] = table_of(lambda i: round(32768 / (1 + math.exp(-at(i)))), "<i2").tobytes()
    sections["tanh"] = table_of(lambda i: round(32768 * math.tanh(at(i))), "<i2").tobytes()
    sections["exp"] = struct.pack("<4096I", *(round(65536 * math.exp(-i / 256)) for i in range(4096)))
    bias = numpy.zeros((5, GAPS), dtype="<i2")
    for (loss, name), amount in BIAS.items():
        bias[loss, corpus.classes.index(name)] = amount
    sections["decode.bias"] = bias.tobytes()
    sections["decode"] = struct.pack("<13i", *(DECODE[k] for k in modelfile.DECODE))
    sections["calibration"] = numpy.array(calibration, dtype="<u2").tobytes()
    sections["note"] = NOTE.encode()
    length = modelfile.write(options.model, sections)
    print("%s: %d bytes, %d steps, %.0f minutes" % (options.model, length, state["steps"],
                                                   state["spent"] / 60))


if __name__ == "__main__":
    main()
