// SPDX-License-Identifier: Apache-2.0
// Actuals that are computed from figures: their values, and what is said of figures and formulas. (Faulty
// files, each with one fault: malformed_test.cpp.)
#include "indicators/derived_actual.hpp"

#include <string>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using base::Code;
using base::Rational;
using indicators::Actual;

namespace {

const std::string kHead = "yardstick: results\ndepartment: 某局\nyear: 2024\n";

struct Given {
    std::string target;   // `≥ 90 %`
    std::string figures;  // `{a: 1 件}`
    std::string actual;
};

indicators::Loaded<indicators::Results> load(const Given& given) {
    const auto targets =
        tests::load_targets("yardstick: targets\ndepartment: 某局\nyear: 2024\nindicators:\n  - 指标 " +
                            given.target + " 权重 100\n");
    REQUIRE(targets.value.has_value());
    return tests::load_results(
        kHead + "figures: " + given.figures + "\nactuals:\n  指标: " + given.actual + "\n", *targets.value);
}

Actual derived(const Given& given) {
    const auto loaded = load(given);
    REQUIRE_MESSAGE(!base::has_errors(loaded.diagnostics), given.actual);
    REQUIRE(loaded.value->own.actuals.at(0).has_value());
    return *loaded.value->own.actuals.at(0);
}

Rational number(const Given& given) { return std::get<Rational>(derived(given).value); }

std::string codes(const base::Diagnostics& diagnostics) {
    std::string all;
    for (const base::Diagnostic& diagnostic : diagnostics)
        all += (all.empty() ? "" : " ") + base::code_text(diagnostic.code);
    return all;
}

// One indicator of the department, one of each of two projects.
indicators::Loaded<indicators::Results> load_projects(const std::string& results) {
    const auto targets = tests::load_targets(
        "yardstick: targets\ndepartment: 某局\nyear: 2024\nindicators:\n"
        "  - 指标 ≥ 5 件 权重 100\nprojects:\n"
        "  甲: {indicators: [指标 ≥ 5 件 权重 100]}\n"
        "  乙: {indicators: [指标 ≥ 5 件 权重 100]}\n");
    REQUIRE(targets.value.has_value());
    return tests::load_results(kHead + results, *targets.value);
}

std::string figures_up_to(std::size_t count) {
    std::string figures;
    for (std::size_t i = 0; i < count; ++i) figures += "  数" + std::to_string(i) + ": 5 件\n";
    return figures;
}

}  // namespace

TEST_CASE("a share is exact, and shown in the target's unit") {
    CHECK(number({"≥ 90 %", "{结案: 4350 件, 受理: 5000 件}", "结案 / 受理"}) == Rational::fraction(87, 100));
    CHECK(derived({"≥ 90 %", "{结案: 4350 件, 受理: 5000 件}", "结案 / 受理"}).text == "87 %");
    CHECK(number({"≥ 90 %", "{a: 1 件, b: 3 件}", "a / b"}) == Rational::fraction(1, 3));
    CHECK(derived({"≥ 90 %", "{a: 1 件, b: 3 件}", "a / b"}).text == "100/3 %");
    CHECK(number({"≥ 5 ‰", "{a: 3 %}", "= a / 3"}) == Rational::fraction(1, 100));
}

TEST_CASE("a formula may be marked by a sign, half or full width; text that is a value needs it") {
    const std::string figures = "{a: 7 件}";
    CHECK(number({"≥ 5 件", figures, "a + 1 件"}) == 8);
    CHECK(number({"≥ 5 件", figures, "= a + 1 件"}) == 8);
    CHECK(number({"≥ 5 件", figures, "＝a + 1 件"}) == 8);
    CHECK(number({"≥ 5 件", figures, "= 5 件 - 2 件"}) == 3);
    CHECK(derived({"≥ 5 件", figures, "= a"}).formula == " a");
    CHECK(derived({"≥ 5 件", figures, "6 件"}).formula.empty());
}

