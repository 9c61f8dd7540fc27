// SPDX-License-Identifier: Apache-2.0
// The grammar: what each spelling means, and what each fault is called and where it stands.
#include "grammar/parse.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "base/render.hpp"
#include "grammar/print.hpp"

using namespace yardstick;
using namespace yardstick::grammar;
using base::Code;

namespace {

// A line as its parts, for comparing: "name | ≥ | 90 [%] | w 2 | +".
std::string shown(const Value& value, std::string_view text) {
    if (const auto* quantity = std::get_if<Quantity>(&value.content))
        return quantity->number.text() + " [" + std::string(quantity->unit.in(text)) + "]";
    if (const auto* range = std::get_if<Range>(&value.content))
        return range->low.text() + ".." + range->high.text() + " [" + std::string(range->unit.in(text)) + "]";
    if (const auto* date = std::get_if<Date>(&value.content)) return "date " + date_text(*date);
    if (const auto* answer = std::get_if<Answer>(&value.content)) return answer->yes ? "yes" : "no";
    if (const auto* share = std::get_if<WordsWithShare>(&value.content))
        return std::string(share->words.in(text)) + " @ " + share->percent.text();
    if (std::holds_alternative<NotApplicable>(value.content)) return "n/a";
    return "“" + std::string(value.span.in(text)) + "”";
}

std::string shown(std::string_view text) {
    const auto parsed = parse_indicator(text);
    if (!parsed.diagnostics.empty()) return "fault " + base::code_text(parsed.diagnostics.front().code);
    const IndicatorLine& line = parsed.tree.value();
    std::string out = name_text(line, text) + " | " +
                      std::string(comparator_text(line.criterion.comparator)) + " | " +
                      shown(line.criterion.target, text);
    if (line.weight) out += " | w " + line.weight->weight.text();
    if (line.direction) out += line.direction->direction == Direction::Positive ? " | +" : " | -";
    if (line.rule) {
        out += " | by " + std::string(line.rule->name.in(text)) + "(";
        for (const Value& argument : line.rule->arguments) out += shown(argument, text) + ";";
        out += ")";
    }
    return out;
}

// The codes of a line's faults with the text each points at.
std::vector<std::pair<Code, std::string>> faults(std::string_view text) {
    std::vector<std::pair<Code, std::string>> found;
    for (const base::Diagnostic& d : parse_indicator(text).diagnostics)
        found.emplace_back(d.code, std::string(d.place.span.in(text)));
    return found;
}

using Faults = std::vector<std::pair<Code, std::string>>;

}  // namespace

TEST_CASE("a line of the official table reads as name, comparator, target, unit and weight") {
    CHECK(shown("媒体刊发稿件数量（任务5） ≥ 60 条 权重 3") ==
          "媒体刊发稿件数量（任务5） | ≥ | 60 [条] | w 3");
    CHECK(shown("平均在院审理天数 ≤ 80 天 权重 1 反向指标") == "平均在院审理天数 | ≤ | 80 [天] | w 1 | -");
    CHECK(shown("执行到位总金额（任务3） ≥ 20 亿元 权重 3") ==
          "执行到位总金额（任务3） | ≥ | 20 [亿元] | w 3");
    CHECK(shown("cases closed >= 90 % weight 2 positive") == "cases closed | ≥ | 90 [%] | w 2 | +");
}

TEST_CASE("every spelling of a comparator means the same") {
    for (const char* spelling : {"≥", ">=", "≧", "⩾", "＞＝"})
        CHECK(shown(std::string("a ") + spelling + " 1 件 权重 1") == "a | ≥ | 1 [件] | w 1");
    for (const char* spelling : {"≤", "<=", "≦", "⩽", "＜＝"})
        CHECK(shown(std::string("a ") + spelling + " 1 件 权重 1") == "a | ≤ | 1 [件] | w 1");
    for (const char* spelling : {"=", "==", "＝", "﹦", "═"})
        CHECK(shown(std::string("a ") + spelling + " 1 件 权重 1") == "a | = | 1 [件] | w 1");
    for (const char* spelling : {">", "＞"})
        CHECK(shown(std::string("a ") + spelling + " 1 件 权重 1") == "a | > | 1 [件] | w 1");
    for (const char* spelling : {"<", "＜"})
        CHECK(shown(std::string("a ") + spelling + " 1 件 权重 1") == "a | < | 1 [件] | w 1");
}

TEST_CASE("spaces are needed nowhere and allowed everywhere") {
    CHECK(shown("满意度≥90%权重10") == "满意度 | ≥ | 90 [%] | w 10");
    CHECK(shown("满意度≥60条权重3正向") == "满意度 | ≥ | 60 [条] | w 3 | +");
    CHECK(shown("  满意度　≥　90　％　权重　１０  ") == "满意度 | ≥ | 90 [％] | w 10");
    CHECK(shown("满意度 ≥ 90 %，权重 10，正向") == "满意度 | ≥ | 90 [%] | w 10 | +");
}

