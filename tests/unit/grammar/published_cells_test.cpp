// SPDX-License-Identifier: Apache-2.0
// The cells of published tables, each read as a person would, or refused with the reason. readings.tsv has
// the reading of every different cell, written down by hand; the tables are in published/, cell by cell as
// printed.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "grammar/parse.hpp"
#include "grammar/print.hpp"

using namespace yardstick;
namespace fs = std::filesystem;

namespace {

const fs::path kTables = fs::path(YARDSTICK_SOURCE_DIR) / "tests" / "tables";

// The fields of one line of CSV; quoted fields hold commas, but no line breaks in these tables.
std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

std::string reading_of_target(const std::string& cell) {
    const auto parsed = grammar::parse_criterion(cell);
    if (!parsed.diagnostics.empty()) return base::code_text(parsed.diagnostics.front().code);
    const grammar::Criterion& criterion = parsed.tree.value();
    const bool assumed = criterion.form == grammar::ComparatorForm::Assumed;
    return std::string(grammar::comparator_text(criterion.comparator)) + " " +
           grammar::value_text(criterion.target, cell) + (assumed ? " (assumed)" : "");
}

std::string reading_of_actual(const std::string& cell) {
    const auto parsed = grammar::parse_value(cell);
    if (!parsed.diagnostics.empty()) return base::code_text(parsed.diagnostics.front().code);
    const bool words = std::holds_alternative<grammar::Words>(parsed.tree->content);
    return (words ? "words " : "") + grammar::value_text(*parsed.tree, cell);
}

using Readings = std::map<std::pair<std::string, std::string>, std::string>;  // by column and cell

Readings readings_of_tables() {
    Readings readings;
    for (const auto& entry : fs::directory_iterator(kTables / "published")) {
        std::ifstream file(entry.path());
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            const auto fields = fields_of(line);
            REQUIRE(fields.size() == 10);
            if (fields[5] == "预算执行率" || fields[5] == "总分") continue;
            readings[{"target", fields[6]}] = reading_of_target(fields[6]);
            readings[{"actual", fields[7]}] = reading_of_actual(fields[7]);
        }
    }
    return readings;
}

Readings readings_written_down() {
    Readings readings;
    std::ifstream file(kTables / "readings.tsv");
    std::string line;
    while (std::getline(file, line)) {
        std::istringstream parts(line);
        std::string column;
        std::string cell;
        std::string reading;
        std::getline(parts, column, '\t');
        std::getline(parts, cell, '\t');
        std::getline(parts, reading, '\t');
        readings[{column, cell}] = reading;
    }
    return readings;
}

}  // namespace

TEST_CASE("every cell of the published tables is read as a person would, or refused with the reason") {
    const Readings seen = readings_of_tables();
    const Readings expected = readings_written_down();
    CHECK(seen.size() >= 75);
    for (const auto& [key, reading] : seen) {
        const auto found = expected.find(key);
        CHECK_MESSAGE(found != expected.end(), key.first, " `", key.second,
                      "` is not in readings.tsv: ", reading);
        if (found != expected.end())
            CHECK_MESSAGE(found->second == reading, key.first, " `", key.second, "`");
    }
    for (const auto& [key, reading] : expected)
        CHECK_MESSAGE(seen.contains(key), key.first, " `", key.second, "` is in no table");
}

TEST_CASE("cells that say nothing are told from those that cannot be measured") {
    for (const char* cell : {"", "  ", "　"}) CHECK(reading_of_target(cell) == "YS101");
    for (const char* cell : {"—", "/", "无", "效果明显", "逐步提高", "≥—", "≥ 效果明显"})
        CHECK(reading_of_target(cell) == "YS122");
    CHECK(reading_of_target("≥") == "YS105");
}
