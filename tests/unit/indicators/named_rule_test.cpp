// SPDX-License-Identifier: Apache-2.0
// Rules that a line names: what they are given, and the points that they make of it.
#include "indicators/named_rule.hpp"

#include <doctest/doctest.h>

#include "indicators/checks.hpp"
#include "indicators/evaluate_formula.hpp"
#include "loading.hpp"

using namespace yardstick;
using base::Rational;

namespace {

indicators::Loaded<indicators::CheckedTargets> checked(const std::string& line) {
    return indicators::load_checked_targets(
        indicators::yaml::read(
            tests::source("yardstick: targets\ndepartment: a\nyear: 2024\nruleset: cn-mof-2020\n"
                          "indicators:\n  - '" +
                          line + "'\n")),
        "", tests::units());
}

// The exact points for an actual in the target's unit, before they are cut to [0, weight].
Rational points(const std::string& line, const Rational& actual, bool met) {
    const auto loaded = checked(line);
    const indicators::Indicator& indicator = loaded.value->targets.own.indicators.front();
    const auto& target = std::get<indicators::Quantity>(indicator.criterion.target);
    std::vector<indicators::FormulaValue> values{target.in_base(), actual * target.unit.scale,
                                                 indicator.weight.value(), met};
    const auto& arguments = indicator.rule->bound->arguments;
    values.insert(values.end(), arguments.begin(), arguments.end());
    return std::get<Rational>(indicators::evaluate(indicator.rule->bound->formula, values).value());
}

base::Code fault(const std::string& line) { return checked(line).diagnostics.front().code; }

}  // namespace

TEST_CASE("a deduction is made for every step begun") {
    const std::string line = "满意度 ≥ 90 % 权重 100 按 每降扣分(5%, 2)";
    CHECK(points(line, 90, true) == 100);
    CHECK(points(line, 89, false) == 98);
    CHECK(points(line, 85, false) == 98);
    CHECK(points(line, Rational::fraction(849, 10), false) == 96);
    CHECK(points(line, 0, false) == 64);
    CHECK(points("审理天数 ≤ 80 天 权重 100 按 step-deduction(10 天, 1)", 101, false) == 97);
}

TEST_CASE("an argument without a unit takes the target's, as actuals do") {
    CHECK(points("满意度 ≥ 90 % 权重 100 按 每降扣分(5, 2)", 84, false) == 96);
    CHECK(points("收入 ≥ 90 万元 权重 100 按 每降扣分(5, 2)", 84, false) == 96);
    CHECK(points("收入 ≥ 90 万元 权重 100 按 每降扣分(50000 元, 2)", 84, false) == 96);
}

TEST_CASE("arguments of another kind are faults, and so are rules for other targets") {
    CHECK(fault("满意度 ≥ 90 % 权重 100 按 每降扣分(1, 5%)") == base::Code::RuleArgumentUnit);
    CHECK(fault("满意度 ≥ 90 % 权重 100 按 每降扣分(5 件, 1)") == base::Code::RuleArgumentUnit);
    CHECK(fault("满意度 ≥ 90 % 权重 100 按 每降扣分(2024-02, 1)") == base::Code::BoundForActual);
    CHECK(fault("满意度 ≥ 90 % 权重 100 按 反比例") == base::Code::RuleAgainstComparator);
    CHECK(fault("天数 ≤ 90 天 权重 100 按 比例") == base::Code::RuleAgainstComparator);
}

TEST_CASE("the rules that are built in have a value for all data") {
    for (const char* line : {"a ≥ 90 件 权重 100 按 比例", "a = 0 件 权重 100 按 比例",
                             "a ≤ 90 件 权重 100 按 反比例", "a ≤ 0 件 权重 100 按 反比例",
                             "a ≥ -3 件 权重 100 按 全有或全无", "a ≥ -3 件 权重 100 按 每降扣分(1, 1)"})
        for (const int actual : {-100, -1, 0, 1, 100})
            for (const bool met : {true, false}) CHECK_NOTHROW(points(line, actual, met));
}
