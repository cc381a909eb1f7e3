#!/usr/bin/env python3
"""Train the restoration model: usage: train.py WORK_DIR [--minutes N] [--seed N]

WORK_DIR holds what prepare.py and features.py wrote. The learning rate follows
a cosine over the time that was given, so training always ends on time. Every
ten minutes the weights, the optimiser and the moving average go to
WORK_DIR/checkpoint.pt; a run that finds one there goes on from it (the minutes
count training time, over all runs). --from names where this run begins: a model
file, or another run's checkpoint, of this width or a smaller one, whose averaged
weights are taken. To begin from a good model ask for a lower --rate.
OMP_NUM_THREADS says how many threads it may use.
"""
import argparse
import math
import os
import time

import numpy
import torch
import torch.nn.functional as F

import modelfile
from data import EDGE, STRIDE, TIME, Corpus
from dequantise import dequantised
from features import DAMAGES
from model import CASES, GAPS, Wire
from native import Embedding

BATCH, WARM, CLIP = 32, 500, 1.0
AVERAGE_EVERY, AVERAGE = 20, 0.98
SAVE_EVERY, LOG_EVERY, CHECK_EVERY = 600, 100, 2000
CHECKED = (0, 1, 2, 3, 6, 8, 9)  # damages


def losses(logits, labels):
    gap, case, breaks = labels
    flat = logits.reshape(-1, logits.shape[-1])
    known = (breaks >= 0).reshape(-1)
    broken = flat[:, GAPS + CASES][known]
    out = [F.cross_entropy(flat[:, :GAPS], gap.reshape(-1)),
           F.cross_entropy(flat[:, GAPS:GAPS + CASES], case.reshape(-1))]
    out.append(F.binary_cross_entropy_with_logits(broken, breaks.reshape(-1)[known].float())
               if len(broken) else torch.zeros(()))
    return out


