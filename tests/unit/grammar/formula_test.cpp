// SPDX-License-Identifier: Apache-2.0
// The grammar of formulas: what each spelling means, how operators bind, and where each fault stands.
#include "grammar/formula.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace yardstick;
using namespace yardstick::grammar;
using base::Code;
using formula::Operator;

namespace {

std::string operator_name(Operator op) {
    static const std::vector<std::string> kNames{
        "or", "and", "not", ">=", "<=", "=", "!=", ">", "<", "+", "-", "*", "/", "neg"};
    return kNames.at(static_cast<std::size_t>(op));
}

std::string function_name(formula::Function function) {
    static const std::vector<std::string> kNames{"min", "max", "abs", "floor", "ceil", "round", "clamp", "?"};
    return kNames.at(static_cast<std::size_t>(function));
}

// A tree with every operation in parentheses before its parts, so that precedence can be seen.
class Shown {
  public:
    explicit Shown(const Formula& formula) : formula_(formula) {}

    std::string of(formula::NodeIndex index) const {
        return std::visit([&](const auto& content) { return shown(content); },
                          formula_.nodes.at(index).content);
    }

  private:
    static std::string shown(const formula::Number& n) {
        return n.number.text() + (n.unit.empty() ? "" : "[" + n.unit + "]");
    }
    static std::string shown(const formula::Day& n) {
        return "day" + std::to_string(static_cast<int>(n.day.year())) + "." +
               std::to_string(static_cast<unsigned>(n.day.month())) + "." +
               std::to_string(static_cast<unsigned>(n.day.day()));
    }
    static std::string shown(const formula::Truth& n) { return n.value ? "true" : "false"; }
    static std::string shown(const formula::Name& n) { return n.name; }
    std::string shown(const formula::Unary& n) const {
        return "(" + operator_name(n.op) + " " + of(n.operand) + ")";
    }
    std::string shown(const formula::Binary& n) const {
        return "(" + operator_name(n.op) + " " + of(n.left) + " " + of(n.right) + ")";
    }
    std::string shown(const formula::Conditional& n) const {
        return "(if " + of(n.condition) + " " + of(n.then) + " " + of(n.otherwise) + ")";
    }
    std::string shown(const formula::Call& n) const {
        std::string out = "(" + function_name(n.function);
        for (const auto argument : n.arguments) out += " " + of(argument);
        return out + ")";
    }

    const Formula& formula_;
};

std::string shown(std::string_view text) {
    const auto parsed = parse_formula(text);
    if (!parsed.diagnostics.empty()) return "fault " + base::code_text(parsed.diagnostics.front().code);
    return Shown(parsed.tree.value())
        .of(static_cast<formula::NodeIndex>(parsed.tree.value().nodes.size() - 1));
}

using Faults = std::vector<std::pair<Code, std::string>>;

// The codes of a formula's faults with the text each points at.
Faults faults(std::string_view text) {
    Faults found;
    const auto parsed = parse_formula(text);
    for (const base::Diagnostic& d : parsed.diagnostics)
        found.emplace_back(d.code, std::string(d.place.span.in(text)));
    return found;
}

base::Diagnostic fault(std::string_view text) { return parse_formula(text).diagnostics.at(0); }

std::string related_text(std::string_view text) {
    return std::string(fault(text).related.at(0).place.span.in(text));
}

// "node | node": the text that each node's span covers, in the order of the nodes.
std::string spans(std::string_view text) {
    std::string out;
    const auto parsed = parse_formula(text);
    for (const formula::Node& node : parsed.tree.value().nodes)
        out += (out.empty() ? "" : " | ") + std::string(node.span.in(text));
    return out;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += part;
    return out;
}

}  // namespace

