#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""SARIF logs of all malformed files, held against what the standard requires. `sarif_test.py YARDSTICK`"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
MALFORMED = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("tests/malformed/*.yaml"))
RESULTS_TARGETS = "tests/malformed/results-targets.yaml"  # those of tests/malformed/results-*.yaml; nothing is wrong in it
RESULTS_FILES = [name for name in MALFORMED if "/results-" in name and name != RESULTS_TARGETS]
TARGETS_FILES = [name for name in MALFORMED if "/results-" not in name]
PROGRAM = ""

# Objects that are used, of the many that SARIF 2.1.0 has: property -> (type, required). Its schema allows no others.
# A type is a Python type, the name of another object, or a list of one of these.
OBJECTS = {
    "sarifLog": {"$schema": (str, False), "version": (str, True), "runs": (["run"], True)},
    "run": {"tool": ("tool", True), "columnKind": (str, False), "results": (["result"], False)},
    "tool": {"driver": ("toolComponent", True)},
    "toolComponent": {"name": (str, True), "version": (str, False), "language": (str, False),
                      "rules": (["reportingDescriptor"], False)},
    "reportingDescriptor": {"id": (str, True), "shortDescription": ("message", False), "help": ("message", False),
                            "defaultConfiguration": ("reportingConfiguration", False)},
    "reportingConfiguration": {"level": (str, False)},
    "result": {"ruleId": (str, False), "ruleIndex": (int, False), "level": (str, False), "message": ("message", True),
               "locations": (["location"], False), "relatedLocations": (["location"], False), "fixes": (["fix"], False)},
    "message": {"text": (str, True)},
    "location": {"id": (int, False), "physicalLocation": ("physicalLocation", False), "message": ("message", False)},
    "physicalLocation": {"artifactLocation": ("artifactLocation", True), "region": ("region", False)},
    "artifactLocation": {"uri": (str, True), "description": ("message", False)},
    "region": {"startLine": (int, True), "startColumn": (int, False), "endLine": (int, False), "endColumn": (int, False)},
    "fix": {"description": ("message", False), "artifactChanges": (["artifactChange"], True)},
    "artifactChange": {"artifactLocation": ("artifactLocation", True), "replacements": (["replacement"], True)},
    "replacement": {"deletedRegion": ("region", True), "insertedContent": ("message", False)},
}
UNIQUE = {"rules", "relatedLocations", "fixes", "artifactChanges"}


def run(*arguments, folder=ROOT, data=None):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
    return subprocess.run([PROGRAM, *arguments], cwd=folder, input=data, capture_output=True, timeout=120, check=False, env=environment)


def log_of(*arguments, **options):
    return json.loads(run("check", *arguments, "--format", "sarif", **options).stdout)


