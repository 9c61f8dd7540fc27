// SPDX-License-Identifier: Apache-2.0
// What the X3 rules fill in: the pieces of a line, before numbers are converted and faults reported.
#pragma once

#include <vector>

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3/support/ast/variant.hpp>

#include "grammar/ast.hpp"
#include "grammar/detail/lexemes.hpp"

namespace yardstick::grammar::detail {

// --- values

struct UnitNode : TextNode {};
struct ApproximateNode : TextNode {};  // `余`, `左右`: the number is not exact
struct WordsNode : TextNode {};
struct NotApplicableNode : TextNode {};
struct BadDateNode : TextNode {};     // looks like a date, but names none
struct NoValueNode : TextNode {};     // nothing where a value should stand
struct UnreadableNode : TextNode {};  // something else where a value should stand
struct ClaimNode : TextNode {};       // a bound or a range where an amount should stand

struct AnswerNode : TextNode {
    bool yes = false;
};

// `以上` behind a quantity
struct BoundNode : TextNode {
    Comparator comparator = Comparator::AtLeast;
};

// The upper end of a range.
struct UpperNode : TextNode {
    NumberNode number;
    UnitNode unit;
};

// A number with all that may follow it; what is missing has an empty span.
struct MeasureNode : TextNode {
    NumberNode number;
    ApproximateNode more_or_less;
    UnitNode unit;
    UpperNode upper;
    ApproximateNode about;
    BoundNode bound;
};

struct EdgeNode : TextNode {
    DateEdge edge = DateEdge::None;
};

struct DateNode : TextNode {
    NumberNode year;  // empty span: none
    Period period = Period::Day;
    NumberNode month;  // empty span: none
    NumberNode day;    // empty span: none
    int word = 0;      // the number of the half, the quarter or the ten days
};

struct DatedNode : TextNode {
    DateNode date;
    EdgeNode edge;
};

struct WordsWithShareNode : TextNode {
    WordsNode words;
    NumberNode percent;
};

struct ValueNode : x3::variant<NoValueNode, MeasureNode, DatedNode, AnswerNode, WordsWithShareNode, WordsNode,
                               NotApplicableNode, BadDateNode, ApproximateNode, UnreadableNode, ClaimNode> {
    using base_type::base_type;
    using base_type::operator=;
};

// --- the line

struct ComparatorNode : TextNode {
    Comparator comparator = Comparator::AtLeast;
};

struct CriterionNode {
    ComparatorNode comparator;  // empty span: behind the target, in it, or nowhere
    ValueNode target;
};

struct WeightNode : TextNode {
    NumberNode number;  // empty span: missing
};

struct DirectionNode : TextNode {
    Direction direction = Direction::Positive;
};

struct CloseNode : TextNode {};

struct OpenNode : TextNode {};

struct ArgumentsNode : TextNode {
    OpenNode open;
    std::vector<ValueNode> values;
    CloseNode close;  // empty span: the parenthesis is not closed
};

struct RuleNode : TextNode {
    WordsNode name;
    ArgumentsNode arguments;  // empty span: none
};

struct UnexpectedNode : TextNode {};  // something else where a clause should stand

struct ClauseNode : x3::variant<UnexpectedNode, WeightNode, DirectionNode, RuleNode> {
    using base_type::base_type;
    using base_type::operator=;
};

}  // namespace yardstick::grammar::detail

BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::AnswerNode, yes, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::BoundNode, comparator, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::UpperNode, number, unit)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::MeasureNode, number, more_or_less, unit, upper, about,
                          bound)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::EdgeNode, edge, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::DateNode, year, period, month, day, word)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::DatedNode, date, edge)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::WordsWithShareNode, words, percent)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::ComparatorNode, comparator, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::CriterionNode, comparator, target)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::WeightNode, number, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::DirectionNode, direction, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::ArgumentsNode, open, values, close)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::RuleNode, name, arguments)
