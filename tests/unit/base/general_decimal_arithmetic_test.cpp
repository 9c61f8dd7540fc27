// SPDX-License-Identifier: Apache-2.0
// Runs Cowlishaw's General Decimal Arithmetic cases: exact arithmetic, then one rounding to `precision`
// digits.
#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/decimal.hpp"

using namespace yardstick::base;
namespace fs = std::filesystem;

namespace {

struct Settings {
    int precision = 9;
    std::string rounding = "half_up";
};

struct Case {
    std::string id;
    std::string operation;
    std::vector<std::string> operands;
    std::string result;
    std::vector<std::string> conditions;
};

// Beyond this the case is about a format's exponent range, and its exact value would have millions of digits.
constexpr int kLargestExponent = 1000;

// A number with the exponent of its last digit: 1.20 is 120 x 10^-2.
struct Number {
    Rational value;
    int exponent = 0;
    int digits = 1;
};

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

// The words of a line; quotes may hold an operand, `--` begins a comment.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < line.size();) {
        if (std::isspace(static_cast<unsigned char>(line[i])) != 0) {
            ++i;
        } else if (line.compare(i, 2, "--") == 0) {
            break;
        } else if (line[i] == '\'' || line[i] == '"') {
            const std::size_t close = line.find(line[i], i + 1);
            words.push_back(line.substr(i + 1, close - i - 1));
            i = close == std::string::npos ? line.size() : close + 1;
        } else {
            const std::size_t end = std::min(line.find_first_of(" \t\r", i), line.size());
            words.push_back(line.substr(i, end - i));
            i = end;
        }
    }
    return words;
}

std::optional<Number> number_of(const std::string& text) {
    const std::size_t e = text.find_first_of("eE");
    std::string digits = text.substr(0, e);
    int exponent = 0;
    if (e != std::string::npos) {
        std::string power = text.substr(e + 1);
        if (power.starts_with('+')) power.erase(0, 1);
        const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), exponent);
        if (error != std::errc() || end != power.data() + power.size()) return std::nullopt;
        if (std::abs(exponent) > kLargestExponent) return std::nullopt;
    }
    // The suite also writes `.5` and `5.`, which are not numbers of ours.
    if (digits.ends_with('.')) digits.pop_back();
    if (const std::size_t point = digits.find('.');
        point == 0 || (point == 1 && !std::isdigit(static_cast<unsigned char>(digits[0]))))
        digits.insert(point, "0");
    const auto decimal = Decimal::parse(digits);
    if (!decimal) return std::nullopt;
    const Rational value = decimal->value() * Rational::power_of_ten(exponent);
    const Rational coefficient = abs(decimal->value()) * Rational::power_of_ten(decimal->places());
    return Number{value, exponent - decimal->places(), static_cast<int>(coefficient.numerator_text().size())};
}

std::optional<Rounding> rounding_of(const std::string& name) {
    static const std::map<std::string, Rounding> kModes{
        {"half_up", Rounding::HalfUp},  {"half_even", Rounding::HalfEven}, {"half_down", Rounding::HalfDown},
        {"up", Rounding::Up},           {"down", Rounding::Down},          {"floor", Rounding::Floor},
        {"ceiling", Rounding::Ceiling}, {"05up", Rounding::ZeroFiveUp}};
    const auto found = kModes.find(name);
    return found == kModes.end() ? std::nullopt : std::optional(found->second);
}

// Conditions of a bounded format: exponents out of range, and results that need more digits than it has.
bool is_left_out_condition(const std::string& condition) {
    static const std::vector<std::string> kConditions{
        "overflow",          "underflow",           "subnormal",
        "clamped",           "invalid_operation",   "invalid_context",
        "division_by_zero",  "division_undefined",  "division_impossible",
        "conversion_syntax", "insufficient_storage"};
    return std::ranges::find(kConditions, condition) != kConditions.end();
}

Rational truncated_quotient(const Rational& a, const Rational& b) {
    return round_to_integer(a / b, Rounding::Down);
}

// What the engine's numbers make of a case; nothing: the operation is not one of them.
struct Outcome {
    Decimal value;
    std::optional<int> exponent;  // where the operation fixes it
};

std::optional<Outcome> compute(const Case& test, const std::vector<Number>& operands,
                               const Settings& settings, Rounding mode) {
    const auto finish = [&](const Rational& exact) {
        return Outcome{Decimal::rounded_to_digits(exact, settings.precision, mode), std::nullopt};
    };
    const std::string& op = test.operation;
    const Rational& a = operands[0].value;
    if (operands.size() == 1) {
        if (op == "abs") return finish(abs(a));
        if (op == "plus" || op == "reduce") return finish(a);
        if (op == "minus") return finish(-a);
        if (op == "tointegral" || op == "tointegralx")
            return Outcome{Decimal::rounded(a, 0, mode), std::max(0, operands[0].exponent)};
        return std::nullopt;
    }
    const Rational& b = operands[1].value;
    if (op == "add") return finish(a + b);
    if (op == "subtract") return finish(a - b);
    if (op == "multiply") return finish(a * b);
    if (op == "divide") return finish(a / b);
    if (op == "remainder") return finish(a - truncated_quotient(a, b) * b);
    if (op == "remaindernear") return finish(a - round_to_integer(a / b, Rounding::HalfEven) * b);
    if (op == "divideint") return finish(truncated_quotient(a, b));
    if (op == "compare") return Outcome{Decimal(a < b ? -1 : (a == b ? 0 : 1)), std::nullopt};
    if (op == "min") return finish(std::min(a, b));
    if (op == "max") return finish(std::max(a, b));
    if (op == "quantize")
        return Outcome{Decimal::rounded(a, -operands[1].exponent, mode), operands[1].exponent};
    return std::nullopt;
}