TEST_CASE("the formulas of the design read the same in both languages") {
    const std::string expected = "(if (>= a t) p (/ (* p a) t))";
    CHECK(shown("if a >= t then p else p * a / t") == expected);
    CHECK(shown("若 a ≥ t 则 p 否则 p * a / t") == expected);
    CHECK(shown("如果 a 不低于 t 那么 p 否则 p × a ÷ t") == expected);
    CHECK(shown("若 完成值 ≥ 指标值 则 权重 否则 权重 * 完成值 / 指标值") ==
          "(if (>= 完成值 指标值) 权重 (/ (* 权重 完成值) 指标值))");
    CHECK(shown("max(0, points - 1 * ceil((target - actual) / 5%))") ==
          "(max 0 (- points (* 1 (ceil (/ (- target actual) 5[%])))))");
    CHECK(shown("结案数 / 受理数") == "(/ 结案数 受理数)");
}

TEST_CASE("operators bind from or, the loosest, to the minus before a value") {
    CHECK(shown("a or b and c") == "(or a (and b c))");
    CHECK(shown("a and b or c") == "(or (and a b) c)");
    CHECK(shown("not a and b") == "(and (not a) b)");
    CHECK(shown("a and not b") == "(and a (not b))");
    CHECK(shown("not a = b") == "(not (= a b))");
    CHECK(shown("not not a") == "(not (not a))");
    CHECK(shown("a + b < c * d") == "(< (+ a b) (* c d))");
    CHECK(shown("a + b * c") == "(+ a (* b c))");
    CHECK(shown("(a + b) * c") == "(* (+ a b) c)");
    CHECK(shown("-a * b") == "(* (neg a) b)");
    CHECK(shown("a - -b") == "(- a (neg b))");
    CHECK(shown("- - a") == "(neg (neg a))");
    CHECK(shown("if a then b else c + d") == "(if a b (+ c d))");
    CHECK(shown("(if a then b else c) + d") == "(+ (if a b c) d)");
    CHECK(shown("if a then b else if c then d else e") == "(if a b (if c d e))");
    CHECK(shown("if a then if b then c else d else e") == "(if a (if b c d) e)");
}

TEST_CASE("operators of one level group from the left") {
    CHECK(shown("a - b - c + d") == "(+ (- (- a b) c) d)");
    CHECK(shown("a / b / c * d") == "(* (/ (/ a b) c) d)");
    CHECK(shown("a or b or c") == "(or (or a b) c)");
    CHECK(shown("a and b and c") == "(and (and a b) c)");
}

TEST_CASE("every spelling of an operator means the same") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> spellings{
        {">=", {"≥", ">=", "≧", "⩾", "＞＝", "不低于", "不少于", "不小于", "大于等于", "大于或等于"}},
        {"<=",
         {"≤", "<=", "≦", "⩽", "＜＝", "不超过", "不高于", "不大于", "不多于", "小于等于", "小于或等于"}},
        {"=", {"=", "==", "＝", "＝＝", "﹦", "═", "等于"}},
        {"!=", {"≠", "!=", "<>", "！=", "不等于"}},
        {">", {">", "＞", "大于", "超过", "高于", "多于"}},
        {"<", {"<", "＜", "小于", "低于", "少于"}},
        {"+", {"+", "＋"}},
        {"-", {"-", "－", "−"}},
        {"*", {"*", "×", "·", "＊"}},
        {"/", {"/", "÷", "／"}},
        {"and", {"and", "且", "并且"}},
        {"or", {"or", "或", "或者"}},
    };
    for (const auto& [meaning, words] : spellings)
        for (const std::string& word : words) {
            CAPTURE(word);
            CHECK(shown("a " + word + " b") == "(" + meaning + " a b)");
        }
    for (const char* word : {"not", "非", "不是"}) CHECK(shown(std::string(word) + " a") == "(not a)");
    for (const char* word : {"-", "－", "−"}) CHECK(shown(std::string(word) + "a") == "(neg a)");
    for (const char* word : {"true", "真", "是"}) CHECK(shown(word) == "true");
    for (const char* word : {"false", "假", "否"}) CHECK(shown(word) == "false");
}

