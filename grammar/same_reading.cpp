// SPDX-License-Identifier: Apache-2.0
// Comparing syntax trees that come from different texts.
#include "grammar/same_reading.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "base/utf8.hpp"
#include "grammar/parse.hpp"

namespace yardstick::grammar {

namespace {

using base::ByteSpan;

// A tree and the text it was read from.
template <typename Tree>
struct Reading {
    const Tree& tree;
    std::string_view text;
};

bool same_words(ByteSpan a, std::string_view a_text, ByteSpan b, std::string_view b_text) {
    return base::comparable_name(a.in(a_text)) == base::comparable_name(b.in(b_text));
}

// Compares contents of one kind.
struct SameContent {
    Reading<Value> a;
    Reading<Value> b;

    bool operator()(const Quantity& x, const Quantity& y) const {
        return x.number.text() == y.number.text() && same_words(x.unit, a.text, y.unit, b.text);
    }
    bool operator()(const Range& x, const Range& y) const {
        return x.low.text() == y.low.text() && x.high.text() == y.high.text() &&
               same_words(x.unit, a.text, y.unit, b.text);
    }
    bool operator()(const Date& x, const Date& y) const {
        return std::tie(x.year, x.period, x.part, x.day) == std::tie(y.year, y.period, y.part, y.day);
    }
    bool operator()(const Answer& x, const Answer& y) const { return x.yes == y.yes; }
    bool operator()(const WordsWithShare& x, const WordsWithShare& y) const {
        return x.percent.text() == y.percent.text() && same_words(x.words, a.text, y.words, b.text);
    }
    bool operator()(const Words&, const Words&) const {
        return same_words(a.tree.span, a.text, b.tree.span, b.text);
    }
    bool operator()(const NotApplicable&, const NotApplicable&) const { return true; }
    template <typename X, typename Y>
    bool operator()(const X&, const Y&) const {
        return false;
    }
};

bool same(Reading<Value> a, Reading<Value> b) {
    return std::visit(SameContent{a, b}, a.tree.content, b.tree.content);
}

template <typename Clause, typename Same>
bool same_clause(const std::optional<Clause>& a, const std::optional<Clause>& b, const Same& same_content) {
    return a.has_value() == b.has_value() && (!a || same_content(*a, *b));
}

}  // namespace

bool same_line(std::string_view a, std::string_view b) {
    const auto x = parse_indicator(a);
    const auto y = parse_indicator(b);
    if (!x.tree || !y.tree || !x.diagnostics.empty() || !y.diagnostics.empty()) return false;
    const auto same_weight = [](const WeightClause& p, const WeightClause& q) {
        return p.weight.text() == q.weight.text();
    };
    const auto same_direction = [](const DirectionClause& p, const DirectionClause& q) {
        return p.direction == q.direction;
    };
    const auto same_rule = [&](const RuleClause& p, const RuleClause& q) {
        return same_words(p.name, a, q.name, b) &&
               std::ranges::equal(p.arguments, q.arguments,
                                  [&](const Value& m, const Value& n) { return same({m, a}, {n, b}); });
    };
    return base::comparable_name(name_text(*x.tree, a)) == base::comparable_name(name_text(*y.tree, b)) &&
           x.tree->criterion.comparator == y.tree->criterion.comparator &&
           same({x.tree->criterion.target, a}, {y.tree->criterion.target, b}) &&
           same_clause(x.tree->weight, y.tree->weight, same_weight) &&
           same_clause(x.tree->direction, y.tree->direction, same_direction) &&
           same_clause(x.tree->rule, y.tree->rule, same_rule);
}

bool same_value(std::string_view a, std::string_view b) {
    const auto x = parse_value(a);
    const auto y = parse_value(b);
    return x.tree && y.tree && x.diagnostics.empty() && y.diagnostics.empty() &&
           same({*x.tree, a}, {*y.tree, b});
}

}  // namespace yardstick::grammar
