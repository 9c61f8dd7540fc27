// SPDX-License-Identifier: Apache-2.0
// Scores of single indicators and of execution, by hand.
#include "engine/score.hpp"

#include <string>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using base::Rational;

namespace {

struct Scored {
    std::string score;
    bool met;
    friend bool operator==(const Scored&, const Scored&) = default;
};

// The score of `line` when `actual` was achieved, through the loaders.
Scored scored(const std::string& line, const std::string& actual) {
    const auto targets =
        tests::load_targets("yardstick: targets\ndepartment: a\nyear: 2024\nindicators:\n  - '" + line +
                            "'\n")
            .value.value();
    const auto& indicator = targets.own.indicators.front();
    const auto results = tests::load_results(
        "yardstick: results\ndepartment: a\nyear: 2024\nactuals:\n  " + indicator.name + ": " + actual + "\n",
        targets);
    const auto score = engine::score_indicator(indicator, results.value.value().own.actuals.front().value(),
                                               indicators::cn_mof_2020());
    return {score.points.rounded.text(), score.met};
}

std::string execution(const char* spent, const char* budget) {
    return engine::score_execution(base::Decimal::parse(spent)->value(),
                                   base::Decimal::parse(budget)->value(), indicators::cn_mof_2020())
        .points.rounded.text();
}

}  // namespace

TEST_CASE("at least: met gives the weight, unmet its proportion") {
    CHECK(scored("a ≥ 60 条 权重 3", "72 条") == Scored{"3.00", true});
    CHECK(scored("a ≥ 60 条 权重 3", "60") == Scored{"3.00", true});
    CHECK(scored("a ≥ 60 条 权重 3", "58") == Scored{"2.90", false});
    CHECK(scored("a ≥ 12 件 权重 16.5", "7") == Scored{"9.63", false});  // exactly 9.625
    CHECK(scored("a ≥ 60 条 权重 3", "0") == Scored{"0.00", false});
    CHECK(scored("a ≥ 60 条 权重 3", "-5") == Scored{"0.00", false});
    CHECK(scored("a ≥ 0 条 权重 3", "-5") == Scored{"0.00", false});
    CHECK(scored("a ≥ -4 ℃ 权重 3", "-3") == Scored{"3.00", true});
    CHECK(scored("a ≥ -4 ℃ 权重 3", "-5") == Scored{"0.00", false});
}

TEST_CASE("at most: unmet gives target over actual") {
    CHECK(scored("a ≤ 80 天 权重 1", "84 天") == Scored{"0.95", false});
    CHECK(scored("a ≤ 80 天 权重 1", "80 天") == Scored{"1.00", true});
    CHECK(scored("a ≤ 100 元 权重 10", "150 元") == Scored{"6.67", false});
    CHECK(scored("a ≤ 0 件 权重 10", "1 件") == Scored{"0.00", false});
    CHECK(scored("a ≤ -4 ℃ 权重 10", "-3 ℃") == Scored{"0.00", false});
    CHECK(scored("a ≤ 80 天 权重 1", "-1 天") == Scored{"1.00", true});
}

TEST_CASE("rounding never carries a score above its weight") {
    CHECK(scored("a ≥ 60 条 权重 30.005", "72 条") == Scored{"30.00", true});
    CHECK(scored("a ≥ 60 条 权重 29.995", "60 条") == Scored{"29.99", true});
    CHECK(scored("a ≥ 3 条 权重 10.01", "2 条") == Scored{"6.67", false});
}

TEST_CASE("strict comparators are missed on the target itself, which still earns the whole weight") {
    CHECK(scored("a > 60 条 权重 3", "60") == Scored{"3.00", false});
    CHECK(scored("a > 60 条 权重 3", "61") == Scored{"3.00", true});
    CHECK(scored("a > 0 条 权重 3", "0") == Scored{"0.00", false});
    CHECK(scored("a < 60 条 权重 3", "60") == Scored{"3.00", false});
    CHECK(scored("a < 0 条 权重 3", "0") == Scored{"0.00", false});
}

TEST_CASE("equal is at least, or at most where less is better; against zero any occurrence scores nothing") {
    CHECK(scored("a = 100 % 权重 2", "101 %") == Scored{"2.00", true});
    CHECK(scored("a = 100 % 权重 2", "50 %") == Scored{"1.00", false});
    CHECK(scored("a = 100 % 权重 2 反向", "50 %") == Scored{"2.00", true});
    CHECK(scored("a = 100 % 权重 2 反向", "200 %") == Scored{"1.00", false});
    CHECK(scored("a = 0 次 权重 10", "0 次") == Scored{"10.00", true});
    CHECK(scored("a = 0 次 权重 10", "1 次") == Scored{"0.00", false});
    CHECK(scored("a = 0 次 权重 10 正向", "0.01 次") == Scored{"0.00", false});
    CHECK(scored("a = 0 次 权重 10 反向", "1 次") == Scored{"0.00", false});
}

TEST_CASE("a month is in time or not") {
    CHECK(scored("a ≤ 2024.02 月 权重 6", "2024-02") == Scored{"6.00", true});
    CHECK(scored("a ≤ 2024.02 月 权重 6", "2024-03") == Scored{"0.00", false});
    CHECK(scored("a ≤ 2024.10 月 权重 6", "2024.9 月") == Scored{"6.00", true});  // October, not January
    CHECK(scored("a ≤ 2024.1 月 权重 6", "2024.9 月") == Scored{"0.00", false});
    CHECK(scored("a = 2024-02 权重 6", "2023-12") == Scored{"6.00", true});
    CHECK(scored("a < 2024-02 权重 6", "2024-02") == Scored{"0.00", false});
    CHECK(scored("a ≥ 2024-02 权重 6", "2024-01") == Scored{"0.00", false});
    CHECK(scored("a ≥ 2024-02 权重 6", "2025-01") == Scored{"6.00", true});
}

TEST_CASE("a qualitative score is the share of the weight") {
    CHECK(scored("a 定性 好 权重 5", "达成 95%") == Scored{"4.75", true});
    CHECK(scored("a 定性 好 权重 5", "部分达成 66.7%") == Scored{"3.34", false});  // 3.335
    CHECK(scored("a 定性 好 权重 5", "未达成 0%") == Scored{"0.00", false});
}

TEST_CASE("units are converted before they are compared") {
    CHECK(scored("a ≥ 20 亿元 权重 3", "200000 万元") == Scored{"3.00", true});
    CHECK(scored("a ≥ 5 万人次 权重 3", "49999 人次") == Scored{"3.00", false});
    CHECK(scored("a ≤ 4 小时 权重 8", "300 分钟") == Scored{"6.40", false});
    CHECK(scored("a ≥ 20 亿元 权重 3", "20 万元") == Scored{"0.00", false});
}

TEST_CASE("execution is ten points of spent over budget, and never more") {
    CHECK(execution("9985.41", "10129.36") == "9.86");
    CHECK(execution("10", "10") == "10.00");
    CHECK(execution("11", "10") == "10.00");
    CHECK(execution("0", "10") == "0.00");
    CHECK(execution("0.9995", "1") == "10.00");  // 9.995
    CHECK(execution("0.99949", "1") == "9.99");
}