TEST_CASE("clauses come in any order") {
    CHECK(shown("a ≥ 1 件 正向 权重 2") == "a | ≥ | 1 [件] | w 2 | +");
    CHECK(shown("a ≥ 1 件, 5 分") == "a | ≥ | 1 [件] | w 5");
    CHECK(shown("a ≥ 90 分 5 分") == "a | ≥ | 90 [分] | w 5");
    CHECK(shown("a ≥ 1 件 分值 2 分 negative") == "a | ≥ | 1 [件] | w 2 | -");
}

TEST_CASE("a target may have no unit, separators, full-width digits or a compound unit") {
    CHECK(shown("容量 ≥ 30000 权重 10") == "容量 | ≥ | 30000 [] | w 10");
    CHECK(shown("容量 ≥ 30,000 件 权重 10") == "容量 | ≥ | 30000 [件] | w 10");
    CHECK(shown("容量 ≥ ３０，０００．５ 件 权重 10") == "容量 | ≥ | 30000.5 [件] | w 10");
    CHECK(shown("成本 ≤ 64 元/人·月 权重 4") == "成本 | ≤ | 64 [元/人·月] | w 4");
    CHECK(shown("面积 ≥ 9.5 ㎡ 权重 4") == "面积 | ≥ | 9.5 [㎡] | w 4");
    CHECK(shown("温度 ≤ -5 ℃ 权重 4") == "温度 | ≤ | -5 [℃] | w 4");
    CHECK(shown("area ≥ 20 km2 weight 4") == "area | ≥ | 20 [km2] | w 4");
    CHECK(shown("tons ≥ 20 bytes weight 4") == "tons | ≥ | 20 [bytes] | w 4");
}

TEST_CASE("a month is a month, so that 2024.10 is October and 2024.1 is January") {
    CHECK(shown("完成 ≤ 2024.02 月 权重 6") == "完成 | ≤ | date 2024-02 | w 6");
    CHECK(shown("完成 ≤ 2024.10月 权重 6") == "完成 | ≤ | date 2024-10 | w 6");
    CHECK(shown("完成 ≤ 2024.1 月 权重 6") == "完成 | ≤ | date 2024-01 | w 6");
    CHECK(shown("完成 ≤ 2024-02 权重 6") == "完成 | ≤ | date 2024-02 | w 6");
    CHECK(shown("完成 ≤ 2024年12月 权重 6") == "完成 | ≤ | date 2024-12 | w 6");
    CHECK(shown("完成 ≤ ２０２４年２月，权重 6") == "完成 | ≤ | date 2024-02 | w 6");
    CHECK(shown("期间 = 3 月 权重 5") == "期间 | = | 3 [月] | w 5");  // three months long
    CHECK(shown("期间 ≥ 2353.01 月 权重 5") == "期间 | ≥ | 2353.01 [月] | w 5");
    CHECK(shown("金额 ≤ 2024.02 万元 权重 5") == "金额 | ≤ | 2024.02 [万元] | w 5");
    CHECK(shown("年限 ≥ 20 年 权重 5") == "年限 | ≥ | 20 [年] | w 5");
}

TEST_CASE("a qualitative target is the expected outcome") {
    CHECK(shown("进一步缓解人少案多矛盾 定性 明显缓解 权重 5") ==
          "进一步缓解人少案多矛盾 | 定性 | “明显缓解” | w 5");
    CHECK(shown("机制 定性 制度健全，执行有力 权重 5") == "机制 | 定性 | “制度健全，执行有力” | w 5");
    CHECK(shown("morale qualitative clearly better weight 5") == "morale | 定性 | “clearly better” | w 5");
    CHECK(shown("系统稳定性 定性 良好 权重 5") == "系统稳定性 | 定性 | “良好” | w 5");
    CHECK(shown("安全稳定性 ≥ 95 % 权重 5") == "安全稳定性 | ≥ | 95 [%] | w 5");
    CHECK(shown("权重设置 定性 权重合理 权重 5") == "权重设置 | 定性 | “权重合理” | w 5");
}

TEST_CASE("a bare name is the shortest beginning after which all the rest reads") {
    CHECK(shown("65岁以上老人数 ≥ 100 人 权重 1") == "65岁以上老人数 | ≥ | 100 [人] | w 1");
    CHECK(shown("路灯、楼道灯完好率 ≥ 98 % 权重 3") == "路灯、楼道灯完好率 | ≥ | 98 [%] | w 3");
    CHECK(shown("A->B 率 ≥ 98 % 权重 3") == "A->B 率 | ≥ | 98 [%] | w 3");
    CHECK(shown("a = b 率 ≥ 98 % 权重 3") == "a = b 率 | ≥ | 98 [%] | w 3");
}

