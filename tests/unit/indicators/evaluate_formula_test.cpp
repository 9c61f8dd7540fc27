// SPDX-License-Identifier: Apache-2.0
// Values of formulas: exact, lazy, and a fault with its place where there is none.
#include "indicators/evaluate_formula.hpp"

#include <map>
#include <string>

#include <doctest/doctest.h>

#include "formulas.hpp"

using namespace yardstick;
using namespace yardstick::indicators;
using base::Rational;

namespace {

using Values = std::map<std::string, FormulaValue>;

std::vector<FormulaValue> variables(const Values& given) {
    std::vector<FormulaValue> values;
    for (const Variable& variable : tests::formula_names()) {
        const auto found = given.find(variable.english);
        if (found != given.end())
            values.push_back(found->second);
        else if (variable.type->kind == FormulaType::Kind::Day)
            values.emplace_back(std::chrono::sys_days{});
        else if (variable.type->kind == FormulaType::Kind::Condition)
            values.emplace_back(false);
        else
            values.emplace_back(Rational(0));
    }
    return values;
}

std::string shown(const FormulaValue& value) {
    if (const auto* number = std::get_if<Rational>(&value)) return number->text();
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    const std::chrono::year_month_day day(std::get<std::chrono::sys_days>(value));
    return std::to_string(static_cast<int>(day.year())) + "-" +
           std::to_string(static_cast<unsigned>(day.month())) + "-" +
           std::to_string(static_cast<unsigned>(day.day()));
}

// The value, or the code of the fault and the text it points at.
std::string value(std::string_view text, const Values& given = {}) {
    const auto formula = tests::formula_of(text);
    REQUIRE_MESSAGE(formula.has_value(), text);
    const auto result = evaluate(*formula, variables(given));
    if (result) return shown(*result);
    const base::Diagnostic diagnostic = diagnostic_of(result.error(), text);
    return base::code_text(diagnostic.code) + " " + std::string(diagnostic.place.span.in(text));
}

FormulaValue day(int year, unsigned month, unsigned day) {
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

}  // namespace

TEST_CASE("numbers are exact, whatever the intermediate results") {
    CHECK(value("1 / 3 * 3") == "1");
    CHECK(value("0.1 + 0.2") == "3/10");
    CHECK(value("7 / 12 * 16.5") == "77/8");
    CHECK(value("1 - 2 - 3") == "-4");
    CHECK(value("2 * 3 + 4 * 5") == "26");
    CHECK(value("-(2 - 5)") == "3");
    CHECK(value("1 / 1" + std::string(60, '0') + " * 1" + std::string(60, '0')) == "1");
}

TEST_CASE("units are converted to the base of their dimension") {
    CHECK(value("5%") == "1/20");
    CHECK(value("3‰ * 1000") == "3");
    CHECK(value("1 万元 + 1 元") == "10001");
    CHECK(value("1 亿元 / 1 万元") == "10000");
    CHECK(value("30 天 / 1 小时") == "720");
    CHECK(value("3 箱 / 2 箱") == "3/2");
}

TEST_CASE("the rules of the design score as they say") {
    const std::string_view proportional = "若 完成值 ≥ 指标值 则 权重 否则 权重 * 完成值 / 指标值";
    CHECK(value(proportional,
                {{"actual", Rational(60)}, {"target", Rational(60)}, {"points", Rational(3)}}) == "3");
    CHECK(value(proportional,
                {{"actual", Rational(50)}, {"target", Rational(60)}, {"points", Rational(3)}}) == "5/2");
    const std::string_view steps = "max(0, points - 1 * ceil((90% - rate) / 5%))";
    CHECK(value(steps, {{"rate", Rational::fraction(80, 100)}, {"points", Rational(10)}}) == "8");
    CHECK(value(steps, {{"rate", Rational::fraction(799, 1000)}, {"points", Rational(10)}}) == "7");
    CHECK(value(steps, {{"rate", Rational(0)}, {"points", Rational(10)}}) == "0");
}

TEST_CASE("every comparison holds for exactly the orders it names") {
    for (const auto& [op, less, equal, greater] :
         std::vector<std::array<std::string, 4>>{{">=", "false", "true", "true"},
                                                 {"<=", "true", "true", "false"},
                                                 {"=", "false", "true", "false"},
                                                 {"≠", "true", "false", "true"},
                                                 {">", "false", "false", "true"},
                                                 {"<", "true", "false", "false"}}) {
        CHECK(value("1 " + op + " 2") == less);
        CHECK(value("1 " + op + " 1.0") == equal);
        CHECK(value("2 " + op + " 1") == greater);
        CHECK(value("2024-06-29 " + op + " 2024-06-30") == less);
        CHECK(value("2024-06-30 " + op + " 2024-06-30") == equal);
        CHECK(value("2024-07-01 " + op + " 2024-06-30") == greater);
    }
    CHECK(value("true = false") == "false");
    CHECK(value("是 ≠ 否") == "true");
    CHECK(value("met = (1 < 2)", {{"met", true}}) == "true");
}

TEST_CASE("and, or and not follow their tables") {
    for (const bool a : {false, true})
        for (const bool b : {false, true}) {
            const std::string left = a ? "true" : "false";
            const std::string right = b ? "true" : "false";
            CHECK(value(left + " and " + right) == (a && b ? "true" : "false"));
            CHECK(value(left + " or " + right) == (a || b ? "true" : "false"));
            CHECK(value("not " + left) == (a ? "false" : "true"));
        }
}

TEST_CASE("functions") {
    CHECK(value("min(3, 1, 2)") == "1");
    CHECK(value("max(3, 1 + 4, 2)") == "5");
    CHECK(value("min(1 + 1, 1 + 0, 5 - 3)") == "1");
    CHECK(value("max(1)") == "1");
    CHECK(value("abs(-5%)") == "1/20");
    CHECK(value("abs(5)") == "5");
    CHECK(value("floor(2.5)") == "2");
    CHECK(value("floor(-2.5)") == "-3");
    CHECK(value("ceil(2.5)") == "3");
    CHECK(value("ceil(-2.5)") == "-2");
    CHECK(value("ceil(2)") == "2");
    CHECK(value("round(2.5)") == "3");
    CHECK(value("round(-2.5)") == "-3");
    CHECK(value("round(2.345, 2)") == "47/20");
    CHECK(value("round(-2.345, 2)") == "-47/20");
    CHECK(value("round(1 / 3, 20) * 3") == "99999999999999999999/100000000000000000000");
    CHECK(value("clamp(5, 1, 3)") == "3");
    CHECK(value("clamp(0 - 5, 1, 3)") == "1");
    CHECK(value("clamp(2, 1, 3)") == "2");
    CHECK(value("clamp(5, 3, 3)") == "3");
    CHECK(value("max(2024-06-30, done)", {{"done", day(2024, 7, 1)}}) == "2024-7-1");
    CHECK(value("min(2024-06-30, done, 2024-06-29)", {{"done", day(2024, 7, 1)}}) == "2024-6-29");
    CHECK(value("clamp(done, 2024-01-01, 2024-06-30)", {{"done", day(2024, 7, 1)}}) == "2024-6-30");
}

TEST_CASE("days are counted by the calendar") {
    CHECK(value("(2024-03-01 - 2024-02-28) / 1 天") == "2");
    CHECK(value("(2023-03-01 - 2023-02-28) / 1 天") == "1");
    CHECK(value("2024-02-28 + 2 天") == "2024-3-1");
    CHECK(value("48 小时 + 2024-02-28") == "2024-3-1");
    CHECK(value("2024-03-01 - 1 天") == "2024-2-29");
    CHECK(value("2024-03-01 - -1 天") == "2024-3-2");
    CHECK(value("done - 2024-06-30 <= term", {{"done", day(2024, 7, 5)}, {"term", Rational(5 * 86400)}}) ==
          "true");
    CHECK(value("2024-06-30 + 0") == "2024-6-30");
}

TEST_CASE("what has no value is a fault with its place") {
    CHECK(value("1 + points / (rate - rate)") == "YS426 rate - rate");
    CHECK(value("1 / points + 1 / rate") == "YS426 points");
    CHECK(value("if 1 / points > 0 then 1 else 2") == "YS426 points");
    CHECK(value("max(1, 1 / points, 2)") == "YS426 points");
    CHECK(value("met or 1 / points > 0") == "YS426 points");
    CHECK(value("not (1 / points > 0)") == "YS426 points");
    CHECK(value("2024-06-30 + 1 天 * (1 / points)") == "YS426 points");
    CHECK(value("2024-06-30 + 36 小时") == "YS427 2024-06-30 + 36 小时");
    CHECK(value("9999-12-31 + 0 天") == "9999-12-31");
    CHECK(value("9999-12-31 + 1 天") == "YS428 9999-12-31 + 1 天");
    CHECK(value("0001-01-01 - 1 天") == "YS428 0001-01-01 - 1 天");
    CHECK(value("0001-01-01 + 3652058 天") == "9999-12-31");
    CHECK(value("2024-06-30 + 1" + std::string(90, '0') + " 天").starts_with("YS428"));
    CHECK(value("clamp(1, 3, 2)") == "YS429 clamp(1, 3, 2)");
    CHECK(value("clamp(2024-01-01, 2024-01-03, 2024-01-02)").starts_with("YS429"));
}

TEST_CASE("only what decides the value is evaluated") {
    CHECK(value("if target = 0 then 0 else actual / target") == "0");
    CHECK(value("points ≠ 0 and 1 / points > 2") == "false");
    CHECK(value("points = 0 or 1 / points > 2") == "true");
    CHECK(value("if points = 0 then 2024-01-01 else 2024-01-01 + 1 天 / points") == "2024-1-1");
    CHECK(value("if points = 0 then true else 1 / points > 0") == "true");
}

TEST_CASE("a trace holds the value of every node that was reached, and of no other") {
    const std::string_view text = "if points = 0 or met then points + 5% else 1 / points";
    const auto formula = tests::formula_of(text);
    FormulaTrace trace;
    REQUIRE(evaluate(*formula, variables({}), trace).has_value());
    std::map<std::string, std::string> seen;
    for (std::size_t i = 0; i < trace.size(); ++i)
        if (trace[i]) seen[std::string(formula->formula().nodes[i].span.in(text))] = shown(*trace[i]);
    CHECK(seen == std::map<std::string, std::string>{{"points", "0"},
                                                     {"0", "0"},
                                                     {"points = 0", "true"},
                                                     {"points = 0 or met", "true"},
                                                     {"5%", "1/20"},
                                                     {"points + 5%", "1/20"},
                                                     {std::string(text), "1/20"}});
    const auto faulty = tests::formula_of("1 + 2 / points");
    REQUIRE_FALSE(evaluate(*faulty, variables({}), trace).has_value());
    CHECK(trace.size() == faulty->formula().nodes.size());
    CHECK(trace[0].has_value());
    CHECK_FALSE(trace.back().has_value());
}

TEST_CASE("the longest and the deepest formulas are evaluated") {
    std::string sum = "1";
    while (sum.size() < 500) sum += "+1";
    CHECK(value(sum) == "251");
    std::string negated = "1";
    for (std::size_t i = 1; i < grammar::kMaxFormulaNodes; ++i) negated.insert(0, "-");
    CHECK(value(negated) == "-1");
    std::string product = std::string(30, '9');
    for (int i = 0; i < 100; ++i) product += "*" + std::string(30, '9');
    CHECK(value("(" + product + ") / (" + std::string(30, '9') + ")").size() == 3000);
}
