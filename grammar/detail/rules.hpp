// SPDX-License-Identifier: Apache-2.0
// The X3 grammar. Bytes of UTF-8 are parsed; every non-ASCII spelling is a literal or a key of a symbol
// table. Nothing here fails on a faulty target or clause: what cannot be read becomes a node that says so, so
// that one pass finds every fault of a line and a reading is clean exactly when it holds no such node.
#pragma once

#include <vector>

#include "grammar/detail/lexemes.hpp"
#include "grammar/detail/nodes.hpp"

namespace yardstick::grammar::detail {

// --- words that are reserved after the criterion begins
// -----------------------------------------------------------

struct ComparatorSymbols : x3::symbols<Comparator> {
    ComparatorSymbols() {
        using enum Comparator;
        add("≥", AtLeast)(">=", AtLeast)("≧", AtLeast)("⩾", AtLeast)("＞＝", AtLeast)("＞=", AtLeast)(
            ">＝", AtLeast);
        add("≤", AtMost)("<=", AtMost)("≦", AtMost)("⩽", AtMost)("＜＝", AtMost)("＜=", AtMost)("<＝",
                                                                                                AtMost);
        add("=", Equal)("==", Equal)("＝", Equal)("＝＝", Equal)("﹦", Equal)("═", Equal);
        add(">", Greater)("＞", Greater)("﹥", Greater);
        add("<", Less)("＜", Less)("﹤", Less);
    }
};
const ComparatorSymbols comparator_symbols;

struct DirectionSymbols : x3::symbols<Direction> {
    DirectionSymbols() {
        using enum Direction;
        add("正向", Positive)("正向指标", Positive)("positive", Positive)("Positive", Positive);
        add("反向", Negative)("反向指标", Negative)("负向", Negative)("负向指标", Negative)("逆向", Negative)(
            "逆向指标", Negative);
        add("negative", Negative)("Negative", Negative);
    }
};
const DirectionSymbols direction_symbols;

const auto qualitative_word = (x3::lit("定性") | "qualitative") >> (&space | x3::eoi);
const auto chinese_weight_word = x3::lit("权重") | "分值";
const auto english_weight_word = x3::lit("weight") | "Weight";
const auto english_word =
    (english_weight_word | "positive" | "Positive" | "negative" | "Negative") >> !letter;
const auto weight_word = chinese_weight_word | (english_weight_word >> !letter);
const auto reserved_word = chinese_weight_word | "正向" | "反向" | "负向" | "逆向" | english_word;

// --- numbers, units, values
// ---------------------------------------------------------------------------------------

const auto date_suffix = x3::lit("底前") | "底" | "末" | "初" | "前";
const auto four_digits = digit >> digit >> digit >> digit;
struct YearTag : Spanned {};
const x3::rule<YearTag, NumberNode> year = "year";
const auto year_def = x3::omit[four_digits >> !digit];
struct MonthDigitsTag : Spanned {};
const x3::rule<MonthDigitsTag, NumberNode> month_digits = "month digits";
const auto month_digits_def = x3::omit[+digit];

// `2024.02` alone is a decimal; `2024.02 月` is February, but `2353.01 月` is a span of months.
const auto this_age = &(x3::lit("19") | "20" | "１９" | "２０");
struct MonthTag : Spanned {};
const x3::rule<MonthTag, MonthNode> month = "month";
const auto month_word = "月" >> x3::omit[-x3::lit("份")];
const auto month_def = this_age >> year >>
                       ((hyphen >> month_digits >> !(hyphen >> digit) >> x3::omit[-(spaces >> month_word)]) |
                        (spaces >> "年" >> spaces >> month_digits >> spaces >> month_word >>
                         !(spaces >> digit)) |
                        (point >> month_digits >> spaces >> month_word)) >>
                       !date_suffix;

// Dates of other forms are not taken for quantities: `2024年` is no span of 2024 years.
const auto whole_date = four_digits >> (hyphen | "年") >> spaces >> digit >>
                        *(digit | hyphen | "年" | "月" | "日" | (spaces >> digit));
const auto year_alone = this_age >> four_digits >> !digit >> spaces >> "年";
const auto month_alone = +digit >> spaces >> "月" >> &(date_suffix | "份");
const auto bad_month_text = (whole_date | year_alone | month_alone |
                             (this_age >> four_digits >> point >> +digit >> spaces >> "月")) >>
                            -(date_suffix | "份");
struct BadMonthTag : Spanned {};
const x3::rule<BadMonthTag, BadMonthNode> bad_month = "date that is not a month";
const auto bad_month_def = x3::omit[bad_month_text];

// As a target, a number like `2024.02` without a unit is more likely a month that lost its 月.
struct UnitlessMonthTag : Spanned {};
const x3::rule<UnitlessMonthTag, BadMonthNode> unitless_month = "month without its unit";
const auto unitless_month_def = x3::omit[this_age >> four_digits >> point >> digit >> -digit >> !digit >>
                                         &(spaces >> (x3::eoi | comma | reserved_word))];

const auto bound_word = x3::lit("及以上") | "及以下" | "以上" | "以下" | "以内" | "左右";  // `3 万元以上`
const auto unit_stop =
    space | comma | reserved_word | comparator_symbols | bound_word | "；" | "。" | "（" | "）" | "：" | "、";
const auto multibyte = x3::char_('\x80', '\xFF');  // as signed char: every byte of a non-ASCII character
const auto unit_word = letter >> *(letter | x3::char_('0', '9'));
const auto unit_start = !(unit_stop | digit | sign | point) >> (unit_word | multibyte | '$');
const auto unit_rest = !(unit_stop | digit) >> (unit_word | multibyte | x3::char_("/^*$"));
struct UnitTag : Spanned {};
const x3::rule<UnitTag, UnitNode> unit = "unit";
const auto unit_def = x3::omit[percent_sign | "‰" | (unit_start >> *unit_rest)];

struct QuantityTag : Spanned {};
const x3::rule<QuantityTag, QuantityNode> quantity = "quantity";
const auto other_notation = (x3::lit('e') | 'E' | 'x' | 'X') >> (digit | sign);  // `1e3`, `0x10`
const auto quantity_def = number >> !other_notation >> ((spaces >> unit) | x3::attr(UnitNode{}));

struct NoValueTag : Spanned {};
const x3::rule<NoValueTag, NoValueNode> no_value = "no value";
const auto no_value_def = x3::omit[&(x3::eoi | comma | reserved_word | comparator_symbols)];

struct UnreadableTag : Spanned {};
const x3::rule<UnreadableTag, UnreadableNode> unreadable = "unreadable value";
const auto unreadable_word = +(!(space | comma | reserved_word) >> any_byte);
const auto unreadable_def =
    x3::omit[unreadable_word >> *(spaces >> !(comma | reserved_word | digit | x3::eoi) >> unreadable_word)];

struct TargetTag;
const x3::rule<TargetTag, ValueNode> target = "target";
const auto target_def = month | bad_month | unitless_month | quantity | no_value | unreadable;

// --- clauses
// --------------------------------------------------------------------------------------------------

struct WeightTag : Spanned {};
const x3::rule<WeightTag, WeightNode> weight = "weight";
const auto colon = x3::lit(':') | "：";
const auto points_word = "分" >> &(space | comma | reserved_word | x3::eoi);
const auto weight_def =
    ((weight_word >> spaces >> x3::omit[-colon] >> spaces >> number >> x3::omit[-(spaces >> points_word)]) |
     (number >> spaces >> points_word)) >>
    span_to_come;

struct WeightWithoutNumberTag : Spanned {};
const x3::rule<WeightWithoutNumberTag, WeightNode> weight_without_number = "weight without number";
const auto weight_without_number_def = x3::omit[weight_word];

struct DirectionTag : Spanned {};
const x3::rule<DirectionTag, DirectionNode> direction = "direction";
const auto direction_def = direction_symbols >> !letter >> span_to_come;

struct UnexpectedTag : Spanned {};
const x3::rule<UnexpectedTag, UnexpectedNode> unexpected = "unexpected text";
const auto unexpected_word = +(!(space | comma | reserved_word) >> any_byte);
const auto unexpected_def =
    x3::omit[comma | ((unexpected_word | any_byte) >>
                      *(spaces >> !(comma | reserved_word | x3::eoi) >> unexpected_word))];

struct ClauseTag;
const x3::rule<ClauseTag, ClauseNode> clause = "clause";
const auto clause_def = weight | direction;
struct AnyClauseTag;
const x3::rule<AnyClauseTag, ClauseNode> any_clause = "clause, or what stands in its place";
const auto any_clause_def = weight | direction | weight_without_number | (!x3::eoi >> unexpected);

const auto between_clauses = spaces >> -(comma >> spaces);
struct ClausesTag;
const x3::rule<ClausesTag, std::vector<ClauseNode>> clauses = "clauses";
const auto clauses_def = *((between_clauses >> any_clause) | (spaces >> any_clause)) >> spaces >> x3::eoi;

// --- the line after its name
// ------------------------------------------------------------------------------------

struct ComparatorTag : Spanned {};
const x3::rule<ComparatorTag, ComparatorNode> comparator = "comparator";
const auto comparator_def = comparator_symbols >> span_to_come;

struct QualitativeTag : Spanned {};
const x3::rule<QualitativeTag, ComparatorNode> qualitative = "qualitative";
const auto qualitative_def = x3::omit[qualitative_word] >> x3::attr(Comparator::Qualitative) >> span_to_come;

// An outcome runs to the first clause after a space or comma; it holds no comparator.
const auto outcome_gap = (+space >> -(comma >> spaces)) | (comma >> spaces);
const auto outcome_word = +(!(space | comma | comparator_symbols) >> any_byte);
struct OutcomeTag : Spanned {};
const x3::rule<OutcomeTag, WordsNode> outcome = "outcome";
const auto outcome_def = x3::omit[!clause >> outcome_word >> *(outcome_gap >> !clause >> outcome_word)];

struct OutcomeTargetTag;
const x3::rule<OutcomeTargetTag, ValueNode> outcome_target = "outcome target";
struct NoOutcomeTag : Spanned {};
const x3::rule<NoOutcomeTag, NoValueNode> no_outcome = "no outcome";
const auto no_outcome_def = x3::omit[x3::eps];
const auto outcome_target_def = outcome | no_outcome;

struct TailTag;
const x3::rule<TailTag, TailNode> tail = "criterion and clauses";
const auto tail_def =
    (comparator >> spaces >> target >> clauses) | (qualitative >> spaces >> outcome_target >> clauses);

// --- values by themselves: actuals and amounts
// --------------------------------------------------------------------

struct NotApplicableTag : Spanned {};
const x3::rule<NotApplicableTag, NotApplicableNode> not_applicable = "not applicable";
const auto not_applicable_def = x3::omit[x3::lit("不适用") | "n/a" | "N/A"];

const auto share_end = spaces >> number >> spaces >> percent_sign >> spaces >> x3::eoi;
struct TierWordsTag : Spanned {};
const x3::rule<TierWordsTag, WordsNode> tier_words = "tier words";
const auto stretch = +space | +digit | any_byte;  // taken whole, so that a long one is looked at once
const auto tier_words_def = x3::omit[+(!share_end >> !(spaces >> x3::eoi) >> stretch)];

struct WordsWithShareTag : Spanned {};
const x3::rule<WordsWithShareTag, WordsWithShareNode> words_with_share = "words with share";
const auto words_with_share_def = tier_words >> spaces >> number >> spaces >> x3::omit[percent_sign];

struct WordsTag : Spanned {};
const x3::rule<WordsTag, WordsNode> words = "words";
const auto words_def = x3::omit[+(!(spaces >> x3::eoi) >> stretch)];

const auto end = x3::omit[spaces >> x3::eoi];
struct ValueTag;
const x3::rule<ValueTag, ValueNode> value = "value";
const auto value_def = spaces >> ((not_applicable >> end) | (month >> end) | (bad_month >> end) |
                                  (quantity >> end) | (words_with_share >> end) | (words >> end));

BOOST_SPIRIT_DEFINE(year, month_digits, month, bad_month, unitless_month, unit, quantity, no_value,
                    unreadable, target)
BOOST_SPIRIT_DEFINE(weight, weight_without_number, direction, unexpected, clause, any_clause, clauses)
BOOST_SPIRIT_DEFINE(comparator, qualitative, outcome, no_outcome, outcome_target, tail)
BOOST_SPIRIT_DEFINE(not_applicable, tier_words, words_with_share, words, value)

}  // namespace yardstick::grammar::detail
