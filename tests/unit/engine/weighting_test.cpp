// SPDX-License-Identifier: Apache-2.0
// Department scores: on which basis they are made, and when they cannot be.
#include "engine/weighting.hpp"

#include <string>

#include <doctest/doctest.h>

#include "indicators/checks.hpp"
#include "loading.hpp"

using namespace yardstick;
using engine::Basis;

namespace {

const std::string kHead = "yardstick: targets\ndepartment: a\nyear: 2024\n";
const std::string kResultsHead = "yardstick: results\ndepartment: a\nyear: 2024\n";
const std::string kOwn = "indicators:\n  - x ≥ 10 件 权重 100\n";

std::string project(const std::string& name, const std::string& budget) {
    return "  " + name + ":\n" + (budget.empty() ? "" : "    budget: " + budget + "\n") +
           "    indicators:\n      - y ≥ 10 件 权重 90\n";
}

std::string project_results(const std::string& name, const std::string& spent, const std::string& actual) {
    return "  " + name + ":\n" + (spent.empty() ? "" : "    spent: " + spent + "\n") +
           "    actuals: {y: " + actual + "}\n";
}

engine::DepartmentScore score(const std::string& targets_text, const std::string& results_text) {
    const auto targets = tests::load_targets(targets_text).value.value();
    return engine::score_department(targets, tests::load_results(results_text, targets).value.value(),
                                    indicators::cn_mof_2020());
}

}  // namespace

TEST_CASE(
    "the department's own scorecard decides; the mean of the projects by budget is reported beside it") {
    const auto result =
        score(kHead + kOwn + "projects:\n" + project("p", "30 万元") + project("q", "100000 元"),
              kResultsHead + "actuals: {x: 9}\nprojects:\n" + project_results("p", "30 万元", "10") +
                  project_results("q", "5 万元", "5"));
    REQUIRE(result.scores.size() == 2);
    CHECK(result.scores[0].basis == Basis::OwnScorecard);
    CHECK(result.scores[0].points.rounded.text() == "90.00");
    CHECK(result.scores[0].grade == "优");
    CHECK(result.projects[0].total.rounded.text() == "100.00");
    CHECK(result.projects[1].total.rounded.text() == "50.00");  // 45 and 5
    CHECK(result.scores[1].basis == Basis::ProjectsByBudget);
    CHECK(result.scores[1].points.rounded.text() == "87.50");  // (3 x 100 + 50) / 4
    CHECK(result.scores[1].grade == "良");
}

TEST_CASE("without an own scorecard the mean decides, rounded once from its exact value") {
    const auto result = score(kHead + "projects:\n" + project("p", "1 万元") + project("q", "2 万元"),
                              kResultsHead + "projects:\n" + project_results("p", "1 万元", "10") +
                                  project_results("q", "2 万元", "9"));
    CHECK_FALSE(result.own.has_value());
    REQUIRE(result.scores.size() == 1);
    CHECK(result.scores[0].points.exact == base::Rational::fraction(282, 3));
    CHECK(result.scores[0].points.rounded.text() == "94.00");
}

TEST_CASE("a project without a budget keeps its score but leaves no mean") {
    const auto targets =
        tests::load_targets(kHead + "projects:\n" + project("p", "1 万元") + project("q", "")).value.value();
    const auto results = tests::load_results(
        kResultsHead + "projects:\n" + project_results("p", "1 万元", "10") + project_results("q", "", "9"),
        targets);
    const auto result = engine::score_department(targets, results.value.value(), indicators::cn_mof_2020());
    CHECK(result.scores.empty());
    CHECK(result.projects[1].total.rounded.text() == "81.00");
    CHECK_FALSE(result.projects[1].execution.has_value());
    CHECK(indicators::check_targets(targets, indicators::cn_mof_2020()).back().code ==
          base::Code::NoDepartmentScore);
}

TEST_CASE(
    "a project whose budget was 0 at first weighs nothing in the mean, and is scored by its adjusted "
    "budget") {
    const auto result = score(kHead + "projects:\n" + project("p", "1 万元") + project("q", "0 万元"),
                              kResultsHead + "projects:\n" + project_results("p", "1 万元", "9") +
                                  "  q:\n    adjusted: 2 万元\n    spent: 1 万元\n    actuals: {y: 10}\n");
    CHECK(result.projects[1].total.rounded.text() == "95.00");
    REQUIRE(result.scores.size() == 1);
    CHECK(result.scores[0].points.rounded.text() == "91.00");
}

TEST_CASE("an adjusted budget takes the place of the budget for execution, not for the weighting") {
    const auto result = score(
        kHead + "projects:\n" + project("p", "10 万元"),
        kResultsHead + "projects:\n  p:\n    adjusted: 8 万元\n    spent: 8 万元\n    actuals: {y: 10}\n");
    CHECK(result.projects[0].execution->rate == base::Rational(1));
    CHECK(result.projects[0].total.rounded.text() == "100.00");
}

TEST_CASE("subtotals by task add up weights and rounded scores") {
    const auto result = score(kHead +
                                  "tasks: {t1: a, t2: b}\nindicators:\n  - {indicator: x ≥ 3 件 权重 50, "
                                  "task: t1}\n  - {indicator: z ≥ 3 件 权重 20, task: t1}\n"
                                  "  - {indicator: w ≥ 3 件 权重 30, task: t2}\n",
                              kResultsHead + "actuals: {x: 1, z: 2, w: 3}\n");
    REQUIRE(result.own->tasks.size() == 2);
    CHECK(result.own->tasks[0].available == base::Rational(70));
    CHECK(result.own->tasks[0].earned == base::Rational(30));  // 16.67 + 13.33
    CHECK(result.own->tasks[1].earned == base::Rational(30));
    CHECK(result.own->total.rounded.text() == "60.00");
    CHECK(result.own->grade == "中");
}
