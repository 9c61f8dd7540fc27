#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The program as a process: files, streams, limits, languages. `cli_test.py YARDSTICK`"""

import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import unittest
from fractions import Fraction

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "jinjiang-court-2024"
TARGETS = str(EXAMPLE / "targets.yaml")
RESULTS = str(EXAMPLE / "results.yaml")
PROGRAM = ""


def run(*arguments, environment=None, data=None):
    base = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **{k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}}
    return subprocess.run([PROGRAM, *arguments], input=data, capture_output=True, timeout=120, check=False, env={**base, **(environment or {})})


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def test_output_to_a_file_is_what_standard_output_would_be(self):
        target = self.path / "out.json"
        self.assertEqual(run("score", TARGETS, RESULTS, "--format", "json", "-o", str(target)).returncode, 0)
        self.assertEqual(target.read_bytes(), run("score", TARGETS, RESULTS, "--format", "json").stdout)
        self.assertEqual([entry.name for entry in self.path.iterdir()], ["out.json"])

    def test_a_failed_run_leaves_an_older_output_untouched(self):
        target = self.path / "out.txt"
        target.write_text("older")
        done = run("score", TARGETS, str(ROOT / "tests/malformed/results-unknown-key.yaml"), "-o", str(target))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(target.read_text(), "older")
        self.assertEqual(len(list(self.path.iterdir())), 1)

    def test_an_output_file_is_as_open_as_any_new_file(self):
        target = self.path / "out.txt"
        run("score", TARGETS, RESULTS, "-o", str(target))
        plain = self.path / "plain"
        plain.touch()
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), stat.S_IMODE(plain.stat().st_mode))

    def test_writing_through_a_symbolic_link_keeps_the_link(self):
        (self.path / "real.txt").write_text("older")
        (self.path / "link.txt").symlink_to("real.txt")
        self.assertEqual(run("score", TARGETS, RESULTS, "-o", str(self.path / "link.txt")).returncode, 0)
        self.assertTrue((self.path / "link.txt").is_symlink())
        self.assertNotEqual((self.path / "real.txt").read_text(), "older")

    def test_a_folder_cannot_be_written_to(self):
        done = run("score", TARGETS, RESULTS, "-o", str(self.path))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"YS007", done.stderr)

    def test_a_full_disk_is_reported_and_leaves_nothing(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        done = run("score", TARGETS, RESULTS, "-o", "/dev/full")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"YS005", done.stderr)

    def test_a_file_without_permission_is_reported(self):
        secret = self.path / "secret.yaml"
        secret.write_text("yardstick: targets\n")
        secret.chmod(0)
        if os.access(secret, os.R_OK):  # root reads everything
            self.assertEqual(run("check", str(secret)).returncode, 1)
        else:
            self.assertIn(b"YS008", run("check", str(secret)).stderr)

    def test_something_that_can_be_opened_but_not_read_is_reported(self):
        done = run("check", "/proc/self/mem")
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, b"YS001|YS008")

    def test_a_file_beyond_the_limit_is_refused(self):
        huge = self.path / "huge.yaml"
        with huge.open("wb") as file:
            file.truncate((64 << 20) + 1)
        done = run("check", str(huge))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"YS002", done.stderr)

    def test_a_scorecard_beyond_the_limit_is_refused(self):
        lines = "".join(f"  - 指标{i} ≥ 1 件 权重 1\n" for i in range(100_001))
        large = self.path / "large.yaml"
        large.write_text("yardstick: targets\ndepartment: a\nyear: 2024\nruleset: cn-mof-2020\nindicators:\n" + lines, "utf-8")
        done = run("check", str(large))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"YS216", done.stdout)
        self.assertEqual(done.stdout.count(b"error["), 1)

    def test_figures_beyond_the_limit_are_refused(self):
        targets = self.path / "targets.yaml"
        targets.write_text("yardstick: targets\ndepartment: a\nyear: 2024\nruleset: cn-mof-2020\nindicators:\n"
                           "  - 结案率 ≥ 90 % 权重 100\n", "utf-8")
        results = self.path / "results.yaml"
        lines = "".join(f"  数{i}: {i + 1} 件\n" for i in range(10_001))
        results.write_text(f"yardstick: results\ndepartment: a\nyear: 2024\nfigures:\n{lines}actuals:\n  结案率: 甲 / 乙\n", "utf-8")
        done = run("score", str(targets), str(results))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"YS326", done.stderr)
        self.assertEqual(done.stderr.count(b"error["), 1)

    def test_standard_input_is_a_file_called_dash(self):
        done = run("score", "-", RESULTS, data=pathlib.Path(TARGETS).read_bytes())
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stdout, run("score", TARGETS, RESULTS).stdout)

    def test_crlf_and_a_byte_order_mark_change_nothing(self):
        for name, original in (("targets.yaml", TARGETS), ("results.yaml", RESULTS)):
            text = pathlib.Path(original).read_bytes()
            (self.path / name).write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
        done = run("score", str(self.path / "targets.yaml"), str(self.path / "results.yaml"))
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(done.stdout, run("score", TARGETS, RESULTS).stdout)

    def test_a_reader_that_goes_away_is_no_bug_of_ours(self):
        done = subprocess.run(f"{PROGRAM} score {TARGETS} {RESULTS} 2>/dev/null | head -1", shell=True, capture_output=True, timeout=60, check=False)
        self.assertEqual(done.stdout.count(b"\n"), 1)


