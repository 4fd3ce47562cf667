"""Is the guide to packs true? Every pack in it passes its own examples, every rule too once it stands in a pack, and every
scorecard is read; the tables of kinds and operators say what the program's own tables say, and no key is missing.

  manual_test.py SOURCE DECANT
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

manual = (pathlib.Path(sys.argv[1]) / "man/decant-packs.5").read_text()
failed = 0


def fail(what):
    global failed
    failed += 1
    print(what)


def decant(*arguments, cwd=None):
    return subprocess.run([sys.argv[2], *map(str, arguments)], capture_output=True, text=True, cwd=cwd)


def plain(roff):
    """What a reader sees: without roff's escapes."""
    for escape, character in (("\\e", "\\"), ("\\(dq", '"'), ("\\(aq", "'"), ("\\&", ""), ("\\[u2026]", "…")):
        roff = roff.replace(escape, character)
    return roff


# --- the snippets
snippets = [plain(text) for text in re.findall(r"^\.Bd -literal.*\n((?:.*\n)*?)\.Ed$", manual, re.M)]
packs = [text for text in snippets if text.startswith("pack:")]
rules = [text for text in snippets if text.startswith("- id:")]
cards = [text for text in snippets if text.startswith("scorecard:")]
if len(packs) + len(rules) + len(cards) != len(snippets):
    fail("a snippet is neither a pack, nor a rule, nor a scorecard")
packs.append("pack: rules-of-the-guide\nversion: 1.0.0\ntitle: Rules of the guide\nwhy: They are true.\nrules:\n"
             + "".join(re.sub("^", "  ", text, flags=re.M).rstrip() + "\n" for text in rules))
with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    (folder / "packs").mkdir()
    for number, text in enumerate(packs):
        (folder / f"packs/{number}.yaml").write_text(text)
        tested = decant("test", f"packs/{number}.yaml", cwd=folder)
        if tested.returncode != 0 or " ok" not in tested.stdout:
            fail(tested.stdout + tested.stderr)
    (folder / "call.txt").write_text("Agent: Hello.\n")
    for text in cards:
        (folder / "card.yaml").write_text(text)
        linted = decant("lint", "--fail-on", "never", "--rules", "packs", "--scorecard", "card.yaml", "call.txt", cwd=folder)
        if linted.returncode != 0:
            fail(linted.stderr)

# --- the tables
schema = json.loads(decant("schema").stdout)
definitions = schema["definitions"]
kind = definitions["rule"]["properties"]["kind"]
wanted = dict(zip(kind["enum"], kind["enumDescriptions"]))
wanted |= {name: value["description"] for name, value in definitions["find-map"]["properties"].items()}
rows = {name: plain(summary) for name, summary in re.findall(r"^\.It Cm (\S+) Ta (.*)$", manual, re.M)}
for name, summary in wanted.items():
    if rows.get(name) != summary:
        fail(f"the program says of {name}: {summary}\nthe guide says: {rows.get(name)}")
told = set(re.findall(r"[a-z0-9_-]+", " ".join(re.findall(r"^\.(?:It Cm|Cm|Op Cm) (.*)$", manual, re.M)))) | {
    word for text in snippets for word in re.findall(r"(?m)(?:^|[{ -])([a-z_]+):", text)}


def keys(of):
    """All keys that the schema knows anywhere, and all names a value may have."""
    if isinstance(of, dict):
        for name, value in of.items():
            if name == "properties":
                yield from value
            elif name == "enum":
                yield from value
            yield from keys(value)
    elif isinstance(of, list):
        for value in of:
            yield from keys(value)


everything = set(keys(schema)) | set(keys(json.loads(decant("schema", "scorecard").stdout)))
for key in sorted(everything - told):
    fail(f"the guide lacks {key}")

print(f"{len(packs)} packs, {len(rules)} rules, {len(cards)} scorecards, {len(wanted)} rows, {len(everything)} keys and names")
sys.exit(failed > 0)
