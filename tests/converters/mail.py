#!/usr/bin/env python3
"""The article as mail, a feed or subtitles hold it: mail.py FORM"""
import json
import quopri
import re
import sys
import textwrap

PARAGRAPHS = open("article.txt", encoding="utf-8").read().splitlines()


def flowed():
    return "\n\n".join(" \n".join(textwrap.wrap(p, 72)) for p in PARAGRAPHS)


def reply(mark="> "):
    lines = []
    for paragraph in PARAGRAPHS:
        lines += [mark + line for line in textwrap.wrap(paragraph, 70)]
        lines.append(mark.rstrip())
    return "\n".join(lines[:-1])


def printable():
    return quopri.encodestring(
        "\n\n".join(PARAGRAPHS).encode()).decode("ascii")


def json_escapes():
    return json.dumps("\n\n".join(PARAGRAPHS))[1:-1]


def clock(second, point):
    return f"00:{second // 60:02}:{second % 60:02}{point}000"


def cues(point):
    second = 0
    for paragraph in PARAGRAPHS:
        lines = textwrap.wrap(paragraph, 40)
        for at in range(0, len(lines), 2):
            yield (clock(second, point) + " --> " + clock(second + 3, point),
                   "\n".join(lines[at:at + 2]))
            second += 4


def srt():
    return "\n\n".join(f"{n}\n{time}\n{text}"
                       for n, (time, text) in enumerate(cues(","), 1))


def vtt():
    return "WEBVTT\n\n" + "\n\n".join(f"{time}\n{text}"
                                      for time, text in cues("."))


def moses():
    text = "\n".join(PARAGRAPHS)
    text = re.sub(r"(?<=\w)-(?=\w)", " @-@ ", text)
    text = re.sub(r"(?<=\d)([.,])(?=\d)", r" @\1@ ", text)
    return re.sub(r"(?<=\w)([,:;?!])(?=\s)|(?<=\w)(\.)(?=”?\n)",
                  lambda m: " " + m.group(0), text)


FORMS = {"flowed": flowed, "printable": printable, "reply": reply,
         "nested": lambda: reply("> > "), "json": json_escapes, "srt": srt,
         "vtt": vtt, "moses": moses}
print(FORMS[sys.argv[1]]())