TEST_CASE("functions have a name in each language, and full-width parentheses and commas") {
    CHECK(shown("min(a, b)") == "(min a b)");
    CHECK(shown("最小值（a，b）") == "(min a b)");
    CHECK(shown("最小(a,b)") == "(min a b)");
    CHECK(shown("最大值(a)") == "(max a)");
    CHECK(shown("最大 (a)") == "(max a)");
    CHECK(shown("绝对值(a)") == "(abs a)");
    CHECK(shown("向下取整(a)") == "(floor a)");
    CHECK(shown("向上取整(a)") == "(ceil a)");
    CHECK(shown("四舍五入(a, 2)") == "(round a 2)");
    CHECK(shown("限定(a, 0, 1)") == "(clamp a 0 1)");
    CHECK(shown("max()") == "(max)");
    CHECK(shown("max( )") == "(max)");
    CHECK(shown("min(if a then b else c, d)") == "(min (if a b c) d)");
    CHECK(shown("min + max") == "(+ min max)");  // names, where no parenthesis follows
}

TEST_CASE("numbers may be full-width, and have a unit of one word") {
    CHECK(shown("007.50") == "7.50");
    CHECK(shown("１２．５") == "12.5");
    CHECK(shown("5%") == "5[%]");
    CHECK(shown("５ ％") == "5[％]");
    CHECK(shown("3 ‰") == "3[‰]");
    CHECK(shown("１ 万元") == "1[万元]");
    CHECK(shown("30天 + 2 ㎡ * 9 m2") == "(+ 30[天] (* 2[㎡] 9[m2]))");
    CHECK(shown("-4℃") == "(neg 4[℃])");
    CHECK(shown("6 元/人·月") == "(* (/ 6[元] 人) 月)");
    CHECK(shown("若 a > 5 则 6 否则 7") == "(if (> a 5) 6 7)");
    CHECK(shown("5 不超过 6 且 a") == "(and (<= 5 6) a)");
    CHECK(shown("max(1,2)") == "(max 1 2)");
    CHECK(shown("max(1, 000)") == "(max 1 0)");
    CHECK(shown("max(1234,567)") == "(max 1234 567)");
    CHECK(shown("round(a,2)") == "(round a 2)");
}

TEST_CASE("a day is written without spaces, and a subtraction with them") {
    CHECK(shown("2024-06-30") == "day2024.6.30");
    CHECK(shown("２０２４－６－３０") == "day2024.6.30");
    CHECK(shown("2024-02-29") == "day2024.2.29");
    CHECK(shown("0001-01-01") == "day1.1.1");
    CHECK(shown("9999-12-31") == "day9999.12.31");
    CHECK(shown("2024 - 06 - 30") == "(- (- 2024 6) 30)");
    CHECK(shown("10-2-3") == "(- (- 10 2) 3)");
    CHECK(shown("2024-06-30 - 2024-06-01") == "(- day2024.6.30 day2024.6.1)");
    CHECK(faults("2023-02-29") == Faults{{Code::NotADay, "2023-02-29"}});
    CHECK(faults("2024-13-01") == Faults{{Code::NotADay, "2024-13-01"}});
    CHECK(faults("2024-00-01") == Faults{{Code::NotADay, "2024-00-01"}});
    CHECK(faults("0000-01-01") == Faults{{Code::NotADay, "0000-01-01"}});
    CHECK(faults("2024-06-301") == Faults{{Code::NotADay, "2024-06-301"}});
    CHECK(faults("a <= 2024-06") == Faults{{Code::NotADay, "2024-06"}});
    CHECK(faults("2024-2 + 1") == Faults{{Code::NotADay, "2024-2"}});
    CHECK(shown("2024-2%") == "(- 2024 2[%])");
}

TEST_CASE("names are letters, digits and underscores of any script that tables use, or stand in quotes") {
    CHECK(shown("完成值_2") == "完成值_2");
    CHECK(shown("_a1") == "_a1");
    CHECK(shown("Ａ１") == "Ａ１");
    CHECK(shown("año") == "año");
    CHECK(shown("𠀀々〇") == "𠀀々〇");
    CHECK(shown("若干") == "若干");  // begins with a keyword, but is another word
    CHECK(shown("iffy") == "iffy");
    CHECK(shown("\"满意度（≥90）\" * 2") == "(* 满意度（≥90） 2)");
    CHECK(shown("\"a \"\"b\"\"\"") == "a \"b\"");
    CHECK(shown("\"则\"") == "则");
    CHECK(shown("\"\"") == "");
}

