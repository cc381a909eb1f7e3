#!/usr/bin/env python3
"""The same in Python, by ctypes, without another module.

    from clean import Copydesk
    desk = Copydesk()                   # or Copydesk("./libcopydesk.so")
    text, findings = desk.clean(raw)    # raw: str or bytes

or as a program: clean.py <article.txt

`findings` is a list of (line, column, rule, message): lines and columns from 1,
columns in code points. Threads may share a desk. The library is the one named,
or $LIBCOPYDESK, or the one installed.
"""

import ctypes
import ctypes.util
import os
import sys
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_void_p


class Span(ctypes.Structure):  # struct cd_span
    _fields_ = [("bytes", c_void_p), ("len", c_size_t)]


class Rule(ctypes.Structure):  # the first member of struct cd_rule
    _fields_ = [("name", c_char_p)]


class Finding(ctypes.Structure):  # struct cd_finding
    _fields_ = [
        ("rule", POINTER(Rule)),
        ("off", c_size_t),
        ("end", c_size_t),
        ("line", c_size_t),
        ("col", c_size_t),
        ("end_line", c_size_t),
        ("end_col", c_size_t),
        ("edits", c_void_p),
        ("edit_count", c_size_t),
        ("fixable", ctypes.c_bool),
        ("message", c_char_p),
    ]


# Each function that is used: its result and its arguments, as in copydesk.h.
FUNCTIONS = {
    "cd_desk_new": (c_int, [c_void_p, POINTER(c_void_p)]),
    "cd_desk_free": (None, [c_void_p]),
    "cd_run": (c_int, [c_void_p, c_char_p, c_size_t, POINTER(c_void_p)]),
    "cd_result_free": (None, [c_void_p]),
    "cd_text": (Span, [c_void_p]),
    "cd_findings": (
        c_int,
        [c_void_p, POINTER(POINTER(Finding)), POINTER(c_size_t)],
    ),
    "cd_status_text": (c_char_p, [c_int]),
}


class Copydesk:
    def __init__(self, library=None):
        self.desk = c_void_p()
        self.lib = ctypes.CDLL(
            library
            or os.environ.get("LIBCOPYDESK")
            or ctypes.util.find_library("copydesk")
            or "libcopydesk.so"
        )
        for name, (result, arguments) in FUNCTIONS.items():
            function = getattr(self.lib, name)
            function.restype, function.argtypes = result, arguments
        self.check(self.lib.cd_desk_new(None, byref(self.desk)))

    def __del__(self):
        if self.desk:
            self.lib.cd_desk_free(self.desk)

    def check(self, status):
        if status != 0:
            raise RuntimeError(self.lib.cd_status_text(status).decode())

    def clean(self, raw):
        """The clean text, and what was found in the raw one."""
        if isinstance(raw, str):
            raw = raw.encode()
        result = c_void_p()
        try:
            self.check(
                self.lib.cd_run(self.desk, raw, len(raw), byref(result))
            )
            return self.text(result), self.findings(result)
        finally:
            self.lib.cd_result_free(result)

    def text(self, result):
        span = self.lib.cd_text(result)
        return ctypes.string_at(span.bytes, span.len).decode() if span.len else ""

    def findings(self, result):
        first, count = POINTER(Finding)(), c_size_t()
        self.check(self.lib.cd_findings(result, byref(first), byref(count)))
        return [
            (
                first[i].line,
                first[i].col,
                first[i].rule.contents.name.decode(),
                first[i].message.decode(),
            )
            for i in range(count.value)
        ]


if __name__ == "__main__":
    clean_text, found = Copydesk().clean(sys.stdin.buffer.read())
    sys.stdout.buffer.write(clean_text.encode())
    for line, column, rule, message in found:
        print(f"{line}:{column}: {rule}: {message}", file=sys.stderr)
