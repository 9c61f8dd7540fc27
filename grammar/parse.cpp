// SPDX-License-Identifier: Apache-2.0
// Finds the reading of a line, converts what the X3 rules matched, and reports what they could not read.
#include "grammar/parse.hpp"

#include <array>
#include <utility>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "grammar/detail/rules.hpp"

namespace yardstick::grammar {

namespace {

using base::Code;
using base::Decimal;
using base::Diagnostic;
using base::Diagnostics;
namespace x3 = boost::spirit::x3;

Diagnostic fault(Code code, ByteSpan span, std::vector<std::string> arguments = {}) {
    return {.code = code, .place = {.source = nullptr, .span = span}, .arguments = std::move(arguments)};
}

ByteSpan span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

template <typename Rule, typename Node>
bool parse_all(std::string_view text, std::size_t from, const Rule& rule, Node& node) {
    const char* first = text.data() + from;
    const char* last = text.data() + text.size();
    return x3::parse(first, last, x3::with<detail::TextBegin>(text.data())[rule], node) && first == last;
}

// The words that a misspelt clause may have meant.
std::optional<std::string> suggested_keyword(std::string_view word) {
    static const std::array<std::string, 8> kKeywords{"权重",     "正向",   "反向",     "正向指标",
                                                      "反向指标", "weight", "positive", "negative"};
    return base::closest(word, kKeywords);
}

// Converts nodes to the public tree, collecting faults.
class Converter {
  public:
    Converter(std::string_view text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

    Decimal number(const detail::NumberNode& node) {
        const std::string written(node.span.in(text_));
        auto decimal = Decimal::parse(written);
        if (decimal) return *decimal;
        switch (decimal.error()) {
            case base::NumberFault::TooManyDigits:
                report(fault(Code::TooManyDigits, node.span, {std::to_string(base::kMaxNumberDigits)}));
                break;
            case base::NumberFault::BadGrouping:
                report(fault(Code::BadGrouping, node.span, {written}));
                break;
            case base::NumberFault::NotANumber:
                report(fault(Code::UnreadableValue, node.span, {written}));
                break;
        }
        return {};
    }

    Value value(const detail::ValueNode& node) {
        return boost::apply_visitor([&](const auto& n) { return convert(n); }, node);
    }

    // A target: what cannot be read is reported with the comparator it follows.
    Value target(const detail::TailNode& tail) {
        if (boost::get<detail::NoValueNode>(&tail.target.get()) != nullptr) {
            const bool qualitative = tail.comparator.comparator == Comparator::Qualitative;
            report(fault(qualitative ? Code::NoExpectedOutcome : Code::NoValue, tail.comparator.span,
                         {std::string(tail.comparator.span.in(text_))}));
            const std::uint32_t end = tail.comparator.span.end;
            return {{end, end}, Words{}};
        }
        return value(tail.target);
    }

    void clause(const detail::ClauseNode& node, IndicatorLine& line) {
        boost::apply_visitor([&](const auto& n) { add(n, line); }, node);
    }

  private:
    void report(Diagnostic diagnostic) { diagnostics_.push_back(std::move(diagnostic)); }
    std::string written(ByteSpan span) const { return std::string(span.in(text_)); }

    Value convert(const detail::QuantityNode& n) { return {n.span, Quantity{number(n.number), n.unit.span}}; }
    Value convert(const detail::WordsWithShareNode& n) {
        return {n.span, WordsWithShare{n.words.span, number(n.percent)}};
    }
    static Value convert(const detail::WordsNode& n) { return {n.span, Words{}}; }
    static Value convert(const detail::NotApplicableNode& n) { return {n.span, NotApplicable{}}; }
    static Value convert(const detail::NoValueNode& n) { return {n.span, Words{}}; }
    Value convert(const detail::MonthNode& n) {
        const std::string year = base::fold_full_width(n.year.span.in(text_));
        const std::string month = base::fold_full_width(n.month.span.in(text_));
        const int number = month.size() <= 2 ? std::stoi(month) : 0;
        if (number < 1 || number > 12) return no_such_month(n.span);
        return {n.span, Month{.year = std::stoi(year), .month = number}};
    }
    Value convert(const detail::BadMonthNode& n) { return no_such_month(n.span); }
    Value convert(const detail::UnreadableNode& n) {
        report(fault(Code::UnreadableValue, n.span, {written(n.span)}));
        return {n.span, Words{}};
    }
    Value no_such_month(ByteSpan span) {
        report(fault(Code::NoSuchMonth, span, {written(span)}));
        return {span, Words{}};
    }

    void add(const detail::WeightNode& n, IndicatorLine& line) {
        if (n.number.span == ByteSpan{}) {
            report(fault(Code::WeightWithoutNumber, n.span, {written(n.span)}));
            return;
        }
        const WeightClause clause{n.span, number(n.number)};
        if (line.weight)
            report_twice(n.span, line.weight->span);
        else
            line.weight = clause;
    }
    void add(const detail::DirectionNode& n, IndicatorLine& line) {
        if (line.direction)
            report_twice(n.span, line.direction->span);
        else
            line.direction = DirectionClause{n.span, n.direction};
    }
    void add(const detail::UnexpectedNode& n, IndicatorLine& /*line*/) {
        report(fault(Code::UnexpectedText, n.span, {written(n.span)}));
    }
    void report_twice(ByteSpan second, ByteSpan first) {
        Diagnostic diagnostic = fault(Code::ClauseTwice, second, {written(second)});
        diagnostic.related.push_back({base::Relation::FirstGivenHere, {.source = nullptr, .span = first}});
        report(std::move(diagnostic));
    }

    std::string_view text_;
    Diagnostics& diagnostics_;
};

std::size_t skip_spaces(std::string_view text, std::size_t from) {
    const char* first = text.data() + from;
    x3::parse(first, text.data() + text.size(), detail::spaces);
    return static_cast<std::size_t>(first - text.data());
}

std::size_t end_without_spaces(std::string_view text, std::size_t begin, std::size_t end) {
    std::size_t result = begin;
    for (std::size_t at = begin; at < end;) {
        const std::size_t after = skip_spaces(text, at);
        if (after > at) {
            at = after;
        } else {
            ++at;
            result = at;
        }
    }
    return result;
}

// A way to split the line into name and the rest.
struct Reading {
    IndicatorLine line;
    Diagnostics faults;
};

Reading reading_of(std::string_view text, ByteSpan name, bool quoted, const detail::TailNode& tail) {
    Reading reading;
    reading.line.name = name;
    reading.line.name_is_quoted = quoted;
    Converter converter(text, reading.faults);
    if (skip_spaces(text, name.begin) >= name.end)
        reading.faults.push_back(fault(Code::NoName, tail.comparator.span));
    reading.line.criterion.comparator = tail.comparator.comparator;
    reading.line.criterion.comparator_span = tail.comparator.span;
    reading.line.criterion.target = converter.target(tail);
    reading.line.criterion.span = {
        tail.comparator.span.begin,
        std::max(tail.comparator.span.end, reading.line.criterion.target.span.end)};
    for (const detail::ClauseNode& clause : tail.clauses) converter.clause(clause, reading.line);
    return reading;
}

struct QuotedName {
    ByteSpan name;    // between the quotes
    std::size_t end;  // after the closing quote
};

// The quoted name at `begin`, where one is closed; a quote inside it is doubled.
std::optional<QuotedName> quoted_name(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || text[begin] != '"') return std::nullopt;
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (text[at] != '"') continue;
        if (at + 1 < text.size() && text[at + 1] == '"')
            ++at;
        else
            return QuotedName{span_of(begin + 1, at), at + 1};
    }
    return std::nullopt;
}

bool follows_space(std::string_view text, std::size_t begin, std::size_t at) {
    return at == begin || end_without_spaces(text, begin, at) < at;
}

// Every reading with a bare name, in order of the name's length; nothing where there are too many.
std::optional<std::vector<Reading>> bare_readings(std::string_view text, std::size_t begin) {
    std::vector<Reading> readings;
    std::size_t after_comparator = std::string_view::npos;  // of the comparator before
    for (std::size_t at = begin; at < text.size();) {
        detail::TailNode tail;
        const char* first = text.data() + at;
        if (!x3::parse(first, text.data() + text.size(),
                       x3::with<detail::TextBegin>(text.data())[detail::tail], tail) ||
            (tail.comparator.comparator == Comparator::Qualitative && !follows_space(text, begin, at))) {
            ++at;
            continue;
        }
        // `x ≥ ≥ 5` is a fault of the first comparator, not an indicator named `x ≥`.
        const bool repeated =
            after_comparator != std::string_view::npos && skip_spaces(text, after_comparator) == at;
        if (!repeated) {
            if (readings.size() == kMaxComparators) return std::nullopt;
            readings.push_back(
                reading_of(text, span_of(begin, end_without_spaces(text, begin, at)), false, tail));
        }
        at = tail.comparator.span.end;
        if (tail.comparator.comparator != Comparator::Qualitative) after_comparator = at;
    }
    return readings;
}

// Whether the comparator of a reading that was passed over is a criterion all the same: `≥ 90 %`, `定性 …`.
bool holds_criterion(const Reading& passed) {
    const Criterion& criterion = passed.line.criterion;
    return criterion.comparator == Comparator::Qualitative ||
           !std::holds_alternative<Words>(criterion.target.content);
}

Parsed<IndicatorLine> chosen(std::vector<Reading> readings, std::string_view text) {
    const auto clean = [](const Reading& reading) { return reading.faults.empty(); };
    const auto first = std::ranges::find_if(readings, clean);
    if (first == readings.end()) {
        auto best = std::ranges::min_element(readings, {}, [](const Reading& r) { return r.faults.size(); });
        return {std::move(best->line), std::move(best->faults)};
    }
    Parsed<IndicatorLine> parsed{std::move(first->line), {}};
    if (const auto earlier = std::find_if(readings.begin(), first, holds_criterion); earlier != first) {
        const ByteSpan inner = earlier->line.criterion.span;
        parsed.diagnostics.push_back(
            fault(Code::TwoCriteria, inner,
                  {std::string(inner.in(text)), std::string(parsed.tree->criterion.span.in(text))}));
    } else if (const auto second = std::find_if(std::next(first), readings.end(), clean);
               second != readings.end()) {
        Diagnostic diagnostic =
            fault(Code::AmbiguousLine, parsed.tree->name,
                  {std::string(parsed.tree->name.in(text)), std::string(second->line.name.in(text))});
        diagnostic.related.push_back(
            {base::Relation::OtherReading, {.source = nullptr, .span = second->line.name}});
        parsed.diagnostics.push_back(std::move(diagnostic));
    }
    return parsed;
}

void suggest_keywords(Diagnostics& diagnostics, std::string_view text) {
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code != Code::UnexpectedText) continue;
        const std::string run = base::comparable_name(diagnostic.place.span.in(text));
        diagnostic.suggestion = suggested_keyword(std::string_view(run).substr(0, run.find(' ')));
    }
}

}  // namespace