TEST_CASE("spaces are needed between words only") {
    CHECK(shown("a+b*(c-d)>=e") == "(>= (+ a (* b (- c d))) e)");
    CHECK(shown("if(a)then(b)else(c)") == "(if a b c)");
    CHECK(shown("若（a）则（b）否则（c）") == "(if a b c)");
    CHECK(shown("　若　a\u00A0则\tb\n否则 c ") == "(if a b c)");
}

TEST_CASE("a node's span leaves out the parentheses around it, and holds those of its parts") {
    CHECK(spans("(a + b) * c") == "a | b | a + b | c | (a + b) * c");
    CHECK(spans(" ((a)) ") == "a");
    CHECK(spans("a * (b + c) - d") == "a | b | c | b + c | a * (b + c) | d | a * (b + c) - d");
    CHECK(spans("not - (a)") == "a | - (a) | not - (a)");
    CHECK(spans("( 若 a 则 (b) 否则 max（ c ） )") == "a | b | c | max（ c ） | 若 a 则 (b) 否则 max（ c ）");
    const std::string_view text = "if a >= 1 万元 then - b else max(c)";
    const Formula formula = parse_formula(text).tree.value();
    CHECK(std::get<formula::Binary>(formula.nodes[2].content).operator_span.in(text) == ">=");
    CHECK(std::get<formula::Number>(formula.nodes[1].content).unit_span.in(text) == "万元");
    CHECK(std::get<formula::Unary>(formula.nodes[4].content).operator_span.in(text) == "-");
    CHECK(std::get<formula::Call>(formula.nodes[6].content).function_span.in(text) == "max");
}

TEST_CASE("each fault of syntax has its code and its place") {
    CHECK(faults("") == Faults{{Code::EmptyFormula, ""}});
    CHECK(faults(" 　") == Faults{{Code::EmptyFormula, " 　"}});
    CHECK(faults("a +") == Faults{{Code::FormulaEndsEarly, ""}});
    CHECK(fault("a + ").place.span == ByteSpan{4, 4});
    CHECK(faults("a + * b") == Faults{{Code::NoOperand, "*"}});
    CHECK(faults("a * >= b") == Faults{{Code::NoOperand, ">="}});
    CHECK(faults("+ a") == Faults{{Code::NoOperand, "+"}});
    CHECK(faults("()") == Faults{{Code::NoOperand, ")"}});
    CHECK(faults("max(a,)") == Faults{{Code::NoOperand, ")"}});
    CHECK(faults("max(,a)") == Faults{{Code::NoOperand, ","}});
    CHECK(faults("a + if b then c else d") == Faults{{Code::NoOperand, "if"}});
    CHECK(faults("a = not b") == Faults{{Code::NoOperand, "not"}});
    CHECK(faults("则 a") == Faults{{Code::NoOperand, "则"}});
    CHECK(faults("if a") == Faults{{Code::NoThen, ""}});
    CHECK(faults("若 a 否则 b") == Faults{{Code::NoThen, "否则"}});
    CHECK(faults("if a then b") == Faults{{Code::NoElse, ""}});
    CHECK(faults("if a then b then c") == Faults{{Code::NoElse, "then"}});
    CHECK(faults("(a + b") == Faults{{Code::UnclosedParenthesis, ""}});
    CHECK(faults("(a b)") == Faults{{Code::UnclosedParenthesis, "b"}});
    CHECK(faults("max(a b)") == Faults{{Code::UnclosedParenthesis, "b"}});
    CHECK(faults("(a, b)") == Faults{{Code::UnclosedParenthesis, ","}});
    CHECK(faults("a + b)") == Faults{{Code::UnopenedParenthesis, ")"}});
    CHECK(faults("a b") == Faults{{Code::UnexpectedInFormula, "b"}});
    CHECK(faults("a then b") == Faults{{Code::UnexpectedInFormula, "then"}});
    CHECK(faults("5 5") == Faults{{Code::UnexpectedInFormula, "5"}});
    CHECK(faults("1e3") == Faults{{Code::UnexpectedInFormula, "e3"}});
    CHECK(faults("0x10") == Faults{{Code::UnexpectedInFormula, "x10"}});
    CHECK(faults("a, b") == Faults{{Code::UnexpectedInFormula, ","}});
    CHECK(faults("a @ b") == Faults{{Code::UnknownCharacter, "@"}});
    CHECK(faults("a + “b”") == Faults{{Code::UnknownCharacter, "“"}});
    CHECK(faults("max(a；b)") == Faults{{Code::UnknownCharacter, "；"}});
    CHECK(faults("5.") == Faults{{Code::UnknownCharacter, "."}});
    CHECK(faults("a + \"b") == Faults{{Code::UnclosedQuote, "\""}});
    CHECK(faults("a < b < c") == Faults{{Code::ChainedComparison, "<"}});
    CHECK(fault("a <= b < c").place.span == ByteSpan{7, 8});
    CHECK(faults("(a = b) = c").empty());
    CHECK_FALSE(parse_formula("a < b < c").tree);
}

