#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs every golden case and compares what the user sees: standard output, standard error, exit status.

A case is a folder with `command` (the arguments, one line, run from the root of the project; `*` is expanded),
`stdout`, `stderr` and `status`. `run.py YARDSTICK --update` rewrites the last three; read the difference before
committing it.
"""

import difflib
import glob
import os
import pathlib
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def arguments(command):
    words = []
    for word in shlex.split(command):
        matches = sorted(glob.glob(word, root_dir=ROOT)) if "*" in word else []
        words += matches or [word]
    return words


def run(program, case):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    options = os.environ.get("ASAN_OPTIONS")
    if options:
        environment["ASAN_OPTIONS"] = options
    done = subprocess.run([program, *arguments((case / "command").read_text("utf-8"))], cwd=ROOT, env=environment,
                          capture_output=True, timeout=120, check=False)
    return {"stdout": done.stdout.decode("utf-8"), "stderr": done.stderr.decode("utf-8"),
            "status": f"{done.returncode}\n"}


def differences(case, seen):
    for name, text in seen.items():
        expected = (case / name).read_text("utf-8") if (case / name).exists() else ""
        if text != expected:
            yield from difflib.unified_diff(expected.splitlines(), text.splitlines(), f"{case.name}/{name} expected",
                                            f"{case.name}/{name} seen", lineterm="")


def main():
    program = os.path.abspath(sys.argv[1])
    update = "--update" in sys.argv[2:]
    cases = sorted(path.parent for path in HERE.glob("*/command"))
    failed = 0
    for case in cases:
        seen = run(program, case)
        if update:
            for name, text in seen.items():
                (case / name).write_text(text, "utf-8")
            continue
        found = list(differences(case, seen))
        if found:
            failed += 1
            print("\n".join(found[:60]))
    print(f"{len(cases)} golden cases, {failed} differ")
    return 1 if failed or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
