// SPDX-License-Identifier: Apache-2.0
// Random formulas: their values against a plain computation, and printing them against parsing.
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "grammar/print_formula.hpp"
#include "indicators/evaluate_formula.hpp"
#include "loading.hpp"
#include "plain_formula.hpp"

using namespace yardstick;
using grammar::Formula;
using grammar::formula::NodeIndex;
using grammar::formula::Operator;
using indicators::FormulaType;
namespace formula = grammar::formula;

namespace {

indicators::Environment environment() {
    const FormulaType money = indicators::type_of(tests::units().find("元"));
    const FormulaType number = FormulaType::number();
    return {{"权重", "", number},
            {"", "rate", number},
            {"支出", "", money},
            {"预算（元）", "", money},
            {"完成日", "", FormulaType::day()},
            {"", "due", FormulaType::day()},
            {"达标", "", FormulaType::condition()},
            {"", "met", FormulaType::condition()}};
}

base::Rational rational(const plain::Fraction& fraction) {
    const std::string digits = numerator(fraction).str();
    const bool negative = digits.starts_with('-');
    const base::Rational magnitude = base::Rational::from_digits(digits.substr(negative ? 1 : 0)) /
                                     base::Rational::from_digits(denominator(fraction).str());
    return negative ? -magnitude : magnitude;
}

indicators::FormulaValue value_of(const plain::Fraction& fraction, plain::Type type) {
    if (type == plain::Type::Condition) return fraction == 1;
    if (type == plain::Type::Day)
        return std::chrono::sys_days(std::chrono::days(std::stoi(numerator(fraction).str())));
    return rational(fraction);
}

std::vector<indicators::FormulaValue> values_of(const plain::Values& values) {
    std::vector<indicators::FormulaValue> converted;
    for (std::size_t i = 0; i < values.size(); ++i)
        converted.push_back(value_of(values[i], static_cast<plain::Type>(i / 2)));
    return converted;
}

// --- trees of any shape, typed or not

class RandomTree {
  public:
    explicit RandomTree(std::mt19937_64& random) : random_(random) {}

    Formula make(int depth) {
        add(depth);
        return std::move(formula_);
    }

  private:
    template <typename Content>
    NodeIndex put(Content content) {
        formula_.nodes.push_back({{}, std::move(content)});
        return static_cast<NodeIndex>(formula_.nodes.size() - 1);
    }

    std::string pick(const std::vector<std::string>& from) { return from[random_() % from.size()]; }

    NodeIndex leaf() {
        switch (random_() % 4) {
            case 0:
                return put(formula::Number{
                    base::Decimal::parse(pick({"0", "5", "0.50", "12345678901234567890.1"})).value(),
                    pick({"", "%", "‰", "万元", "m2", "㎡", "x10", "e3"}),
                    {}});
            case 1: {
                const auto day = [this](unsigned most) {
                    return static_cast<unsigned>(1 + random_() % most);
                };
                return put(formula::Day{std::chrono::year(static_cast<int>(day(9999))) /
                                        std::chrono::month(day(12)) / std::chrono::day(day(28))});
            }
            case 2:
                return put(formula::Truth{random_() % 2 == 0});
            default:
                return put(formula::Name{
                    pick({"a", "完成值", "若干", "if", "则", "不低于", "", "1a", "a b", "a\"\"b\"", "min",
                          "结案数（任务5）", "a + b", "𠀀_2", "2024-06-30"})});
        }
    }

    NodeIndex add(int depth) {
        if (depth == 0) return leaf();
        switch (random_() % 5) {
            case 0: {
                const NodeIndex operand = add(depth - 1);
                return put(
                    formula::Unary{random_() % 2 == 0 ? Operator::Not : Operator::Negate, {}, operand});
            }
            case 1: {
                const NodeIndex condition = add(depth - 1);
                const NodeIndex then = add(depth - 1);
                const NodeIndex otherwise = add(depth - 1);
                return put(formula::Conditional{{}, condition, then, otherwise});
            }
            case 2: {
                formula::Call call;
                call.function = static_cast<formula::Function>(
                    random_() % static_cast<unsigned>(formula::Function::Unknown));
                for (auto i = random_() % 4; i > 0; --i) call.arguments.push_back(add(depth - 1));
                return put(std::move(call));
            }
            default: {
                auto op = Operator::Not;
                while (op == Operator::Not) op = static_cast<Operator>(random_() % 13);
                const NodeIndex left = add(depth - 1);
                const NodeIndex right = add(depth - 1);
                return put(formula::Binary{op, {}, left, right});
            }
        }
    }