TEST_CASE("a bare name that holds a criterion is a fault: two lines have become one") {
    CHECK(faults("满意度（≥90 为优） ≥ 90% 权重 10") == Faults{{Code::TwoCriteria, "≥90 为优"}});
    CHECK(shown("\"满意度（≥90 为优）\" ≥ 90% 权重 10") == "满意度（≥90 为优） | ≥ | 90 [%] | w 10");
    CHECK(faults("结案率 ≥ 90 % 权重 45 办结数 ≥ 3 件 权重 90") == Faults{{Code::TwoCriteria, "≥ 90 %"}});
    CHECK(faults("a ≥5%，权重5；b ≥ 5 权重 90") == Faults{{Code::TwoCriteria, "≥5%"}});
    CHECK(faults("满意 定性 ≥ 90 % 权重 90") == Faults{{Code::TwoCriteria, "定性"}});
    CHECK(faults("温度 ≥ 18 ≤ 26 ℃ 权重 90") == Faults{{Code::TwoCriteria, "≥ 18"}});
    CHECK(faults("x ≥ 90 % 权重=2") == Faults{{Code::TwoCriteria, "≥ 90 %"}});
}

TEST_CASE("points may be followed by any punctuation or space, and the word weight by a colon") {
    CHECK(shown("a ≥ 60 条 90分，正向") == "a | ≥ | 60 [条] | w 90 | +");
    CHECK(shown("a ≥ 60 条 90 分　正向") == "a | ≥ | 60 [条] | w 90 | +");
    CHECK(shown("a ≥ 60 条 5分正向") == "a | ≥ | 60 [条] | w 5 | +");
    CHECK(shown("a ≥ 60 条 权重：5 分，反向指标") == "a | ≥ | 60 [条] | w 5 | -");
    CHECK(shown("a ≥ 60 条 weight: 5") == "a | ≥ | 60 [条] | w 5");
}

TEST_CASE("dates of other forms, and numbers of other notations, are not taken for quantities") {
    CHECK(faults("完成 ≤ 2024年6月初 权重 6") == Faults{{Code::NoSuchDate, "2024年6月初"}});
    CHECK(faults("完成 ≤ 6月初 权重 6") == Faults{{Code::NoSuchDate, "6月初"}});
    CHECK(faults("完成 ≤ 2024-02-15-1 权重 6") == Faults{{Code::NoSuchDate, "2024-02-15-1"}});
    CHECK(faults("完成 ≤ 2024.02 权重 6") == Faults{{Code::NoSuchDate, "2024.02"}});
    CHECK(faults("完成 ≤ 0000-01 权重 6") == Faults{{Code::NoSuchDate, "0000-01"}});
    CHECK(faults("办结 ≥ 1e3 权重 6") == Faults{{Code::UnreadableValue, "1e3"}});
    CHECK(faults("办结 ≥ 0x10 权重 6") == Faults{{Code::UnreadableValue, "0x10"}});
}

TEST_CASE("directions have their synonyms, and no reserved word or bound is taken for a unit") {
    CHECK(shown("车辆 ≥10辆 权重10 负向指标") == "车辆 | ≥ | 10 [辆] | w 10 | -");
    CHECK(shown("数 = 5 逆向 权重 100") == "数 | = | 5 [] | w 100 | -");
    CHECK(shown("数 = 5 Negative Weight 100") == "数 | = | 5 [] | w 100 | -");
    CHECK(faults("产值 ≥ 3 万元以上 权重 100") == Faults{{Code::TwoComparators, "以上"}});
    CHECK(faults("产值 ≥ 3 万元左右 权重 100") == Faults{{Code::ApproximateNumber, "3 万元左右"}});
}

TEST_CASE("months may be written with spaces, and with 月 or 月份 at the end") {
    for (const char* month : {"2024 年 2 月", "2024-02 月", "2024年02月份", "2024.2月份", "2024-02"})
        CHECK(shown(std::string("完成 ≤ ") + month + " 权重 6") == "完成 | ≤ | date 2024-02 | w 6");
    CHECK(shown("完成 ≤ 12 月份 权重 6") == "完成 | ≤ | date 12月底 | w 6");
}

