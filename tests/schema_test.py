"""Does the JSON Schema that decant prints say what decant's own reader says? Every pack and scorecard we have must be valid
by it, and every broken one refused, but for faults that only a reader can know (BEYOND).

  schema_test.py SOURCE DECANT
"""
import json
import pathlib
import subprocess
import sys

try:
    import yaml
    from jsonschema import Draft7Validator
except ImportError as missing:
    print(f"skipped: {missing}; it takes the Debian packages python3-yaml and python3-jsonschema")
    sys.exit(77)

SOURCE = pathlib.Path(sys.argv[1])
GOLDEN = SOURCE / "tests/golden"

# What a schema cannot know: what names stand for, what phrases and regexes say, sums, ids that stand twice.
BEYOND = set("""
broken-rules/across-nine-steps broken-rules/cap-under-points broken-rules/id-twice broken-rules/measure-counts-nothing
broken-rules/measure-needs-find broken-rules/points-exact broken-rules/role-customer-in-find
broken-finds/weigh-never broken-finds/not-in-shorter
broken-yaml/anchor broken-yaml/bom broken-yaml/crlf broken-yaml/block-text broken-yaml/second-document broken-yaml/key-twice
broken-pack-files/again broken-pack-files/same broken-pack-files/keys broken-pack-files/rounds
broken-scorecard/part broken-scorecards/must-say broken-scorecards/override-cap broken-scorecards/override-changes-nothing
broken-scorecards/override-rules broken-scorecards/rest-twice
""".split())


# YAML 1.2's idea of plain scalars, which is what editors have: "yes" and "2026-03-04" are texts.
class Loader(yaml.SafeLoader):
    pass


Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag not in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", __import__("re").compile("^(?:true|false)$"), list("tf"))


def schema(*what):
    text = subprocess.run([sys.argv[2], "schema", *what], check=True, capture_output=True).stdout
    parsed = json.loads(text)
    Draft7Validator.check_schema(parsed)
    return Draft7Validator(parsed)


def faults(validator, path):
    """What the schema has against a file; None if it is no YAML at all."""
    try:
        documents = list(yaml.load_all(path.read_text("utf-8-sig"), Loader))
    except (yaml.YAMLError, UnicodeDecodeError):
        return None
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in validator.iter_errors(documents[0] if documents else None)]


failed = 0


def fail(what):
    global failed
    failed += 1
    print(what)


packs, cards = schema(), schema("scorecard")
sound = [path for folder in ("rules", "examples") for path in sorted((SOURCE / folder).rglob("*.yaml"))]
sound += [GOLDEN / "shared/fruit.yaml", GOLDEN / "shared/card.yaml"]
for path in sound:
    head = path.read_text().lstrip()
    first_words = [line.split(":")[0] for line in head.splitlines() if line and not line.startswith("#")]
    if first_words[0] not in ("pack", "scorecard"):
        continue  # the lexicon, mappings
    for fault in faults(cards if first_words[0] == "scorecard" else packs, path) or []:
        fail(f"{path} is sound, but the schema says: {fault[:300]}")

refused = 0
for path in sorted(GOLDEN.glob("broken-*/*.yaml")):
    name = f"{path.parent.name}/{path.stem}"
    is_card = path.parent.name.startswith("broken-scorecard")
    found = faults(cards if is_card else packs, path)
    if path.parent.name == "broken-phrases" and path.stem not in ("list-broken", "list-is-a-map", "lists-are-a-list"):
        is_beyond = True  # phrases are decant's own business
    else:
        is_beyond = name in BEYOND
    if found is not None and is_beyond and found:
        fail(f"{name} counts as beyond a schema, which refuses it: {found[0][:300]}")
    if found == [] and not is_beyond:
        fail(f"{name} is broken, but the schema accepts it")
    refused += bool(found)

print(f"{len(sound)} sound files, {refused} broken ones refused")
sys.exit(failed > 0)
