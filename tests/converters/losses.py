"""
What converters destroy or add: no reader of their text could know better.

KINDS: a kind's name and what it does to the clean article, as replacements.
LOSSES: the kinds of a chain. A replacement that does not fit stops the run, so
that no loss is named which a chain does not have.
"""
import pathlib

TITLE = "Harbour pilots return to work after nine days"
CAPTION = "The north pier on the last night of the strike."
TABLE = ("Tonnes 2014 2024\nNorth pier 91,400 88,250\n"
         "South pier 12,075 13,310")
LINES = ("Tonnes\n2014\n2024\nNorth pier\n91,400\n88,250\n"
         "South pier\n12,075\n13,310")
COLUMNS = ("Tonnes\nNorth pier\nSouth pier\n2014\n91,400\n12,075\n"
           "2024\n88,250\n13,310")
GLUED = "Tonnes20142024\nNorth pier91,40088,250\nSouth pier12,07513,310"
HARBOUR = ("outside the harbour", "outside the har bour")
TIMETABLE = ("got a timetable", "got a time table")
FIRST = TITLE + "\nHARROW"

KINDS = {
    "cells of the table on lines of their own": [(TABLE, LINES)],
    "columns of the table one after the other": [(TABLE, COLUMNS)],
    "head of the table on lines of its own": [
        ("Tonnes 2014 2024", "Tonnes\n2014\n2024")],
    "cells of the table glued": [(TABLE, GLUED)],
    "cells of the table glued, rows, too": [(TABLE,
                                             GLUED.replace("\n", ""))],
    "adds a number at the end": [
        ("since the spring.", "since the spring.\n1")],
    "head of the table glued": [("Tonnes 2014 2024", "Tonnes20142024")],
    "rows of the table on one line": [(TABLE, TABLE.replace("\n", " "))],
    "drops the table": [(TABLE + "\n", "")],
    "line ends lost after quotations, captions and cells": [
        ("sleep.”\nA", "sleep.” A"), ("about it.\nThe", "about it. The"),
        ("other:\n" + TABLE, "other: " + GLUED.replace("\n", " ")),
        ("at them.”\nWhat", "at them.” What")],
    "opening marks as <, closing ones as =": [
        ("“", "<"), ("”", "="), ("them.=\nWhat", "them.= What")],
    "adds a bar before a quotation, addresses of links and images": [
        ("\n“We asked for sleep.”\n", "\n| “We asked for sleep.”\n"),
        ("of the deal runs", "of the deal "
         "https://www.example.org/deal?id=7 runs"),
        (CAPTION, CAPTION + " [Image: pier.png]")],
    "soft hyphens as spaces": [HARBOUR, TIMETABLE],
    "a soft hyphen at a line's end as a space": [HARBOUR],
    "soft hyphens as a word": [
        ("outside the harbour", "outside the harundefinedbour"),
        ("got a timetable", "got a timeundefinedtable")],
    "a space within a word": [("pilots return", "pilots r eturn")],
    "adds the title": [(FIRST, TITLE + "\n" + FIRST)],
    "drops the headline": [(FIRST, "HARROW")],
    "adds the image's name": [(CAPTION, "[pier]\n" + CAPTION)],
    "adds the image's address": [(CAPTION, "[pier.png]" + CAPTION)],
    "adds brackets for the image": [(CAPTION, "[" + CAPTION + "]")],
    "headings in capitals": [
        (TITLE, TITLE.upper()),
        ("A cold night at the gate", "A COLD NIGHT AT THE GATE"),
        ("What comes next", "WHAT COMES NEXT")],
    "small headings in capitals": [
        ("A cold night at the gate", "A COLD NIGHT AT THE GATE"),
        ("What comes next", "WHAT COMES NEXT")],
    "dashes as hyphens": [(" — ", " - ")],
    "dashes as two hyphens": [(" — ", " -- ")],
    "dashes as three hyphens": [(" — ", " --- ")],
    "spaces of a link as underscores": [
        ("full text of the deal runs", "full_text_of_the_deal runs")],
    "drops the words of a link": [("The full text of the deal", "The")],
    "adds the address of a link": [
        ("of the deal runs", "of the deal "
         "(https://www.example.org/deal?id=7) runs")],
    "no sign of a paragraph after a full line": [
        ("£900 a day. Rolf", "£900 a day.\nRolf")],
    "signs in ASCII": [("£", "Pound"), ("6½", "6(1/2)")],
    "signs in ASCII, the pound as F": [("£", "F"), ("6½", "61/2")],
    "adds numbers of headings": [
        ("A cold night", "1 A cold night"), ("What comes", "2 What comes")],
    "drops the head of the table": [("Tonnes 2014 2024\n", "")],
    "adds the number of the page": [
        ("since the spring.", "since the spring.\n2")],
    "adds the number of the page, and of how many": [
        ("since the spring.", "since the spring.\n-- 1 of 1 --")],
    "adds a field for the page's number": [
        ("since the spring.", "since the spring.\nPAGE 2")],
    "no paragraph after the caption": [
        ("of the strike.\nIn", "of the strike. In")],
    "bullets apart from the items": [("port will:\n",
                                      "port will:\n•\n•\n•\n")],
    "adds the numbers of the pages": [
        ("at them.”\n", "at them.”\n1\n"),
        ("since the spring.", "since the spring.\n2")],
    "adds the number of a page": [("at them.”\n", "at them.”\n1\n")],
    "superscripts on a line of their own": [
        ("A 19th-century", "th th\nA 19 -century"),
        ("the 5th of", "the 5 of")],
    "letters and bullets misread": [
        ("6½ percent", "6% percent"), ("19th-", "19\"\"."),
        ("5th of", "5\" of"), ("run a second", "runa second"),
        ("pay each", "¢ pay each"), ("runa", "¢ runa"),
        ("drop its", "¢ drop its")],
    "cells glued, rows as spaces": [(TABLE, GLUED.replace("\n", " "))],
    "adds head and foot of a manual page": [
        (FIRST, TITLE + "()\n" + FIRST),
        ("since the spring.", "since the spring.\n" + TITLE + "()")],
    "writes the head of a manual page over itself": [
        (FIRST, "Harbour pilots return to work aHarbournpilots(return to work"
                " after nine days()\n" + FIRST),
        ("since the spring.", "since the spring.\n" + TITLE + "()")],
    "head of the table glued, cells on lines of their own": [
        (TABLE, LINES.replace("\n2014\n2024", "20142024"))],
    "line end lost before the table, cells glued": [
        ("other:\n" + TABLE, "other: " + GLUED.replace("\n", " "))],
    "adds the image's whole address": [
        (CAPTION, "[https://www.example.org/pier.png]" + CAPTION)],
    "adds an empty pair of brackets": [(CAPTION, "[]" + CAPTION)],
    "drops superscripts": [("A 19th-century", "A 19 -century"),
                           ("the 5th of", "the 5 of")],
    "a blank line in a sentence": [("gate on Sunday", "gate on\nSunday")],
    "no sign of paragraphs after full lines, adds the image's name": [
        ("against it.\n“Nobody", "against it. “Nobody"),
        (CAPTION + "\nIn", CAPTION + " pier.png In")],
    "adds title pages and contents": [
        (FIRST, TITLE * 2 + "A cold night at the gateWhat comes next\n"
         "Title Page\n" + TITLE + "\n" + FIRST)],
    "adds the image's kind": [(CAPTION, CAPTION + "\nfig:")],
    "adds the caption twice": [(CAPTION, CAPTION + "\n" + CAPTION)],
    "adds a word to the caption": [(CAPTION, "[IMAGE: " + CAPTION + "]")],
    "no blank line after a paragraph": [
        ("against it.\n“Nobody", "against it. “Nobody"),
        ("about it.\n[IMAGE", "about it. [IMAGE")],
    "the number of a page in the table": [
        ("South pier 12", "1\nSouth pier 12"),
        ("since the spring.", "since the spring.\n2")],
    "drops no-break spaces": [
        ("2:40 a.m.", "2:40a.m."), ("6½ percent", "6½percent"),
        ("3.5 million", "3.5million"), ("40 pages", "40pages"),
        ("June 9", "June9")],
    "signs as question marks": [
        ("harbour came", "har?bour came"), ("2:40 a.m.", "2:40?a.m."),
        ("6½ percent", "6??percent"), ("£3.5 million", "?3.5?million"),
        ("a timetable", "a time?table"), ("40 pages", "40?pages"),
        ("£", "?"), ("June 9", "June?9")],
    "the words of a link as its address": [
        ("The full text of the deal", "The “https://www.example.org/deal?id=7”")],
    "the image's name for its caption": [(CAPTION, "[image: pier.png]")],
    "hyphens as U+2010": [("well-known", "well‐known"),
                          ("19th-century", "19th‐century")],
}