TEST_CASE("every Unicode space is a space") {
    CHECK(shown("办结数 ≥ 10\u2009件\u00A0权重\u20032") == "办结数 | ≥ | 10 [件] | w 2");
    CHECK(shown("影响\u00A0定性\u00A0好\u00A0权重 5") == "影响 | 定性 | “好” | w 5");
    CHECK(faults("办结数 ≥ 10 件、权重 2") == Faults{{Code::UnexpectedText, "、"}});
    CHECK(faults("X定性 良好 权重 5") == Faults{{Code::NoComparator, "X定性 良好 权重 5"}});
}

TEST_CASE("hostile lines are read in bounded time") {
    std::string many;
    while (many.size() + 4 <= kMaxLineBytes) many += "a=b,";
    CHECK(faults(many).front().first == Code::TooManyComparators);
    std::string spaces = "x 定性 ";
    for (int i = 0; i < 100; ++i) spaces += "定性 x ";
    spaces += std::string(2800, ' ') + "x";
    CHECK_NOTHROW(parse_indicator(spaces));
    CHECK_NOTHROW(parse_value(std::string(kMaxLineBytes, '1')));
    CHECK_NOTHROW(parse_value("x" + std::string(kMaxLineBytes - 2, ' ') + "x"));
}

TEST_CASE("a quoted name may hold anything, a quote inside it doubled") {
    CHECK(shown("\"满意度 ≥ 90 % 权重 1\" ≥ 90% 权重 10") == "满意度 ≥ 90 % 权重 1 | ≥ | 90 [%] | w 10");
    CHECK(shown("\"a \"\"b\"\" ≥\" ≥ 90% 权重 10") == "a \"b\" ≥ | ≥ | 90 [%] | w 10");
    CHECK(shown("\"三公\"经费控制率 ≤ 100 % 权重 1") == "\"三公\"经费控制率 | ≤ | 100 [%] | w 1");
    CHECK(shown("“三公”经费控制率 ≤ 100 % 权重 1") == "“三公”经费控制率 | ≤ | 100 [%] | w 1");
}

TEST_CASE("each fault of a line has its code and its place") {
    CHECK(faults("") == Faults{{Code::EmptyLine, ""}});
    CHECK(faults("  　") == Faults{{Code::EmptyLine, "  　"}});
    CHECK(faults("结案率 90 % 权重 2") == Faults{{Code::NoComparator, "结案率 90 % 权重 2"}});
    CHECK(faults("≥ 90 % 权重 2") == Faults{{Code::NoName, "≥"}});
    CHECK(faults("结案率 ≥ 权重 2") == Faults{{Code::NoValue, "≥"}});
    CHECK(faults("结案率 ≥") == Faults{{Code::NoValue, "≥"}});
    CHECK(faults("结案率 ≥ 九十 权重 2") == Faults{{Code::WordsMeasureNothing, "九十"}});
    CHECK(faults("结案率 ≥ x 件 权重 2") == Faults{{Code::WordsMeasureNothing, "x 件"}});
    CHECK(faults("结案率 ≥ 约 九成 5 分") == Faults{{Code::WordsMeasureNothing, "约 九成"}});
    CHECK(faults("结案率 ≥ 1,00 件 权重 2") == Faults{{Code::BadGrouping, "1,00"}});
    CHECK(faults("结案率 ≥ 90,3 分") == Faults{{Code::BadGrouping, "90,3"}});
    CHECK(faults("完成 ≤ 2024.13 月 权重 2") == Faults{{Code::NoSuchDate, "2024.13 月"}});
    CHECK(faults("完成 ≤ 2024.012 月 权重 2") == Faults{{Code::NoSuchDate, "2024.012 月"}});
    CHECK(faults("完成 ≤ 2024-00 权重 2") == Faults{{Code::NoSuchDate, "2024-00"}});
    CHECK(faults("完成 ≤ 2024-02-30 权重 2") == Faults{{Code::NoSuchDate, "2024-02-30"}});
    CHECK(faults("完成 ≤ 2023年2月29日 权重 2") == Faults{{Code::NoSuchDate, "2023年2月29日"}});
    CHECK(faults("结案率 ≥ 90 % 权重") == Faults{{Code::WeightWithoutNumber, "权重"}});
    CHECK(faults("结案率 ≥ 90 %, 权重, 正向") == Faults{{Code::WeightWithoutNumber, "权重"}});
    CHECK(faults("结案率 ≥ 90 % 权重 2 权重 3") == Faults{{Code::ClauseTwice, "权重 3"}});
    CHECK(faults("结案率 ≥ 90 % 权重 2 正向 反向") == Faults{{Code::ClauseTwice, "反向"}});
    CHECK(faults("结案率 ≥ 90%以上 权重 2") == Faults{{Code::TwoComparators, "以上"}});
    CHECK(faults("结案率 ≥ 90 % 权重 2,") == Faults{{Code::UnexpectedText, ","}});
    CHECK(faults("结案率 ≥ 90 % wieght 2") == Faults{{Code::UnexpectedText, "wieght 2"}});
    CHECK(faults("结案率 ≥ ≥ 90 % 权重 2") == Faults{{Code::NoValue, "≥"}, {Code::UnexpectedText, "≥ 90 %"}});
    CHECK(faults("\"结案率 ≥ 90 % 权重 2") == Faults{{Code::UnclosedQuote, "\""}});
    CHECK(faults("影响 定性 权重 2") == Faults{{Code::NoExpectedOutcome, "定性"}});
    CHECK(faults("考核 定性 定性 好 权重 2") == Faults{{Code::AmbiguousLine, "考核"}});
    CHECK(faults("a ≥ " + std::string(base::kMaxNumberDigits + 1, '1') + " 件 权重 2").front().first ==
          Code::TooManyDigits);
}

