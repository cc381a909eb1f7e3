"""The model file: writing, reading, and its tables of words. See ../README.md."""
import ctypes
import struct

import numpy

from features import fnv

MAGIC, VERSION, HEAD, ALIGN = b"cdwire\r\n", 2, 64, 64
# What a text lost, in the order of enum restore_loss.
LOSSES = ("wire", "collapsed", "lower", "lower-lost", "lost-quotes")
LOSS_WIRE, LOSS_COLLAPSED, LOSS_LOWER, LOSS_LOWER_LOST, LOSS_LOST_QUOTES = range(len(LOSSES))
LAYERS = ("conv1", "qrnn1", "conv2", "qrnn2", "conv3", "heads")
SIZES = ("words", "hashed", "affixes", "priors", "seen", "runs", "cases_seen", "pairs", "gaps",
         "cases", "input", "width", "repeats")
DECODE = ("reopen", "reopen_break", "unopened", "ending", "break_bias", "break_bias_collapsed",
          "lower_after_end", "case_lower", "case_title", "case_upper", "case_mixed",
          "lower_after_end_collapsed", "break_plain")


class _Hash128(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]


def xxh3_128(data):
    library = ctypes.CDLL("libxxhash.so.0")
    library.XXH3_128bits.restype = _Hash128
    library.XXH3_128bits.argtypes = [ctypes.c_char_p, ctypes.c_size_t]
    found = library.XXH3_128bits(bytes(data), len(data))
    return found.low, found.high


def write(path, sections):
    """sections: name -> bytes, in order."""
    at = -(-(HEAD + 32 * len(sections)) // ALIGN) * ALIGN
    table, body = b"", b""
    start = at
    for name, data in sections.items():
        body += b"\0" * (at - start - len(body)) + data
        table += struct.pack("<16sQQ", name.encode(), at, len(data))
        at = -(-(at + len(data)) // ALIGN) * ALIGN
    rest = table + b"\0" * (start - HEAD - len(table)) + body
    head = struct.pack("<8sIIQQQ", MAGIC, VERSION, len(sections), HEAD + len(rest),
                       *xxh3_128(rest))
    with open(path, "wb") as file:
        file.write(head + b"\0" * (HEAD - len(head)) + rest)
    return HEAD + len(rest)


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    magic, version, count, size, low, high = struct.unpack_from("<8sIIQQQ", data)
    if magic != MAGIC or version != VERSION or size != len(data):
        raise ValueError("not a model file, or cut short")
    if xxh3_128(data[HEAD:]) != (low, high):
        raise ValueError("damaged model file")
    sections = {}
    for i in range(count):
        name, at, length = struct.unpack_from("<16sQQ", data, HEAD + 32 * i)
        sections[name.rstrip(b"\0").decode()] = data[at:at + length]
    return sections


def strings(names):
    out = struct.pack("<I", len(names))
    for name in names:
        raw = name.encode()
        out += bytes([len(raw)]) + raw
    return out


def read_strings(data):
    (count,), at, out = struct.unpack_from("<I", data), 4, []
    for _ in range(count):
        out.append(data[at + 1:at + 1 + data[at]].decode())
        at += 1 + data[at]
    return out


def _place(used, slot):
    while used[slot]:
        slot = (slot + 1) % len(used)
    return slot


def numbered_table(keys):
    """words and pairs: number + 1 after 16 bits of hash."""
    slots = numpy.zeros(65536, dtype="<u4")
    for i, key in enumerate(keys):
        h = fnv(key)
        slots[_place(slots, h & 0xFFFF)] = (h >> 16 & 0xFFFF) << 16 | i + 1
    return slots


def find_numbered(slots, key):
    h = fnv(key)
    slot, mark = h & 0xFFFF, h >> 16 & 0xFFFF
    while True:
        entry = int(slots[slot])
        if not entry & 0xFFFF:
            return 0
        if entry >> 16 == mark:
            return entry & 0xFFFF
        slot = (slot + 1) % len(slots)


SPREAD = 0xD6E8FEB86659FD93


def mix(h):
    """All bits of h in each: words that differ in a letter are far apart."""
    h ^= h >> 32
    h = h * SPREAD & (1 << 64) - 1
    return h ^ h >> 32


def lexicon_place(key, slots):
    """Where a search begins, and the print."""
    h = mix(fnv(key))
    return (h & 0xFFFFFFFF) * slots >> 32, h >> 48 or 1


def lexicon_table(lexicon, slots=400000):
    prints, values = numpy.zeros(slots, dtype="<u2"), numpy.zeros(slots, dtype="u1")
    for key in sorted(lexicon):
        slot, mark = lexicon_place(key, slots)
        slot = _place(prints, slot)
        prints[slot], values[slot] = mark, lexicon[key]
    return prints, values


def find_lexicon(prints, values, key):
    slot, mark = lexicon_place(key, len(prints))
    while prints[slot]:
        if prints[slot] == mark:
            return int(values[slot])
        slot = (slot + 1) % len(prints)
    return None


def mixed_table(mixed, slots=1 << 13):
    table = numpy.zeros((slots, 2), dtype="<u4")
    for key in sorted(mixed):
        h = fnv(key)
        table[_place(table[:, 0], h & slots - 1)] = h >> 32 or 1, mixed[key]
    return table


def find_mixed(table, key):
    h = fnv(key)
    slot, mark = h & len(table) - 1, h >> 32 or 1
    while table[slot, 0]:
        if table[slot, 0] == mark:
            return int(table[slot, 1])
        slot = (slot + 1) % len(table)
    return None