class Log(unittest.TestCase):
    def assert_is(self, kind, value, at):
        if isinstance(kind, list):
            self.assertIsInstance(value, list, at)
            for index, item in enumerate(value):
                self.assert_is(kind[0], item, f"{at}[{index}]")
        elif isinstance(kind, type):
            self.assertIs(type(value), kind, at)
        else:
            self.assertIsInstance(value, dict, at)
            properties = OBJECTS[kind]
            self.assertLessEqual(set(value), set(properties), f"{at}: {kind}")
            for name, (inner, required) in properties.items():
                self.assertTrue(name in value or not required, f"{at}: a {kind} has {name}")
                if name in value:
                    self.assert_is(inner, value[name], f"{at}.{name}")
                if name in UNIQUE and name in value:
                    self.assertEqual(len({json.dumps(item) for item in value[name]}), len(value[name]), f"{at}.{name}")

    def assert_valid(self, log):
        self.assert_is("sarifLog", log, "log")
        self.assertEqual(log["version"], "2.1.0")
        self.assertEqual(len(log["runs"]), 1)
        run_ = log["runs"][0]
        self.assertEqual(run_["columnKind"], "unicodeCodePoints")
        rules = run_["tool"]["driver"]["rules"]
        self.assertEqual([rule["id"] for rule in rules], sorted({result["ruleId"] for result in run_["results"]}))
        for result in run_["results"]:
            rule = rules[result["ruleIndex"]]
            self.assertEqual(rule["id"], result["ruleId"])
            self.assertEqual(rule["defaultConfiguration"]["level"], result["level"])
            self.assertIn(result["level"], ("error", "warning", "note"))
            self.assertTrue(result["message"]["text"])
            related = result.get("relatedLocations", [])
            self.assertEqual([place["id"] for place in related], list(range(1, len(related) + 1)))
            for place in [*result.get("locations", []), *related]:
                self.assert_place(place["physicalLocation"])
        for rule in rules:
            for text in (rule["shortDescription"]["text"], rule.get("help", {"text": "-"})["text"]):
                self.assertTrue(text)
                self.assertNotRegex(text, r"[{}]")

    def assert_place(self, place):
        uri = place["artifactLocation"]["uri"]
        self.assertRegex(uri, r"\A(?:[A-Za-z0-9._~/:-]|%[0-9A-F]{2})+\Z")
        region = place["region"]
        begin, end = (region["startLine"], region["startColumn"]), (region["endLine"], region["endColumn"])
        self.assertGreaterEqual(min(*begin, *end), 1)
        self.assertLessEqual(begin, end)

    def test_logs_of_all_malformed_files_are_valid_and_say_what_json_says(self):
        for language in ("en", "zh"):
            results, told = [], []
            for files in (TARGETS_FILES, [RESULTS_TARGETS, *RESULTS_FILES]):
                log = log_of(*files, "--lang", language)
                self.assert_valid(log)
                results += log["runs"][0]["results"]
                told += json.loads(run("check", *files, "--lang", language, "--format", "json").stdout)["diagnostics"]
            self.assertEqual(len(results), len(told))
            self.assertGreater(len(results), 100)
            for result, diagnostic in zip(results, told):
                text = "\n".join(filter(None, (diagnostic["message"], diagnostic["hint"])))
                shown = result["message"]["text"].replace("{{", "{").replace("}}", "}")
                self.assertEqual((result["ruleId"], result["level"], shown), (diagnostic["code"], diagnostic["severity"], text))
                place = result["locations"][0]["physicalLocation"]
                region = place["region"]
                self.assertEqual(urllib.parse.unquote(place["artifactLocation"]["uri"]), diagnostic["file"])
                self.assertEqual([region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")],
                                 [diagnostic[key] for key in ("line", "column", "end_line", "end_column")])

    def test_a_log_is_the_same_bytes_every_time(self):
        arguments = ("check", *MALFORMED, "--format", "sarif")
        self.assertEqual(run(*arguments).stdout, run(*arguments).stdout)

    def test_no_findings_are_a_valid_log_too(self):
        log = log_of(RESULTS_TARGETS)
        self.assert_valid(log)
        self.assertEqual(log["runs"][0]["results"], [])

    def test_standard_input_and_chinese_paths(self):
        text = (ROOT / "tests/malformed/line-misspelt-weight.yaml").read_bytes()
        log = log_of("-", data=text)
        self.assert_valid(log)
        self.assertEqual(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "stdin:")
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "2024 年 目标#1.yaml")
            path.write_bytes(text)
            for name in (path.name, str(path)):
                log = log_of(name, folder=folder)
                self.assert_valid(log)
                uri = urllib.parse.urlparse(log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
                self.assertEqual(urllib.parse.unquote(uri.path), name)
                self.assertEqual(uri.scheme, "file" if name.startswith("/") else "")

    def test_every_fix_mends_what_it_is_offered_for(self):
        fixed = 0
        for name in MALFORMED:
            files = [RESULTS_TARGETS, name] if name in RESULTS_FILES else [name]
            before = log_of(*files)["runs"][0]["results"]
            for result in before:
                for fix in result.get("fixes", []):
                    fixed += 1
                    text = (ROOT / name).read_text("utf-8")
                    change = fix["artifactChanges"][0]["replacements"][0]
                    region = change["deletedRegion"]
                    self.assertEqual(region["startLine"], region["endLine"])
                    lines = text.split("\n")
                    line = lines[region["startLine"] - 1]
                    lines[region["startLine"] - 1] = (line[:region["startColumn"] - 1] + change["insertedContent"]["text"]
                                                      + line[region["endColumn"] - 1:])
                    with tempfile.TemporaryDirectory() as folder:
                        path = pathlib.Path(folder, "fixed.yaml")
                        path.write_text("\n".join(lines), "utf-8")
                        after = log_of(*[str(path) if file == name else file for file in files])["runs"][0]["results"]
                    same = [r for r in after if (r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"])
                            == (result["ruleId"], region["startLine"])]
                    self.assertEqual(same, [], f"{name}: {result['message']['text']}")
        self.assertGreaterEqual(fixed, 3)

    def test_score_says_which_formats_it_knows(self):
        done = run("score", RESULTS_TARGETS, RESULTS_TARGETS, "--format", "sarif", "--lang", "en")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--format: expected table|json\n", done.stderr)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
