// SPDX-License-Identifier: Apache-2.0
// What the formula's X3 rules fill in: one node type for each level of precedence, so that a tree of them has
// the shape of the grammar and only parentheses, arguments and conditionals make it deeper.
#pragma once

#include <vector>

#include <boost/fusion/include/adapt_struct.hpp>
#include <boost/spirit/home/x3/support/ast/variant.hpp>

#include "grammar/detail/lexemes.hpp"
#include "grammar/formula.hpp"

namespace yardstick::grammar::detail::formula_rules {

struct WordNode : TextNode {};
struct DayNode : TextNode {};         // looks like a day; may not be one of the calendar
struct QuotedNameNode : TextNode {};  // with its quotes

struct TruthNode : TextNode {
    bool value = false;
};

struct LiteralNode : TextNode {
    NumberNode number;
    WordNode unit;  // empty span: none
};

struct OperatorNode : TextNode {
    formula::Operator op = formula::Operator::Add;
};

struct CallNode;
struct GroupNode;
struct ConditionalNode;

struct PrimaryNode : x3::variant<LiteralNode, DayNode, TruthNode, WordNode, QuotedNameNode,
                                 x3::forward_ast<CallNode>, x3::forward_ast<GroupNode>> {
    using base_type::base_type;
    using base_type::operator=;
};

// `- - a`, `not not a`
template <typename Operand>
struct PrefixNode : TextNode {
    std::vector<OperatorNode> operators;
    Operand operand;
};

template <typename Operand>
struct StepNode {
    OperatorNode op;
    Operand operand;
};

// `a + b - c`
template <typename Operand>
struct ChainNode : TextNode {
    Operand first;
    std::vector<StepNode<Operand>> rest;
};

struct UnaryNode : PrefixNode<PrimaryNode> {};
struct ProductNode : ChainNode<UnaryNode> {};
struct SumNode : ChainNode<ProductNode> {};
struct ComparisonNode : ChainNode<SumNode> {};
struct NegationNode : PrefixNode<ComparisonNode> {};
struct ConjunctionNode : ChainNode<NegationNode> {};
struct DisjunctionNode : ChainNode<ConjunctionNode> {};

using ProductStep = StepNode<UnaryNode>;
using SumStep = StepNode<ProductNode>;
using ComparisonStep = StepNode<SumNode>;
using ConjunctionStep = StepNode<NegationNode>;
using DisjunctionStep = StepNode<ConjunctionNode>;

// The first alternative is what a new node holds; a conditional there would make nodes without end.
struct ExpressionNode : x3::variant<DisjunctionNode, x3::forward_ast<ConditionalNode>> {
    using base_type::base_type;
    using base_type::operator=;
};

// `(a + b)`
struct GroupNode : TextNode {
    ExpressionNode inside;
};

struct CallNode : TextNode {
    WordNode function;
    std::vector<ExpressionNode> arguments;
};

struct ConditionalNode : TextNode {
    WordNode keyword;
    ExpressionNode condition;
    ExpressionNode then;
    ExpressionNode otherwise;
};

}  // namespace yardstick::grammar::detail::formula_rules

#define YARDSTICK_ADAPT(...) BOOST_FUSION_ADAPT_STRUCT(yardstick::grammar::detail::formula_rules::__VA_ARGS__)
YARDSTICK_ADAPT(TruthNode, value, span)
YARDSTICK_ADAPT(LiteralNode, number, unit)
YARDSTICK_ADAPT(OperatorNode, op, span)
YARDSTICK_ADAPT(UnaryNode, operators, operand)
YARDSTICK_ADAPT(ProductNode, first, rest)
YARDSTICK_ADAPT(SumNode, first, rest)
YARDSTICK_ADAPT(ComparisonNode, first, rest)
YARDSTICK_ADAPT(NegationNode, operators, operand)
YARDSTICK_ADAPT(ConjunctionNode, first, rest)
YARDSTICK_ADAPT(DisjunctionNode, first, rest)
YARDSTICK_ADAPT(ProductStep, op, operand)
YARDSTICK_ADAPT(SumStep, op, operand)
YARDSTICK_ADAPT(ComparisonStep, op, operand)
YARDSTICK_ADAPT(ConjunctionStep, op, operand)
YARDSTICK_ADAPT(DisjunctionStep, op, operand)
YARDSTICK_ADAPT(GroupNode, inside, span)
YARDSTICK_ADAPT(CallNode, function, arguments)
YARDSTICK_ADAPT(ConditionalNode, keyword, condition, then, otherwise)
#undef YARDSTICK_ADAPT