Parsed<IndicatorLine> parse_indicator(std::string_view text) {
    if (text.size() > kMaxLineBytes)
        return {std::nullopt,
                {fault(Code::LineTooLong, span_of(0, text.size()), {std::to_string(kMaxLineBytes)})}};
    const std::size_t begin = skip_spaces(text, 0);
    if (begin == text.size()) return {std::nullopt, {fault(Code::EmptyLine, span_of(0, text.size()))}};
    const ByteSpan all = span_of(begin, end_without_spaces(text, begin, text.size()));

    // A quoted name is one that is followed by a criterion; `"三公"经费控制率 ≤ 100 %` has a bare name.
    const auto quoted = quoted_name(text, begin);
    detail::TailNode tail;
    Parsed<IndicatorLine> parsed;
    if (quoted && parse_all(text, skip_spaces(text, quoted->end), detail::tail, tail)) {
        Reading reading = reading_of(text, quoted->name, true, tail);
        parsed = {std::move(reading.line), std::move(reading.faults)};
    } else {
        auto readings = bare_readings(text, begin);
        if (!readings)
            return {std::nullopt, {fault(Code::TooManyComparators, all, {std::to_string(kMaxComparators)})}};
        if (readings->empty()) return {std::nullopt, {fault(Code::NoComparator, all)}};
        parsed = chosen(std::move(*readings), text);
        if (text[begin] == '"' && !quoted)
            parsed.diagnostics.push_back(fault(Code::UnclosedQuote, span_of(begin, begin + 1)));
    }
    suggest_keywords(parsed.diagnostics, text);
    return parsed;
}

