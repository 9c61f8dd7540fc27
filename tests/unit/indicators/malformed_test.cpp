// SPDX-License-Identifier: Apache-2.0
// The files of tests/malformed: each says in its first lines which faults it has, and where.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "indicators/checks.hpp"
#include "indicators/fields.hpp"
#include "loading.hpp"

using namespace yardstick;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = fs::path(YARDSTICK_SOURCE_DIR) / "tests" / "malformed";
constexpr std::string_view kExpect = "# expect ";

std::string sorted_and_joined(std::vector<std::string> lines) {
    std::ranges::sort(lines);
    std::string joined;
    for (const std::string& line : lines) joined += line + "\n";
    return joined;
}

std::string expected(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line) && line.starts_with(kExpect);)
        lines.push_back(line.substr(kExpect.size()));
    return sorted_and_joined(std::move(lines));
}

std::string shown(const base::Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    for (const base::Diagnostic& d : diagnostics) {
        const auto at = d.place.source->position(d.place.span.begin);
        lines.push_back(base::code_text(d.code) + " " + std::to_string(at.line) + ":" +
                        std::to_string(at.column));
    }
    return sorted_and_joined(std::move(lines));
}

base::Diagnostics faults_of_targets(const indicators::yaml::Document& document) {
    return indicators::load_checked_targets(document, "", tests::units()).diagnostics;
}

}  // namespace

TEST_CASE("each malformed file gets just the diagnostics it says, at the places it says") {
    const auto base_targets = tests::load_targets(tests::file_text(kFolder / "results-targets.yaml"));
    REQUIRE(base_targets.value.has_value());
    REQUIRE(base_targets.diagnostics.empty());
    const indicators::Ruleset ruleset = indicators::cn_mof_2020();
    int files = 0;
    for (const auto& entry : fs::directory_iterator(kFolder)) {
        const std::string name = entry.path().filename();
        if (name == "results-targets.yaml") continue;
        CAPTURE(name);
        ++files;
        const std::string text = tests::file_text(entry.path());
        const auto document = indicators::yaml::read(tests::source(text, name));
        const bool is_results = name.starts_with("results-");
        const base::Diagnostics found =
            is_results ? indicators::load_results(document, *base_targets.value, &ruleset, tests::units())
                             .diagnostics
                       : faults_of_targets(document);
        REQUIRE_FALSE(expected(text).empty());
        CHECK(shown(found) == expected(text));
        for (const base::Diagnostic& d : found) {  // every message can be made, in both languages
            CHECK_FALSE(base::message_of(d, base::Language::Chinese).empty());
            CHECK_FALSE(base::hint_of(d, base::Language::English).find('{') != std::string::npos);
            CHECK(d.place.span.begin <= d.place.span.end);
            CHECK(d.place.span.end <= document.source->text().size());
        }
    }
    CHECK(files >= 100);
}

TEST_CASE("a malformed file cut anywhere is a fault at worst") {
    for (const auto& entry : fs::directory_iterator(kFolder)) {
        const std::string text = tests::file_text(entry.path());
        for (std::size_t length = 0; length < text.size(); length += 7)
            CHECK_NOTHROW(faults_of_targets(indicators::yaml::read(tests::source(text.substr(0, length)))));
    }
}
