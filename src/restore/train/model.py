"""The network: sums of embeddings, three convolutions, two bidirectional QRNNs, heads."""
import torch
from torch import nn

from native import Qrnn

INPUT, WIDTH = 96, 224
GAPS, CASES, PARAGRAPH = 128, 5, 1


class _Linear(torch.autograd.Function):
    """x W' + b in bf16 (twice to four times as fast as float on CPUs that have it)."""

    @staticmethod
    def forward(ctx, x, weight, bias):
        half = weight.bfloat16()
        flat = x.reshape(-1, x.shape[-1])
        ctx.save_for_backward(flat, half)
        ctx.shape = x.shape
        y = flat @ half.t()
        y += bias.bfloat16()
        return y.view(*x.shape[:-1], -1)

    @staticmethod
    def backward(ctx, grad):
        flat, half = ctx.saved_tensors
        grad = grad.reshape(-1, grad.shape[-1])
        return ((grad @ half).view(ctx.shape), (grad.t() @ flat).float(),
                grad.sum(0, dtype=torch.float32))


class Linear(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs) * (1.0 / inputs) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(outputs))

    def forward(self, x):
        return _Linear.apply(x, self.weight, self.bias)


class Conv3(Linear):
    """The token, the one before and the one after it; zeros beyond the window."""

    def __init__(self, inputs, outputs):
        super().__init__(3 * inputs, outputs)

    def forward(self, x):
        edge = torch.zeros(x.shape[0], 1, x.shape[2], dtype=x.dtype)
        around = torch.cat([edge, x, edge], 1)
        return torch.relu(super().forward(
            torch.cat([around[:, :-2], x, around[:, 2:]], 2)))


class BiQrnn(Linear):
    """Outputs in the order: half (forward, backward), gate (z, f, o), channel."""

    def __init__(self, width):
        super().__init__(width, 3 * width)
        with torch.no_grad():
            self.bias.view(2, 3, -1)[:, 1] += 1

    def forward(self, x):
        return Qrnn.apply(super().forward(x))


class Wire(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = Conv3(INPUT, WIDTH)
        self.qrnn1 = BiQrnn(WIDTH)
        self.conv2 = Conv3(WIDTH, WIDTH)
        self.qrnn2 = BiQrnn(WIDTH)
        self.conv3 = Conv3(WIDTH, WIDTH)
        self.heads = Linear(WIDTH, GAPS + CASES + PARAGRAPH)

    def forward(self, x):
        x = self.conv1(x)
        x = x + self.qrnn1(x)
        x = x + self.conv2(x)
        x = x + self.qrnn2(x)
        x = x + self.conv3(x)
        return self.heads(x).float()
