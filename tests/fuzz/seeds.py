#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Inputs that a fuzz target starts from, made from what the project holds already.

`seeds.py TARGET FOLDER` writes them to a folder. `seeds.py TARGET --replay PROGRAM` runs the program on them and on the
findings in regressions/TARGET. A target's seeds are the lines of seeds/TARGET.txt, where there is such a file, and what
its function below collects, where there is one.
"""

import csv
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXAMPLE = ROOT / "examples" / "jinjiang-court-2024"
MALFORMED = ROOT / "tests" / "malformed"
RESULTS_TARGETS = MALFORMED / "results-targets.yaml"  # those of the malformed results
PUBLISHED = ROOT / "tests" / "tables" / "published"
MARKER = b"\n--- results ---\n"


def list_items(text):
    return re.findall(r"^ *- (.+)$", text, re.M)


def values(text):
    return [value.strip() for value in re.findall(r": ([^{}\n]+?)(?:,|}|$)", text, re.M)]


def malformed(pattern="*.yaml"):
    return [path.read_bytes() for path in sorted(MALFORMED.glob(pattern))]


def texts(files):
    return "\n".join(data.decode("utf-8", "ignore") for data in files)


def line():
    return list_items((EXAMPLE / "targets.yaml").read_text("utf-8") + texts(malformed("line-*")))


def value():
    return values((EXAMPLE / "results.yaml").read_text("utf-8") + texts(malformed("results-*")) + texts(malformed("budget-*")))


def cell():
    """Targets and actuals of the published tables, and the lines' criteria with all that follows."""
    cells = []
    for path in sorted(PUBLISHED.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                cells += [row["年度指标值"], row["实际完成值"]]
    return [cell for cell in cells if cell]


def yaml():
    return malformed()


def load():
    targets = RESULTS_TARGETS.read_bytes()
    return malformed("[!ry]*") + [targets + MARKER + results for results in malformed("results-*")]


def format():
    """Files with faults and without, the example's projects among them; results stand alone."""
    head = "yardstick: targets\nyear: 2024\nprojects:\n"
    projects = re.split(r"^(?=  \S)", (EXAMPLE / "targets.yaml").read_text("utf-8").split("projects:\n")[1], flags=re.M)
    return malformed() + [head + re.sub(r" {2,}(?=[≥≤=权])", "", project) for project in projects if project]


GENERATED = {"line": line, "value": value, "cell": cell, "yaml": yaml, "format": format, "load": load}


def seeds(target):
    found = [item.encode() if isinstance(item, str) else item for item in GENERATED.get(target, list)()]
    listed = HERE / "seeds" / f"{target}.txt"
    if listed.exists():
        found += [item for item in listed.read_bytes().split(b"\n") if item]
    return {hashlib.sha1(data).hexdigest(): data for data in found}


def write(target, folder):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds(target).items():
        (folder / name).write_bytes(data)


def main():
    target = sys.argv[1]
    if sys.argv[2] != "--replay":
        write(target, sys.argv[2])
        return 0
    with tempfile.TemporaryDirectory() as folder:
        write(target, folder)
        regressions = HERE / "regressions" / target
        return subprocess.run([sys.argv[3], folder, *([regressions] if regressions.exists() else [])], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
