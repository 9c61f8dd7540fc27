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

sys.dont_write_bytecode = True  # the source tree stays as it is
import ebnf  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = (ROOT / "docs/language.md", ROOT / "docs/zh/language.md")
PROGRAM = ""

SENTENCES = 1200  # of each kind
DEEPEST = 30  # productions inside one another

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
    "one word of a unit": ["件", "天", "万元", "元", "days", "㎡", "个百分点", "月"],
    "letters, digits and `_`, no digit first, no word of the language": ["结案数", "受理数", "base_2", "验收"],
    "any characters, a quote doubled": ["支出（任务5）", "a \"\"b\"\" ≥"],
    "the words of a tier": ["达成", "部分达成", "未达成", "partly achieved", "基本达成并具有一定效果"],
}

# What the program may say of a sentence that the EBNF allows. All else says something other than the page.
ALLOWED = {
    "line": {"YS119",   # a note: `≤ 6 月` may have been meant as June
             "YS204",   # the direction contradicts the comparator
             "YS208",   # weights do not add up
             "YS220", "YS221", "YS224", "YS225", "YS226", "YS227",  # no such rule, or other arguments than it takes
             "YS320"},  # the actual is far from the target
    "value": {"YS208", "YS310", "YS308", "YS311", "YS320"},  # no such tier, share outside it, not applicable
    "derived": {"YS208", "YS323",  # gives something unlike the target
                "YS418", "YS425",  # another number of arguments, or of places
                "YS419", "YS420", "YS421", "YS422", "YS423",  # things that cannot be computed with one another
                "YS426", "YS427", "YS428", "YS429"},  # division by zero, days, bounds
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
        self.assertEqual(set(read) - named, {"line", "actual", "cell", "approximate"})

    def test_every_word_of_the_programs_tables_stands_in_the_grammar(self):
        self.assertEqual(self.tables() - ebnf.words(grammar()), set())

    def test_every_word_of_the_grammar_stands_in_the_programs_tables(self):
        letters = {word for word in ebnf.words(grammar()) if re.search(r"[^\W\d_]", word)}
        self.assertEqual(letters - self.tables(), self.SPELT_IN_RULES)


class Sentences(unittest.TestCase):
    maxDiff = None
    """The program reads every sentence of the EBNF; every choice that the grammar offers stands in one."""

    def setUp(self):
        self.grammar = grammar()
        self.random = random.Random(20240630)
        self.sentences = ebnf.Sentences(self.grammar, SAMPLES, self.random)

    def made(self, root, count=SENTENCES):
        """Sentences that keep to what the EBNF says in words only, with every choice in one of them."""
        names = ebnf.reachable(self.grammar, [root])
        found, missing = [], set(self.sentences.choices(names))
        for _ in range(40 * count):
            sentence = self.sentences.sentence(root, DEEPEST)
            mend(sentence)
            if keeps_rules(sentence):
                found.append(sentence)
                missing -= self.sentences.chosen
            if len(found) >= count and not missing:
                break
        self.assertEqual([self.sentences.describe(choice, names) for choice in missing], [])
        return found

    def assert_nothing_but(self, root, sentences, files):
        with tempfile.TemporaryDirectory() as folder:
            found = check(pathlib.Path(folder), files)
        wrong = [f"{code} {message} in {files[file].splitlines()[line - 1]!r}" for (file, line), told in found.items()
                 for code, message in told if code not in ALLOWED[root]]
        self.assertEqual(wrong[:20], [], f"{len(wrong)} of {len(sentences)} sentences")
        return found

    def test_every_line_is_read_with_its_name_its_kind_of_target_and_its_unit(self):
        lines = self.made("line")
        actuals = [f"    c{i}/{name_of(line)}" for i, line in enumerate(lines)]
        self.assert_nothing_but("line", lines, files_of(
            [line.text for line in lines], [f"{quoted(key.strip())}: {quoted(actual_for(line))}" for key, line in zip(actuals, lines)]))

    def test_every_value_is_read_as_what_it_is(self):
        values = self.made("value")
        self.assert_nothing_but("value", values, files_of(
            [target_for(value) for value in values], [f"'c{i}/x': {quoted(value.text)}" for i, value in enumerate(values)]))

    def test_every_formula_is_read_as_one(self):
        formulas = self.made("derived", 500)
        files = files_of(["x ≥ 1 件 权重 1"] * len(formulas), [f"'c{i}/x': {quoted(formula.text)}" for i, formula in enumerate(formulas)])
        figures = """figures: {结案数: 9 件, 受理数: 10 件, base_2: 2, 验收: 是, 支出（任务5）: 3 万元, 'a "b" ≥': 2024-06-01}\n"""
        files["r.yaml"] = files["r.yaml"].replace("actuals:", figures + "actuals:")
        self.assert_nothing_but("derived", formulas, files)

    def test_every_approximate_number_is_refused_as_target_and_as_value(self):
        numbers = self.made("approximate", 300)
        found = self.assert_nothing_but("approximate", numbers, files_of([f"x ≥ {number.text} 权重 1" for number in numbers], []))
        self.assertEqual(len([line for line, told in found.items() if told[0][0] == "YS123"]), len(numbers))
        found = self.assert_nothing_but("approximate", numbers, files_of(
            ["x ≥ 5 权重 1"] * len(numbers), [f"'c{i}/x': {quoted(number.text)}" for i, number in enumerate(numbers)]))
        self.assertEqual(len([line for line, told in found.items() if told[0][0] == "YS123"]), len(numbers))

    def test_a_mutilated_line_is_read_or_refused_but_never_ends_the_program(self):
        lines = []
        for line in self.made("line", 400):
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


class Examples(unittest.TestCase):
    """Every example of the pages is run. What a comment behind an item or an actual says of it must be so: codes of diagnostics
    (`# YS120`), `# met`, `# missed`, `# scores 9.00`, or the same in Chinese."""

    REMARK = re.compile(r"\s# ?(YS\d{3}(?:, YS\d{3})*|met|missed|达标|未达标|(?:scores|得) [\d.]+)\s*$")
    NOT_OF_ONE_LINE = {"YS208"}  # that weights do not add up

    def test_both_pages_have_the_same_parts(self):
        outlines = []
        for page in PAGES:
            text = page.read_text("utf-8")
            kinds = re.findall(r"^(#+) |^```(\w+)\n", text, re.M)
            outlines.append([heading or kind for heading, kind in kinds])
        self.assertEqual(*outlines)

    def test_every_example_is_read_as_the_pages_say(self):
        for page in PAGES:
            with tempfile.TemporaryDirectory() as name:
                self.run_page(page.read_text("utf-8"), pathlib.Path(name))

    def test_cells_of_published_tables_are_read_as_the_pages_say(self):
        rows = [line.split("\t") for line in (ROOT / "tests/tables/readings.tsv").read_text("utf-8").splitlines()]
        readings = {cell: reading for column, cell, reading in rows if column == "target"}
        for page in PAGES:
            section = re.search(r"^## (?:Cells|公开表格).*?^## ", page.read_text("utf-8"), re.M | re.S)[0]
            shown = re.findall(r"^\| `([^`]+)` \| ([^|]+) \|$", section, re.M)
            self.assertEqual(len(shown), 4)
            for cell, reading in shown:
                self.assertEqual(reading.replace("（推定）", " (assumed)"), readings[cell])

    def run_page(self, text, folder):
        examples = 0
        for kind, block in re.findall(r"^```(\w+)\n(.*?)^```", text, re.M | re.S):
            with self.subTest(example=block[:60]):
                examples += kind not in ("text", "ebnf")
                if kind == "console":
                    self.run_console(block, folder)
                elif kind == "yaml" and (name := re.match(r"# ?([\w.-]+\.yaml)\n", block)):
                    (folder / name[1]).write_text(block, "utf-8")
                elif kind == "yaml" and block.startswith("- "):
                    self.run_lines(block, folder)
                elif kind == "yaml" and block.startswith("indicators:"):
                    self.run_year(block, folder)
                else:
                    self.assertIn(kind, ("text", "ebnf"))
        self.assertGreater(examples, 20)

    def remarks(self, block):
        """What is said of each line, by its number."""
        return {i: found[1] for i, line in enumerate(block.splitlines()) if (found := self.REMARK.search(line))}

    def assert_codes(self, block, found, expected):
        for i, line in enumerate(block.splitlines()):
            codes = [code for code, _ in found.get(i, []) if code not in self.NOT_OF_ONE_LINE]
            wanted = re.findall(r"YS\d{3}", expected.get(i, ""))
            self.assertEqual(codes, wanted, f"{line}\n{found.get(i)}")

    def run_lines(self, block, folder):
        """Each item in a category of its own."""
        head = "yardstick: targets\ndepartment: d\nyear: 2024\nruleset: cn-mof-2020\nindicators:\n"
        items = "".join(f"  c{i}:\n    {line}\n" for i, line in enumerate(block.splitlines()))
        found = {(line - 7) // 2: told for (_, line), told in check(folder, {"lines.yaml": head + items}).items()}
        self.assert_codes(block, found, self.remarks(block))

    def run_year(self, block, folder):
        """`indicators:` of targets, and `figures:` and `actuals:` of results."""
        lines = block.splitlines(keepends=True)
        begin = next(i for i, line in enumerate(lines) if re.match(r"figures:|actuals:", line))
        heads = ["yardstick: targets\ndepartment: d\nyear: 2024\nruleset: cn-mof-2020\n", "yardstick: results\ndepartment: d\nyear: 2024\n"]
        files = {"t.yaml": heads[0] + "".join(lines[:begin]), "r.yaml": heads[1] + "".join(lines[begin:])}
        at = {"t.yaml": -5, "r.yaml": begin - 4}
        found = {line + at[file]: told for (file, line), told in check(folder, files).items()}
        remarks = self.remarks(block)
        self.assert_codes(block, found, remarks)
        if any(code.startswith("YS") for code in remarks.values()):
            return
        done = run("score", *files, "--format", "json", cwd=folder)
        scored = {indicator["name"]: indicator for indicator in json.loads(done.stdout)["department"]["own"]["indicators"]}
        for i, remark in remarks.items():
            indicator = scored[re.match(r"\s*([^:]+):", lines[i])[1].strip("'")]
            if remark in ("met", "missed", "达标", "未达标"):
                self.assertEqual(indicator["met"], remark in ("met", "达标"), lines[i])
            else:
                self.assertEqual(indicator["score"], remark.split()[1], lines[i])

    def run_console(self, block, folder):
        for command, shown in re.findall(r"^\$ yardstick (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
            done = subprocess.run(f"{PROGRAM} {command}", shell=True, cwd=folder, capture_output=True, encoding="utf-8", timeout=60,
                                  check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
            seen, position = done.stdout + done.stderr, 0
            for part in shown.split("...\n"):  # a line of three dots stands for lines left out
                at = seen.find(part, position)
                self.assertGreaterEqual(at, 0, f"`yardstick {command}` does not print\n{part}\nbut\n{seen}")
                position = at + len(part)


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
    """Ranges get their lower end first, and one unit. Numbers without a comparator before them lose their signs,
    which could as well belong to the name."""
    for found in sentence.all("range", "bounded"):
        for number in found.all("number"):
            number.replace(number.text.lstrip("-－−+＋"))
    for found in sentence.all("range"):
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
        clauses = sentence.all("weight", "points", "direction", "rule")
        kinds = collections.Counter("weight" if node.name == "points" else node.name for node in clauses)
        if kinds["weight"] != 1 or max(kinds.values()) > 1:
            return False
        if any(value_of(node) <= 0 for clause in sentence.all("weight", "points") for node in clause.all("unsigned")):
            return False
    years = any(re.match(r"(19|20|１９|２０)[\d]{2}(?!\d)", number.text.lstrip("+-－−＋")) for number in sentence.all("number"))
    points_after_date = re.search(r"(年度?|月份?)\s+[\d.．,，]+\s*分", sentence.text)
    year_0 = any(re.match(r"0{4}-", day.text.translate(PLAIN)) for day in sentence.all("calendar-day"))
    return not years and not points_after_date and not year_0


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
