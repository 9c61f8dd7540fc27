// SPDX-License-Identifier: Apache-2.0
// What the X3 rules fill in: the pieces of a line, before numbers are converted and faults reported.
#pragma once

#include <vector>

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3/support/ast/variant.hpp>

#include "grammar/ast.hpp"
#include "grammar/detail/lexemes.hpp"

namespace yardstick::grammar::detail {

struct UnitNode : TextNode {};
struct WordsNode : TextNode {};
struct NotApplicableNode : TextNode {};
struct BadMonthNode : TextNode {};    // looks like a date, but is not a month
struct NoValueNode : TextNode {};     // nothing where a target should stand
struct UnreadableNode : TextNode {};  // something else where a target should stand
struct UnexpectedNode : TextNode {};  // something else where a clause should stand

struct QuantityNode : TextNode {
    NumberNode number;
    UnitNode unit;  // empty span: none
};

struct MonthNode : TextNode {
    NumberNode year;
    NumberNode month;
};

struct WordsWithShareNode : TextNode {
    WordsNode words;
    NumberNode percent;
};

struct ValueNode : x3::variant<QuantityNode, MonthNode, WordsWithShareNode, WordsNode, NotApplicableNode,
                               BadMonthNode, NoValueNode, UnreadableNode> {
    using base_type::base_type;
    using base_type::operator=;
};

struct ComparatorNode : TextNode {
    Comparator comparator = Comparator::AtLeast;
};

struct WeightNode : TextNode {
    NumberNode number;  // empty span: missing
};

struct DirectionNode : TextNode {
    Direction direction = Direction::Positive;
};

struct ClauseNode : x3::variant<WeightNode, DirectionNode, UnexpectedNode> {
    using base_type::base_type;
    using base_type::operator=;
};

// All of a line after its name.
struct TailNode {
    ComparatorNode comparator;
    ValueNode target;
    std::vector<ClauseNode> clauses;
};

}  // namespace yardstick::grammar::detail

BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::QuantityNode, number, unit)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::MonthNode, year, month)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::WordsWithShareNode, words, percent)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::ComparatorNode, comparator, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::WeightNode, number, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::DirectionNode, direction, span)
BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::TailNode, comparator, target, clauses)