TEST_CASE("all faults of a line are reported together") {
    CHECK(faults("≥ 1,00 件 wieght 2，权重") == Faults{{Code::NoName, "≥"},
                                                       {Code::BadGrouping, "1,00"},
                                                       {Code::UnexpectedText, "wieght 2"},
                                                       {Code::WeightWithoutNumber, "权重"}});
}

TEST_CASE("a misspelt keyword gets a suggestion, a second clause the place of the first") {
    CHECK(parse_indicator("a ≥ 1 件 wieght 2").diagnostics.front().suggestion == "weight");
    CHECK(parse_indicator("a ≥ 1 件 反向指示").diagnostics.empty() == false);
    const std::string_view twice = "a ≥ 1 件 权重 2 权重 3";
    const auto diagnostic = parse_indicator(twice).diagnostics.front();
    CHECK(diagnostic.related.front().place.span.in(twice) == "权重 2");
}

TEST_CASE("a line may be just as long as the limit") {
    const std::string tail = " ≥ 1 件 权重 1";
    CHECK(parse_indicator(std::string(kMaxLineBytes - tail.size(), 'a') + tail).diagnostics.empty());
    CHECK(faults(std::string(kMaxLineBytes - tail.size() + 1, 'a') + tail).front().first ==
          Code::LineTooLong);
}

TEST_CASE("every node has the span of its text") {
    const std::string_view text = "结案率 ≥ 90 % 权重 2 正向指标";
    const IndicatorLine line = parse_indicator(text).tree.value();
    CHECK(line.name.in(text) == "结案率");
    CHECK(line.criterion.span.in(text) == "≥ 90 %");
    CHECK(line.criterion.comparator_span.in(text) == "≥");
    CHECK(line.criterion.target.span.in(text) == "90 %");
    CHECK(std::get<Quantity>(line.criterion.target.content).unit.in(text) == "%");
    CHECK(line.weight->span.in(text) == "权重 2");
    CHECK(line.direction->span.in(text) == "正向指标");
    const std::string_view outcome = "影响 定性 明显 缓解 权重 2";
    CHECK(parse_indicator(outcome).tree->criterion.span.in(outcome) == "定性 明显 缓解");
}

TEST_CASE("actuals and amounts are quantities, months, words with or without a share, or not applicable") {
    const auto read = [](std::string_view text) { return shown(parse_value(text).tree.value(), text); };
    CHECK(read("72 条") == "72 [条]");
    CHECK(read(" 72 ") == "72 []");
    CHECK(read("10,129.36万元") == "10129.36 [万元]");
    CHECK(read("2024-03") == "date 2024-03");
    CHECK(read("达成 95%") == "达成 @ 95");
    CHECK(read("部分达成并具有一定效果 ７０ ％") == "部分达成并具有一定效果 @ 70");
    CHECK(read("partly achieved 70%") == "partly achieved @ 70");
    CHECK(read("达成") == "“达成”");
    CHECK(read("不适用") == "n/a");
    CHECK(read("n/a") == "n/a");
    CHECK(read("≥266米") == "“≥266米”");
    CHECK(parse_value("2024-14").diagnostics.front().code == Code::NoSuchDate);
    CHECK(parse_value("").diagnostics.front().code == Code::EmptyLine);
    CHECK(parse_value(std::string(kMaxLineBytes + 1, '1')).diagnostics.front().code == Code::LineTooLong);
}

TEST_CASE("no bytes at all make the grammar fail otherwise than by a diagnostic") {
    std::string all;
    for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK_FALSE(parse_indicator(all).diagnostics.empty());
    CHECK_NOTHROW(parse_value(all));
    CHECK_NOTHROW(parse_indicator("a \xE2\x89\xA5 \xEF\xBC"));
}

