"""Does every broken file get its error, with a place and where it helps a hint, or a warning, or a sane reading? And is the rest of
the folder read all the same? Every family of formats has a folder of broken files among two good ones. What became of each is
compared with malformed/expected.

  malformed_test.py SOURCE DECANT [update]

With `update` the expectation is rewritten: read the diff.
"""
import difflib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

source, decant = pathlib.Path(sys.argv[1]), str(pathlib.Path(sys.argv[2]).resolve())
sys.path.insert(0, str(source / "tests/malformed"))
sys.dont_write_bytecode = True
from variants import families  # noqa: E402

failed = 0
good = "Agent: I can't do that.\nCustomer: Why not?\n"
fewest = 10  # of a family
seconds = 120  # for a whole family, on a slow machine


def check(is_true, what):
    global failed
    if not is_true:
        failed += 1
        print(what)


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, dict):
        for inner, part in content.items():
            write(path, inner, part)
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def errors_in(printed):
    """Each as [path, place, message, hint]. Lines of the source and carets are left out."""
    out = []
    for line in printed.splitlines():
        found = re.fullmatch(r"decant: ([^:]+)((?::\d+){0,2}): (.*)", line)
        if found:
            out.append([*found.groups(), ""])
        elif out and line.startswith("  ") and not line.strip() == "^":
            out[-1][3] = line.strip()
    return out


def shortened(text):
    return re.sub(r"x{100,}", "x…", text)[:200]


def play(family, variants):
    """What became of each variant, a line or more for each."""
    check(len(variants) >= fewest, f"{family}: only {len(variants)} variants")
    lines = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch) / "in"
        for name, content in [*variants.items(), ("!first.txt", good), ("~last.txt", good)]:
            write(folder, name, content)
        run = subprocess.run([decant, "lint", "--isolated", "--select", "cant-vocabulary", "--fail-on", "never", "--format", "jsonl", "in"],
                             cwd=scratch, capture_output=True, text=True, timeout=seconds)
    verdicts = [json.loads(line) for line in run.stdout.splitlines()]
    verdicts = [verdict for verdict in verdicts if "path" in verdict and not verdict.get("errors")]
    errors = errors_in(run.stderr)
    check(run.returncode == (2 if errors else 0), f"{family}: exit status {run.returncode} with {len(errors)} errors: {run.stderr[-2000:]}")
    for name in "!first.txt", "~last.txt":
        of = [verdict for verdict in verdicts if verdict["path"] == f"in/{name}"]
        check(len(of) == 1 and of[0]["findings"], f"{family}: {name} is not judged")
    for name in variants:
        def belongs(path):
            return path == f"in/{name}" or path.startswith(f"in/{name}/")
        lines.append(f"{family}: {name}")
        for path, place, message, hint in errors:
            if belongs(path):
                lines.append(shortened(f"  error {path.removeprefix('in/' + name)}{place}: {message}"))
                if hint:
                    lines.append(shortened(f"    {hint}"))
        for verdict in verdicts:
            if belongs(verdict["path"]):
                lines.append(f"  {verdict['path'].removeprefix('in/' + name)} {verdict['turns']} turns")
                lines += [shortened(f"    warning {warning}") for warning in verdict.get("warnings", [])]
        check(lines[-1] != f"{family}: {name}", f"{family}: {name}: nothing is said of it")
    for path, place, message, _ in errors:
        check(any(path == f"in/{name}" or path.startswith(f"in/{name}/") for name in variants), f"{family}: an error of no file: {path}{place}: {message}")
    return lines


now = [line.rstrip() for family, variants in families.items() for line in play(family, variants)]
expected = source / "tests/malformed/expected"
if sys.argv[3:] == ["update"]:
    expected.write_text("\n".join(now) + "\n")
else:
    diff = list(difflib.unified_diff(expected.read_text().splitlines(), now, "expected", "printed", lineterm=""))
    check(not diff, "\n".join(diff))
print(f"{sum(map(len, families.values()))} broken files in {len(families)} families")
sys.exit(1 if failed else 0)