class Format(unittest.TestCase):
    HEAD = "yardstick: targets\nindicators:\n"

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def tearDown(self):
        self.folder.cleanup()

    def file(self, name, text):
        path = self.path / name
        path.write_bytes(text.encode("utf-8"))
        return path

    def test_a_file_is_rewritten_in_place_with_its_permissions_and_link(self):
        real = self.file("real.yaml", self.HEAD + "- 甲≥1件\n")
        real.chmod(0o640)
        (self.path / "link.yaml").symlink_to("real.yaml")
        done = run("fmt", str(self.path / "link.yaml"))
        self.assertEqual((done.returncode, done.stdout), (0, b""), done.stderr)
        self.assertEqual(real.read_text("utf-8"), self.HEAD + "- 甲 ≥ 1 件\n")
        self.assertEqual(stat.S_IMODE(real.stat().st_mode), 0o640)
        self.assertTrue((self.path / "link.yaml").is_symlink())
        self.assertEqual(len(list(self.path.iterdir())), 2)

    def test_a_canonical_file_is_not_written_at_all(self):
        path = self.file("a.yaml", self.HEAD + "- 甲 ≥ 1 件\n")
        before = path.stat()
        self.assertEqual(run("fmt", str(path)).returncode, 0)
        self.assertEqual((path.stat().st_ino, path.stat().st_mtime_ns), (before.st_ino, before.st_mtime_ns))

    def test_a_file_with_errors_stays_and_the_others_are_formatted(self):
        good, bad = self.file("good.yaml", self.HEAD + "- 甲≥1件\n"), self.file("bad.yaml", self.HEAD + "- 甲≥1件\n- 乙\n")
        done = run("fmt", str(bad), str(good))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"YS103", done.stderr)
        self.assertEqual(bad.read_text("utf-8"), self.HEAD + "- 甲≥1件\n- 乙\n")
        self.assertEqual(good.read_text("utf-8"), self.HEAD + "- 甲 ≥ 1 件\n")

    def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_formatted(self):
        good = self.file("good.yaml", self.HEAD + "- 甲≥1件\n")
        done = run("fmt", str(self.path / "none.yaml"), str(good), str(self.path))
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"YS006", done.stderr)
        self.assertIn(b"YS007", done.stderr)
        self.assertEqual(good.read_text("utf-8"), self.HEAD + "- 甲 ≥ 1 件\n")

    def test_check_writes_nothing(self):
        path = self.file("a.yaml", self.HEAD + "- 甲≥1件\n")
        done = run("fmt", "--check", str(path))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout.decode(), f"{path}:3\n-- 甲≥1件\n+- 甲 ≥ 1 件\n")
        self.assertEqual(path.read_text("utf-8"), self.HEAD + "- 甲≥1件\n")

    def test_standard_input_goes_to_standard_output(self):
        for text, shown in (("- 甲≥1件\n", "- 甲 ≥ 1 件\n"), ("- 甲 ≥ 1 件", "- 甲 ≥ 1 件")):
            done = run("fmt", "-", data=(self.HEAD + text).encode())
            self.assertEqual((done.returncode, done.stdout.decode(), done.stderr), (0, self.HEAD + shown, b""))
        done = run("fmt", "-", data=(self.HEAD + "- 甲\n").encode())
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_a_byte_order_mark_and_carriage_returns_stay(self):
        text = "\ufeff" + self.HEAD.replace("\n", "\r\n")
        path = self.file("a.yaml", text + "- 甲≥1件\r\n- 甲乙≥1件")
        self.assertEqual(run("fmt", str(path)).returncode, 0)
        self.assertEqual(path.read_bytes().decode("utf-8"), text + "- 甲   ≥ 1 件\r\n- 甲乙 ≥ 1 件")

    def test_a_folder_that_cannot_be_written_to_is_reported(self):
        if os.geteuid() == 0:
            self.skipTest("root may write anywhere")
        path = self.file("a.yaml", self.HEAD + "- 甲≥1件\n")
        self.path.chmod(0o500)
        try:
            self.assertEqual(run("fmt", str(path)).returncode, 2)
        finally:
            self.path.chmod(0o700)
        self.assertEqual(path.read_text("utf-8"), self.HEAD + "- 甲≥1件\n")

    def test_formatting_changes_no_score(self):
        text = re.sub(r"^( *- .*?) +([≥≤=])", r"\1\2", pathlib.Path(TARGETS).read_text("utf-8"), flags=re.M)
        path = self.file("targets.yaml", text)
        self.assertNotEqual(run("fmt", "--check", str(path)).returncode, 0)
        before = run("score", str(path), RESULTS).stdout
        self.assertEqual(run("fmt", str(path)).returncode, 0)
        self.assertEqual(run("score", str(path), RESULTS).stdout, before)
        self.assertEqual(path.read_bytes(), pathlib.Path(TARGETS).read_bytes())


