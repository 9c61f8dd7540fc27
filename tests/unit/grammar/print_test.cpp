// SPDX-License-Identifier: Apache-2.0
// The canonical spelling of lines and values.
#include "grammar/print.hpp"

#include <string>

#include <doctest/doctest.h>

#include "grammar/parse.hpp"

using namespace yardstick::grammar;

namespace {

std::string canonical(std::string_view line) {
    const auto parsed = parse_indicator(line);
    REQUIRE_MESSAGE(parsed.diagnostics.empty(), line);
    return line_text(*parsed.tree, line);
}

std::string canonical_value(std::string_view text) { return value_text(*parse_value(text).tree, text); }

}  // namespace

TEST_CASE("a line is printed with one space between its parts and its clauses in one order") {
    CHECK(canonical("结案率>=90%,反向指标，分值2") == "结案率 ≥ 90 % 权重 2 反向");
    CHECK(canonical("cases closed >= 90% Positive, Weight: 2") == "cases closed ≥ 90 % weight 2 positive");
    CHECK(canonical("满意度 ≥ ９０％ 按每降扣分（5％，1） 10 分") ==
          "满意度 ≥ 90 % 权重 10 按 每降扣分(5 %, 1)");
    CHECK(canonical("经费 ≤ 15,000元 权重 3") == "经费 ≤ 15,000 元 权重 3");
}

TEST_CASE("comparators in words, and behind the target, become signs") {
    CHECK(canonical("满意度不低于98% 权重 10") == "满意度 ≥ 98 % 权重 10");
    CHECK(canonical("满意度98%及以上 权重 10") == "满意度 ≥ 98 % 权重 10");
    CHECK(canonical("完成 2021年12月31日前 权重 5") == "完成 ≤ 2021-12-31 权重 5");
    CHECK(canonical("完成 11月底前 权重 5") == "完成 ≤ 11月底 权重 5");
    CHECK(canonical("室温 18℃～26℃ 权重 5") == "室温 18..26 ℃ 权重 5");
}

TEST_CASE("a name keeps its quotes only where it needs them") {
    CHECK(canonical("\"满意度（≥90 为优）\" ≥ 90% 权重 10") == "\"满意度（≥90 为优）\" ≥ 90 % 权重 10");
    CHECK(canonical("\"满意度\" ≥ 90% 权重 10") == "满意度 ≥ 90 % 权重 10");
    CHECK(canonical("“甲 ≥ 1” ≥ 90% 权重 10") == "\"甲 ≥ 1\" ≥ 90 % 权重 10");
    CHECK(canonical("\"甲 \"\"≥ 1\"\"\" ≥ 90% 权重 10") == "\"甲 \"\"≥ 1\"\"\" ≥ 90 % 权重 10");
}

TEST_CASE("qualitative lines keep their words") {
    CHECK(canonical("影响 定性  明显，缓解  权重 2") == "影响 定性 明显，缓解 权重 2");
    CHECK(canonical("impact qualitative clearly better, weight 2") ==
          "impact qualitative clearly better weight 2");
}

TEST_CASE("values are printed with a space before the unit") {
    CHECK(canonical_value("72条") == "72 条");
    CHECK(canonical_value("１,２３４.５０万元") == "1,234.50 万元");
    CHECK(canonical_value("2024年2月") == "2024-02");
    CHECK(canonical_value("达成９５％") == "达成 95%");
    CHECK(canonical_value("是") == "是");
    CHECK(canonical_value("yes") == "yes");
    CHECK(canonical_value("n/a") == "n/a");
}

TEST_CASE("units are printed as they were written, but for full-width signs") {
    CHECK(canonical_value("5％") == "5 %");
    CHECK(canonical_value("5元／件") == "5 元/件");
    CHECK(canonical_value("20＃") == "20 ＃");
}