TEST_CASE("every word for a comparator means its sign") {
    for (const char* words :
         {"不低于", "不少于", "不小于", "大于等于", "大于或等于", "at least", "no less than"})
        CHECK(shown(std::string("结案 ") + words + " 90 % 权重 2") == "结案 | ≥ | 90 [%] | w 2");
    for (const char* words : {"不超过", "不高于", "不多于", "不大于", "小于等于", "at most", "no more than"})
        CHECK(shown(std::string("结案 ") + words + " 90 % 权重 2") == "结案 | ≤ | 90 [%] | w 2");
    for (const char* words : {"超过", "大于", "高于", "多于", "more than"})
        CHECK(shown(std::string("结案 ") + words + " 90 % 权重 2") == "结案 | > | 90 [%] | w 2");
    for (const char* words : {"小于", "低于", "少于", "less than"})
        CHECK(shown(std::string("结案 ") + words + " 90 % 权重 2") == "结案 | < | 90 [%] | w 2");
    CHECK(shown("结案率不低于90%权重2") == "结案率 | ≥ | 90 [%] | w 2");
    CHECK(shown("结案率等于90%，权重2") == "结案率 | = | 90 [%] | w 2");
    CHECK(shown("完成不迟于6月30日 权重 2") == "完成 | ≤ | date 6月30日 | w 2");
}

TEST_CASE("a comparator may stand behind its target") {
    CHECK(shown("满意度 98%以上 权重 10") == "满意度 | ≥ | 98 [%] | w 10");
    CHECK(shown("满意度98%及以上 权重 10") == "满意度 | ≥ | 98 [%] | w 10");
    CHECK(shown("投诉率 15％以下，权重 10") == "投诉率 | ≤ | 15 [％] | w 10");
    CHECK(shown("办理时限 5 个工作日以内 权重 10") == "办理时限 | ≤ | 5 [个工作日] | w 10");
    CHECK(shown("完成 2021年12月31日前 权重 5") == "完成 | ≤ | date 2021-12-31 | w 5");
    CHECK(shown("完成 6月30日前 权重 5") == "完成 | ≤ | date 6月30日 | w 5");
    CHECK(shown("完成 年底前 权重 5") == "完成 | ≤ | date 年底 | w 5");
    CHECK(shown("cases closed 90 or more weight 5") == "cases closed | ≥ | 90 [] | w 5");
}

TEST_CASE("a range needs no comparator") {
    CHECK(shown("office temperature 18..26 ℃ weight 2") == "office temperature | .. | 18..26 [℃] | w 2");
    for (const char* range :
         {"18~26℃", "18～26 ℃", "18-26℃", "18—26℃", "18℃至26℃", "18 ℃ ~ 26 ℃", "= 18..26 ℃"})
        CHECK(shown(std::string("室温 ") + range + " 权重 2") == "室温 | .. | 18..26 [℃] | w 2");
    CHECK(shown("库温 -18.5..-15 ℃ 权重 2") == "库温 | .. | -18.5..-15 [℃] | w 2");
    CHECK(faults("室温 26..18 ℃ 权重 2") == Faults{{Code::RangeReversed, "26..18 ℃"}});
    CHECK(faults("室温 1 万元..2 亿元 权重 2") == Faults{{Code::RangeOfTwoUnits, "1 万元..2 亿元"}});
    CHECK(faults("室温 ≥ 18..26 ℃ 权重 2") == Faults{{Code::TwoComparators, "..26 ℃"}});
}

TEST_CASE("numbers, bounds and comparing words in a name leave it a name") {
    CHECK(shown("收费低于 3 元的企业数 ≥ 5 个 权重 2") == "收费低于 3 元的企业数 | ≥ | 5 [个] | w 2");
    CHECK(shown("65岁以上老人数 ≥ 100 人 权重 2") == "65岁以上老人数 | ≥ | 100 [人] | w 2");
    CHECK(shown("超过60岁老人数 ≥ 100 人 权重 2") == "超过60岁老人数 | ≥ | 100 [人] | w 2");
    CHECK(shown("预算10万元以上项目 ≥ 5 个 权重 2") == "预算10万元以上项目 | ≥ | 5 [个] | w 2");
    CHECK(shown("2018-2022年资料 = 1 套 权重 2") == "2018-2022年资料 | = | 1 [套] | w 2");
    CHECK(shown("60岁以上老人占比 60%以上 权重 3") == "60岁以上老人占比 | ≥ | 60 [%] | w 3");
    CHECK(faults("慰问65岁以上老人 ≥ 100 人 wieght 3") == Faults{{Code::UnexpectedText, "wieght 3"}});
    CHECK(faults("满意度 不低于 90% ≥ 95 % 权重 3") == Faults{{Code::TwoCriteria, "不低于 90%"}});
}