class Language(unittest.TestCase):
    def test_the_locale_decides_unless_lang_does(self):
        for environment, chinese in (({"LC_ALL": "zh_CN.UTF-8"}, True), ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, True),
                                     ({"LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN"}, False), ({"LC_ALL": "C"}, False)):
            output = run("score", TARGETS, RESULTS, environment=environment).stdout.decode()
            self.assertEqual("部门得分" in output, chinese, environment)
        self.assertIn("department score", run("score", TARGETS, RESULTS, "--lang", "en", environment={"LC_ALL": "zh_CN.UTF-8"}).stdout.decode())

    def test_colour_only_where_it_is_asked_for(self):
        self.assertNotIn(b"\x1b", run("score", TARGETS, RESULTS).stdout)
        self.assertIn(b"\x1b", run("score", TARGETS, RESULTS, "--color", "always").stdout)
        self.assertNotIn(b"\x1b", run("score", TARGETS, RESULTS, "--color", "never").stdout)


class Json(unittest.TestCase):
    SCORECARD = ["score", "exact", "grade", "points", "execution", "caps", "interval", "tasks", "indicators"]
    INDICATOR = ["path", "name", "kind", "criterion", "target", "actual", "weight", "score", "exact", "met", "rule", "notes"]
    DIAGNOSTIC = ["code", "severity", "message", "hint", "file", "line", "column", "end_line", "end_column"]

    def setUp(self):
        self.scores = json.loads(run("score", TARGETS, RESULTS, "--format", "json").stdout)

    def assert_keys(self, keys, mapping):
        for key in keys:
            self.assertIn(key, mapping)

    def test_scores_have_the_keys_that_others_rely_on(self):
        self.assertEqual(self.scores["format"], "yardstick/scores/1")
        self.assert_keys(["ruleset", "year", "department", "inputs", "diagnostics"], self.scores)
        department = self.scores["department"]
        self.assert_keys(["name", "score", "grade", "basis", "own", "projects"], department)
        for card in [department["own"], *department["projects"]]:
            self.assert_keys(self.SCORECARD, card)
            self.assert_keys(["rate", "score", "points"], card["execution"])
            for indicator in card["indicators"]:
                self.assert_keys(self.INDICATOR, indicator)
        for diagnostic in self.scores["diagnostics"]:
            self.assert_keys(self.DIAGNOSTIC, diagnostic)

    def test_check_prints_diagnostics(self):
        found = json.loads(run("check", TARGETS, "--format", "json").stdout)
        self.assertEqual(found["format"], "yardstick/diagnostics/1")
        self.assertEqual([d["code"] for d in found["diagnostics"]], ["YS210", "YS208", "YS208", "YS204"])

    def test_inputs_are_named_with_their_fingerprints(self):
        digest = subprocess.run(["sha256sum", TARGETS], capture_output=True, check=True, encoding="utf-8").stdout.split()[0]
        self.assertEqual(self.scores["inputs"][0], {"path": TARGETS, "sha256": digest})

    def test_no_number_of_points_is_a_json_number(self):
        def walk(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    if key in ("score", "exact", "weight", "points", "rate", "target", "actual"):
                        self.assertIsInstance(inner, str, key)
                    walk(inner)
            elif isinstance(value, list):
                for inner in value:
                    walk(inner)

        walk(self.scores["department"])


class Recomputation(unittest.TestCase):
    """The example once more, from the two YAML files, in exact fractions."""

    SCALES = {"万元": 10000, "亿元": 10**8, "万人次": 10000, "小时": 60, "天": 1440, "日": 1440, "年": 12, "%": Fraction(1, 100)}

    def quantity(self, text, unit=""):
        number, written = re.fullmatch(r"(-?[\d,.]+?)\.? ?([^\d\s.].*)?", text).groups()
        return Fraction(number.replace(",", "")) * self.SCALES.get(written or unit, 1)

    @staticmethod
    def month(text):
        year, month = re.fullmatch(r"(\d{4})[-.年](\d+) ?月?", text).groups()
        return int(year) * 100 + int(month)

    @staticmethod
    def cents(value):
        return Fraction((value * 100 + Fraction(1, 2)).__floor__(), 100)

    def score(self, line, actual):
        comparator, target, unit, weight, direction = re.fullmatch(
            r".+? +(≥|≤|=|定性) (\S+)(?: (\S+))? +权重 (\d+)(?: (\S+))?", line).groups()
        weight = Fraction(weight)
        if comparator == "定性":
            return weight * Fraction(re.search(r"([\d.]+) ?%", actual)[1]) / 100
        if "-" in target:
            return weight if self.month(actual) <= self.month(target) else Fraction(0)
        a, b = self.quantity(target, unit or ""), self.quantity(actual, unit or "")
        if comparator == "=" and a == 0:
            return weight if b == 0 else Fraction(0)
        less = comparator == "≤" or (comparator == "=" and direction == "反向")
        if (b <= a) if less else (b >= a):
            return weight
        return Fraction(0) if a <= 0 else max(Fraction(0), weight * (a / b if less else b / a))

    def lines(self, node, path=()):
        if isinstance(node, list):
            yield from ((path, line) for line in node)
        else:
            for key, inner in node.items():
                yield from self.lines(inner, (*path, key))

    def scorecard(self, targets, results, budget):
        actuals = {key: value["actual"] if isinstance(value, dict) else value for key, value in results["actuals"].items()}
        scores = []
        for path, line in self.lines(targets["indicators"]):
            name = re.match(r"(.+?) +(?:≥|≤|=|定性) ", line)[1]
            actual = actuals.get(name, actuals.get("/".join((*path, name))))
            scores.append(self.cents(self.score(line, str(actual))))
        budget = self.quantity(results.get("adjusted", budget))
        execution = self.cents(10 * min(Fraction(1), self.quantity(results["spent"]) / budget))
        return scores, execution, sum(scores) + execution

    def compare(self, printed, scores, execution, total):
        self.assertEqual([Fraction(i["score"]) for i in printed["indicators"]], scores)
        self.assertEqual(Fraction(printed["execution"]["score"]), execution)
        self.assertEqual(Fraction(printed["score"]), total)
        self.assertEqual(printed["grade"], "优" if total >= 90 else "良" if total >= 80 else "中" if total >= 60 else "差")

    def test_every_score_and_total_of_the_example_is_what_plain_fractions_give(self):
        loader = yaml.BaseLoader  # everything is text
        targets = yaml.load(pathlib.Path(TARGETS).read_text("utf-8"), loader)
        results = yaml.load(pathlib.Path(RESULTS).read_text("utf-8"), loader)
        printed = json.loads(run("score", TARGETS, RESULTS, "--format", "json").stdout)["department"]
        own = self.scorecard(targets, results, targets["budget"]["total"])
        self.compare(printed["own"], *own)
        self.assertEqual(Fraction(printed["score"]), own[2])
        weighted = budgets = Fraction(0)
        count = len(own[0])
        for project in printed["projects"]:
            source = targets["projects"][project["name"]]
            card = self.scorecard(source, results["projects"][project["name"]], source["budget"])
            self.compare(project, *card)
            weighted += card[2] * self.quantity(source["budget"])
            budgets += self.quantity(source["budget"])
            count += len(card[0])
        self.assertEqual(count, 205)
        self.assertEqual(Fraction(printed["alternatives"][1]["exact"]), weighted / budgets)
        self.assertEqual(Fraction(printed["alternatives"][1]["score"]), self.cents(weighted / budgets))


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