ARTICLE = (pathlib.Path(__file__).resolve().parent
           / "article.txt").read_text().split("\n")


def across():
    """Two columns of one page, each of two parts: left, right, left, right."""
    lines = LINES.split("\n")
    top, left, right = ARTICLE[:4], ARTICLE[4:10], ARTICLE[10:18]
    mixed = (right[:3] + lines + left[:1] + right[6:7] + left[1:2]
             + right[7:8] + left[2:])
    return [("\n".join(top + left + right), "\n".join(top + mixed))]


KINDS["columns read across each other"] = across()
KINDS["line ends lost, headline and cells glued"] = [
    (TABLE, GLUED.replace("\n", "") + "@"),
    ("\n".join(ARTICLE).strip().replace(TABLE, GLUED.replace("\n", "") + "@"),
     " ".join(ARTICLE).strip().replace(
         " ".join(TABLE.split("\n")) + " ", GLUED.replace("\n", ""))
     .replace("nine days HARROW", "nine daysHARROW"))]
KINDS["line ends as spaces"] = [("\n".join(ARTICLE).strip(),
                                 " ".join(ARTICLE).strip())]

CELLS = "cells of the table on lines of their own"
BY_COLUMN = "columns of the table one after the other"
STUCK = "cells of the table glued"
SOFT = "soft hyphens as spaces"
TWICE = "adds the title"
GROFF = [TWICE, "drops the words of a link", "hyphens as U+2010",
         "adds a word to the caption", "no blank line after a paragraph",
         "the number of a page in the table"]

