// SPDX-License-Identifier: Apache-2.0
// Prints a tree from the top, putting parentheses where a part binds less tightly than its place asks.
#include "grammar/print_formula.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "grammar/detail/formula_words.hpp"

namespace yardstick::grammar {

namespace {

using detail::Keyword;
using formula::NodeIndex;
using formula::Operator;

// How tightly a node binds; a part that binds less tightly than its place asks needs parentheses.
enum class Binding { Conditional, Or, And, Not, Comparison, Sum, Product, Negation, Primary };

Binding tighter(Binding binding) { return static_cast<Binding>(std::to_underlying(binding) + 1); }

Binding binding_of(Operator op) {
    switch (op) {
        case Operator::Or:
            return Binding::Or;
        case Operator::And:
            return Binding::And;
        case Operator::Not:
            return Binding::Not;
        case Operator::AtLeast:
        case Operator::AtMost:
        case Operator::Equal:
        case Operator::NotEqual:
        case Operator::Greater:
        case Operator::Less:
            return Binding::Comparison;
        case Operator::Add:
        case Operator::Subtract:
            return Binding::Sum;
        case Operator::Multiply:
        case Operator::Divide:
            return Binding::Product;
        case Operator::Negate:
            return Binding::Negation;
    }
    std::unreachable();
}

Binding binding_of(const formula::Node& node) {
    if (const auto* binary = std::get_if<formula::Binary>(&node.content)) return binding_of(binary->op);
    if (const auto* unary = std::get_if<formula::Unary>(&node.content)) return binding_of(unary->op);
    return std::holds_alternative<formula::Conditional>(node.content) ? Binding::Conditional
                                                                      : Binding::Primary;
}

class Printer {
  public:
    Printer(const Formula& formula, base::Language language) : formula_(formula), language_(language) {}

    std::string text() && {
        print(static_cast<NodeIndex>(formula_.nodes.size() - 1), Binding::Conditional);
        return std::move(out_);
    }

  private:
    std::string_view word(Keyword keyword) const {
        return std::ranges::find(detail::kKeywords, keyword, &detail::Wording<Keyword>::meaning)
            ->in(language_);
    }

    std::string_view spelling(Operator op) const {
        const auto canonical = [op](const auto& table) {
            return std::ranges::find(table, op, &detail::OperatorSpelling::op)->spelling;
        };
        switch (binding_of(op)) {
            case Binding::Or:
                return word(Keyword::Or);
            case Binding::And:
                return word(Keyword::And);
            case Binding::Comparison:
                return canonical(detail::kComparisonSymbols);
            case Binding::Sum:
                return canonical(detail::kAdditiveSymbols);
            default:
                return canonical(detail::kMultiplicativeSymbols);
        }
    }

    void print(NodeIndex index, Binding least) {
        const formula::Node& node = formula_.nodes[index];
        const bool parenthesised = binding_of(node) < least;
        if (parenthesised) out_ += '(';
        std::visit([this](const auto& content) { print(content); }, node.content);
        if (parenthesised) out_ += ')';
    }

    void print(const formula::Number& number) {
        out_ += number.number.text();
        const bool attached = number.unit == "%" || number.unit == "％" || number.unit == "‰";
        if (!number.unit.empty()) out_ += (attached ? "" : " ") + number.unit;
    }
    void print(const formula::Day& day) {
        out_ += fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.day.year()),
                            static_cast<unsigned>(day.day.month()), static_cast<unsigned>(day.day.day()));
    }
    void print(const formula::Truth& truth) { out_ += word(truth.value ? Keyword::True : Keyword::False); }
    void print(const formula::Name& name) {
        if (is_bare_name(name.name)) {
            out_ += name.name;
            return;
        }
        out_ += '"';
        for (const char c : name.name) out_ += c == '"' ? "\"\"" : std::string(1, c);
        out_ += '"';
    }
    void print(const formula::Unary& unary) {
        if (unary.op == Operator::Not)
            out_ += std::string(word(Keyword::Not)) + ' ';
        else
            out_ += '-';
        print(unary.operand, binding_of(unary.op));
    }
    void print(const formula::Binary& binary) {
        const Binding binding = binding_of(binary.op);
        print(binary.left, binding == Binding::Comparison ? tighter(binding) : binding);
        out_ += fmt::format(" {} ", spelling(binary.op));
        print(binary.right, tighter(binding));
    }
    // An inner conditional needs parentheses nowhere; before `else` they are there for the reader.
    void print(const formula::Conditional& conditional) {
        out_ += std::string(word(Keyword::If)) + ' ';
        print(conditional.condition, Binding::Or);
        out_ += fmt::format(" {} ", word(Keyword::Then));
        print(conditional.then, Binding::Or);
        out_ += fmt::format(" {} ", word(Keyword::Else));
        print(conditional.otherwise, Binding::Conditional);
    }
    void print(const formula::Call& call) {
        out_ +=
            std::ranges::find(detail::kFunctions, call.function, &detail::Wording<formula::Function>::meaning)
                ->in(language_);
        out_ += '(';
        for (std::size_t i = 0; i < call.arguments.size(); ++i) {
            if (i > 0) out_ += ", ";
            print(call.arguments[i], Binding::Conditional);
        }
        out_ += ')';
    }

    const Formula& formula_;
    base::Language language_;
    std::string out_;
};

}  // namespace

std::string print_formula(const Formula& formula, base::Language language) {
    return Printer(formula, language).text();
}

}  // namespace yardstick::grammar
