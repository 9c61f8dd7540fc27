#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The language as docs/language.md states it, held against the program. `language_test.py YARDSTICK`

The EBNF of the page gives sentences, which the program must read without a fault of syntax; the words of the EBNF are those of
the program's tables; and every example on the page is run.
"""

import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

import ebnf

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = (ROOT / "docs/language.md", ROOT / "docs/zh/language.md")
PROGRAM = ""

SENTENCES = 1500  # of each kind
DEEPEST = 12  # productions inside one another, where less will not do

# Free text of the EBNF: what stands between its question marks, with samples.
SAMPLES = {
    "a tab, another space of Unicode": ["\t", "\u00a0", "\u2009"],
    "the shortest beginning after which the rest can be read": [
        "结案率", "媒体刊发稿件数量（任务5）", "65岁以上老人数", "路灯、楼道灯完好率", "“三公”经费控制率",
        "cases closed"],
    "any characters but quotes": ["满意度（≥90 为优）", "a = b", "率 ≥ 90 % 权重 1", "18..26 ℃"],
    "words without a comparator sign, up to a clause behind a space or comma": [
        "明显缓解", "制度健全，执行有力", "权重合理", "clearly better", "按时完成"],
    "no digit first; no spaces, commas, parentheses, `；`, `。`, and no word of a clause": ["每降扣分", "proportional", "比例"],
    "letters of any script, digits behind Latin letters, `$`; no word of the language in it": [
        "条", "元", "万元", "人次", "个工作日", "个百分点", "天", "个月", "户", "㎡", "km2", "m³", "days", "percent", "℃", "月", "分"],
    "1 to 12, in one or two digits": ["1", "02", "6", "09", "10", "12", "３", "１１"],
    "1 to 31, in one or two digits": ["1", "05", "9", "17", "28", "２", "１０"],  # every month has these
    "the words of a tier": ["达成", "部分达成", "未达成", "partly achieved", "基本达成并具有一定效果"],
}

# What the program may say of a sentence that the EBNF allows. All else says something other than the page.
ALLOWED = {
    "line": {"YS119",   # a note: `≤ 6 月` may have been meant as June
             "YS204",   # the direction contradicts the comparator
             "YS208",   # weights do not add up
             "YS220",   # no such rule
             "YS320"},  # the actual is far from the target
    "value": {"YS208", "YS310", "YS308", "YS311", "YS320"},  # no such tier, share outside it, not applicable
    "approximate": {"YS123", "YS208"},
}


def run(*arguments, cwd=ROOT, lang="en", text=None):
    return subprocess.run([PROGRAM, *arguments, "--lang", lang], capture_output=True, encoding="utf-8", timeout=300, check=False, cwd=cwd,
                          input=text)


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def check(folder, files):
    """The diagnostics of the files, by file and line: code and message."""
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    done = run("check", *files, "--format", "json", cwd=folder)
    if done.returncode not in (0, 1):
        raise AssertionError(f"exit status {done.returncode}: {done.stderr[:2000]}")
    found = collections.defaultdict(list)
    for diagnostic in json.loads(done.stdout)["diagnostics"]:
        found[diagnostic["file"], diagnostic["line"]].append((diagnostic["code"], diagnostic["message"]))
    return found


def grammar():
    return ebnf.read(ebnf.blocks(PAGES[0].read_text("utf-8"))[0])


class Words(unittest.TestCase):
    """The words of the EBNF are those of the program's tables."""

    # Parts of dates and of points, which the rules spell where they stand.
    SPELT_IN_RULES = {"年", "年度", "月", "月份", "日", "号", "分"}

    def tables(self):
        text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "grammar/detail").glob("*words.hpp")))
        code = re.sub(r"//.*|^#include.*", "", text, flags=re.M)
        return set(re.findall(r'"([^"\n]+)"', code))

    def test_both_pages_hold_the_same_grammar(self):
        english, chinese = (ebnf.blocks(page.read_text("utf-8")) for page in PAGES)
        self.assertEqual(len(english), 1)
        self.assertEqual(english, chinese)

    def test_every_production_is_used_and_every_name_is_a_production(self):
        read = grammar()
        named = {e[1] for expression in read.values() for e in ebnf.inside(expression) if e[0] == "name"}
        self.assertEqual(named - set(read), set())
        self.assertEqual(set(read) - named, {"line", "value", "cell", "approximate"})

    def test_every_word_of_the_programs_tables_stands_in_the_grammar(self):
        self.assertEqual(self.tables() - ebnf.words(grammar()), set())

    def test_every_word_of_the_grammar_stands_in_the_programs_tables(self):
        letters = {word for word in ebnf.words(grammar()) if re.search(r"[^\W\d_]", word)}
        self.assertEqual(letters - self.tables(), self.SPELT_IN_RULES)


