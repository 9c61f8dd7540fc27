// SPDX-License-Identifier: Apache-2.0
// The formula language: its syntax tree, and from text to tree.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/decimal.hpp"
#include "base/source_text.hpp"
#include "grammar/parse.hpp"

namespace yardstick::grammar {

// Parentheses, argument lists and conditionals that may stand inside one another.
inline constexpr std::size_t kMaxFormulaDepth = 64;

// Nodes a formula may have; so many of them may also stand inside one another (`- - - a`, `a + b + c`).
inline constexpr std::size_t kMaxFormulaNodes = 512;

namespace formula {

// A place in Formula::nodes.
using NodeIndex = std::uint32_t;

enum class Operator {
    Or,
    And,
    Not,
    AtLeast,
    AtMost,
    Equal,
    NotEqual,
    Greater,
    Less,
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
};

enum class Function {
    Min,
    Max,
    Abs,
    Floor,
    Ceil,
    Round,
    Clamp,
    Unknown,  // another name; the tree comes with a fault
};

// `5%`, `30 天`, `0.5`; never negative: a sign is an operator.
struct Number {
    base::Decimal number;
    std::string unit;  // as written; empty: none
    ByteSpan unit_span;
};

// `2024-06-30`
struct Day {
    std::chrono::year_month_day day;  // of the calendar, years 1 to 9999
};

// `true`, `否`
struct Truth {
    bool value = false;
};

// `完成值`, `"结案数（任务5）"`
struct Name {
    std::string name;  // as written, without quotes
};

struct Unary {
    Operator op = Operator::Negate;  // or Not
    ByteSpan operator_span;
    NodeIndex operand = 0;
};

struct Binary {
    Operator op = Operator::Add;  // none of Not, Negate
    ByteSpan operator_span;
    NodeIndex left = 0;
    NodeIndex right = 0;
};

struct Conditional {
    ByteSpan if_span;  // the keyword
    NodeIndex condition = 0;
    NodeIndex then = 0;
    NodeIndex otherwise = 0;
};

struct Call {
    Function function = Function::Unknown;
    ByteSpan function_span;
    std::vector<NodeIndex> arguments;
};

// The span runs from the first byte of the first part to the last byte of the last one. Parentheses around a
// node are not part of its own span, but of the spans of those that it is a part of: in `(a + b) * c` the sum
// is `a + b`, the product the whole text.
struct Node {
    ByteSpan span;
    std::variant<Number, Day, Truth, Name, Unary, Binary, Conditional, Call> content;
};

}  // namespace formula

// A tree in one vector: every node stands after its children, each is the child of one other, the last one is
// the whole formula. There is at least one.
struct Formula {
    std::vector<formula::Node> nodes;
};

// Reads `if actual >= target then points else points * actual / target`; docs/formulas.md has the language.
// Syntax is read to its first fault, and then there is no tree; wrong numbers, days and functions are all
// reported, and leave a tree that is good for finding more. `text` is UTF-8, at most kMaxLineBytes.
Parsed<Formula> parse_formula(std::string_view text);

// Whether a formula may hold the name without quotes: letters, digits and `_`, no digit first, no keyword.
bool is_bare_name(std::string_view name);

// The Chinese keywords inside `word` that are not all of it, in order: `则` in `指标值则权重`.
std::vector<ByteSpan> keywords_inside(std::string_view word);

}  // namespace yardstick::grammar