Parsed<Value> parse_value(std::string_view text) {
    if (text.size() > kMaxLineBytes)
        return {std::nullopt,
                {fault(Code::LineTooLong, span_of(0, text.size()), {std::to_string(kMaxLineBytes)})}};
    detail::ValueNode node;
    if (!parse_all(text, 0, detail::value, node))
        return {std::nullopt, {fault(Code::UnreadableValue, span_of(0, text.size()), {std::string(text)})}};
    Parsed<Value> parsed;
    parsed.tree = Converter(text, parsed.diagnostics).value(node);
    return parsed;
}

std::string name_text(const IndicatorLine& line, std::string_view text) {
    std::string name(line.name.in(text));
    if (!line.name_is_quoted) return name;
    for (std::size_t at = name.find("\"\""); at != std::string::npos; at = name.find("\"\"", at + 1))
        name.erase(at, 1);
    return name;
}

std::string_view comparator_text(Comparator comparator) {
    switch (comparator) {
        case Comparator::AtLeast:
            return "≥";
        case Comparator::AtMost:
            return "≤";
        case Comparator::Equal:
            return "=";
        case Comparator::Greater:
            return ">";
        case Comparator::Less:
            return "<";
        case Comparator::Qualitative:
            return "定性";
    }
    std::unreachable();
}

}  // namespace yardstick::grammar
