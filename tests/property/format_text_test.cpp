// SPDX-License-Identifier: Apache-2.0
// Random files, in random spellings and layouts: formatting keeps what they say, and formatting twice is
// formatting once.
#include "indicators/format_text.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "base/utf8.hpp"
#include "loading.hpp"

using namespace yardstick;

namespace {

class FileGenerator {
  public:
    explicit FileGenerator(std::uint64_t seed) : random_(seed) {}

    std::string targets() {
        const std::string eol = below(4) == 0 ? "\r\n" : "\n";
        std::string text = "yardstick: targets" + eol + "department: 甲" + eol + "year: 2024" + eol;
        if (below(2) == 0) text += "budget: {a: " + amount() + ", 'b': '" + amount() + "'}" + space() + eol;
        text += "indicators:" + eol;
        for (int category = 0; category <= below(3); ++category) {
            text += "  c" + std::to_string(category) + ":" + comment() + eol;
            for (int item = 0; item <= below(6); ++item) text += list_item(eol);
        }
        if (below(3) == 0) text.resize(text.size() - eol.size());
        return text;
    }

  private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

    template <std::size_t n>
    std::string one_of(const std::array<std::string_view, n>& choices) {
        return std::string(choices.at(static_cast<std::size_t>(below(n))));
    }

    std::string space() { return std::string(static_cast<std::size_t>(below(3)), ' '); }
    std::string comment() { return below(3) == 0 ? " # 注 a≥1" : ""; }
    std::string amount() {
        return std::to_string(below(100000)) + space() + one_of<3>({"万元", "元", "亿元"});
    }

    std::string name() {
        std::string name = one_of<8>({"结案率", "媒体刊发稿件数量（任务5）", "cases closed", "65岁以上老人数",
                                      "a'b", "“满意度（≥90 为优）”", "甲[乙]", "到岗率: 10#"});
        if (name.starts_with("\xE2")) return name;
        return name + std::to_string(next_++) +
               (below(6) == 0 ? std::string("甲，乙很长的名称、更长的名称") : "");
    }

    std::string criterion() {
        switch (below(5)) {
            case 0:
                return " 定性 " + one_of<3>({"明显缓解", "较好 地  完成", "好"});
            case 1:
                return " 不低于" + number() + unit();
            case 2:
                return space() + number() + unit() + "以上";
            case 3:
                return " ≤ " + one_of<4>({"2024年2月", "2024.02 月", "6月30日", "2024-12-31"});
            default:
                return space() + one_of<6>({"≥", ">=", "≤", "＝", "﹦", ">"}) + space() + number() + space() +
                       unit();
        }
    }

    std::string number() { return one_of<6>({"3", "15,000", "１２．５０", "0.5", "90", "1，234"}); }
    std::string unit() { return one_of<5>({"%", "％", "件", "元/人·月", "万元"}); }

    std::string clauses() {
        std::string text = one_of<3>({" ", "，", " , "}) + one_of<4>({"权重 ", "weight ", "分值", "权重："}) +
                           std::to_string(1 + below(20));
        if (below(3) == 0) text += one_of<4>({" 反向指标", "，正向", " positive", " 反向"});
        if (below(5) == 0) text += one_of<2>({" 按 每降扣分(5％，1)", " by rule"});
        return text;
    }

    // In a random one of the ways to write a scalar.
    std::string scalar(const std::string& text, const std::string& eol) {
        switch (below(5)) {
            case 0: {
                std::string doubled;
                for (const char c : text) doubled += c == '\'' ? std::string("''") : std::string(1, c);
                return "'" + doubled + "'";
            }
            case 1: {
                std::string escaped;
                for (const char c : text) escaped += c == '"' ? std::string("\\\"") : std::string(1, c);
                return "\"" + escaped + "\"";
            }
            case 2:
                return below(3) == 0 ? ">-" + eol + "        " + text : folded(text, eol);
            default:
                return text;
        }
    }

    // With a line break for the first space.
    static std::string folded(const std::string& text, const std::string& eol) {
        const std::size_t at = text.find(" ");
        return at == std::string::npos ? text : text.substr(0, at) + eol + "        " + text.substr(at + 1);
    }

    std::string list_item(const std::string& eol) {
        const std::string line = name() + criterion() + clauses();
        const bool hard = line.find(": ") != std::string::npos || line.find(" #") != std::string::npos;
        std::string text;
        if (below(6) == 0) text += eol;
        if (below(6) == 0) text += "    # a≥1" + eol;
        if (below(6) == 0) return text + "    - {note: 72条, indicator: \"" + line + "\"}" + comment() + eol;
        const std::string key = below(6) == 0 ? "indicator: " : "";
        return text + "    - " + key + (hard ? "\"" + line + "\"" : scalar(line, eol)) + eol;
    }

    std::mt19937_64 random_;
    int next_ = 0;
};

// Everything that a scorecard says, as one text; names and words as they are compared.
std::string said(const indicators::Targets& targets) {
    std::string all;
    for (const indicators::Indicator& indicator : targets.own.indicators) {
        for (const std::string& category : indicator.path) all += category + "/";
        all += base::comparable_name(indicator.name) + " " +
               base::comparable_name(indicator.criterion.text()) + " " + indicator.weight.text() + " " +
               indicator.note;
        if (indicator.direction) all += *indicator.direction == indicators::Direction::Positive ? " +" : " -";
        if (indicator.rule) {
            all += " " + indicator.rule->name;
            for (const indicators::Quantity& argument : indicator.rule->arguments)
                all += " " + base::comparable_name(argument.text());
        }
        all += "\n";
    }
    if (targets.own.budget) all += targets.own.budget->text();
    return all;
}

std::string codes(const base::Diagnostics& diagnostics) {
    std::string all;
    for (const base::Diagnostic& diagnostic : diagnostics) all += base::code_text(diagnostic.code) + " ";
    return all;
}

indicators::Formatted format(const std::string& text) {
    return indicators::format_text(indicators::yaml::read(tests::source(text)));
}

}  // namespace

TEST_CASE("formatting a random file keeps what it says, and formatting twice is formatting once") {
    int formatted = 0;
    constexpr int kFilesPerTrial = 5;
    for (int trial = 0; trial < YARDSTICK_TRIALS * kFilesPerTrial; ++trial) {
        CAPTURE(trial);
        const std::string text = FileGenerator(static_cast<std::uint64_t>(trial)).targets();
        const auto once = format(text);
        if (!once.text) continue;  // lines at random may have two readings
        ++formatted;
        CAPTURE(text);
        CAPTURE(*once.text);
        const auto before = tests::load_targets(text);
        const auto after = tests::load_targets(*once.text);
        REQUIRE(before.value.has_value());
        REQUIRE(after.value.has_value());
        CHECK(said(*after.value) == said(*before.value));
        CHECK(codes(after.diagnostics) == codes(before.diagnostics));
        const auto twice = format(*once.text);
        CHECK(twice.changes.empty());
        CHECK(twice.text == once.text);
    }
    CHECK(formatted > YARDSTICK_TRIALS * kFilesPerTrial / 4);
}
