// SPDX-License-Identifier: Apache-2.0
// Conversion of nodes, with the faults that only whole nodes show.
#include "grammar/detail/convert.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include <boost/variant/apply_visitor.hpp>
#include <boost/variant/get.hpp>

#include "base/utf8.hpp"
#include "grammar/parse.hpp"

namespace yardstick::grammar::detail {

using base::Code;
using base::Decimal;
using base::Diagnostic;

namespace {

bool is_there(const TextNode& node) { return node.span.end > node.span.begin; }

constexpr int kLeapYear = 2024;  // in which 2月29日 without a year exists

bool exists(const Date& date) {
    if (date.period == Period::Year || date.period == Period::Half || date.period == Period::Quarter)
        return true;
    if (date.part < 1 || date.part > 12) return false;
    if (date.period != Period::Day) return true;
    const std::chrono::year_month_day day{std::chrono::year(date.year.value_or(kLeapYear)),
                                          std::chrono::month(static_cast<unsigned>(date.part)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return day.ok();
}

}  // namespace

Diagnostic fault(Code code, ByteSpan span, std::vector<std::string> arguments) {
    return {.code = code, .place = {.source = nullptr, .span = span}, .arguments = std::move(arguments)};
}

void Converter::report_twice(Code code, ByteSpan second, ByteSpan first) {
    Diagnostic diagnostic = fault(code, second, {written(second), written(first)});
    diagnostic.related.push_back({base::Relation::FirstGivenHere, {.source = nullptr, .span = first}});
    diagnostics_.push_back(std::move(diagnostic));
}

Decimal Converter::number(const NumberNode& node) {
    const std::string_view text = node.span.in(text_);
    auto decimal = Decimal::parse(text);
    if (decimal) return *std::move(decimal);
    switch (decimal.error()) {
        case base::NumberFault::TooManyDigits:
            report(Code::TooManyDigits, node.span, {std::to_string(base::kMaxNumberDigits)});
            break;
        case base::NumberFault::BadGrouping:
            report(Code::BadGrouping, node.span, {std::string(text)});
            break;
        case base::NumberFault::NotANumber:
            report(Code::UnreadableValue, node.span, {std::string(text)});
            break;
    }
    return {};
}

// `2024`, `2024.06`
bool Converter::looks_like_a_year(const NumberNode& node) const {
    const std::string number = base::fold_full_width(node.span.in(text_));
    return (number.starts_with("19") || number.starts_with("20")) &&
           (number.size() == 4 || number.find('.') == 4);
}

// Between arguments, `5,100` could be one number or two.
void Converter::require_no_comma(const MeasureNode& argument) {
    const std::string number = written(argument.number.span);
    if (base::fold_full_width(number).find(',') != std::string::npos)
        report(Code::AmbiguousComma, argument.number.span, {number});
}

// Of at most four digits, as years, months and days are.
int Converter::small_number(const NumberNode& node) const {
    int number = 0;
    for (const char c : base::fold_full_width(node.span.in(text_))) number = number * 10 + (c - '0');
    return number;
}

void Converter::quantity(const MeasureNode& n, Value& value) {
    const std::uint32_t end = std::max({n.number.span.end, n.more_or_less.span.end, n.unit.span.end});
    const ByteSpan whole{n.span.begin, std::max(end, n.about.span.end)};
    if (is_there(n.more_or_less) || is_there(n.about))
        report(Code::ApproximateNumber, whole, {written(whole)});
    const std::string_view unit = n.unit.span.in(text_);  // `0月份以内`, `2021年以上`
    if (unit == "月份" || (unit == "年" && looks_like_a_year(n.number)))
        report(Code::NoSuchDate, whole, {written(whole)});
    value.span = {n.span.begin, end};
    value.content.emplace<Quantity>(number(n.number), n.unit.span);
}

Value Converter::range(const MeasureNode& n) {
    const ByteSpan whole{n.span.begin, n.upper.span.end};
    const bool both = is_there(n.unit) && is_there(n.upper.unit);
    if (both &&
        base::comparable_name(n.unit.span.in(text_)) != base::comparable_name(n.upper.unit.span.in(text_)))
        report(Code::RangeOfTwoUnits, whole, {written(n.unit.span), written(n.upper.unit.span)});
    Range range{number(n.number), number(n.upper.number),
                is_there(n.upper.unit) ? n.upper.unit.span : n.unit.span};
    const bool bare = !is_there(n.unit) && !is_there(n.upper.unit);
    if (bare && looks_like_a_year(n.number) && looks_like_a_year(n.upper.number))
        report(Code::NoSuchDate, whole, {written(whole)});  // `2024-2025`, `2024.1~2024.6`
    if (range.low > range.high) report(Code::RangeReversed, whole, {written(whole)});
    if (is_there(n.more_or_less) || is_there(n.about))
        report(Code::ApproximateNumber, whole, {written(whole)});
    return {whole, std::move(range)};
}

Value Converter::date(const DatedNode& n) {
    Date date;
    if (is_there(n.date.year)) date.year = small_number(n.date.year);
    date.period = n.date.period;
    date.edge = n.edge.edge;
    switch (n.date.period) {
        case Period::Year:
            break;
        case Period::Half:
        case Period::Quarter:
            date.part = n.date.word;
            break;
        case Period::Month:
            date.part = small_number(n.date.month);
            break;
        case Period::TenDays:
            date.part = small_number(n.date.month);
            date.day = n.date.word;
            break;
        case Period::Day:
            date.part = small_number(n.date.month);
            date.day = small_number(n.date.day);
            break;
    }
    if (!exists(date)) {
        report(Code::NoSuchDate, n.span, {written(n.span)});
        return {n.span, Words{}};
    }
    return {n.span, date};
}

// What was achieved.
struct Converter::ToValue {
    Converter& self;

    Value operator()(const MeasureNode& n) const {
        if (is_there(n.upper) || is_there(n.bound)) return claim(n.span);
        Value value;
        self.quantity(n, value);
        return value;
    }
    Value operator()(const DatedNode& n) const {
        return n.edge.edge == DateEdge::Before ? claim(n.span) : self.date(n);
    }
    Value operator()(const ClaimNode& n) const { return claim(n.span); }
    Value operator()(const AnswerNode& n) const { return {n.span, Answer{n.yes}}; }
    Value operator()(const WordsWithShareNode& n) const {
        return {n.span, WordsWithShare{n.words.span, self.number(n.percent)}};
    }
    Value operator()(const WordsNode& n) const { return {n.span, Words{}}; }
    Value operator()(const NotApplicableNode& n) const { return {n.span, NotApplicable{}}; }
    Value operator()(const NoValueNode& n) const { return {n.span, Words{}}; }
    Value operator()(const BadDateNode& n) const { return faulty(Code::NoSuchDate, n.span); }
    Value operator()(const ApproximateNode& n) const { return faulty(Code::ApproximateNumber, n.span); }
    Value operator()(const UnreadableNode& n) const {
        const std::string_view text = n.span.in(self.text_);
        const bool has_digits = base::fold_full_width(text).find_first_of("0123456789") != std::string::npos;
        if (text.find("月") != std::string_view::npos || text.ends_with("前"))
            return faulty(Code::NoSuchDate, n.span);  // `春节前`, `二〇二四年六月`
        return faulty(has_digits ? Code::UnreadableValue : Code::WordsMeasureNothing, n.span);
    }
    Value faulty(Code code, ByteSpan span) const {
        self.report(code, span, {self.written(span)});
        return {span, Words{}};
    }

  private:
    Value claim(ByteSpan span) const { return faulty(Code::BoundForActual, span); }
};

Value Converter::value(const ValueNode& node) { return boost::apply_visitor(ToValue{*this}, node); }

// A target, and where its comparator is; filled in where it stands, since a line has one and moves cost.
struct Converter::ToCriterion {
    Converter& self;
    const ComparatorNode& written;  // empty span: none stands before the target
    bool in_cell;
    Criterion& criterion;

    void operator()(const MeasureNode& n) const {
        if (is_there(n.upper)) {
            if (is_there(written) && written.comparator != Comparator::Equal)
                self.report_twice(Code::TwoComparators, n.upper.span, written.span);
            else if (is_there(n.bound))
                self.report_twice(Code::TwoComparators, n.bound.span, n.upper.span);
            criterion.target = self.range(n);
            compared(Comparator::Within,
                     is_there(written) ? ComparatorForm::Before : ComparatorForm::InRange);
            return;
        }
        self.quantity(n, criterion.target);
        if (!is_there(n.bound)) {
            unbounded(Comparator::AtLeast);
        } else if (is_there(written)) {
            self.report_twice(Code::TwoComparators, n.bound.span, written.span);
            compared(written.comparator, ComparatorForm::Before);
        } else {
            compared(n.bound.comparator, ComparatorForm::Behind);
            criterion.comparator_span = n.bound.span;
            criterion.span.end = n.bound.span.end;
        }
    }
    void operator()(const DatedNode& n) const {
        criterion.target = self.date(n);
        if (n.edge.edge != DateEdge::Before) {
            unbounded(Comparator::AtMost);
        } else if (is_there(written)) {
            if (written.comparator == Comparator::AtLeast || written.comparator == Comparator::Greater)
                self.report_twice(Code::TwoComparators, n.edge.span, written.span);
            compared(written.comparator, ComparatorForm::Before);
        } else {
            compared(Comparator::AtMost, ComparatorForm::Behind);
            criterion.comparator_span = n.edge.span;
        }
    }
    void operator()(const AnswerNode& n) const {
        if (is_there(written) && written.comparator != Comparator::Equal)
            self.report(Code::WordsMeasureNothing, n.span, {self.written(n.span)});
        criterion.target = {n.span, Answer{n.yes}};
        unbounded(Comparator::Equal);
    }
    void operator()(const NoValueNode& n) const {
        if (in_cell && !is_there(written))
            self.report(Code::EmptyLine, n.span);
        else
            report_nothing_behind();
        criterion.target = {{written.span.end, written.span.end}, Words{}};
        unbounded(Comparator::AtLeast);
    }
    void operator()(const WordsNode& n) const {
        if (written.comparator != Comparator::Qualitative) {
            (*this)(UnreadableNode{{n.span}});
            return;
        }
        criterion.target = {n.span, Words{}};
        unbounded(Comparator::AtLeast);
    }
    template <typename Node>
    void operator()(const Node& n) const {
        criterion.target = ToValue{self}(n);
        unbounded(Comparator::AtLeast);
    }

  private:
    void report_nothing_behind() const {
        const bool qualitative = written.comparator == Comparator::Qualitative;
        self.report(qualitative ? Code::NoExpectedOutcome : Code::NoValue, written.span,
                    {self.written(written.span)});
        // `=>` and `=<`
        const std::string_view behind = self.text_.substr(written.span.end);
        if (self.written(written.span) == "=" && (behind.starts_with('>') || behind.starts_with('<')))
            self.diagnostics_.back().suggestion = std::string(1, behind.front()) + "=";
    }
    // By the comparator that was written, or the one that an unsigned target of this kind is read with.
    void unbounded(Comparator assumed) const {
        const bool given = is_there(written);
        compared(given ? written.comparator : assumed,
                 given ? ComparatorForm::Before : ComparatorForm::Assumed);
    }
    void compared(Comparator comparator, ComparatorForm form) const {
        criterion.comparator = comparator;
        criterion.form = form;
        criterion.comparator_span = written.span;
        const ByteSpan target = criterion.target.span;
        criterion.span = {is_there(written) ? written.span.begin : target.begin,
                          std::max(written.span.end, target.end)};
    }
};

void Converter::criterion(const CriterionNode& node, bool in_cell, Criterion& criterion) {
    const ToCriterion convert{*this, node.comparator, in_cell, criterion};
    boost::apply_visitor(convert, node.target);
}

struct Converter::ToClause {
    Converter& self;
    IndicatorLine& line;

    void operator()(const WeightNode& n) const {
        if (!is_there(n.number)) {
            self.report(Code::WeightWithoutNumber, n.span, {self.written(n.span)});
            return;
        }
        WeightClause clause{n.span, self.number(n.number)};
        if (line.weight)
            self.report_twice(Code::ClauseTwice, n.span, line.weight->span);
        else
            line.weight = std::move(clause);
    }
    void operator()(const DirectionNode& n) const {
        if (line.direction)
            self.report_twice(Code::ClauseTwice, n.span, line.direction->span);
        else
            line.direction = DirectionClause{n.span, n.direction};
    }
    void operator()(const RuleNode& n) const {
        RuleClause clause{n.span, n.name.span, {}};
        if (is_there(n.arguments) && !is_there(n.arguments.close))
            self.report(Code::UnclosedArguments, {n.arguments.span.begin, n.arguments.open.span.end});
        if (n.arguments.values.size() > kMaxRuleArguments)
            self.report(Code::TooManyArguments, n.arguments.span, {std::to_string(kMaxRuleArguments)});
        else
            for (const ValueNode& argument : n.arguments.values) {
                if (const auto* measure = boost::get<MeasureNode>(&argument.get()))
                    self.require_no_comma(*measure);
                clause.arguments.push_back(self.value(argument));
            }
        if (line.rule)
            self.report_twice(Code::ClauseTwice, n.span, line.rule->span);
        else
            line.rule = std::move(clause);
    }
    void operator()(const UnexpectedNode& n) const {
        self.report(Code::UnexpectedText, n.span, {self.written(n.span)});
    }
};

void Converter::clause(const WeightNode& node, IndicatorLine& line) { ToClause{*this, line}(node); }

void Converter::clause(const DirectionNode& node, IndicatorLine& line) { ToClause{*this, line}(node); }

void Converter::clause(const ClauseNode& node, IndicatorLine& line) {
    boost::apply_visitor(ToClause{*this, line}, node);
}

}  // namespace yardstick::grammar::detail
