"""A report as a parser that is not ours reads it: well-formed, and its data."""
import json
import sys
from html.parser import HTMLParser

VOID = {"meta", "input", "link", "br", "hr", "img"}


class Page(HTMLParser):
    """What stands in the page; a fault where it is not well-formed."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.faults = []
        self.ids = set()
        self.scripts = []
        self.text = {}
        self.links = []
        self.policy = ""

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if len(values) != len(attributes):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "id" in values and values["id"] in self.ids:
            self.faults.append(f"the id {values['id']} is there twice")
        self.ids.add(values.get("id"))
        self.links += [value for name, value in attributes
                       if name in ("src", "href", "action", "data")]
        if any(name.startswith("on") for name in values):
            self.faults.append(f"<{tag}> has a handler")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag == "script":
            self.scripts.append(values.get("type", ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> ends what is not open")

    def handle_data(self, data):
        key = self.open[-1] if self.open else ""
        if key == "script":
            key += self.scripts[-1]
        self.text[key] = self.text.get(key, "") + data


def read(path):
    """The page and its data; faults are in page.faults."""
    with open(path, encoding="utf-8", newline="") as file:
        source = file.read()
    page = Page()
    page.feed(source)
    page.close()
    if page.open:
        page.faults.append(f"not closed: {page.open}")
    if page.scripts != ["application/json", ""]:
        page.faults.append(f"scripts: {page.scripts}")
    if any(not link.startswith("#") for link in page.links):
        page.faults.append(f"it loads: {page.links}")
    if not page.policy.startswith("default-src 'none'; "):
        page.faults.append(f"its policy: {page.policy}")
    data = json.loads(page.text.get("scriptapplication/json", "null"))
    raw = page.text.get("scriptapplication/json", "")
    for char in "<>&\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067":
        if char in raw:
            page.faults.append(f"U+{ord(char):04X} stands in the data")
    return page, data


def main():
    """page.py FILE EXPRESSION...: what each says of the page and its data."""
    page, data = read(sys.argv[1])
    for expression in sys.argv[2:]:
        print(eval(f"({expression})", {"page": page, "data": data}))


if __name__ == "__main__":
    main()