class Sentences(unittest.TestCase):
    maxDiff = None
    """The program reads every sentence of the EBNF. Spaces aside, a sentence is made by all choices that the grammar offers."""

    def setUp(self):
        self.grammar = grammar()
        self.random = random.Random(20240630)
        self.sentences = ebnf.Sentences(self.grammar, SAMPLES, self.random)

    def made(self, root, count=SENTENCES):
        """Sentences that keep to what the EBNF says in words only."""
        found = []
        while len(found) < count:
            sentence = self.sentences.sentence(root, DEEPEST)
            mend(sentence)
            if keeps_rules(sentence):
                found.append(sentence)
        return found

    def assert_all_choices_were_made(self, root):
        names = ebnf.reachable(self.grammar, [root])
        missed = [self.sentences.describe(choice, names) for choice in self.sentences.choices(names)
                  if choice not in self.sentences.used]
        self.assertEqual(missed, [])

    def assert_nothing_but(self, root, sentences, files):
        with tempfile.TemporaryDirectory() as folder:
            found = check(pathlib.Path(folder), files)
        wrong = [f"{code} {message} in {files[file].splitlines()[line - 1]!r}" for (file, line), told in found.items()
                 for code, message in told if code not in ALLOWED[root]]
        self.assertEqual(wrong[:60], [], f"{len(wrong)} of {len(sentences)} sentences")
        return found

    def test_every_line_is_read_with_its_name_its_kind_of_target_and_its_unit(self):
        lines = self.made("line")
        self.assert_all_choices_were_made("line")
        actuals = [f"    c{i}/{name_of(line)}" for i, line in enumerate(lines)]
        self.assert_nothing_but("line", lines, files_of(
            [line.text for line in lines], [f"{quoted(key.strip())}: {quoted(actual_for(line))}" for key, line in zip(actuals, lines)]))

    def test_every_value_is_read_as_what_it_is(self):
        values = self.made("value")
        self.assert_all_choices_were_made("value")
        self.assert_nothing_but("value", values, files_of(
            [target_for(value) for value in values], [f"'c{i}/x': {quoted(value.text)}" for i, value in enumerate(values)]))

    def test_every_approximate_number_is_refused_as_target_and_as_value(self):
        numbers = self.made("approximate", 300)
        self.assert_all_choices_were_made("approximate")
        found = self.assert_nothing_but("approximate", numbers, files_of([f"x ≥ {number.text} 权重 1" for number in numbers], []))
        self.assertEqual(len([line for line, told in found.items() if told[0][0] == "YS123"]), len(numbers))
        found = self.assert_nothing_but("approximate", numbers, files_of(
            ["x ≥ 5 权重 1"] * len(numbers), [f"'c{i}/x': {quoted(number.text)}" for i, number in enumerate(numbers)]))
        self.assertEqual(len([line for line, told in found.items() if told[0][0] == "YS123"]), len(numbers))

    def test_a_mutilated_line_is_read_or_refused_but_never_ends_the_program(self):
        lines = []
        for line in self.made("line", 500):
            pieces = [leaf.text for leaf in line.leaves() if leaf.text]
            at = self.random.randrange(len(pieces))
            match self.random.randrange(3):
                case 0:
                    del pieces[at]
                case 1:
                    pieces.insert(at, pieces[at])
                case 2:
                    other = self.random.randrange(len(pieces))
                    pieces[at], pieces[other] = pieces[other], pieces[at]
            lines.append("".join(pieces))
        with tempfile.TemporaryDirectory() as folder:
            found = check(pathlib.Path(folder), files_of(lines, []))
        self.assertGreater(len(found), len(lines) // 4)


def files_of(lines, actuals):
    targets = "yardstick: targets\ndepartment: d\nyear: 2024\nruleset: cn-mof-2020\nindicators:\n"
    targets += "".join(f"  c{i}: [{quoted(line)}]\n" for i, line in enumerate(lines))
    if not actuals:
        return {"t.yaml": targets}
    results = "yardstick: results\ndepartment: d\nyear: 2024\nactuals:\n" + "".join(f"  {actual}\n" for actual in actuals)
    return {"t.yaml": targets, "r.yaml": results}


PLAIN = str.maketrans("０１２３４５６７８９．－−＋，", "0123456789.--+,")


def value_of(number):
    return float(number.text.translate(PLAIN).replace(",", ""))


def mend(sentence):
    """Ranges get their lower end first, and one unit; dates plain spaces, and digits of one width."""
    for found in sentence.all("date", "short-date"):
        for gap in found.all("_"):
            gap.replace(" " if gap.text else "")
        found.replace(found.text.translate(PLAIN))
    for area in (sentence, *sentence.all("measured")):
        for found in area.all("range"):
            low, high = found.all("number")
            if value_of(low) > value_of(high):
                texts = low.text, high.text
                low.replace(texts[1])
                high.replace(texts[0])
            units = list(found.all("unit"))
            if len(units) == 2:
                units[1].replace(units[0].text)


def keeps_rules(sentence):
    """The rules that the EBNF states in words."""
    if sentence.name == "line":
        kinds = collections.Counter("weight" if node.name == "points" else node.name for node in sentence.all("weight", "points", "direction", "rule"))
        if kinds["weight"] != 1 or max(kinds.values()) > 1:
            return False
        if any(value_of(node) <= 0 for clause in sentence.all("weight", "points") for node in clause.all("unsigned")):
            return False
    years = any(re.match(r"(19|20|１９|２０)[\d]{2}(?!\d)", number.text.lstrip("+-－−＋")) for number in sentence.all("number"))
    points_after_date = re.search(r"(年度?|月份?)\s+[\d.．,，]+\s*分", sentence.text)
    return not years and not points_after_date


def name_of(line):
    name = next(line.all("name"))
    for quoted_name in name.all("quoted-name"):
        return quoted_name.text[1:-1].replace('""', '"')
    return name.text


def actual_for(line):
    """An actual of the kind that the line asks for."""
    if list(line.all("judged")):
        return "达成 95%"
    criterion = next(line.all("measured"))
    if list(criterion.all("answer")):
        return "是"
    if list(criterion.all("dated", "deadline")):
        return "2024-03-15"
    return "1 " + next((unit.text for unit in criterion.all("unit")), "")


def target_for(value):
    """A line that the value can be an actual of."""
    kind = next(value.all("quantity", "dated", "answer", "share", "not-applicable"))
    unit = next((unit.text for unit in kind.all("unit")), "")
    return {"quantity": f"x ≥ 1 {unit} 权重 1", "dated": "x ≤ 2099年 权重 1", "answer": "x = 是 权重 1", "share": "x 定性 好 权重 1",
            "not-applicable": "x ≥ 1 权重 1"}[kind.name]


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
