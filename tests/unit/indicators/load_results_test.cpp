// SPDX-License-Identifier: Apache-2.0
// Loading results: which indicator an actual belongs to, and what it says. (Faulty files:
// malformed_test.cpp.)
#include "indicators/load_results.hpp"

#include <string>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using indicators::Actual;

namespace {

const std::string kTargets =
    "yardstick: targets\ndepartment: 某局\nyear: 2024\nindicators:\n"
    "  产出:\n    - 稿件（任务5） ≥ 60 条 权重 50\n    - 满意度 ≥ 90 % 权重 10\n"
    "  效益:\n    - 满意度 ≥ 90 % 权重 10\n    - 元/箱 ≤ 60 元 权重 10\n    - 影响 定性 明显 权重 10\n    - "
    "{id: done, indicator: 完工 ≤ 2024-02 权重 10}\n";

Actual actual(const std::string& indicator, const std::string& value, std::size_t index) {
    const auto targets = tests::load_targets(kTargets).value.value();
    std::string text = "yardstick: results\ndepartment: 某局\nyear: 2024\nactuals:\n";
    const std::vector<std::string> names{"稿件（任务5）", "产出/满意度", "效益/满意度",
                                         "元/箱",         "影响",        "完工"};
    const std::vector<std::string> values{"72 条", "95 %", "95 %", "50 元", "达成 95%", "2024-02"};
    for (std::size_t i = 0; i < names.size(); ++i)
        text += "  " + (i == index ? indicator + ": " + value : names[i] + ": " + values[i]) + "\n";
    const auto loaded = tests::load_results(text, targets);
    REQUIRE(loaded.diagnostics.empty());
    return loaded.value.value().own.actuals.at(index).value();
}

}  // namespace

TEST_CASE("an indicator is found by name, by any end of its path, or by id") {
    CHECK(actual("稿件(任务5)", "72", 0).text == "72 条");
    CHECK(actual("产出/稿件（任务5）", "72 条", 0).text == "72 条");
    CHECK(actual("效益/满意度", "91 %", 2).text == "91 %");
    CHECK(actual("元/箱", "0.006 万元", 3).text == "0.006 万元");
    CHECK(actual("done", "2024年1月", 5).text == "2024-01");
}

TEST_CASE("an actual without a unit takes the target's; with one it may be any of its dimension") {
    CHECK(std::get<base::Rational>(actual("产出/满意度", "91.5", 1).value) ==
          base::Rational::fraction(915, 1000));
    CHECK(std::get<base::Rational>(actual("产出/满意度", "915 ‰", 1).value) ==
          base::Rational::fraction(915, 1000));
}

TEST_CASE("a qualitative actual names its tier and its share, at the very ends of the range") {
    CHECK(std::get<indicators::TierShare>(actual("影响", "达成年度指标 100%", 4).value).tier == 0);
    CHECK(std::get<indicators::TierShare>(actual("影响", "达成 80%", 4).value).tier == 0);
    CHECK(std::get<indicators::TierShare>(actual("影响", "部分达成并具有一定效果 79.99 %", 4).value).tier ==
          1);
    CHECK(std::get<indicators::TierShare>(actual("影响", "partly achieved 60%", 4).value).tier == 1);
    CHECK(std::get<indicators::TierShare>(actual("影响", "未达成 0%", 4).value).tier == 2);
}

TEST_CASE("reason, evidence and reported score come with the actual") {
    const Actual given =
        actual("稿件（任务5）", "{actual: 50 条, reason: 停刊, evidence: 卷宗 12, reported: 41.67}", 0);
    CHECK(given.reason == "停刊");
    CHECK(given.evidence == "卷宗 12");
    CHECK(given.reported->text() == "41.67");
}
