"""Corpora for the page: one that is damaged in many ways, one that is hostile.
All names and stories are invented."""
import json
import os
import re
import shutil

STORIES = [
    """The last ferry across Ellis Sound will stop running in October, its
owner said on Tuesday.

“We looked at every number twice,” said Ida Lowell, the board’s chairwoman.
“There is no money left for the repairs that the ship needs.”

The town’s council wants to keep the line open. Its members voted 7-2 to ask
the state for $1.4 million, the mayor’s office said.

“Nobody here can imagine the harbor without it,” Mayor Tom Aldous said.""",
    """A judge in Port Marlow ruled on Friday that the county may not sell its
old library.

“The deed says what it says,” Judge Carla Whitcomb wrote. The building was
given to the people of the county in 1911, and it “shall not be sold.”

Officials had hoped to raise $3 million. They haven’t said whether they’ll
appeal.""",
    """Farmers in the Teller Valley expect the smallest harvest in a decade.

“It rained when we didn’t need it, and then it didn’t rain at all,” said Owen
Pratt, who grows wheat near Dunmore.

The valley’s growers’ union put the loss at a third of last year’s crop. Prices
won’t make up for it, its spokesman said.""",
]
SOURCES = ["Ellis Post", "Port Marlow Herald", "Teller Valley News",
           "The Dunmore Courier"]
FURNITURE = ["Advertisement", "Story continues below advertisement",
             "Click here to subscribe to our newsletter",
             "Follow us on Twitter", "(Reporting by Ann Dray)"]


def flat(text):
    return re.sub(r"\n\n", "   ", text.replace("“", "”"))


def wire(text):
    return re.sub(r"[^a-z0-9]", " ", text.lower())


def wrapped(text):
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) > 58:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join(lines + [line]) + "\n"


def with_furniture(text, at):
    parts = text.split("\n\n")
    parts.insert(1 + at % 2, FURNITURE[at % 5])
    parts.append(FURNITURE[(at + 2) % 5])
    return "\n\n".join(parts)


DAMAGE = [
    lambda text, at: text,
    lambda text, at: text.replace("“", '"').replace("”", '"'),
    lambda text, at: text.replace("’", "&#39;").replace("$", "&#36;"),
    lambda text, at: with_furniture(text, at),
    lambda text, at: flat(text),
    lambda text, at: wire(text),
    lambda text, at: text.encode().decode("cp1252", "replace"),
    lambda text, at: re.sub(r"([.,”])", r" \1", text),
    lambda text, at: wrapped(text),
    lambda text, at: text.upper(),
    lambda text, at: text.replace(". ", ".").replace(" said", "  said"),
    lambda text, at: text,
]


def article(at):
    story = re.sub(r"([^\n])\n([^\n])", r"\1 \2", STORIES[at % len(STORIES)])
    story = story.replace("Tuesday", ("Monday", "Thursday", "Sunday")[at % 3])
    return DAMAGE[at // 3 % len(DAMAGE)](f"{story}\n\nThe {at}th report.", at)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write_good(folder, samples):
    """Folders of texts and files of records, in `folder`."""
    for name in ("page.txt", "flat.txt", "wire.txt"):
        os.makedirs(f"{folder}/samples", exist_ok=True)
        shutil.copy(f"{samples}/{name}", f"{folder}/samples/{name}")
    for at in range(72):
        write(f"{folder}/{('north', 'south')[at % 2]}/{at:03}.txt",
              article(at) + "\n")
    records = "".join(
        json.dumps({"source": SOURCES[at * 7 % 4], "text": article(at)},
                   ensure_ascii=at % 2 == 0) + "\n" for at in range(72, 300))
    write(f"{folder}/records.jsonl", records)


HOSTILE = [
    '</script><script>window.hacked = 1</script> he said "so".\n',
    '<img src=x onerror="window.hacked = 2"> and "so" it went on.\n',
    'Before\u202e turned "round" \u2066and isolated\u2069 after.\n',
    'Entities: &lt;b&gt; &amp;lt;script&amp;gt; and "quotes".\n',
    "Lines\u2028and\u2029paragraphs of \"another\" kind.\n",
    "w" * 10000 + ' "and" ' + "\u0301" * 3000 + ' "so".\n',
    "\u05d0\u05d1\u05d2 said \"so\" \u0645\u0631\u062d\u0628\u0627 .\n",
    '"' * 4000 + " and  so on.\n",
]


def write_hostile(folder):
    """Texts and names that would like to be markup, or to turn the page."""
    for at, text in enumerate(HOSTILE):
        write(f"{folder}/{at}.txt", text)
        write(f'{folder}/<b onclick="hacked=3">&amp;\u202e/{at}.txt', text)
    records = "".join(json.dumps({"source": text[:60] + "\u202e<script>",
                                  "text": text}) + "\n" for text in HOSTILE)
    write(f"{folder}/<script>.jsonl", records)
