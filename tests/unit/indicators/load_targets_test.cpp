// SPDX-License-Identifier: Apache-2.0
// Loading targets: what a good file means. (Faulty files: malformed_test.cpp.)
#include "indicators/load_targets.hpp"

#include <string>

#include <doctest/doctest.h>

#include "indicators/checks.hpp"
#include "loading.hpp"

using namespace yardstick;
using base::Rational;
using indicators::Indicator;

namespace {

const std::string kHead = "yardstick: targets\ndepartment: 某局\nyear: 2024\n";

Indicator only_indicator(const std::string& line, const std::string& tasks = "") {
    return tests::load_targets(kHead + tasks + "indicators:\n  - " + line + "\n")
        .value.value()
        .own.indicators.at(0);
}

}  // namespace

TEST_CASE("categories may be nested to any depth or left out") {
    const auto targets = tests::load_targets(kHead +
                                             "indicators:\n  产出指标:\n    数量指标:\n      - 甲 ≥ 1 件 "
                                             "权重 1\n  效益指标:\n    - 乙 ≥ 1 件 权重 1\n")
                             .value.value();
    REQUIRE(targets.own.indicators.size() == 2);
    CHECK(indicators::full_name(targets.own.indicators[0]) == "产出指标/数量指标/甲");
    CHECK(indicators::full_name(targets.own.indicators[1]) == "效益指标/乙");
    CHECK(only_indicator("甲 ≥ 1 件 权重 1").path.empty());
}

TEST_CASE("an indicator joins the task that its name ends in, or that `task` names") {
    const std::string tasks = "tasks: {任务5: {name: 宣传, content: 略}, 任务1: 党建}\n";
    CHECK(only_indicator("稿件数量（任务5） ≥ 60 条 权重 3", tasks).task == "任务5");
    CHECK(only_indicator("稿件数量(任务5) ≥ 60 条 权重 3", tasks).task == "任务5");
    CHECK(only_indicator("{indicator: 稿件数量 ≥ 60 条 权重 3, task: 任务1}", tasks).task == "任务1");
    CHECK(only_indicator("稿件数量（任务 5） ≥ 60 条 权重 3", tasks).task == "任务5");
    for (const char* ending : {"任务9", "任务一", "任务1、任务5"})
        CHECK(tests::load_targets(kHead + tasks + "indicators:\n  - 稿件数量（" + ending +
                                  "） ≥ 60 条 权重 3\n")
                  .diagnostics.front()
                  .code == base::Code::UnknownTask);
    CHECK_FALSE(only_indicator("成本（元/箱） ≤ 60 元 权重 3", tasks).task.has_value());
    CHECK_FALSE(only_indicator("稿件数量（任务5） ≥ 60 条 权重 3").task.has_value());  // no tasks are listed
}

TEST_CASE("faults come by place, also those of a file of another kind") {
    const auto loaded = tests::load_targets("department: 某局\nk:\n  甲: 1\n  甲: 2\n");
    REQUIRE(loaded.diagnostics.size() == 2);
    CHECK(loaded.diagnostics[0].code == base::Code::MissingKey);
    CHECK(loaded.diagnostics[1].code == base::Code::DuplicateKey);
}

TEST_CASE("a mapping carries what a line cannot") {
    const Indicator indicator =
        only_indicator("{indicator: '稿件 ≥ 60 条 权重 3 正向', id: a1, note: 口径不变}");
    CHECK(indicator.id == "a1");
    CHECK(indicator.note == "口径不变");
    CHECK(indicator.direction == indicators::Direction::Positive);
}

TEST_CASE("a budget is one amount or its parts, and a total beside them is checked") {
    const auto one =
        tests::load_targets(kHead + "budget: 10.00 万元\nindicators:\n  - 甲 ≥ 1 件 权重 90\n").value.value();
    CHECK(one.own.budget->total() == Rational(100000));
    CHECK(one.own.budget->text() == "10.00 万元");
    const auto parts = tests::load_targets(kHead +
                                           "budget: {a: 6978.80 万元, b: 3150.56 万元, total: 10129.36 "
                                           "万元}\nindicators:\n  - 甲 ≥ 1 件 权重 90\n");
    CHECK(parts.value->own.budget->text() == "10129.36 万元");
    CHECK(indicators::check_targets(*parts.value, indicators::cn_mof_2020()).empty());
    const auto mixed =
        tests::load_targets(kHead + "budget: {a: 1 亿元, b: 2 元}\nindicators:\n  - 甲 ≥ 1 件 权重 90\n");
    CHECK(mixed.value->own.budget->text() == "1.00000002 亿元");
}

TEST_CASE("whatever a total is called, it is no part of the budget") {
    for (const char* total : {"total", "Total", "合计", "合 计", "年度资金总额", "预算总额", "总计"}) {
        const auto loaded = tests::load_targets(kHead + "budget: {a: 60 万元, b: 40 万元, " + total +
                                                ": 100 万元}\nindicators:\n  - 甲 ≥ 1 件 权重 90\n");
        CHECK(loaded.diagnostics.empty());
        CHECK(loaded.value->own.budget->total() == Rational(1000000));
    }
    for (const char* part : {"其中：上级", "小计", "总计"})
        CHECK_FALSE(tests::load_targets(kHead + "budget: {a: 60 万元, 合计: 60 万元, \"" + part +
                                        "\": 40 万元}\nindicators:\n  - 甲 ≥ 1 件 权重 90\n")
                        .diagnostics.empty());
}

TEST_CASE("an id may not be another indicator's name") {
    const auto loaded = tests::load_targets(
        kHead + "indicators:\n  - {indicator: 甲 ≥ 1 个 权重 50, id: 乙}\n  - 乙 ≥ 1 个 权重 50\n");
    CHECK(loaded.diagnostics.front().code == base::Code::DuplicateId);
}

TEST_CASE("canonical texts of criteria are independent of the spelling") {
    CHECK(only_indicator("'满意度　＞＝　９０　％，权重 10'").criterion.text() == "≥ 90 ％");
    CHECK(only_indicator("完工 <= 2024年2月 权重 10").criterion.text() == "≤ 2024-02");
    CHECK(only_indicator("影响 qualitative 明显缓解 权重 10").criterion.text() == "定性 明显缓解");
}

TEST_CASE("the court's targets are as published") {
    const auto loaded = tests::load_targets(
        tests::file_text(std::string(YARDSTICK_SOURCE_DIR) + "/examples/jinjiang-court-2024/targets.yaml"));
    REQUIRE(loaded.value.has_value());
    const indicators::Targets& targets = *loaded.value;
    CHECK(loaded.diagnostics.empty());
    CHECK(targets.projects.size() == 15);
    CHECK(targets.tasks.size() == 5);
    std::size_t count = targets.own.indicators.size();
    Rational budgets;
    for (const indicators::Scorecard& project : targets.projects) {
        count += project.indicators.size();
        budgets += project.budget->total();
        CHECK_FALSE(project.goal.empty());
    }
    CHECK(count == 205);
    CHECK(budgets == Rational(48882200));
    CHECK(targets.own.budget->total() == Rational(101293600));
}
