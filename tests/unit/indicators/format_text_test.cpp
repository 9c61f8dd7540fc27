// SPDX-License-Identifier: Apache-2.0
// Files in their canonical spelling: what changes, what stays, and what is refused.
#include "indicators/format_text.hpp"

#include <string>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "loading.hpp"

using namespace yardstick;
using indicators::Formatted;

namespace {

Formatted format(const std::string& text) {
    return indicators::format_text(indicators::yaml::read(tests::source(text)));
}

std::string formatted(const std::string& text) {
    const Formatted first = format(text);
    REQUIRE_MESSAGE(first.text.has_value(), text);
    CHECK((*first.text == text) == first.changes.empty());
    const Formatted second = format(*first.text);
    CHECK_MESSAGE(second.changes.empty(), *first.text);
    return *first.text;
}

const std::string kTargets = "yardstick: targets\n";
const std::string kResults = "yardstick: results\n";

// The list under `indicators:` of a targets file.
std::string list(const std::string& items) {
    const std::string head = kTargets + "indicators:\n";
    const std::string text = formatted(head + items);
    REQUIRE(text.starts_with(head));
    return text.substr(head.size());
}

std::string actuals(const std::string& entries) {
    const std::string head = kResults + "actuals:\n";
    const std::string text = formatted(head + entries);
    REQUIRE(text.starts_with(head));
    return text.substr(head.size());
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("the lines of a list stand in columns, by display width") {
    CHECK(list("- 媒体刊发稿件数量（任务5）≥60条 权重3\n"
               "- 结案率>=90%,反向指标，分值2\n"
               "- cases ≤ 15,000 件 weight 2\n"
               "- 影响 定性 明显缓解，权重 5\n"
               "- 完成 2024年2月前\n") ==
          "- 媒体刊发稿件数量（任务5） ≥ 60 条       权重 3\n"
          "- 结案率                    ≥ 90 %        权重 2 反向\n"
          "- cases                     ≤ 15,000 件   weight 2\n"
          "- 影响                      定性 明显缓解 权重 5\n"
          "- 完成                      ≤ 2024-02\n");
}

TEST_CASE("columns that would not help are not made") {
    const std::string wide = repeated("宽", 25);
    CHECK(list("- " + wide + "≥1件\n- 甲≥100件\n") == "- " + wide + " ≥ 1 件\n- 甲 ≥ 100 件\n");
    const std::string longer = repeated("长", 14);  // 26 columns more than the other
    CHECK(list("- " + longer + "≥1件\n- 甲≥100件\n") == "- " + longer + " ≥ 1 件\n- 甲 ≥ 100 件\n");
    const std::string outcome = repeated("好", 12);
    CHECK(list("- 甲乙 定性 " + outcome + " 权重 1\n- 甲≥1件 权重 2\n") ==
          "- 甲乙 定性 " + outcome + " 权重 1\n- 甲   ≥ 1 件 权重 2\n");
}

TEST_CASE("blank lines and mappings part the columns, comments do not") {
    CHECK(list("- 甲≥1件\n\n- 甲乙≥1件\n# 注\n- 甲乙丙≥1件\n- {indicator: 甲乙丙丁≥1件, note: a≥1}\n- "
               "戊≥1件\n") ==
          "- 甲 ≥ 1 件\n\n- 甲乙   ≥ 1 件\n# 注\n- 甲乙丙 ≥ 1 件\n- {indicator: 甲乙丙丁 ≥ 1 件, note: "
          "a≥1}\n- 戊 ≥ 1 件\n");
    CHECK(list("- 甲≥1件\n-   甲乙≥1件\n") == "- 甲     ≥ 1 件\n-   甲乙 ≥ 1 件\n");
}

TEST_CASE("comments, layout and free text stay") {
    const std::string head = "# 抬头\n\n" + kTargets +
                             "department:   '甲 ≥ 1'  # a≥1\nyear: 2024\ngoal: >-\n  a≥1 权重 3\n\n  b\n"
                             "tasks: {任务1: a≥1, 任务2: {name: 72条, content: 72条}}\n";
    CHECK(formatted(head + "indicators:\n    产出 :\n\n        -  甲≥1件   # 后\n\n#尾") ==
          head + "indicators:\n    产出 :\n\n        -  甲 ≥ 1 件   # 后\n\n#尾");
}

TEST_CASE("line endings and a missing last one stay") {
    CHECK(list("- 甲≥1件 权重1\r\n- 甲乙≥1件\r\n") == "- 甲   ≥ 1 件 权重 1\r\n- 甲乙 ≥ 1 件\r\n");
    CHECK(list("- 甲≥1件\n- 甲≥1\n    件 权重 2") == "- 甲 ≥ 1 件\n- 甲 ≥ 1 件 权重 2");
}

TEST_CASE("quoted lines keep their quotes, and block scalars all of it") {
    CHECK(list("- '甲≥1件'\n") == "- '甲 ≥ 1 件'\n");
    CHECK(list("- \"\\u7532≥1件\"\n- \"\\u7532 ≥ 1 件\"\n") == "- \"甲 ≥ 1 件\"\n- \"\\u7532 ≥ 1 件\"\n");
    CHECK(list("- |\n  甲≥1件\n- >-\n  甲≥1件\n- 甲乙≥1件\n") ==
          "- |\n  甲≥1件\n- >-\n  甲≥1件\n- 甲乙 ≥ 1 件\n");
    CHECK(list("- \"甲\n   ≥1件\"\n") == "- \"甲 ≥ 1 件\"\n");
}

TEST_CASE("a line that needs quotes of its own is quoted for YAML too") {
    CHECK(list("- “满意度（≥90 为优）”≥90%\n- 甲≥1%\n") ==
          "- '\"满意度（≥90 为优）\" ≥ 90 %'\n- 甲                    ≥ 1 %\n");
    CHECK(list("- \"“甲≥1”≥90%\"\n") == "- \"\\\"甲≥1\\\" ≥ 90 %\"\n");
    CHECK(list("- '\"甲''s ≥1\"≥90%'\n") == "- '\"甲''s ≥1\" ≥ 90 %'\n");
}

TEST_CASE("in brackets a comma needs quotes, and nothing is set in columns") {
    CHECK(formatted(kTargets + "indicators: [甲≥１，２３４件 权重1 , 甲乙≥1件, {indicator: '丙≥1件'}]\n") ==
          kTargets + "indicators: ['甲 ≥ 1,234 件 权重 1' , 甲乙 ≥ 1 件, {indicator: '丙 ≥ 1 件'}]\n");
    CHECK(formatted("{\"yardstick\": \"targets\", \"indicators\": [\"甲≥1件\",\n \"甲乙≥1件\"]}") ==
          "{\"yardstick\": \"targets\", \"indicators\": [\"甲 ≥ 1 件\",\n \"甲乙 ≥ 1 件\"]}");
}

TEST_CASE("amounts are spelt anew wherever they stand") {
    CHECK(formatted(kTargets + "budget: 10万元\nprojects_budget: '１０万元'\nprojects:\n  甲:\n    budget: "
                               "{合计: 1000元, 乙: 5 元}\n    goal: 10万元\n") ==
          kTargets +
              "budget: 10 万元\nprojects_budget: '10 万元'\nprojects:\n  甲:\n    budget: {合计: 1000 元, "
              "乙: 5 元}\n    goal: 10万元\n");
}

TEST_CASE("actuals are spelt anew where they are clean values") {
    CHECK(actuals("  甲: 72条  # 注\n  乙: 2024年2月\n  丙: {actual: 35天, reason: 72条, reported: 8.50}\n"
                  "  丁: 达成95％\n  戊: '是'\n  己: n/a\n  72条: １，２３４件\n") ==
          "  甲: 72 条  # 注\n  乙: 2024-02\n  丙: {actual: 35 天, reason: 72条, reported: 8.50}\n"
          "  丁: 达成 95%\n  戊: '是'\n  己: n/a\n  72条: 1,234 件\n");
    const std::string as_written =
        "  甲: 好  些\n  乙: ≥72条\n  丙: 200余人\n  丁: '= 甲/乙'\n  戊: 甲 / 乙\n  己:\n  庚: [72条]\n";
    CHECK(actuals(as_written) == as_written);
    CHECK(formatted(kResults +
                    "spent: 9万元\nprojects: {甲: {adjusted: 9万元, spent: 1,0, actuals: {乙: 1件}}}\n") ==
          kResults + "spent: 9 万元\nprojects: {甲: {adjusted: 9 万元, spent: 1,0, actuals: {乙: 1 件}}}\n");
}

TEST_CASE("a file with faults of the grammar or of YAML is refused with all of them") {
    const auto faults = [](const std::string& text) {
        const Formatted outcome = format(text);
        CHECK_FALSE(outcome.text);
        std::string codes;
        for (const base::Diagnostic& d : outcome.diagnostics)
            codes += base::code_text(d.code) + " " +
                     std::to_string(d.place.source->position(d.place.span.begin).line) + ";";
        return codes;
    };
    CHECK(faults(kTargets + "indicators:\n- 甲≥1件 wieght 3\n- 乙≥1件\n- 丙\n") == "YS110 3;YS103 5;");
    CHECK(faults(kTargets + "budget: 1,00 元\nbudget: 2元\n") != "");
    CHECK(faults(kResults + "spent: ≥ 1 万元\n") == "YS125 2;");
    CHECK(faults("a: b\n") == "YS021 1;");
    CHECK(faults("yardstick: scores\n") == "YS022 1;");
    CHECK(faults("- a\n") == "YS018 1;");
    CHECK(faults("yardstick:\n") == "YS023 1;");
    CHECK(faults("") == "YS015 1;");
    CHECK(faults("a: [\n") != "");
}

TEST_CASE("a line without a weight, or in a file with other faults, is still spelt") {
    CHECK(formatted(kTargets + "unknown: 1\nindicators:\n- 甲≥1件\n-\n- [乙≥1件]\n- 丙: 丁≥1件\n") ==
          kTargets + "unknown: 1\nindicators:\n- 甲 ≥ 1 件\n-\n- [乙≥1件]\n- 丙: 丁≥1件\n");
}

TEST_CASE("changes are told by line") {
    const Formatted outcome =
        format(kTargets + "budget: {a: 1元, b: 2元}\nindicators:\n- 甲≥1\n  件\n- 乙≥1件\n");
    REQUIRE(outcome.changes.size() == 3);
    CHECK(outcome.changes[0].line == 2);
    CHECK(outcome.changes[0].before == "budget: {a: 1元, b: 2元}");
    CHECK(outcome.changes[0].after == "budget: {a: 1 元, b: 2 元}");
    CHECK(outcome.changes[1].line == 4);
    CHECK(outcome.changes[1].before == "- 甲≥1\n  件");
    CHECK(outcome.changes[1].after == "- 甲 ≥ 1 件");
    CHECK(outcome.changes[2].line == 6);
}

TEST_CASE("a line that would become too long stays as it is") {
    const std::string name = repeated("长", 1363);
    CHECK(list("- " + name + "≥1\n") == "- " + name + " ≥ 1\n");
    const std::string longer = repeated("长", 1364);
    CHECK(list("- " + longer + "≥1\n") == "- " + longer + "≥1\n");
}

TEST_CASE("figures are written as actuals are, those of projects too") {
    CHECK(formatted(kResults + "figures:\n  受理数: 72件 # all\n  上线: 2024年1月5日\n  已验收: 没有\n"
                               "  错: 1,00件\nprojects:\n  甲:\n    figures: {支出: 5万元}\n") ==
          kResults +
              "figures:\n  受理数: 72 件 # all\n  上线: 2024-01-05\n  已验收: 没有\n"
              "  错: 1,00件\nprojects:\n  甲:\n    figures: {支出: 5 万元}\n");
    CHECK(formatted(kResults + "figures: 72件\n") == kResults + "figures: 72件\n");
}