struct Tally {
    int ran = 0;
    int failed = 0;
    std::map<std::string, int> ran_by_operation;
    std::map<std::string, int> left_out;  // by reason
};

// Why a case is not one of ours, if it is not.
std::optional<std::string> reason_to_leave_out(const Case& test, const Settings& settings) {
    static const std::vector<std::string> kOperations{
        "abs",       "plus",     "minus",    "reduce", "tointegral", "tointegralx",
        "add",       "subtract", "multiply", "divide", "remainder",  "remaindernear",
        "divideint", "compare",  "min",      "max",    "quantize"};
    if (std::ranges::find(kOperations, test.operation) == kOperations.end())
        return "operation " + test.operation;
    for (const std::string& condition : test.conditions)
        if (is_left_out_condition(condition)) return "condition " + condition;
    const auto special = [](const std::string& text) {
        const std::string word = lower(text);
        return word.find("nan") != std::string::npos || word.find("inf") != std::string::npos ||
               word == "?" || word.starts_with("#");
    };
    if (special(test.result) || std::ranges::any_of(test.operands, special))
        return "NaN, infinity or encoded operand";
    if (!rounding_of(settings.rounding)) return "rounding " + settings.rounding;
    return std::nullopt;
}

void run(const Case& test, const Settings& settings, Tally& tally) {
    if (const auto reason = reason_to_leave_out(test, settings)) {
        ++tally.left_out[*reason];
        return;
    }
    std::vector<Number> operands;
    for (const std::string& text : test.operands) {
        const auto number = number_of(text);
        if (!number) {
            ++tally.left_out["operand beyond the limit of digits or of this test's exponents"];
            return;
        }
        operands.push_back(*number);
    }
    const auto expected = number_of(test.result);
    if (!expected) {
        ++tally.left_out["result beyond this test's exponents"];
        return;
    }
    const auto outcome = compute(test, operands, settings, *rounding_of(settings.rounding));
    REQUIRE_MESSAGE(outcome.has_value(), test.id);
    ++tally.ran;
    ++tally.ran_by_operation[test.operation];
    const bool same_exponent = !outcome->exponent || *outcome->exponent == expected->exponent;
    if (outcome->value.value() != expected->value || !same_exponent) {
        ++tally.failed;
        FAIL_CHECK(test.id << " " << test.operation << " gives " << outcome->value.text() << ", expected "
                           << test.result);
    }
}

void read_directive(const std::string& line, Settings& settings) {
    const std::size_t colon = line.find(':');
    const std::string name = lower(line.substr(0, colon));
    const auto values = words_of(line.substr(colon + 1));
    if (values.empty()) return;
    if (name == "precision") settings.precision = std::stoi(values[0]);
    if (name == "rounding") settings.rounding = lower(values[0]);
}

void run_file(const fs::path& path, Tally& tally) {
    Settings settings;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        const auto words = words_of(line);
        if (words.empty()) continue;
        if (words[0].ends_with(':') || (words[0].find(':') != std::string::npos && words.size() < 3)) {
            read_directive(line, settings);
            continue;
        }
        const auto arrow = std::ranges::find(words, "->");
        if (arrow == words.end() || arrow - words.begin() < 3 || arrow + 1 == words.end()) continue;
        Case test{
            words[0], lower(words[1]), {words.begin() + 2, arrow}, *(arrow + 1), {arrow + 2, words.end()}};
        std::ranges::transform(test.conditions, test.conditions.begin(), lower);
        run(test, settings, tally);
    }
}

}  // namespace

TEST_CASE("exact arithmetic with one rounding passes the General Decimal Arithmetic suite") {
    const fs::path folder = YARDSTICK_DECTEST_DIR;
    REQUIRE_MESSAGE(fs::is_directory(folder), "install libpython3.11-testsuite (scripts/setup does)");
    Tally tally;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".decTest") run_file(entry.path(), tally);

    std::cout << "General Decimal Arithmetic: " << tally.ran << " cases ran, " << tally.failed << " failed\n";
    for (const auto& [operation, count] : tally.ran_by_operation)
        std::cout << "  ran " << count << " " << operation << "\n";
    for (const auto& [reason, count] : tally.left_out)
        std::cout << "  left out " << count << ": " << reason << "\n";
    CHECK(tally.failed == 0);
    CHECK(tally.ran >= 10'000);
}