TEST_CASE("a fault shows the place where the unfinished part was opened") {
    CHECK(fault("a * ((b + c)").related.at(0).place.span == ByteSpan{4, 5});
    CHECK(related_text("最大值（a") == "（");
    CHECK(fault("若 a 则 (若 b").related.at(0).place.span == ByteSpan{11, 14});
    CHECK(fault("若 a 则 (若 b 则 c 否则 d) 再").arguments.at(0) == "若");
    CHECK(related_text("如果 a 则 b") == "如果");
    CHECK(related_text("a <= b < c") == "<=");
}

TEST_CASE("a keyword that has become part of a word is found") {
    CHECK(faults("若 a ≥ 指标值则权重 否则 0") == Faults{{Code::GluedKeyword, "则"}});
    CHECK(fault("若 a ≥ 指标值则权重 否则 0").arguments == std::vector<std::string>{"则", "指标值则权重"});
    CHECK(faults("若 a ≥ b则 c 否则 0") == Faults{{Code::GluedKeyword, "则"}});
    CHECK(faults("若 a ≥ 10天则 c 否则 0") == Faults{{Code::GluedKeyword, "则"}});
    CHECK(faults("若 a 则 b否则 c") == Faults{{Code::GluedKeyword, "否则"}});
    CHECK(faults("若完成值 ≥ 1 则 b 否则 c") == Faults{{Code::GluedKeyword, "若"}});
    CHECK(faults("如果完成值 ≥ 1 则 b 否则 c") == Faults{{Code::GluedKeyword, "如果"}});
    CHECK(faults("甲且 乙") == Faults{{Code::GluedKeyword, "且"}});
    CHECK(faults("甲 且乙") == Faults{{Code::GluedKeyword, "且"}});
    CHECK(faults("或有负债 + a b") == Faults{{Code::UnexpectedInFormula, "b"}});
    CHECK(faults("若干 + a b") == Faults{{Code::UnexpectedInFormula, "b"}});
}

TEST_CASE("a comma between digits is refused where it could separate thousands") {
    CHECK(faults("max(1,000)") == Faults{{Code::AmbiguousComma, "1,000"}});
    CHECK(faults("15,000 + 1") == Faults{{Code::AmbiguousComma, "15,000"}});
    CHECK(faults("1，234，567.5 万元") == Faults{{Code::AmbiguousComma, "1，234，567.5"}});
    CHECK(shown("max(1,0000)") == "(max 1 0)");
    CHECK(shown("max(15,00)") == "(max 15 0)");
}

TEST_CASE("wrong numbers, days and functions are all reported, with a tree to find more in") {
    const auto parsed = parse_formula("mini(1,000) + 2023-02-30 + 最大指(a)");
    CHECK(parsed.tree);
    CHECK(faults("mini(1,000) + 2023-02-30 + 最大指(a)") == Faults{{Code::UnknownFunction, "mini"},
                                                                   {Code::AmbiguousComma, "1,000"},
                                                                   {Code::NotADay, "2023-02-30"},
                                                                   {Code::UnknownFunction, "最大指"}});
    CHECK(parsed.diagnostics[0].suggestion == "min");
    CHECK(parsed.diagnostics[3].suggestion == "最大值");
    CHECK(fault("MAX(a)").suggestion == "max");
}

