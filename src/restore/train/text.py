"""How a text is cut into words and gaps, and how training text is cleaned.

A word is a maximal run of letters, marks and numbers (Unicode categories L, M
and N). A gap is everything between two words. The C side does the same.
"""
import html
import re
import unicodedata

_MARKS = "".join(
    chr(c) for c in range(0x300, 0x20000) if unicodedata.category(chr(c))[0] == "M"
)
WORD = re.compile(f"((?:[^\\W_]|[{_MARKS}])+)")

_FOLD = str.maketrans({
    "\u00a0": " ", "\t": " ", "\n": " ", "\r": " ", "\u2009": " ", "\u202f": " ",
    "\u2026": "...", "\u2010": "-", "\u2011": "-", "\u2212": "-",
    "\u201e": "\u201c", "\u201f": "\u201c", "\u201b": "\u2018",
    "\ufeff": None, "\u200b": None, "\u00ad": None,
})


def canonical_gap(gap):
    """One spelling per quote, dash and ellipsis; white space is one space."""
    gap = gap.translate(_FOLD).replace("--", "\u2014")
    gap = re.sub(r"\s*[\u2013\u2014]\s+|\s+[\u2013\u2014]\s*", " - ", gap)
    return re.sub(r"\s+", " ", gap.replace("\u2013", "-"))


_LEFT = r"(^|[\s(\[\u201c\u2018\u2014\u2013/-])"
_OPEN2 = re.compile(_LEFT + r'"(?=\S)')
_ELISION = re.compile(_LEFT + r"[\u2018'](?=\d\ds?\b|(?:em|til|tis|twas|cause|n)\b)")
_INNER1 = re.compile(r"(?<=\w)['\u2018`](?=\w)")
_OPEN1 = re.compile(_LEFT + r"'(?=\w)")
_STRAY = re.compile(r"\u201c(?:\s|$)|(?:^|\s)\u201d|\s[,;?!](?:\s|$)|\s\.\s|[\ufffd\ue000-\uf8ff]|\u00e2\u20ac|\u00c3[\u0080-\u00bf]")
_CREDIT = re.compile(
    r"^(?:read more|also read|related|recommended|advertisement|story continues|click here|"
    r"photo|image|getty|follow |sign up|subscribe|copyright|\u00a9|all rights|watch:|see also|"
    r"share |tweet|comments?$|more:|more from|caption|enlarge|toggle|hide caption|\(?reporting by|"
    r"editing by|this article|newsletter|download)", re.I)
_URL = re.compile(r"https?:|www\.|\.com/|@\w+\.|\{|\}|<|\\")


def curl(paragraph):
    """Make the quotes of a paragraph curly, by what stands around them."""
    if '"' in paragraph or "'" in paragraph or "`" in paragraph:
        paragraph = paragraph.replace("``", '"').replace("''", '"')
        paragraph = _OPEN2.sub("\\1\u201c", paragraph).replace('"', "\u201d")
        paragraph = _ELISION.sub("\\1\u2019", paragraph)
        paragraph = _INNER1.sub("\u2019", paragraph)
        paragraph = _OPEN1.sub("\\1\u2018", paragraph).replace("'", "\u2019")
    return paragraph


def balanced(paragraph):
    """Do the double quotes alternate? The last one may stay open."""
    is_open = False
    for mark in re.findall("[\u201c\u201d]", paragraph):
        if (mark == "\u201c") == is_open:
            return False
        is_open = not is_open
    return True


def messy(paragraph):
    return bool(_STRAY.search(paragraph)) or not balanced(paragraph)


def lines_of(text):
    return [line.strip() for line in text.split("\n") if line.strip()]


def clean(text, source, is_furniture):
    """Return the good paragraphs of an article; none if it is not fit to learn from."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    text = unicodedata.normalize("NFC", text.replace("\u00ad", "").replace("\u200b", ""))
    if source.startswith("reuters_isot"):
        text = re.sub("(?<=[.?!\u201d]) {2,}(?=[A-Z\u201c])", "\n", text)
    if source.startswith(("AP", "ieer")):
        text = text.replace(" _ ", " \u2014 ")
    letters = sum(map(str.isalpha, text[:4000]))
    upper = sum(map(str.isupper, text[:4000]))
    if letters < 200 or not 0.012 * letters < upper < 0.15 * letters:
        return []
    paragraphs, bad, seen = [], 0, set()
    for line in lines_of(text):
        if is_furniture(line) or line in seen or _URL.search(line):
            continue
        if len(line) < 200 and _CREDIT.search(line):
            continue
        if len(line) < 12 and line[-1] not in ".?!\u201d":
            continue
        seen.add(line)
        line = curl(re.sub(r"[^\S\n]+", " ", line))
        if messy(line):
            bad += 1
            continue
        paragraphs.append(line)
    if 3 * bad > len(paragraphs) + bad:
        return []
    body = "\n".join(paragraphs)
    if len(body) > 1500 and "\u2019" not in body:
        return []
    return paragraphs
