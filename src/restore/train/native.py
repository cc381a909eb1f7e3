"""native.c, compiled on first use, as autograd functions and an optimiser."""
import ctypes
import os
import subprocess
import tempfile

import torch

HERE = os.path.dirname(os.path.abspath(__file__))
WIDTH, HALF = 96, 112  # of an embedding, of half the stream


def _load():
    folder = tempfile.mkdtemp(prefix="wire-train-")
    path = os.path.join(folder, "native.so")
    subprocess.run(["cc", "-O3", "-march=native", "-ffast-math", "-mprefer-vector-width=512",
                    "-fopenmp", "-DHALF=%d" % HALF,
                    "-shared", "-fPIC", "-o", path, os.path.join(HERE, "native.c"), "-lmvec", "-lm"],
                   check=True)
    library = ctypes.CDLL(path)
    library.embed_gather.restype = ctypes.c_int64
    library.embed_norm.restype = ctypes.c_double
    return library


C = _load()


def at(tensor):
    assert tensor.is_contiguous()
    return ctypes.c_void_p(tensor.data_ptr())


def number(n):
    return ctypes.c_int64(n)


class Qrnn(torch.autograd.Function):
    """Gates (batch, time, 2, 3, HALF) to outputs (batch, time, 2 * HALF), both bf16."""

    @staticmethod
    def forward(ctx, gates):
        batch, time = gates.shape[:2]
        out = torch.empty(batch, time, 2 * HALF, dtype=torch.bfloat16)
        state = torch.empty(batch, time, 2 * HALF)
        C.qrnn_forward(at(gates), number(batch), number(time), at(out), at(state))
        ctx.save_for_backward(gates, state)
        return out

    @staticmethod
    def backward(ctx, grad):
        gates, state = ctx.saved_tensors
        batch, time = gates.shape[:2]
        out = torch.empty_like(gates)
        C.qrnn_backward(at(gates), at(state), at(grad.contiguous()), number(batch), number(time),
                        at(out))
        return out


class Embedding:
    """One table for all features; a token is the sum of its rows."""

    def __init__(self, rows, generator, deviation):
        self.table = torch.randn(rows, WIDTH, generator=generator) * deviation
        self.mean = torch.zeros(rows, WIDTH)
        self.var = torch.zeros(rows, WIDTH)
        self.sums = torch.zeros(rows, WIDTH)
        self.seen = torch.zeros(rows, dtype=torch.uint8)
        self.touched = torch.zeros(rows, dtype=torch.int32)
        self.count = 0

    def __call__(self, rows):
        """rows: (batch, time, features) int32; gives (batch, time, 96) in bf16, a leaf."""
        out = torch.empty(*rows.shape[:2], WIDTH, dtype=torch.bfloat16)
        C.embed_sum(at(self.table), at(rows), number(rows.shape[0] * rows.shape[1]),
                    number(rows.shape[2]), at(out))
        return out.requires_grad_()

    def gather(self, grad, rows):
        """Collect the gradient; returns the square of its norm."""
        self.count = C.embed_gather(at(grad), at(rows), number(rows.shape[0] * rows.shape[1]),
                                    number(rows.shape[2]), at(self.sums), at(self.seen),
                                    at(self.touched))
        return C.embed_norm(at(self.sums), at(self.touched), number(self.count))

    def forget(self):
        """Drop what gather() collected."""
        rows = self.touched[:self.count].long()
        self.sums[rows] = 0
        self.seen[rows] = 0

    def step(self, rate, scale, steps, beta1=0.9, beta2=0.99):
        setting = torch.tensor([rate / (1 - beta1 ** steps), beta1, beta2, scale,
                                1 / (1 - beta2 ** steps)])
        C.embed_adam(at(self.table), at(self.mean), at(self.var), at(self.sums), at(self.seen),
                     at(self.touched), number(self.count), at(setting))