TEST_CASE("each limit holds from both sides") {
    const auto deep = [](const std::string& open, const std::string& close, std::size_t depth) {
        return repeated(open, depth) + "a" + repeated(close, depth);
    };
    for (const auto& [open, close] : std::vector<std::pair<std::string, std::string>>{
             {"(", ")"}, {"（", "）"}, {"abs(", ")"}, {"if a then b else ", ""}, {"if ", " then b else c"}}) {
        CAPTURE(open);
        CHECK(parse_formula(deep(open, close, kMaxFormulaDepth)).diagnostics.empty());
        CHECK(fault(deep(open, close, kMaxFormulaDepth + 1)).code == Code::FormulaTooDeep);
        CHECK(fault(deep(open, close, kMaxFormulaDepth + 1)).place.span.begin ==
              open.size() * kMaxFormulaDepth + (open == "abs(" ? 3 : 0));
    }
    CHECK(parse_formula("a" + repeated("+a", (kMaxFormulaNodes - 2) / 2)).tree->nodes.size() ==
          kMaxFormulaNodes - 1);
    CHECK(fault("a" + repeated("+a", kMaxFormulaNodes / 2)).code == Code::FormulaTooLarge);
    CHECK(parse_formula(repeated("-", kMaxFormulaNodes - 1) + "a").tree->nodes.size() == kMaxFormulaNodes);
    CHECK(fault(repeated("-", kMaxFormulaNodes) + "a").code == Code::FormulaTooLarge);
    CHECK(parse_formula(std::string(kMaxLineBytes, 'a')).diagnostics.empty());
    CHECK(fault(std::string(kMaxLineBytes + 1, 'a')).code == Code::LineTooLong);
    CHECK(parse_formula(std::string(base::kMaxNumberDigits, '1')).diagnostics.empty());
    CHECK(fault(std::string(base::kMaxNumberDigits + 1, '1')).code == Code::TooManyDigits);
}

TEST_CASE("hostile formulas are refused in bounded time and stack") {
    for (const char* part :
         {"(",  "（",     "-",     "not ", "非 ", "if ", "若 ",      "max(", "\" ",      "a<",
          "1,", "1,000,", "2024-", "则 ",  ")",   "a.",  "\xE2\x89", "\xFF", "若 a 则 ", "1 "}) {
        CAPTURE(part);
        const std::string text = repeated(part, kMaxLineBytes / std::string_view(part).size());
        CHECK_FALSE(parse_formula(text).diagnostics.empty());
        CHECK_FALSE(parse_formula(text.substr(1)).diagnostics.empty());
    }
    for (const char* part : {"\"\"", "则", "若a则", "Ａ"})  // a long name
        CHECK_NOTHROW(parse_formula(repeated(part, kMaxLineBytes / std::string_view(part).size())));
    std::string all;
    for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
    CHECK_FALSE(parse_formula(all).diagnostics.empty());
    CHECK(parse_formula(repeated(" ", kMaxLineBytes - 1) + "a").diagnostics.empty());
}

TEST_CASE("keywords inside a word are those that do not make up all of it") {
    const auto inside = [](std::string_view word) {
        std::string out;
        for (const ByteSpan span : keywords_inside(word)) out += std::string(span.in(word)) + " ";
        return out;
    };
    CHECK(inside("指标值则权重") == "则 ");
    CHECK(inside("甲大于等于乙否则丙") == "大于等于 否则 ");
    CHECK(inside("则") == "");
    CHECK(inside("elif完成值") == "");
    CHECK(inside("") == "");
}

TEST_CASE("a bare name is one that needs no quotes") {
    CHECK(is_bare_name("完成值"));
    CHECK(is_bare_name("a_1"));
    CHECK_FALSE(is_bare_name("1a"));
    CHECK_FALSE(is_bare_name("１a"));
    CHECK_FALSE(is_bare_name("a b"));
    CHECK_FALSE(is_bare_name(""));
    CHECK_FALSE(is_bare_name("if"));
    CHECK_FALSE(is_bare_name("是"));
    CHECK_FALSE(is_bare_name("不低于"));
}