class Trainer:
    def __init__(self, corpus, options):
        self.corpus, self.options = corpus, options
        generator = torch.Generator().manual_seed(options.seed)
        torch.manual_seed(options.seed)
        self.embedding = Embedding(corpus.table_rows, generator, 0.3)
        self.net = Wire()
        self.adam = torch.optim.Adam(self.net.parameters(), betas=(0.9, 0.99))
        self.average = {k: v.clone() for k, v in self.weights().items()}
        self.steps, self.spent, self.epoch, self.done = 0, 0.0, 0, 0

    def weights(self):
        return dict(self.net.state_dict(), table=self.embedding.table)

    def rate(self):
        share = min(self.spent / (60 * self.options.minutes), 1.0)
        return self.options.rate * min(1.0, (self.steps + 1) / WARM) * (0.01 + 0.99 * (1 + math.cos(math.pi * share)) / 2)

    def step(self, rows, *labels):
        self.net.zero_grad()
        x = self.embedding(rows)
        parts = losses(self.net(x), labels)
        (parts[0] + parts[1] + 0.5 * parts[2]).backward()
        square = self.embedding.gather(x.grad, rows)
        square += sum(float(p.grad.square().sum()) for p in self.net.parameters())
        if not math.isfinite(square):
            print("a step without a finite gradient is left out", flush=True)
            self.embedding.forget()
            return [float(p) for p in parts]
        scale = min(1.0, CLIP / (square ** 0.5 + 1e-6))
        for p in self.net.parameters():
            p.grad.mul_(scale)
        rate = self.rate()
        for group in self.adam.param_groups:
            group["lr"] = rate
        self.steps += 1
        self.adam.step()
        self.embedding.step(rate, scale, self.steps)
        if self.steps % AVERAGE_EVERY == 0:
            keep = min(AVERAGE, self.steps / AVERAGE_EVERY / 10)
            for k, v in self.weights().items():
                self.average[k].lerp_(v, 1 - keep)
        return [float(p) for p in parts]

    def save(self, path):
        state = dict(steps=self.steps, spent=self.spent, epoch=self.epoch, done=self.done,
                     weights=self.weights(), average=self.average, adam=self.adam.state_dict(),
                     mean=self.embedding.mean, var=self.embedding.var)
        torch.save(state, path + ".part")
        os.replace(path + ".part", path)

    def load(self, path):
        state = torch.load(path)
        table = state["weights"].pop("table")
        self.net.load_state_dict(state["weights"])
        for name, tensor in (("table", table), ("mean", state["mean"]), ("var", state["var"])):
            getattr(self.embedding, name).copy_(tensor)
        self.adam.load_state_dict(state["adam"])
        self.average = state["average"]
        for name in ("steps", "spent", "epoch", "done"):
            setattr(self, name, state[name])

    def begin_from(self, path):
        """Take over the averaged weights of a net of this width or a smaller one. What is new
        in the net changes nothing at first: no old row reads it, its rows of the table are 0."""
        with open(path, "rb") as file:
            is_model = file.read(len(modelfile.MAGIC)) == modelfile.MAGIC
        old = dequantised(path, self.corpus) if is_model else torch.load(path)["average"]
        table = old.pop("table")
        self.embedding.table[:len(table)] = table
        self.embedding.table[len(table):] = 0
        half, now = len(old["conv3.bias"]) // 2, len(self.net.conv3.bias) // 2
        places = {2 * half: [h * now + j for h in range(2) for j in range(half)],
                  6 * half: [g * now + j for g in range(6) for j in range(half)]}
        inputs = lambda n, taps: [t * 2 * now + j for t in range(taps) for j in places[n]]
        own = self.net.state_dict()
        for name, value in old.items():
            rows = places.get(len(value), list(range(len(value))))
            if value.dim() == 1:
                own[name][rows] = value
            elif name.startswith("conv1"):
                own[name][rows] = value
            else:
                columns = inputs(2 * half, value.shape[1] // (2 * half))
                own[name][rows] = 0
                own[name][torch.tensor(rows)[:, None], torch.tensor(columns)] = value
        self.average = {k: v.clone() for k, v in self.weights().items()}

    def check(self):
        """Losses on text that is held out, one line for each kind of damage."""
        rng = numpy.random.default_rng(7)
        starts = self.corpus.starts(False, rng)[:256]
        held = {k: v.clone() for k, v in self.weights().items()}
        table = self.average["table"]
        self.net.load_state_dict({k: v for k, v in self.average.items() if k != "table"})
        self.embedding.table.copy_(table)
        with torch.no_grad():
            for c in CHECKED:
                total = numpy.zeros(3)
                for i in range(0, len(starts), BATCH):
                    rows, *labels = self.corpus.batch(starts[i:i + BATCH], rng, numpy.array([c]))
                    total += [float(p) for p in losses(self.net(self.embedding(rows)), labels)]
                print("  held out %-12s gap %.4f case %.4f break %.4f"
                      % (DAMAGES[c][0], *(total * BATCH / len(starts))), flush=True)
        self.embedding.table.copy_(held.pop("table"))
        self.net.load_state_dict(held)

    def run(self, path):
        limit, saved, mark = 60 * self.options.minutes, self.spent, time.time()
        recent, words = [], 0
        while self.spent < limit:
            rng = numpy.random.default_rng([self.options.seed, self.epoch])
            starts = self.corpus.starts(True, rng)
            rng = numpy.random.default_rng([self.options.seed, self.epoch, self.done])
            while self.done + BATCH <= len(starts) and self.spent < limit:
                recent.append(self.step(*self.corpus.batch(
                    starts[self.done:self.done + BATCH], rng)))
                self.done += BATCH
                words += BATCH * STRIDE
                now = time.time()
                self.spent, mark = self.spent + now - mark, now
                if self.steps % LOG_EVERY == 0:
                    print("%6d steps %5.1f min epoch %d %5.1f%% gap %.4f case %.4f break %.4f "
                          "rate %.5f %6.0f words/s"
                          % (self.steps, self.spent / 60, self.epoch, 100 * self.done / len(starts),
                             *numpy.mean(recent, 0), self.rate(), words / (self.spent - saved_at(self))),
                          flush=True)
                    recent, words, self.logged = [], 0, self.spent
                if self.steps % CHECK_EVERY == 0:
                    self.check()
                if self.spent - saved > SAVE_EVERY:
                    self.save(path)
                    saved = self.spent
            if self.spent < limit:
                self.epoch, self.done = self.epoch + 1, 0
        self.check()
        self.save(path)


def saved_at(trainer):
    return getattr(trainer, "logged", 0.0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work")
    parser.add_argument("--minutes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--checkpoint", default="checkpoint.pt")
    parser.add_argument("--from", dest="old")
    parser.add_argument("--rate", type=float, default=2e-3)
    options = parser.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    trainer = Trainer(Corpus(options.work), options)
    path = os.path.join(options.work, options.checkpoint)
    if os.path.exists(path):
        trainer.load(path)
    elif options.old:
        trainer.begin_from(options.old)
        trainer.check()
    trainer.run(path)


if __name__ == "__main__":
    main()
