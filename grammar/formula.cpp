// SPDX-License-Identifier: Apache-2.0
// Runs the X3 rules of formulas, lays their nodes out in one vector, and words what failed.
#include "grammar/formula.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "grammar/detail/formula_rules.hpp"

namespace yardstick::grammar {

namespace {

namespace rules = detail::formula_rules;
namespace x3 = boost::spirit::x3;
using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using detail::Keyword;
using formula::NodeIndex;

Diagnostic fault(Code code, ByteSpan span, std::vector<std::string> arguments = {}) {
    return {.code = code, .place = {.source = nullptr, .span = span}, .arguments = std::move(arguments)};
}

ByteSpan span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

void relate(Diagnostic& diagnostic, base::Relation relation, ByteSpan span) {
    diagnostic.related.push_back({relation, {.source = nullptr, .span = span}});
}

// One context for every parse, so that each rule is compiled once.
template <typename Parser>
auto in_context(const Parser& parser, std::string_view text, rules::Nesting& nesting) {
    return x3::with<detail::TextBegin>(text.data())[x3::with<rules::NestingTag>(nesting)[parser]];
}

// The bytes at the beginning of `text` that `parser` takes.
template <typename Parser>
std::size_t length_of(const Parser& parser, std::string_view text) {
    rules::Nesting nesting;
    const char* first = text.data();
    return x3::parse(first, text.data() + text.size(), in_context(parser, text, nesting))
               ? static_cast<std::size_t>(first - text.data())
               : 0;
}

// --- from the rules' nodes to the tree

struct TooLarge {};

formula::Function function_named(std::string_view name) {
    for (const auto& words : detail::kFunctions)
        if (name == words.english || name == words.chinese ||
            (name == words.other_chinese && !words.other_chinese.empty()))
            return words.meaning;
    return formula::Function::Unknown;
}

std::optional<std::string> suggested_function(std::string_view name) {
    std::vector<std::string> known;
    for (const auto& words : detail::kFunctions)
        for (const std::string_view spelling : {words.english, words.chinese}) known.emplace_back(spelling);
    return base::closest(name, known);
}

std::optional<std::chrono::year_month_day> calendar_day(std::string_view folded) {
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t length = std::min(folded.find('-'), folded.size());
        if (length == 0 || length > 4 || (i > 0 && length > 2)) return std::nullopt;
        for (const char digit : folded.substr(0, length)) parts[i] = parts[i] * 10 + (digit - '0');
        folded.remove_prefix(std::min(length + 1, folded.size()));
    }
    const std::chrono::year_month_day day{std::chrono::year(parts[0]),
                                          std::chrono::month(static_cast<unsigned>(parts[1])),
                                          std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (parts[0] < 1 || !day.ok()) return std::nullopt;
    return day;
}

// A node of the tree, and the text it takes with the parentheses around it.
struct Part {
    NodeIndex index;
    ByteSpan extent;
};

// Throws TooLarge at node kMaxFormulaNodes + 1.
class Converter {
  public:
    Converter(std::string_view text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

    Part part(const rules::ExpressionNode& node) {
        return boost::apply_visitor([&](const auto& n) { return convert(n); }, node);
    }

    Formula take() { return std::move(formula_); }

  private:
    std::string written(ByteSpan span) const { return std::string(span.in(text_)); }
    void report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }

    template <typename Content>
    Part add(ByteSpan span, Content content) {
        if (formula_.nodes.size() == kMaxFormulaNodes) throw TooLarge{};
        formula_.nodes.push_back({span, std::move(content)});
        return {static_cast<NodeIndex>(formula_.nodes.size() - 1), span};
    }

    template <typename Operand>
    Part prefixed(const rules::PrefixNode<Operand>& node) {
        Part result = convert(node.operand);
        for (auto op = node.operators.rbegin(); op != node.operators.rend(); ++op)
            result = add({op->span.begin, node.span.end}, formula::Unary{op->op, op->span, result.index});
        return result;
    }

    template <typename Operand>
    Part chained(const rules::ChainNode<Operand>& node) {
        Part result = convert(node.first);
        for (const rules::StepNode<Operand>& step : node.rest) {
            const Part right = convert(step.operand);
            result = add({node.span.begin, right.extent.end},
                         formula::Binary{step.op.op, step.op.span, result.index, right.index});
        }
        return result;
    }

