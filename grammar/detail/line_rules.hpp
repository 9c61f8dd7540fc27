// SPDX-License-Identifier: Apache-2.0
// The X3 grammar of what follows a name: the criterion and the clauses. A reading is clean exactly when it
// holds no node for a fault, so that one pass finds every fault of a line.
#pragma once

#include "grammar/detail/nodes.hpp"
#include "grammar/detail/terminals.hpp"
#include "grammar/detail/value_rules.hpp"

namespace yardstick::grammar::detail {

inline const WordSymbols<Comparator> comparator_words(kComparatorWords);
inline const WordSymbols<Comparator> comparator_phrases(kComparatorPhrases);
inline const WordSymbols<Direction> direction_words(kDirectionWords);
inline const WordSymbols<Direction> latin_direction_words(kLatinDirectionWords);
inline const PlainWords weight_words(kWeightWords);
inline const PlainWords latin_weight_words(kLatinWeightWords);
inline const PlainWords rule_words(kRuleWords);
inline const PlainWords latin_rule_words(kLatinRuleWords);
inline const PlainWords chinese_qualitative_words(kQualitativeWords);
inline const PlainWords latin_qualitative_words(kLatinQualitativeWords);
const auto qualitative_words = chinese_qualitative_words | x3::no_case[latin_qualitative_words];

// --- clauses

struct WeightTag : Spanned {};
const x3::rule<WeightTag, WeightNode> weight = "weight";
const auto weight_word = weight_words | (x3::no_case[latin_weight_words] >> !letter);
const auto colon = x3::lit(':') | "：";
const auto points_word = "分" >> &(space | comma | reserved_word | rule_words | x3::eoi);
const auto weight_def =
    ((weight_word >> spaces >> x3::omit[-colon] >> spaces >> number >> x3::omit[-(spaces >> points_word)]) |
     (number >> spaces >> points_word)) >>
    span_to_come;

struct WeightWithoutNumberTag : Spanned {};
const x3::rule<WeightWithoutNumberTag, WeightNode> weight_without_number = "weight without number";
const auto weight_without_number_def = x3::omit[weight_word] >> x3::attr(NumberNode{}) >> span_to_come;

struct DirectionTag : Spanned {};
const x3::rule<DirectionTag, DirectionNode> direction = "direction";
const auto direction_def =
    (direction_words | (x3::no_case[latin_direction_words] >> !letter)) >> span_to_come;

// `按 NAME`, `按 NAME(arguments)`, `按NAME(arguments)`; without either space or parenthesis 按 is part of a
// word.
struct RuleNameTag : Spanned {};
const x3::rule<RuleNameTag, WordsNode> rule_name = "rule name";
const auto open_parenthesis = x3::lit('(') | "（";
const auto close_parenthesis = x3::lit(')') | "）";
const auto rule_name_character =
    !(space | comma | open_parenthesis | close_parenthesis | reserved_word | "；" | "。") >> any_byte;
const auto rule_name_def = x3::omit[!digit >> +rule_name_character];
struct ArgumentTag;
const x3::rule<ArgumentTag, ValueNode> argument = "argument";
struct BadArgumentTag : Spanned {};
const x3::rule<BadArgumentTag, UnreadableNode> bad_argument = "unreadable argument";
const auto bad_argument_def = x3::omit[+(!(comma | close_parenthesis) >> any_byte)];
const auto argument_end = &(spaces >> (comma | close_parenthesis | x3::eoi));
const auto argument_def = spaces >> ((measure >> argument_end) | bad_argument) >> spaces;
struct OpenTag : Spanned {};
const x3::rule<OpenTag, OpenNode> open_arguments = "opening parenthesis";
const auto open_arguments_def = x3::omit[open_parenthesis];
struct CloseTag : Spanned {};
const x3::rule<CloseTag, CloseNode> close = "closing parenthesis";
const auto close_def = x3::omit[close_parenthesis];
struct ArgumentsTag : Spanned {};
const x3::rule<ArgumentsTag, ArgumentsNode> arguments = "arguments";
const auto arguments_def = open_arguments >> spaces >> -(argument % comma) >> (close | x3::attr(CloseNode{}));
struct RuleTag : Spanned {};
const x3::rule<RuleTag, RuleNode> rule_clause = "rule";
const auto rule_clause_def = ((rule_words >> ((x3::omit[+space] >> rule_name) |
                                              (rule_name >> &(spaces >> open_parenthesis)))) |
                              (x3::no_case[latin_rule_words] >> x3::omit[+space] >> rule_name)) >>
                             ((spaces >> arguments) | x3::attr(ArgumentsNode{}));

struct UnexpectedTag : Spanned {};
const x3::rule<UnexpectedTag, UnexpectedNode> unexpected = "unexpected text";
const auto unexpected_word = +(!(space | comma | reserved_word) >> any_byte);
const auto unexpected_def =
    x3::omit[comma | ((unexpected_word | any_byte) >>
                      *(spaces >> !(comma | reserved_word | x3::eoi) >> unexpected_word))];

struct ClauseTag;
const x3::rule<ClauseTag, ClauseNode> clause = "clause";
const auto clause_def = weight | direction | rule_clause;
struct OtherClauseTag;
const x3::rule<OtherClauseTag, ClauseNode> other_clause = "rarer clause, or what stands in its place";
const auto other_clause_def = rule_clause | weight_without_number | unexpected;

const auto between_clauses = spaces >> -(comma >> spaces);

// --- the criterion

// The words must not run on: `大于` is one, but an English phrase stands between spaces.
struct ComparatorTag : Spanned {};
const x3::rule<ComparatorTag, ComparatorNode> comparator = "comparator";
const auto comparator_def =
    (comparator_signs | comparator_words | (x3::no_case[comparator_phrases] >> !letter)) >> span_to_come;

struct QualitativeTag : Spanned {};
const x3::rule<QualitativeTag, ComparatorNode> qualitative = "qualitative";
const auto qualitative_def = x3::omit[qualitative_words >> (&space | x3::eoi)] >>
                             x3::attr(Comparator::Qualitative) >> span_to_come;

// An outcome runs to the first clause after a space or comma; it holds no comparator sign.
const auto outcome_gap = (+space >> -(comma >> spaces)) | (comma >> spaces);
const auto outcome_word = +(!(space | comma | comparator_signs) >> any_byte);
struct OutcomeTag : Spanned {};
const x3::rule<OutcomeTag, WordsNode> outcome = "outcome";
const auto outcome_def = x3::omit[!clause >> outcome_word >> *(outcome_gap >> !clause >> outcome_word)];

struct NoOutcomeTag : Spanned {};
const x3::rule<NoOutcomeTag, NoValueNode> no_outcome = "no outcome";
const auto no_outcome_def = x3::omit[x3::eps];
struct OutcomeTargetTag;
const x3::rule<OutcomeTargetTag, ValueNode> outcome_target = "outcome target";
const auto outcome_target_def = outcome | no_outcome;

// A criterion whose comparator stands behind the target, or in it.
struct BoundedTag;
const x3::rule<BoundedTag, ValueNode> bounded = "target with its bound";
const auto bounded_def = (may_be_date >> dated) | measure;

BOOST_SPIRIT_DEFINE(weight, weight_without_number, direction, rule_name, argument, bad_argument,
                    open_arguments, close, arguments)
BOOST_SPIRIT_DEFINE(rule_clause, unexpected, clause, other_clause)
BOOST_SPIRIT_DEFINE(comparator, qualitative, outcome, no_outcome, outcome_target, bounded)

}  // namespace yardstick::grammar::detail
