#!/usr/bin/env python3
"""Text that was read in the wrong charset: how often the program puts it right.

usage: pairs.py [--part a|b] [--show] [--every] PROGRAM

Reads sentences.tsv beside it. From each part 100 cases are made: a sentence or
two of one language, their bytes read in another charset as programs read them
(the undefined bytes of Windows' code pages become controls, as in the Encoding
Standard of the WHATWG), or English with a few such words. Part a is for those
who change the scorer; part b is held out: it is run, and not looked at.

--every: not 100 of them but each sentence with each charset.
--show: what was wanted and what came, where they differ.
Printed: cases put right, by kind. Exit status 1: fewer than 95 of 100.
"""
import json
import os
import random
import subprocess
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
NEEDED = 0.95

WESTERN = "en fr de es pt it nl sv da no fi is".split()
CENTRAL = "pl cs sk sl hr hu ro sq".split()
BALTIC = "et lv lt".split()
CYRILLIC = "ru uk bg sr".split()
OTHER = "el tr vi he ar fa hi ta th ja zh ko ca".split()
EVERY = WESTERN + CENTRAL + BALTIC + CYRILLIC + OTHER

# charset: the languages whose readers would meet it
READ_AS = {
    "cp1252": EVERY,
    "iso8859_1": EVERY,
    "cp1250": WESTERN[:6] + CENTRAL + ["ru"],
    "cp1251": WESTERN[:5] + CYRILLIC + ["pl", "tr", "el"],
    "cp1253": ["en", "fr", "de", "el"],
    "cp1254": WESTERN[:5] + ["tr"],
    "cp1257": ["en", "de"] + BALTIC,
    "iso8859_2": WESTERN[:4] + CENTRAL,
    "iso8859_4": ["en", "sv"] + BALTIC,
    "iso8859_9": ["en", "tr", "fr"],
    "mac_roman": WESTERN + ["ca", "ru"],
    "mac_cyrillic": ["en", "ru", "bg", "uk"],
    "cp437": WESTERN[:6] + ["sv", "ru"],
    "cp850": WESTERN,
    "cp866": ["en", "ru", "uk", "bg"],
    "koi8_r": ["en", "ru"],
    "cp1256": ["en", "fr", "ar", "fa"],
    "cp1255": ["en", "he"],
    "cp874": ["en", "th"],
    "mac_latin2": WESTERN[:6] + CENTRAL,
}


def read(data, charset):
    """The bytes as a program reads them that takes them for that charset."""
    text = []
    for byte in data:
        try:
            text.append(bytes([byte]).decode(charset))
        except UnicodeDecodeError:
            text.append(chr(byte))
    return "".join(text)


def misread(text, *charsets):
    for charset in charsets:
        text = read(text.encode("utf-8"), charset)
    return text


def sentences(part):
    table = {}
    with open(os.path.join(HERE, "sentences.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            language, this, text = line.rstrip("\n").split("\t")
            if this == part:
                table.setdefault(language, []).append(
                    unicodedata.normalize("NFC", text))
    return table


def drop_controls(text):
    return "".join(c for c in text if not 0x80 <= ord(c) < 0xA0)


def every_case(table):
    """(kind, given, wanted): all that the two parts are drawn from."""
    for charset, languages in READ_AS.items():
        for language in languages:
            for text in table[language]:
                yield charset, misread(text, charset), text
    for language in WESTERN + ["pl", "cs", "ru", "tr", "el", "ja"]:
        for text in table[language]:
            yield "twice", misread(text, "cp1252", "cp1252"), text
            yield "twice", misread(text, "iso8859_1", "cp1252"), text
            yield "thrice", misread(text, "cp1252", "cp1252", "cp1252"), text
    for language in ["en", "fr", "de", "es"]:
        for text in table[language]:
            yield "mac twice", misread(text, "mac_roman", "cp1252"), text
            yield "twice", misread(text, "cp1250", "cp1252"), text
    for language in CYRILLIC:
        for text in table[language]:
            if language in ("ru", "bg"):
                plain = text.replace("—", "-").replace("«", '"').replace("»", '"')
                yield ("koi8-r as 1251",
                       read(plain.encode("koi8_r"), "cp1251"), plain)
            yield "1251 as 1252", read(text.encode("cp1251"), "cp1252"), text
    for language, charset in [("el", "cp1253"), ("he", "cp1255"), ("ar", "cp1256")]:
        for text in table[language]:
            plain = text.encode(charset, "ignore").decode(charset)
            yield (charset[2:] + " as 1252",
                   read(plain.encode(charset), "cp1252"), plain)
    for language, charset in [("zh", "gb18030"), ("ja", "shift_jis"),
                              ("ja", "euc_jp"), ("ko", "euc_kr")]:
        for text in table[language]:
            plain = text.encode(charset, "ignore").decode(charset)
            yield (charset + " as 1252",
                   read(plain.encode(charset), "cp1252"), plain)
    for language in ["fr", "it", "pt"]:
        for text in table[language]:
            if "à" in text:
                given = misread(text, "cp1252").replace("\u00A0", " ")
                yield "no-break space", given, text
    for language in ["fr", "es", "de", "pt", "en"]:
        for text in table[language]:
            upper = text.upper()
            yield "capitals", misread(upper, "cp1252"), upper
    for text in table["en"]:
        yield "lost control", drop_controls(misread(text, "cp1252")), text
        for charset in READ_AS:
            # One word of it alone, in clean English around it.
            high = [w for w in text.split() if not w.isascii()]
            for word in high:
                given = text.replace(word, misread(word, charset), 1)
                yield "one word", given, text


def cases(part, every):
    everything = list(dict.fromkeys(every_case(sentences(part))))
    if every:
        return everything
    kinds = {}
    for case in everything:
        kinds.setdefault(case[0], []).append(case)
    order = random.Random(7)
    for rows in kinds.values():
        order.shuffle(rows)
    drawn = []
    while len(drawn) < 100:
        for rows in kinds.values():
            if rows and len(drawn) < 100:
                drawn.append(rows.pop())
    return drawn


def repair(program, texts):
    """What becomes of the texts, each a record of its own."""
    records = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = subprocess.run(
        [program, "--no-config", "--select=encoding", "--format=jsonl"],
        input=records.encode("ascii"), check=True, stdout=subprocess.PIPE)
    # Bytes: of a string, splitlines() also parts at U+0085 and U+2028.
    return [json.loads(line)["text"] for line in done.stdout.splitlines()]


def main():
    arguments = sys.argv[1:]
    part, show, every = "a", False, False
    while arguments and arguments[0].startswith("--"):
        option = arguments.pop(0)
        show |= option == "--show"
        every |= option == "--every"
        if option == "--part":
            part = arguments.pop(0)
    if len(arguments) != 1 or part not in "ab":
        sys.exit(__doc__)
    counts, right, total = {}, 0, 0
    drawn = cases(part, every)
    repaired = repair(arguments[0], [given + "\n" for _, given, _ in drawn])
    for (kind, given, wanted), got in zip(drawn, repaired):
        same = got == wanted + "\n"
        count = counts.setdefault(kind, [0, 0])
        count[0] += same
        count[1] += 1
        right += same
        total += 1
        if show and not same:
            print(kind, given, wanted, got, sep="\n    ")
    for kind, (good, all_) in counts.items():
        print("%-16s %4d of %4d" % (kind, good, all_))
    print("part %s: %d of %d put right" % (part, right, total))
    return 0 if right >= NEEDED * total else 1


if __name__ == "__main__":
    sys.exit(main())