LOSSES = {
    "linkedom": ["line end lost before the table, cells glued"],
    "node-html-parser": ["head of the table glued, cells on lines of their"
                         " own"],
    "string-strip-html": [TWICE], "html-text": [TWICE],
    "sanitize-ruby": [TWICE, STUCK], "pyquery": [CELLS],
    "article-extractor": ["drops the headline", "small headings in capitals",
                          "adds the image's whole address",
                          "cells glued, rows as spaces"],
    "mailparser": ["headings in capitals", "adds the image's address",
                   "cells glued, rows as spaces"],
    "ruby-html2text": ["adds an empty pair of brackets"],
    "premailer": [TWICE, "adds the address of a link", STUCK],
    "redcarpet": ["adds the address of a link",
                  "no sign of paragraphs after full lines, adds the image's"
                  " name"],
    "mwparserfromhell": ["rows of the table on one line"],
    "odfpy": [TWICE, CELLS],
    "pypdf2": [SOFT, "a space within a word"],
    "pdf-reader": ["drops superscripts", "a blank line in a sentence"],
    "epub-ebooklib": ["adds title pages and contents", CELLS],
    "w3m": ["a soft hyphen at a line's end as a space",
            "adds the image's name"],
    "w3m-60": ["adds the image's name"],
    "tidy-w3m": ["adds the image's name", "dashes as hyphens"],
    "html2text": ["spaces of a link as underscores"],
    "bs4-minified": ["line ends lost, headline and cells glued"],
    "pandoc-mediawiki": [CELLS],
    "pandoc-tei": ["adds the image's kind", CELLS],
    "pandoc-docbook": ["adds the caption twice", CELLS],
    "unrtf": [TWICE, "drops no-break spaces"],
    "unrtf-pandoc": [TWICE, "signs as question marks", "dashes as hyphens", CELLS,
                     "the words of a link as its address",
                     "the image's name for its caption"],
    "pandoc-org": ["dashes as three hyphens"],
    "bs4-space": ["line ends as spaces"],
    "bs4-newline": [CELLS],
    "xsltproc": [STUCK], "xmllint": [STUCK], "bs4-get-text": [STUCK],
    "cheerio": [STUCK], "striptags": [STUCK],
    "readability-bs4": [STUCK, TWICE],
    "readability": [STUCK, "drops the headline"],
    "defuddle": ["drops the headline"],
    "sanitize-html": [TWICE, STUCK], "php-strip-tags": [TWICE, STUCK],
    "lxml": [TWICE, STUCK],
    "perl-format": [CELLS], "perl-links": [CELLS, TWICE],
    "html2plaintext": ["line ends lost after quotations, captions and cells"],
    "lowdown": ["adds a bar before a quotation, addresses of links and"
                " images"],
    "html-calibre": ["no paragraph after the caption",
                     "head of the table glued"],
    "docx-calibre": [CELLS, TWICE], "docx-abiword": [CELLS, TWICE],
    "odt-abiword": [CELLS, TWICE, "adds a number at the end"],
    "python-docx": [TWICE, "drops the words of a link", "drops the table"],
    "epub-calibre-markdown": [TWICE, "rows of the table on one line"],
    "mutool-convert": [CELLS, SOFT], "pymupdf": [CELLS, SOFT],
    "txtwrite": [SOFT, "opening marks as <, closing ones as =",
                 "superscripts on a line of their own"],
    "turndown": [CELLS],
    "pandoc-plain": ["adds brackets for the image"],
    "pandoc-plain-nowrap": ["adds brackets for the image"],
    "epub-pandoc": ["adds brackets for the image"],
    "pandoc-markdown": ["dashes as three hyphens"],
    "html-to-text": ["cells glued, rows as spaces", "headings in capitals",
                     "adds the image's address"],
    "pdftotext-sans": ["head of the table on lines of its own"],
    "pdftotext-wkhtmltopdf": ["head of the table on lines of its own"],
    "pdftotext": [CELLS], "pdftotext-indents": [CELLS],
    "pdftotext-narrow": [CELLS, "no sign of a paragraph after a full line"],
    "pdftotext-hyphens": [CELLS, "no sign of a paragraph after a full line"],
    "mutool-columns": [CELLS, SOFT],
    "pdftotext-columns": ["columns read across each other"],
    "tesseract": ["letters and bullets misread"],
    "ps2ascii": [TWICE, "superscripts on a line of their own",
                 "adds the numbers of the pages"],
    "mutool": [CELLS, SOFT], "mutool-narrow": [CELLS, SOFT],
    "pdftotext-dropcaps-layout": ["small headings in capitals"],
    "pdfminer-dropcaps": ["small headings in capitals", BY_COLUMN, SOFT],
    "pdfminer": [BY_COLUMN, SOFT], "pdfminer-narrow": [BY_COLUMN, SOFT],
    "pdftohtml-w3m": [CELLS, SOFT],
    "pypdf": [SOFT, "a space within a word"],
    "pypdf-narrow": [SOFT, "a space within a word",
                     "no sign of a paragraph after a full line"],
    "docx2txt": [CELLS, TWICE, "dashes as two hyphens", "signs in ASCII"],
    "mammoth": [CELLS, TWICE], "mammoth-markdown": [CELLS, TWICE],
    "officeparser": [CELLS, TWICE], "odt2txt": [CELLS, TWICE],
    "office-text": [CELLS, TWICE], "odt-pandoc": [TWICE, "drops the head of the table"],
    "epub-calibre": [TWICE, "no paragraph after the caption"],
    "antiword": [TWICE, "adds numbers of headings"],
    "catdoc": [TWICE, "adds a field for the page's number"], "wvText": [TWICE, "adds the number of the page"],
    "catdoc-ascii": [TWICE, "dashes as hyphens",
                     "adds a field for the page's number",
                     "signs in ASCII, the pound as F"],
    "word-extractor": [TWICE, "dashes as hyphens",
                       "soft hyphens as a word"],
    "pdftotext-office": [TWICE, BY_COLUMN, "bullets apart from the items"],
    "groff-ms": GROFF,
    "groff-ms-overstrike": GROFF,
    "pdf-parse": ["adds the number of the page, and of how many"],
    "mandoc": ["adds the address of a link", "adds a word to the caption",
               "adds head and foot of a manual page"],
    "groff-man": ["adds the address of a link", "adds a word to the caption",
                  "writes the head of a manual page over itself"],
    "par-justified": ["hyphens as U+2010"],
}