    Part convert(const rules::DisjunctionNode& n) { return chained(n); }
    Part convert(const rules::ConjunctionNode& n) { return chained(n); }
    Part convert(const rules::NegationNode& n) { return prefixed(n); }
    Part convert(const rules::ComparisonNode& n) {
        if (n.rest.size() > 1) {
            Diagnostic diagnostic =
                fault(Code::ChainedComparison, n.rest[1].op.span, {written(n.rest[1].op.span)});
            relate(diagnostic, base::Relation::FirstGivenHere, n.rest[0].op.span);
            report(std::move(diagnostic));
        }
        return chained(n);
    }
    Part convert(const rules::SumNode& n) { return chained(n); }
    Part convert(const rules::ProductNode& n) { return chained(n); }
    Part convert(const rules::UnaryNode& n) { return prefixed(n); }
    Part convert(const rules::PrimaryNode& n) {
        return boost::apply_visitor([&](const auto& content) { return convert(content); }, n);
    }
    Part convert(const rules::GroupNode& n) { return {part(n.inside).index, n.span}; }
    Part convert(const rules::ConditionalNode& n) {
        const Part condition = part(n.condition);
        const Part then = part(n.then);
        const Part otherwise = part(n.otherwise);
        return add(n.span,
                   formula::Conditional{n.keyword.span, condition.index, then.index, otherwise.index});
    }
    Part convert(const rules::CallNode& n) {
        formula::Call call{function_named(n.function.span.in(text_)), n.function.span, {}};
        if (call.function == formula::Function::Unknown) {
            const std::string name = written(n.function.span);
            report(fault(Code::UnknownFunction, n.function.span, {name}));
            diagnostics_.back().suggestion = suggested_function(name);
        }
        for (const rules::ExpressionNode& argument : n.arguments)
            call.arguments.push_back(part(argument).index);
        return add(n.span, std::move(call));
    }
    Part convert(const rules::WordNode& n) { return add(n.span, formula::Name{written(n.span)}); }
    Part convert(const rules::QuotedNameNode& n) {
        std::string name = written({n.span.begin + 1, n.span.end - 1});
        for (std::size_t at = name.find("\"\""); at != std::string::npos; at = name.find("\"\"", at + 1))
            name.erase(at, 1);
        return add(n.span, formula::Name{std::move(name)});
    }
    Part convert(const rules::TruthNode& n) { return add(n.span, formula::Truth{n.value}); }
    Part convert(const rules::DayNode& n) {
        const auto day = calendar_day(base::fold_full_width(n.span.in(text_)));
        if (!day) report(fault(Code::NotADay, n.span, {written(n.span)}));
        return add(n.span, formula::Day{day.value_or(std::chrono::year_month_day{})});
    }
    Part convert(const rules::LiteralNode& n) {
        return add(n.span, formula::Number{number(n.number.span), written(n.unit.span), n.unit.span});
    }

    // A number that cannot be read is taken for 1, of which no other fault follows.
    base::Decimal number(ByteSpan span) {
        const std::string text = written(span);
        const bool comma = text.find(',') != std::string::npos || text.find("，") != std::string::npos;
        const auto decimal = base::Decimal::parse(text);
        if (decimal && !comma) return *decimal;
        if (comma)
            report(fault(Code::AmbiguousComma, span, {text}));
        else
            report(fault(Code::TooManyDigits, span, {std::to_string(base::kMaxNumberDigits)}));
        return base::Decimal(1);
    }

    std::string_view text_;
    Diagnostics& diagnostics_;
    Formula formula_;
};

// --- faults of syntax

// Words the failure of a rule at a place of a text.
class SyntaxFault {
  public:
    SyntaxFault(std::string_view text, const char* where, const rules::Nesting& nesting)
        : text_(text), at_(static_cast<std::size_t>(where - text.data())), nesting_(nesting) {
        const std::string_view rest = text.substr(at_);
        const std::size_t token = length_of(rules::token, rest);
        known_ = token > 0 || rest.empty();
        seen_ = span_of(at_, at_ + (known_ ? token : base::code_point_length(rest)));
    }

    // `expected` is the name of the rule that failed.
    Diagnostic of_expectation(std::string_view expected) const {
        if (expected == rules::quoted_rest.name) return fault(Code::UnclosedQuote, span_of(at_ - 1, at_));
        if (!known_) return unknown_character();
        if (expected == rules::then_word.name) return incomplete_conditional(Code::NoThen, Keyword::Then);
        if (expected == rules::else_word.name) return incomplete_conditional(Code::NoElse, Keyword::Else);
        if (expected == rules::closing.name) return unclosed_parenthesis();
        if (seen_.begin == seen_.end) return fault(Code::FormulaEndsEarly, seen_);
        return fault(Code::NoOperand, seen_, {seen_text()});
    }

    // After a formula that is complete.
    Diagnostic of_rest() const {
        if (!known_) return unknown_character();
        if (length_of(rules::closing, text_.substr(at_)) > 0)
            return fault(Code::UnopenedParenthesis, seen_, {seen_text()});
        const std::string_view rest = text_.substr(at_);
        const bool in_conditional = length_of(rules::then_word, rest) + length_of(rules::else_word, rest) > 0;
        if (auto glued =
                in_conditional ? glued_before({Keyword::If}) : glued_before({Keyword::And, Keyword::Or}))
            if (in_conditional || touches(glued->place.span)) return *std::move(glued);
        return fault(Code::UnexpectedInFormula, seen_, {seen_text()});
    }

    Diagnostic of_depth() const {
        return fault(Code::FormulaTooDeep, seen_, {std::to_string(kMaxFormulaDepth)});
    }

  private:
    std::string seen_text() const { return std::string(seen_.in(text_)); }

    Diagnostic unknown_character() const { return fault(Code::UnknownCharacter, seen_, {seen_text()}); }