TEST_CASE("a rule clause names its rule, with quantities for arguments") {
    CHECK(shown("\"满意度（≥90 为优）\" ≥ 90% 权重 10 按 每降扣分(5%, 1)") ==
          "满意度（≥90 为优） | ≥ | 90 [%] | w 10 | by 每降扣分(5 [%];1 [];)");
    CHECK(shown("满意度 ≥ 90% 按每降扣分（5％，1 ），权重 10") ==
          "满意度 | ≥ | 90 [%] | w 10 | by 每降扣分(5 [％];1 [];)");
    CHECK(shown("cases closed >= 90 % weight 2 positive by proportional") ==
          "cases closed | ≥ | 90 [%] | w 2 | + | by proportional()");
    CHECK(shown("培训 定性 按时完成 权重 5") == "培训 | 定性 | “按时完成” | w 5");
    CHECK(faults("满意度 ≥ 90% 权重 10 按 每降扣分(5%, 1") == Faults{{Code::UnclosedArguments, "("}});
    CHECK(faults("满意度 ≥ 90% 权重 10 按 x(高)") == Faults{{Code::WordsMeasureNothing, "高"}});
    CHECK(faults("满意度 ≥ 90% 按 x 按 y") == Faults{{Code::ClauseTwice, "按 y"}});
    std::string many = "1";
    for (std::size_t i = 1; i < kMaxRuleArguments; ++i) many += ", 1";
    CHECK(faults("满意度 ≥ 90% 按 x(" + many + ")").empty());
    CHECK(faults("满意度 ≥ 90% 按 x(" + many + ", 1)").front().first == Code::TooManyArguments);
}

TEST_CASE("yes and no are targets") {
    CHECK(shown("系统上线 = 是 权重 5") == "系统上线 | = | yes | w 5");
    CHECK(shown("incidents = no weight 5") == "incidents | = | no | w 5");
    CHECK(faults("系统上线 ≥ 是 权重 5") == Faults{{Code::WordsMeasureNothing, "是"}});
}

TEST_CASE("a quoted name needs a comparator behind it like any other") {
    CHECK(faults("\"满意度\" 90 % 权重 2") == Faults{{Code::NoComparator, "\"满意度\" 90 % 权重 2"}});
    CHECK(shown("\"满意度\" 90 %以上 权重 2") == "满意度 | ≥ | 90 [%] | w 2");
}

TEST_CASE("a date or a quantity without a comparator is no name with a range") {
    CHECK(faults("完成 2024-06-30 权重 90") == Faults{{Code::NoComparator, "完成 2024-06-30 权重 90"}});
    CHECK(faults("done by 2024-06-30 weight 90").front().first == Code::NoComparator);
    CHECK(faults("完成 6月30日以内 权重 5").front().first == Code::NoComparator);
    CHECK(faults("完成 年前 权重 5").front().first == Code::NoComparator);
}

TEST_CASE("two criteria of one line are a fault, however they are joined") {
    CHECK(faults("室温 18以上 26以下 权重 9") == Faults{{Code::TwoCriteria, "18以上"}});
    CHECK(faults("室温 18以上且26以下 权重 9") == Faults{{Code::TwoCriteria, "18以上"}});
    CHECK(faults("率 不低于 90% 且 不高于 95% 权重 10") == Faults{{Code::TwoCriteria, "不低于 90%"}});
    CHECK(faults("率 ≥ 90% 且 ≤ 95% 权重 10") == Faults{{Code::TwoCriteria, "≥ 90%"}});
}

TEST_CASE("a number behind a month or a year belongs to a clause") {
    CHECK(shown("完成 ≤ 2024年2月 5 分") == "完成 | ≤ | date 2024-02 | w 5");
    CHECK(shown("完成 ≤ 2024年 5 分") == "完成 | ≤ | date 2024年 | w 5");
    CHECK(faults("完成 ≤ 2024年2月5 权重 5") == Faults{{Code::NoSuchDate, "2024年2月5"}});
}

TEST_CASE("digits that look like a date are not taken for a number") {
    CHECK(faults("完成 ≤ 20240229 权重 5") == Faults{{Code::NoSuchDate, "20240229"}});
    CHECK(faults("完成 ≤ 2024.02 权重 5") == Faults{{Code::NoSuchDate, "2024.02"}});
    CHECK(shown("收入 ≥ 20240229 元 权重 5") == "收入 | ≥ | 20240229 [元] | w 5");
    CHECK(faults("完成 ≤ 春节前 权重 5") == Faults{{Code::NoSuchDate, "春节前"}});
    CHECK(faults("完成 ≤ 二〇二四年六月 权重 5") == Faults{{Code::NoSuchDate, "二〇二四年六月"}});
}