    std::mt19937_64& random_;
    Formula formula_;
};

bool same(const formula::Number& a, const formula::Number& b) {
    return a.number == b.number && a.number.places() == b.number.places() && a.unit == b.unit;
}
bool same(const formula::Day& a, const formula::Day& b) { return a.day == b.day; }
bool same(const formula::Truth& a, const formula::Truth& b) { return a.value == b.value; }
bool same(const formula::Name& a, const formula::Name& b) { return a.name == b.name; }
bool same(const formula::Unary& a, const formula::Unary& b) { return a.op == b.op && a.operand == b.operand; }
bool same(const formula::Binary& a, const formula::Binary& b) {
    return a.op == b.op && a.left == b.left && a.right == b.right;
}
bool same(const formula::Conditional& a, const formula::Conditional& b) {
    return a.condition == b.condition && a.then == b.then && a.otherwise == b.otherwise;
}
bool same(const formula::Call& a, const formula::Call& b) {
    return a.function == b.function && a.arguments == b.arguments;
}
template <typename A, typename B>
bool same(const A& /*a*/, const B& /*b*/) {
    return false;
}

// Up to spans. The order of nodes is fixed by the tree, so indices can be compared.
bool same_tree(const Formula& a, const Formula& b) {
    if (a.nodes.size() != b.nodes.size()) return false;
    for (std::size_t i = 0; i < a.nodes.size(); ++i)
        if (!std::visit([](const auto& x, const auto& y) { return same(x, y); }, a.nodes[i].content,
                        b.nodes[i].content))
            return false;
    return true;
}

}  // namespace

TEST_CASE("a random formula has the value that a plain computation gives, or none where that has none") {
    std::mt19937_64 random(2024);
    int compared = 0;
    int without_value = 0;
    for (int i = 0; i < YARDSTICK_TRIALS * 5; ++i) {
        const auto type = static_cast<plain::Type>(random() % 4);
        const auto part = plain::random_part(random, type, 1 + static_cast<int>(random() % 5));
        const std::string text = plain::text(*part, random);
        CAPTURE(text);
        const auto checked = indicators::read_formula(text, environment(), tests::units());
        if (!checked) {
            const base::Code code = checked.error().front().code;
            const bool limited = code == base::Code::LineTooLong || code == base::Code::FormulaTooLarge ||
                                 code == base::Code::DivisionByZero;
            CHECK_MESSAGE(limited, base::message_of(checked.error().front(), base::Language::English));
            continue;
        }
        for (int j = 0; j < 3; ++j) {
            const plain::Values values = plain::random_values(random);
            const auto expected = plain::value(*part, values);
            indicators::FormulaTrace trace;
            const auto result = indicators::evaluate(*checked, values_of(values));
            const auto traced = indicators::evaluate(*checked, values_of(values), trace);
            REQUIRE(result.has_value() == expected.has_value());
            CHECK(result == traced);
            if (expected) {
                CHECK(*result == value_of(*expected, type));
                CHECK(trace.back() == *result);
            }
            ++(expected ? compared : without_value);
        }
    }
    CHECK(compared > YARDSTICK_TRIALS * 5);
    CHECK(without_value > 0);
}

TEST_CASE("a random tree is printed as a text that parses to the same tree, in both languages") {
    std::mt19937_64 random(7);
    int printed = 0;
    for (int i = 0; i < YARDSTICK_TRIALS * 5; ++i) {
        const Formula tree = RandomTree(random).make(static_cast<int>(random() % 5));
        for (const base::Language language : {base::Language::Chinese, base::Language::English}) {
            const std::string text = grammar::print_formula(tree, language);
            if (text.size() > grammar::kMaxLineBytes || tree.nodes.size() > grammar::kMaxFormulaNodes)
                continue;
            CAPTURE(text);
            const auto parsed = grammar::parse_formula(text);
            REQUIRE(parsed.diagnostics.empty());
            CHECK(same_tree(parsed.tree.value(), tree));
            CHECK(grammar::print_formula(*parsed.tree, language) == text);
            ++printed;
        }
    }
    CHECK(printed > YARDSTICK_TRIALS);
}

TEST_CASE("whatever the words are put together from, parsing ends, and every fault lies in the text") {
    static const std::vector<std::string> kPieces{"a",     "完成值",     "1",          "2.5%",
                                                  "30 天", "2024-06-30", "2024-06",    "1,000",
                                                  "(",     ")",          "（",         "）",
                                                  ",",     "，",         "+",          "-",
                                                  "*",     "/",          ">=",         "≠",
                                                  "<",     "if",         "then",       "else",
                                                  "若",    "则",         "否则",       "and",
                                                  "且",    "or",         "或",         "not",
                                                  "非",    "min(",       "四舍五入（", "\"",
                                                  "\"x\"", "是",         " ",          "　",
                                                  "@",     "\xE2\x89",   "不低于",     "if a then b else c",
                                                  "e3",    ".",          "max"};
    std::mt19937_64 random(99);
    for (int i = 0; i < YARDSTICK_TRIALS * 10; ++i) {
        std::string text;
        for (auto pieces = 1 + random() % 12; pieces > 0; --pieces)
            text += kPieces[random() % kPieces.size()] + (random() % 3 == 0 ? "" : " ");
        CAPTURE(text);
        const auto parsed = grammar::parse_formula(text);
        CHECK((parsed.tree.has_value() || !parsed.diagnostics.empty()));
        for (const base::Diagnostic& diagnostic : parsed.diagnostics) {
            CHECK(diagnostic.place.span.begin <= diagnostic.place.span.end);
            CHECK(diagnostic.place.span.end <= text.size());
            CHECK_FALSE(base::message_of(diagnostic, base::Language::Chinese).empty());
            CHECK_NOTHROW(base::hint_of(diagnostic, base::Language::English));
        }
        if (parsed.tree && parsed.diagnostics.empty()) {
            const std::string printed = grammar::print_formula(*parsed.tree, base::Language::Chinese);
            CHECK(same_tree(grammar::parse_formula(printed).tree.value(), *parsed.tree));
        }
    }
}