TEST_CASE("units are converted: the value is in base units, its text in those of the target") {
    const Given wages{"≤ 2 万元/人", "{支出: 30 万元, 人数: 20 人}", "支出 / 人数"};
    CHECK(number(wages) == 15'000);
    CHECK(derived(wages).text == "1.5 万元/人");
    const Given range{"10-20 万元", "{支出: 95000 元}", "支出 * 2"};
    CHECK(number(range) == 190'000);
    CHECK(derived(range).text == "19 万元");
}

TEST_CASE("days apart, days moved, yes and no") {
    const std::string figures = "{立案: 2024-02-20, 结案: 2024-03-19, 期限: 10 天, 验收: 是}";
    CHECK(number({"≤ 30 天", figures, "= 结案 - 立案"}) == 28 * 86'400);
    CHECK(derived({"≤ 30 天", figures, "结案 - 立案"}).text == "28 天");
    CHECK(derived({"≤ 2024-06", figures, "立案 + 期限"}).text == "2024-03-01");
    CHECK(derived({"= 是", figures, "验收 且 结案 - 立案 ≤ 期限"}).text == indicators::Answer{false}.text());
    CHECK(std::get<indicators::Answer>(derived({"= 是", figures, "验收 且 结案 > 立案"}).value).yes);
}

TEST_CASE("a project sees the department's figures and its own, and not those of another") {
    const auto loaded = load_projects(
        "figures: {部门: 6 件}\nactuals: {指标: 部门}\nprojects:\n"
        "  甲: {figures: {自有: 2 件}, actuals: {指标: 部门 + 自有}}\n"
        "  乙: {figures: {自有: 3 件}, actuals: {指标: 部门 * 自有 / 1 件}}\n");
    CHECK(codes(loaded.diagnostics).empty());
    CHECK(std::get<Rational>(loaded.value->projects.at(0).actuals.at(0)->value) == 8);
    CHECK(std::get<Rational>(loaded.value->projects.at(1).actuals.at(0)->value) == 18);
    CHECK(codes(load_projects("figures: {部门: 6 件}\nactuals: {指标: 部门}\nprojects:\n"
                              "  甲: {figures: {自有: 2 件}, actuals: {指标: 自有}}\n"
                              "  乙: {actuals: {指标: 自有}}\n")
                    .diagnostics) == "YS417");
}

TEST_CASE("a project's figure of the department's name points at the first; one of another project is free") {
    const auto loaded = load_projects(
        "figures: {部门: 6 件}\nactuals: {指标: 部门}\nprojects:\n"
        "  甲: {figures: {部门: 2 件}, actuals: {指标: 部门}}\n  乙: {actuals: {指标: 6}}\n");
    REQUIRE(codes(loaded.diagnostics) == "YS324");
    REQUIRE(loaded.diagnostics[0].related.size() == 1);
    CHECK(loaded.diagnostics[0].related[0].relation == base::Relation::FirstGivenHere);
    const base::Place& first = loaded.diagnostics[0].related[0].place;
    CHECK(first.source->position(first.span.begin).line == 4);
}

TEST_CASE("a figure given twice in one mapping is one fault") {
    CHECK(codes(load({"≥ 5 件", "{a: 1 件, b: 2 件, a: 3 件}", "a + b"}).diagnostics) == "YS016");
    CHECK(codes(load({"≥ 5 件", "{a b: 1 件, ａ  b: 3 件}", "'\"a b\"'"}).diagnostics) == "YS016");
}

TEST_CASE("what follows from a faulty figure is not reported; what does not, is") {
    CHECK(codes(load({"≥ 5 件", "{a: 80余件, b: 2 件}", "a + b"}).diagnostics) == "YS123");
    CHECK(codes(load({"≥ 5 件", "{a: 无数, b: 2 件}", "= a"}).diagnostics) == "YS325");
    CHECK(codes(load({"≥ 5 件", "{a: , b: 2 件}", "若 a > b 则 a 否则 b"}).diagnostics) == "YS023");
    CHECK(codes(load({"≥ 5 件", "{a: [1], b: 2 件}", "a * a / b"}).diagnostics) == "YS019");
    CHECK(codes(load({"≥ 5 件", "{a: 80余件, b: 2 件}", "a + c"}).diagnostics) == "YS123 YS417");
    CHECK(codes(load({"≥ 5 件", "5", "a + b"}).diagnostics) == "YS018");
    CHECK(codes(load({"≥ 5 件", "5", "= a + b"}).diagnostics) == "YS018");
}

TEST_CASE("a figure that no formula names is noted, unless a fault may hide the formula") {
    const auto loaded = load({"≥ 5 件", "{a: 7 件, 多余: 1 件}", "a"});
    REQUIRE(codes(loaded.diagnostics) == "YS327");
    CHECK(base::severity_of(Code::UnusedFigure) == base::Severity::Note);
    CHECK(loaded.diagnostics[0].arguments.at(0) == "多余");
    CHECK(codes(load({"≥ 5 件", "{a: 7 件, 多余: 1 件}", "b"}).diagnostics) == "YS417");

    const std::string others = "  乙: {actuals: {指标: 6}}\n";
    CHECK(codes(load_projects("figures: {部门: 6 件}\nactuals: {指标: 6}\nprojects:\n"
                              "  甲: {actuals: {指标: 部门}}\n" +
                              others)
                    .diagnostics)
              .empty());
    CHECK(codes(load_projects("figures: {部门: 6 件}\nactuals: {指标: 6}\nprojects:\n"
                              "  甲: {figures: {自有: 1 件}, actuals: {指标: 6}}\n" +
                              others)
                    .diagnostics) == "YS327 YS327");
}

TEST_CASE("messages show dimensions in their base units") {
    const auto wrong = load({"≥ 5 件", "{支出: 5 万元, 期限: 2 天}", "支出 / 期限"});
    REQUIRE(codes(wrong.diagnostics) == "YS323");
    CHECK(wrong.diagnostics[0].arguments.at(1) == "元/秒");
    const auto unlike = load({"≥ 5 件", "{支出: 5 万元, 件数: 2 件}", "支出 + 件数"});
    REQUIRE(codes(unlike.diagnostics) == "YS419");
    CHECK(unlike.diagnostics[0].related.at(0).arguments.at(0) == "元");
    CHECK(unlike.diagnostics[0].related.at(1).arguments.at(0) == "件");
}

TEST_CASE("as many figures as the limit can be used; one more is refused, and nothing follows from it") {
    const std::string actuals = "actuals: {指标: 数1}\nprojects:\n  乙: {actuals: {指标: 6}}\n  甲: ";
    const auto loaded = [&](std::size_t count, const std::string& project) {
        return load_projects("figures:\n" + figures_up_to(count) + actuals + project + "\n");
    };
    const auto full = loaded(indicators::kMaxFigures, "{actuals: {指标: 数9999}}");
    CHECK_FALSE(base::has_errors(full.diagnostics));
    CHECK(std::get<Rational>(full.value->projects.at(0).actuals.at(0)->value) == 5);
    CHECK(codes(loaded(indicators::kMaxFigures + 1, "{actuals: {指标: 数10000}}").diagnostics) == "YS326");
    CHECK(codes(loaded(indicators::kMaxFigures, "{figures: {a: 1 件}, actuals: {指标: a}}").diagnostics) ==
          "YS326");
    CHECK_FALSE(base::has_errors(
        loaded(indicators::kMaxFigures - 1, "{figures: {a: 1 件}, actuals: {指标: a}}").diagnostics));
}

TEST_CASE("a formula that ends in a percentage is no tier, and differences of shares are percentage points") {
    CHECK(derived({"≥ 80 %", "{a: 4350 件, b: 5000 件}", "a / b * 100%"}).text == "87 %");
    CHECK(derived({"≥ 2 个百分点", "{今年: 95 %, 去年: 92.5 %}", "今年 - 去年"}).text == "2.5 个百分点");
}

TEST_CASE("a percentage that was multiplied by a hundred is noticed") {
    CHECK(codes(load({"≥ 90 %", "{a: 4350 件, b: 5000 件}", "a / b * 100"}).diagnostics) == "YS320");
}
