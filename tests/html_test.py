"""Does decant see in HTML what an HTML parser sees? Documents put together by chance are read by both: by decant as messages of a
vCon, by Python's parser with the same rules for blocks, spaces, quotes and what is no text.

  html_test.py SOURCE DECANT
"""
import html.parser
import json
import pathlib
import random
import subprocess
import sys
import tempfile

decant = str(pathlib.Path(sys.argv[2]).resolve())
documents = 4000
blocks = {"address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "footer", "form", "h1", "h2", "h3", "h4", "h5",
          "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tr", "ul"}
no_text = {"script", "style", "title"}
inline = ["a", "b", "em", "font", "i", "span", "u", "x-name"]
words = ["plum", "can't", "R&amp;D", "a&#8217;b", "&lt;pear&gt;", "caf&eacute;", "&#x1F600;", "&", "a & b", "5 < 6", "x;y", "&nosuch;", "&nbsp;", "é\u00a0è", "- lime"]
spaces = ["", " ", "\n", "\t ", "  \r\n", "&nbsp; "]


class Seen(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.gap, self.quotes, self.hidden = "", "", 0, None

    def gap_at_least(self, gap):
        if gap == "\n" or not self.gap:
            self.gap = gap

    def handle_starttag(self, tag, attributes):
        if tag in blocks:
            self.gap_at_least("\n")
        if tag in ("td", "th"):
            self.gap_at_least(" ")
        if tag == "blockquote":
            self.quotes += 1
        if tag in no_text:
            self.hidden = tag

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)  # in HTML the slash says nothing

    def handle_endtag(self, tag):
        if tag in blocks:
            self.gap_at_least("\n")
        if tag in ("td", "th"):
            self.gap_at_least(" ")
        if tag == "blockquote":
            self.quotes = max(0, self.quotes - 1)
        if tag == self.hidden:
            self.hidden = None

    def handle_data(self, data):
        if self.hidden:
            return
        for character in data:
            if character in " \t\r\n\f\u00a0":
                self.gap_at_least(" ")
            elif not self.quotes:
                if self.gap and self.out:
                    self.out += self.gap
                self.gap = ""
                self.out += character


def attributes(dice):
    return "".join(dice.choice([" class=a", ' title="a > b"', " title='<b>'", " hidden", ' style = "x: y"', "\n id='&amp;'"]) for _ in range(dice.randrange(3)))


def piece(dice, depth):
    kind = dice.randrange(10)
    if kind < 4 or depth > 6:
        return dice.choice(words) + dice.choice(spaces)
    if kind == 4:
        return dice.choice(["<!-- a <b> -->", "<br>", "<br/>", "<hr />", "<img src='a.png' alt=\"b\">", "<style>p { a: b }</style>", "<script>if (a < b) c();</script>", "<!DOCTYPE html>"])
    tag = dice.choice(inline if kind < 7 else sorted(blocks) + ["td", "th"])
    if dice.randrange(5) == 0:
        tag = tag.upper()
    inside = "".join(piece(dice, depth + 1) for _ in range(dice.randrange(4)))
    end = "" if dice.randrange(12) == 0 else f"</{tag}>"  # some are never closed
    return f"<{tag}{attributes(dice)}>{inside}{end}" + dice.choice(spaces)


dice = random.Random(4)
bodies, expected = [], []
while len(bodies) < documents:
    body = "".join(piece(dice, 0) for _ in range(dice.randrange(1, 6)))
    seen = Seen()
    seen.feed(body)
    seen.close()
    if seen.out:  # a message without words is no turn
        bodies.append(body)
        expected.append(seen.out)
vcon = {"vcon": "0.0.1", "parties": [{"name": "Bo", "role": "agent"}],
        "dialog": [{"type": "text", "originator": 0, "mediatype": "text/html", "encoding": "none", "body": body} for body in bodies]}
with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
    json.dump(vcon, file)
    file.flush()
    run = subprocess.run([decant, "convert", file.name], capture_output=True, text=True, check=True)
turns = [turn["text"] for turn in json.loads(run.stdout)["turns"]]
failed = 0 if len(turns) == len(expected) else 1
if failed:
    print(f"{len(turns)} messages read, {len(expected)} written")
for body, text, wanted in zip(bodies, turns, expected):
    if text == wanted:
        continue
    failed += 1
    if failed < 5:
        print(f"of {body!r}\n decant sees {text!r}\n and should {wanted!r}")
print(f"{len(expected)} documents, {failed} seen otherwise")
sys.exit(1 if failed else 0)
