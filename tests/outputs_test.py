"""Do the programs that read decant's outputs take them? SARIF against the rules of its schema that concern us, JUnit's XML and
GitLab's JSON by their parsers, CSV by a spreadsheet program if one is installed. All over one folder of hostile texts.

  outputs_test.py SOURCE DECANT
"""
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

try:
    import jsonschema
except ImportError:
    sys.exit(77)

source, decant = pathlib.Path(sys.argv[1]), str(pathlib.Path(sys.argv[2]).resolve())
shared = source / "tests/golden/shared"
failed = 0


def check(is_true, what):
    global failed
    if not is_true:
        failed += 1
        print(what)


text = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}, "markdown": {"type": "string"}},
        "additionalProperties": False}
level = {"enum": ["none", "note", "warning", "error"]}
line = {"type": "integer", "minimum": 1}
sarif_schema = {
    "type": "object", "required": ["version", "runs"], "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"}, "version": {"const": "2.1.0"},
        "runs": {"type": "array", "items": {
            "type": "object", "required": ["tool"], "additionalProperties": False,
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]}, "properties": {"type": "object"},
                "invocations": {"type": "array", "items": {"type": "object", "required": ["executionSuccessful"],
                                                           "additionalProperties": False,
                                                           "properties": {"executionSuccessful": {"type": "boolean"}}}},
                "tool": {"type": "object", "required": ["driver"], "additionalProperties": False, "properties": {"driver": {
                    "type": "object", "required": ["name"], "additionalProperties": False, "properties": {
                        "name": {"type": "string"}, "semanticVersion": {"type": "string"},
                        "rules": {"type": "array", "uniqueItems": True, "items": {
                            "type": "object", "required": ["id"], "additionalProperties": False, "properties": {
                                "id": {"type": "string"}, "shortDescription": text, "fullDescription": text, "help": text,
                                "defaultConfiguration": {"type": "object", "properties": {"level": level}, "additionalProperties": False},
                                "properties": {"type": "object", "properties": {"tags": {"type": "array", "uniqueItems": True}}}}}}}}}},
                "results": {"type": "array", "items": {
                    "type": "object", "required": ["message"], "additionalProperties": False, "properties": {
                        "ruleId": {"type": "string"}, "kind": {"enum": ["fail", "informational"]}, "level": level, "message": text,
                        "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]}, "properties": {"type": "object"},
                        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                        "suppressions": {"type": "array", "items": {
                            "type": "object", "required": ["kind"], "additionalProperties": False, "properties": {
                                "kind": {"enum": ["inSource", "external"]}, "status": {"enum": ["accepted", "underReview", "rejected"]},
                                "justification": {"type": "string"}, "properties": {"type": "object"}}}},
                        "locations": {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": {
                            "logicalLocations": {"type": "array", "items": {"type": "object", "additionalProperties": False, "properties": {
                                "name": {"type": "string"}, "kind": {"type": "string"}}}},
                            "physicalLocation": {"type": "object", "additionalProperties": False, "properties": {
                                "artifactLocation": {"type": "object", "additionalProperties": False, "properties": {
                                    "uri": {"type": "string", "pattern": "^[A-Za-z0-9._~/%:-]*$"}}},
                                "region": {"type": "object", "additionalProperties": False, "required": ["startLine"], "properties": {
                                    "startLine": line, "startColumn": line, "endLine": line, "endColumn": line, "snippet": text}}}}}}}}}}}}}}}


def look_at_sarif(path, sizes):
    document = json.loads(path.read_text())
    jsonschema.validate(document, sarif_schema)
    run = document["runs"][0]
    ids = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    check(len(run["results"]) > 4, "too few results to tell anything")
    for result in run["results"]:
        check(result["ruleId"] in ids, f"no rule {result['ruleId']}")
        check(result.get("kind", "fail") == "fail" or result["level"] == "none", "what does not fail must have the level none")
        for place in result["locations"]:
            region = place["physicalLocation"].get("region", {})
            if "endColumn" not in region or region["startLine"] != region["endLine"]:
                continue
            # Columns count characters: what they cut out of the line is the snippet, or the source of it.
            uri = place["physicalLocation"]["artifactLocation"]["uri"]
            words = sizes.get(uri, {}).get(region["startLine"])
            if words is not None:
                cut = words[region["startColumn"] - 1:region["endColumn"] - 1]
                check(cut == region["snippet"]["text"], f"{uri}: {cut!r} is not {region['snippet']['text']!r}")