TEST_CASE("clauses may touch where that leaves no doubt") {
    CHECK(shown("数 = 5 反向weight 3") == "数 | = | 5 [] | w 3 | -");
    CHECK(shown("数 = 5 权重 5 分按 x") == "数 | = | 5 [] | w 5 | by x()");
}

TEST_CASE("signs in the wrong order are suggested in the right one") {
    CHECK(parse_indicator("答复率 => 90 % 权重 2").diagnostics.front().suggestion == ">=");
    CHECK(parse_indicator("答复率 =< 90 % 权重 2").diagnostics.front().suggestion == "<=");
}

TEST_CASE("a comma between the arguments of a rule is not taken for a separator of thousands") {
    CHECK(faults("满意度 ≥ 90 % 按 x(5,100)") == Faults{{Code::AmbiguousComma, "5,100"}});
    CHECK(faults("满意度 ≥ 90 % 按 x(5, 100)").empty());
}

TEST_CASE("a negated comparator says the opposite of the one inside it") {
    for (const char* words : {"不得超过", "不能高于", "不应大于", "不可多于", "小于或者等于",
                              "no greater than", "not more than", "less than or equal to", "至多"})
        CHECK(shown(std::string("投诉率 ") + words + " 5 % 权重 2") == "投诉率 | ≤ | 5 [%] | w 2");
    for (const char* words :
         {"不得低于", "不能少于", "不应小于", "大于或者等于", "not fewer than", "At Least", "至少", "达到"})
        CHECK(shown(std::string("满意度 ") + words + " 5 % 权重 2") == "满意度 | ≥ | 5 [%] | w 2");
}

TEST_CASE("a comparator that is only part of another word is none") {
    CHECK(faults("满意度 不等于 90 % 权重 2") == Faults{{Code::NoSuchComparator, "不等于"}});
    CHECK(faults("满意度不 低于 90 % 权重 2") == Faults{{Code::NoSuchComparator, "不 低于"}});
    CHECK(faults("满意度 != 90 % 权重 2") == Faults{{Code::NoSuchComparator, "!="}});
    CHECK(faults("cases should never be more than 9 weight 2").front().first == Code::NoSuchComparator);
    CHECK_FALSE(faults("满意度 ≥ 不低于 90 % 权重 2").empty());
}

TEST_CASE("a word before the target and a bound behind it are two comparators") {
    CHECK(faults("办理时限 不超过 30天以上 权重 2") == Faults{{Code::TwoComparators, "以上"}});
    CHECK(faults("满意度 不低于 98%以上 权重 2") == Faults{{Code::TwoComparators, "以上"}});
    CHECK(faults("甲 不早于 6月30日前 权重 2") == Faults{{Code::TwoComparators, "前"}});
}

TEST_CASE("the beginning of a target is not left in the name") {
    CHECK(faults("平台上线 （2025年）6月底前 权重 2").front().first == Code::NoSuchDate);
    CHECK(faults("平台上线 明年6月底前 权重 2").front().first == Code::NoSuchDate);
    CHECK(faults("投资 12 000元以上 权重 2") == Faults{{Code::UnreadableValue, "12 000元"}});
    CHECK(faults("投资　12 000元以上 权重 2") == Faults{{Code::UnreadableValue, "12 000元"}});
    CHECK(faults("满意度 3/4以上 权重 2") == Faults{{Code::UnreadableValue, "/4"}});
    CHECK(faults("满意度 约90%以上 权重 2") == Faults{{Code::UnreadableValue, "约90%"}});
    CHECK(faults("满意度-90%以上 权重 2") == Faults{{Code::UnreadableValue, "-90%"}});
    CHECK(shown("指标1 98%以上 权重 2") == "指标1 | ≥ | 98 [%] | w 2");
    CHECK(shown("库温 -9..-5 ℃ 权重 2") == "库温 | .. | -9..-5 [℃] | w 2");
    CHECK(faults("年度 = 2024-2025 权重 2") == Faults{{Code::NoSuchDate, "2024-2025"}});
}

TEST_CASE("misspelt comparators and rule clauses get a suggestion") {
    CHECK(parse_indicator("满意度 不底于 90 % 权重 2").diagnostics.front().suggestion == "不低于");
    CHECK(parse_indicator("满意度 ≥ 90 % 按比例").diagnostics.front().suggestion == "按 比例");
}

TEST_CASE("a line of nothing but faults is not read to its end") {
    std::string line = "a ≥ 1";
    for (int i = 0; i < 1000; ++i) line += " x,";
    CHECK(parse_indicator(line).diagnostics.size() == kMaxFaultsOfLine);
}

TEST_CASE("the place of an unclosed parenthesis is the whole character") {
    CHECK(faults("满意度 ≥ 90 % 按 每降（5") == Faults{{Code::UnclosedArguments, "（"}});
}
