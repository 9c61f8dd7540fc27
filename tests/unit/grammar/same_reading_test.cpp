// SPDX-License-Identifier: Apache-2.0
// Spellings that say the same, and those that do not.
#include "grammar/same_reading.hpp"

#include <doctest/doctest.h>

using namespace yardstick::grammar;

TEST_CASE("spellings of one line say the same") {
    CHECK(same_line("结案率>=90%,反向指标，分值2", "结案率   ≥ 90 %   权重 2 反向"));
    CHECK(same_line("满意度98%及以上 权重 10", "满意度 ≥ 98 % 权重 10"));
    CHECK(same_line("室温 18℃～26℃ 权重 5", "室温 18..26 ℃ 权重 5"));
    CHECK(same_line("完成 2024.02 月前 权重 5", "完成 ≤ 2024-02 权重 5"));
    CHECK(same_line("\"甲（乙）\" 定性 好  权重 2", "甲(乙) 定性 好 权重 2"));
    CHECK(same_line("满意度 ≥ 90% 按每降扣分（5％，1） 10 分", "满意度 ≥ 90 % 权重 10 按 每降扣分(5 %, 1)"));
}

TEST_CASE("a line that differs in one part does not say the same") {
    const auto other = [](std::string_view line) {
        return !same_line("结案率 ≥ 90 % 权重 2 反向 按 甲(5 %)", line);
    };
    CHECK(other("结案 ≥ 90 % 权重 2 反向 按 甲(5 %)"));
    CHECK(other("结案率 ≤ 90 % 权重 2 反向 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 91 % 权重 2 反向 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 90.0 % 权重 2 反向 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 90 件 权重 2 反向 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 90 % 权重 3 反向 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 90 % 权重 2 正向 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 90 % 权重 2 按 甲(5 %)"));
    CHECK(other("结案率 ≥ 90 % 权重 2 反向 按 乙(5 %)"));
    CHECK(other("结案率 ≥ 90 % 权重 2 反向 按 甲(6 %)"));
    CHECK(other("结案率 ≥ 90 % 权重 2 反向 按 甲(5 %, 1)"));
    CHECK(other("结案率 ≥ 90 % 权重 2 反向 按 甲(5 %) 权重 2"));
    CHECK_FALSE(same_line("无比较符", "无比较符"));  // a line with faults says nothing
}

TEST_CASE("values are compared by what they are") {
    CHECK(same_value("１,２３４.５０万元", "1,234.50 万元"));
    CHECK(same_value("2024年2月", "2024-02"));
    CHECK(same_value("达成９５％", "达成 95%"));
    CHECK(same_value("是", "yes"));
    CHECK(same_value("不适用", "n/a"));
    CHECK_FALSE(same_value("72 条", "72 件"));
    CHECK_FALSE(same_value("72 条", "72.0 条"));
    CHECK_FALSE(same_value("2024年2月", "2024-03"));
    CHECK_FALSE(same_value("是", "否"));
    CHECK_FALSE(same_value("达成 95%", "部分达成 95%"));
    CHECK_FALSE(same_value("达成 95%", "达成 94%"));
    CHECK_FALSE(same_value("甲", "乙"));
    CHECK_FALSE(same_value("72 条", "甲"));
    CHECK_FALSE(same_value("200余人", "200余人"));
}
