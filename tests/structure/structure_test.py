#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The architecture and the documentation, held against the code. `structure_test.py YARDSTICK`"""

import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ""

# What each folder may include (docs/architecture.md).
MAY_INCLUDE = {
    "base": {"base"},
    "grammar": {"grammar", "base"},
    "indicators": {"indicators", "grammar", "base"},
    "engine": {"engine", "indicators", "base"},
    "report": {"report", "engine", "indicators", "base"},
    "cli": {"cli", "report", "engine", "indicators", "base"},
}
# What only some files may include of libraries.
CONFINED = {
    "boost/spirit": re.compile(r"grammar/(parse\.cpp|formula\.cpp|detail/)"),
    "boost/fusion": re.compile(r"grammar/(parse\.cpp|formula\.cpp|detail/)"),
    "boost/variant": re.compile(r"grammar/detail/"),
    "boost/multiprecision": re.compile(r"base/rational\.cpp"),
    "yaml-cpp": re.compile(r"indicators/yaml/document\.cpp"),
    "utf8proc": re.compile(r"base/utf8\.cpp"),
    "nlohmann": re.compile(r"report/(json|sarif)\.cpp"),
    "CLI/": re.compile(r"cli/main\.cpp"),
    "sha256.h": re.compile(r"report/sha256\.cpp"),
}


def sources(folders=MAY_INCLUDE):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.?pp")):
            yield path.relative_to(ROOT), path.read_text("utf-8")


def catalogue_codes():
    enumeration = (ROOT / "base/diagnostic.hpp").read_text("utf-8").split("enum class Code")[1].split("};")[0]
    return [f"YS{int(number):03}" for number in re.findall(r"^\s+\w+ = (\d+),", enumeration, re.M)]


def documents():
    return [ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")] + sorted((ROOT / "docs").rglob("*.md"))


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, encoding="utf-8", timeout=60, check=False)


class Structure(unittest.TestCase):
    def test_includes_go_one_way(self):
        for path, text in sources():
            folder = path.parts[0]
            for included in re.findall(r'#include "(\w+)/', text):
                if included != "embedded":
                    self.assertIn(included, MAY_INCLUDE[folder], f"{path} includes {included}/")

    def test_libraries_stay_where_they_belong(self):
        for path, text in sources():
            for library, allowed in CONFINED.items():
                if re.search(rf"#include <{re.escape(library)}", text):
                    self.assertRegex(str(path), allowed, f"{path} includes {library}")

    def test_no_binary_floating_point_in_the_exact_core(self):
        for path, text in sources(("base", "grammar", "indicators", "engine", "report")):
            code = re.sub(r'//.*|"(\\.|[^"\\\n])*"', "", text)
            self.assertNotRegex(code, r"\b(double|float)\b", f"{path}")

    def test_nothing_below_cli_prints_or_exits(self):
        for path, text in sources(("base", "grammar", "indicators", "engine", "report")):
            self.assertNotRegex(text, r"std::c(out|err)\b|\bprintf\(|fmt::print|std::exit|\babort\(", f"{path}")

    def test_every_file_begins_with_its_licence_and_its_purpose(self):
        for path, text in sources((*MAY_INCLUDE, "tests")):
            lines = text.splitlines()
            self.assertEqual(lines[0], "// SPDX-License-Identifier: Apache-2.0", path)
            self.assertTrue(lines[1].startswith("// "), f"{path} does not say what it is for")

    def test_every_source_with_behaviour_has_its_test(self):
        covered_elsewhere = {
            "base/diagnostic.cpp": "tests/unit/base/render_test.cpp",
            "indicators/build_indicator.cpp": "tests/unit/indicators/load_targets_test.cpp",
            "grammar/detail/convert.cpp": "tests/unit/grammar/parse_test.cpp",
            "grammar/detail/quoted_name.cpp": "tests/unit/grammar/parse_test.cpp",
            "grammar/detail/suggestions.cpp": "tests/unit/grammar/parse_test.cpp",
            "indicators/fit_actual.cpp": "tests/unit/indicators/malformed_test.cpp",
            "indicators/fields.cpp": "tests/unit/indicators/malformed_test.cpp",
            "indicators/checks.cpp": "tests/unit/indicators/malformed_test.cpp",
            "indicators/model.cpp": "tests/unit/indicators/load_targets_test.cpp",
            "indicators/rulesets/cn_mof_2020.cpp": "tests/unit/indicators/ruleset_test.cpp",
            "report/json.cpp": "tests/golden/run.py",
            "report/table.cpp": "tests/golden/run.py",
            "report/sha256.cpp": "tests/unit/report/report_test.cpp",
            "report/wording.cpp": "tests/unit/report/report_test.cpp",
            "base/catalogue.cpp": "tests/unit/base/catalogue_test.cpp",
        }
        for path, _ in sources(("base", "grammar", "indicators", "engine", "report")):
            if path.suffix == ".cpp":
                test = covered_elsewhere.get(str(path), f"tests/unit/{path.with_suffix('')}_test.cpp")
                self.assertTrue((ROOT / test).exists(), f"{path} has no test")