def look_at_csv(path):
    with path.open(newline="") as file:
        rows = list(csv.reader(file))
    for row in rows:
        check(len(row) == len(rows[0]), f"{path.name}: a row of {len(row)} cells")
        for cell in row:
            check(not re.match(r"[=+@\t\r]|-[^0-9]", cell), f"{path.name}: {cell!r} is a formula")
    if not shutil.which("ssconvert"):
        return
    book = path.with_suffix(".xml")
    done = subprocess.run(["ssconvert", "-T", "Gnumeric_XmlIO:sax:0", path, book], capture_output=True, text=True)
    check(done.returncode == 0, done.stderr)
    cells = [cell for cell in xml.parse(book).iter("{http://www.gnumeric.org/v10.dtd}Cell")]
    check(len(cells) > 10, f"{path.name}: the spreadsheet is empty")
    for cell in cells:
        check("ValueType" in cell.attrib, f"{path.name}: {cell.text!r} is a formula to a spreadsheet")  # values have a type, formulas none


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    hostile = "=cmd()|' /C calc'!A0", "::error::x\n", "<script>alert(1)</script>", "\x1b]0;t\x07", "\u202egnp", "+1-1", "@sum(1)", "]]>&amp;"
    lines = [json.dumps({"id": words + str(i), "agent": words, "team": words, "customer": words, "turns": [
        {"role": "agent", "speaker": words, "text": words + " papaya " + words}, {"role": "agent", "text": "a mango, a lime"}]})
        for i, words in enumerate(hostile)]
    (folder / "host\nile.jsonl").write_text("\n".join(lines) + "\n{broken\n")
    wide = "Agent: ‘Ünïcode’ 客服 😀 papaya, then durian."
    (folder / "wide.txt").write_text(f"{wide}\nAgent: papaya # decant:ignore papaya: \"]]><b>\n")
    formats = "sarif", "junit", "gitlab", "github", "csv", "csv-conversations", "json", "jsonl", "compact", "markdown", "text"
    done = subprocess.run([decant, "lint", "--isolated", "--rules", shared / "fruit.yaml", "--scorecard", shared / "card.yaml",
                           *(f"--format={name}={folder / 'out'}.{name}" for name in formats), "."], cwd=folder, capture_output=True, text=True)
    check(done.returncode == 2, f"exit {done.returncode}: {done.stderr}")
    out = {name: folder / f"out.{name}" for name in formats}

    look_at_sarif(out["sarif"], {"./wide.txt": {1: wide}})
    look_at_csv(out["csv"])
    look_at_csv(out["csv-conversations"])
    suites = xml.parse(out["junit"]).getroot()
    for suite in suites:
        cases = list(suite)
        check(int(suite.get("tests")) == len(cases), "junit: a wrong count of tests")
        check(int(suite.get("failures")) == sum(case.find("failure") is not None for case in cases), "junit: a wrong count of failures")
        check(int(suite.get("errors")) == sum(case.find("error") is not None for case in cases), "junit: a wrong count of errors")
    issues = json.loads(out["gitlab"].read_text())
    prints = [issue["fingerprint"] for issue in issues]
    check(len(prints) == len(set(prints)), "gitlab: a fingerprint twice")
    for command in out["github"].read_text().splitlines():
        check(re.match(r"::(error|warning|notice) file=[^,:]+(,[a-zA-Z]+=[^,:]*)*::", command), f"github: {command!r}")
    for name in ("github", "compact", "markdown", "text"):
        check(not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out[name].read_text()), f"{name}: a control character")
    verdicts = [json.loads(one) for one in out["jsonl"].read_text().splitlines()]
    check(json.loads(out["json"].read_text())["verdicts"] == verdicts, "json and jsonl say different things")
    check(len(verdicts) == len(hostile) + 2, f"{len(verdicts)} verdicts")

print(f"{len(formats)} outputs")
sys.exit(failed > 0)