    Diagnostic incomplete_conditional(Code code, Keyword missing) const {
        if (auto glued = glued_before({missing})) return *std::move(glued);
        const std::size_t begin = opened_at();
        const std::size_t length = length_of(rules::if_word, text_.substr(begin));
        Diagnostic diagnostic = fault(code, seen_, {std::string(text_.substr(begin, length))});
        relate(diagnostic, base::Relation::OpenedHere, span_of(begin, begin + length));
        return diagnostic;
    }

    Diagnostic unclosed_parenthesis() const {
        Diagnostic diagnostic = fault(Code::UnclosedParenthesis, seen_);
        const std::size_t begin = opened_at();
        relate(diagnostic, base::Relation::OpenedHere,
               span_of(begin, begin + base::code_point_length(text_.substr(begin))));
        return diagnostic;
    }

    std::size_t opened_at() const {
        return static_cast<std::size_t>(nesting_.open.back().begin - text_.data());
    }

    // Whether nothing but spaces stands between the failure and the end of `span`, or it is where `span`
    // begins.
    bool touches(ByteSpan span) const {
        return span.begin >= at_ || length_of(detail::spaces, text_.substr(span.end)) == at_ - span.end;
    }

    // The last word before the failure, or at it, that has swallowed one of the keywords.
    std::optional<Diagnostic> glued_before(std::initializer_list<Keyword> keywords) const {
        std::optional<Diagnostic> found;
        for (std::size_t at = 0; at < seen_.end;) {
            const std::size_t length = length_of(rules::word, text_.substr(at));
            for (const ByteSpan inside : keywords_inside(text_.substr(at, length))) {
                const std::string keyword(inside.in(text_.substr(at, length)));
                const bool wanted = std::ranges::any_of(detail::kKeywords, [&](const auto& words) {
                    return std::ranges::find(keywords, words.meaning) != keywords.end() &&
                           (keyword == words.chinese || keyword == words.other_chinese);
                });
                if (wanted)
                    found = fault(Code::GluedKeyword, span_of(at + inside.begin, at + inside.end),
                                  {keyword, std::string(text_.substr(at, length))});
            }
            at += std::max(length, base::code_point_length(text_.substr(at)));
        }
        return found;
    }

    std::string_view text_;
    std::size_t at_;
    const rules::Nesting& nesting_;
    bool known_ = false;  // whether anything in the language begins like this
    ByteSpan seen_;       // the token at the failure; empty at the end
};

// What the rules made of the text, or why they could not.
std::variant<rules::ExpressionNode, Diagnostic> expression_of(std::string_view text) {
    rules::Nesting nesting;
    rules::ExpressionNode expression;
    const char* first = text.data();
    const char* const last = text.data() + text.size();
    const auto parser = in_context(detail::spaces >> rules::expression >> detail::spaces, text, nesting);
    try {
        x3::parse(first, last, parser, expression);
    } catch (const x3::expectation_failure<const char*>& failure) {
        return SyntaxFault(text, failure.where(), nesting).of_expectation(failure.which());
    } catch (const rules::TooDeep& failure) {
        return SyntaxFault(text, failure.where, nesting).of_depth();
    }
    if (first != last) return SyntaxFault(text, first, nesting).of_rest();
    return expression;
}

}  // namespace

Parsed<Formula> parse_formula(std::string_view text) {
    const ByteSpan all = span_of(0, text.size());
    if (text.size() > kMaxLineBytes)
        return {std::nullopt, {fault(Code::LineTooLong, all, {std::to_string(kMaxLineBytes)})}};
    if (length_of(detail::spaces, text) == text.size())
        return {std::nullopt, {fault(Code::EmptyFormula, all)}};

    const auto read = expression_of(text);
    if (const auto* diagnostic = std::get_if<Diagnostic>(&read)) return {std::nullopt, {*diagnostic}};
    Parsed<Formula> parsed;
    Converter converter(text, parsed.diagnostics);
    try {
        converter.part(std::get<rules::ExpressionNode>(read));
    } catch (const TooLarge&) {
        return {std::nullopt, {fault(Code::FormulaTooLarge, all, {std::to_string(kMaxFormulaNodes)})}};
    }
    if (std::ranges::find(parsed.diagnostics, Code::ChainedComparison, &Diagnostic::code) ==
        parsed.diagnostics.end())
        parsed.tree = converter.take();
    base::sort_by_place(parsed.diagnostics);
    return parsed;
}

bool is_bare_name(std::string_view name) {
    return !name.empty() && length_of(rules::word, name) == name.size();
}

std::vector<ByteSpan> keywords_inside(std::string_view word) {
    std::vector<ByteSpan> found;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = length_of(rules::reserved_words, word.substr(at));
        const bool chinese = length > 0 && static_cast<unsigned char>(word[at]) >= 0x80;
        if (chinese && length < word.size()) found.push_back(span_of(at, at + length));
        at += chinese ? length : base::code_point_length(word.substr(at));
    }
    return found;
}

}  // namespace yardstick::grammar