class Documentation(unittest.TestCase):
    def test_every_diagnostic_code_is_documented_and_no_other(self):
        documented = re.findall(r"^### (YS\d{3})", (ROOT / "docs/diagnostics.md").read_text("utf-8"), re.M)
        self.assertEqual(documented, catalogue_codes())

    def test_the_diagnostics_page_shows_what_users_see(self):
        subprocess.run([ROOT / "scripts/diagnostics-page", "--check"], check=True, timeout=60)

    def test_every_diagnostic_code_is_seen_in_a_test_of_what_users_see(self):
        seen = "".join(path.read_text("utf-8") for path in sorted((ROOT / "tests/golden").glob("*/std*")))
        seen += (ROOT / "tests/cli/cli_test.py").read_text("utf-8")
        for code in catalogue_codes():
            self.assertTrue(code in seen, f"{code} is never seen")

    def test_every_command_and_option_is_documented_in_both_languages(self):
        commands = re.findall(r"^  (\w+)  ", run("--help", "--lang", "en").stdout.split("Subcommands:")[1], re.M)
        self.assertGreaterEqual(len(commands), 2)
        options = set()
        for command in commands:
            options |= set(re.findall(r"--[\w-]+", run(command, "--help", "--lang", "en").stdout))
        for name in ("docs/cli.md", "docs/zh/cli.md"):
            text = (ROOT / name).read_text("utf-8")
            for word in [f"yardstick {command}" for command in commands] + sorted(options):
                self.assertIn(word, text, f"{name} does not mention {word}")

    def test_links_between_documents_lead_somewhere(self):
        for document in documents():
            for target in re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8")):
                self.assertTrue((document.parent / target).exists(), f"{document.name} links to {target}")

    def test_the_first_two_commands_of_both_readmes_are_scripts_that_run(self):
        for name in ("README.md", "README.zh-CN.md"):
            commands = re.findall(r"^\$ (\S+)", (ROOT / name).read_text("utf-8"), re.M)
            self.assertEqual(commands[:2], ["scripts/demo", "scripts/test"], name)
        for script in ("scripts/demo", "scripts/test"):
            self.assertTrue((ROOT / script).stat().st_mode & 0o100, script)
        self.assertIn("scripts/test", (ROOT / ".ci/run").read_text("utf-8"))

    def test_examples_in_the_documents_print_what_they_show(self):
        examples = 0
        for document in documents():
            if document.name == "language.md":  # whose examples make files of their own: tests/language
                continue
            for block in re.findall(r"^```console\n(.*?)^```", document.read_text("utf-8"), re.M | re.S):
                for command, shown in re.findall(r"^\$ yardstick (.*)\n((?:(?!\$ ).*\n)*)", block, re.M):
                    done = subprocess.run(f"{PROGRAM} {command}", shell=True, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60,
                                          check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"})
                    seen = done.stdout + done.stderr
                    examples += 1
                    position = 0
                    for part in shown.split("...\n"):  # a line of three dots stands for lines left out
                        at = seen.find(part, position)
                        self.assertGreaterEqual(at, 0, f"{document.name}: `yardstick {command}` does not print\n{part}\nbut\n{seen[:3000]}")
                        position = at + len(part)
        self.assertGreater(examples, 3)


if __name__ == "__main__":
    PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main()
