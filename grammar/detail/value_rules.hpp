// SPDX-License-Identifier: Apache-2.0
// The X3 grammar of values: quantities, ranges, dates, answers, words. Nothing here fails on a faulty value:
// what cannot be read becomes a node that says so.
#pragma once

#include <vector>

#include "grammar/detail/nodes.hpp"
#include "grammar/detail/terminals.hpp"

namespace yardstick::grammar::detail {

inline const WordSymbols<Comparator> comparator_signs(kComparatorSigns);
inline const WordSymbols<Comparator> chinese_bound_words(kBoundWords);
inline const WordSymbols<Comparator> latin_bound_words(kLatinBoundWords);
inline const WordSymbols<DateEdge> date_edges(kDateEdges);
inline const WordSymbols<int> halves(kHalves);
inline const WordSymbols<int> quarters(kQuarters);
inline const WordSymbols<int> ten_days(kTenDays);
inline const WordSymbols<bool> chinese_answers(kAnswers);
inline const WordSymbols<bool> latin_answers(kLatinAnswers);
inline const PlainWords range_marks(kRangeMarks);
inline const PlainWords chinese_approximate_before(kApproximateBefore);
inline const PlainWords latin_approximate_before(kLatinApproximateBefore);
inline const PlainWords approximate_after_digits(kApproximateAfterDigits);
inline const PlainWords approximate_after_unit(kApproximateAfterUnit);
inline const PlainWords chinese_not_applicable(kNotApplicable);
inline const PlainWords latin_not_applicable(kLatinNotApplicable);
inline const PlainWords chinese_clause_words(kWeightWords, kDirectionWords);
inline const PlainWords latin_clause_words(kLatinWeightWords, kLatinDirectionWords);

const auto reserved_word = chinese_clause_words | (x3::no_case[latin_clause_words] >> !letter);
const auto answers = chinese_answers | x3::no_case[latin_answers];
const auto approximate_before = chinese_approximate_before | x3::no_case[latin_approximate_before];
const auto not_applicable_words = chinese_not_applicable | x3::no_case[latin_not_applicable];
const auto bound_words = chinese_bound_words | (x3::no_case[latin_bound_words] >> !letter);

// --- dates

const auto this_age = &(x3::lit("19") | "20" | "１９" | "２０");
struct YearTag : Spanned {};
const x3::rule<YearTag, NumberNode> year = "year";
const auto year_def = this_age >> x3::omit[digit >> digit >> digit >> digit >> !digit];

// One or two digits; a month 13 is found when it is converted.
struct DayDigitsTag : Spanned {};
const x3::rule<DayDigitsTag, NumberNode> day_digits = "day or month";
const auto day_digits_def = x3::omit[digit >> -digit >> !digit];

const auto none = x3::attr(NumberNode{});
const auto no_word = x3::attr(0);
const auto year_word = "年" >> x3::omit[-x3::lit("度")];
const auto month_word = "月" >> x3::omit[-x3::lit("份")];
const auto day_word = x3::lit("日") | "号";
const auto part_of_year = spaces >> x3::omit[-(year_word | hyphen)] >> spaces;

// `2024年2月5` lacks its 日; in `2024年2月 5 分` the 5 belongs to a clause.
const auto no_day_behind = !digit >> !(spaces >> digit >> -digit >> spaces >> day_word);
const auto no_month_behind = !digit >> !(spaces >> digit >> -digit >> spaces >> "月");

template <Period period>
const auto is = x3::attr(period);

// Each form gives year, period, month, day, word.
struct DashedDayTag : Spanned {};
const x3::rule<DashedDayTag, DateNode> dashed_day = "2024-02-29";
const auto dashed_day_def =
    year >> hyphen >> is<Period::Day> >> day_digits >> hyphen >> day_digits >> !(hyphen >> digit) >> no_word;
struct SlashedDayTag : Spanned {};
const x3::rule<SlashedDayTag, DateNode> slashed_day = "2024/2/29";
const auto slashed_day_def = year >> '/' >> is<Period::Day> >> day_digits >> '/' >> day_digits >> no_word;
struct PointedDayTag : Spanned {};
const x3::rule<PointedDayTag, DateNode> pointed_day = "2024.2.29";
const auto pointed_day_def = year >> point >> is<Period::Day> >> day_digits >> point >> day_digits >> no_word;
struct ChineseDayTag : Spanned {};
const x3::rule<ChineseDayTag, DateNode> chinese_day = "2024年2月29日";
const auto chinese_day_def = year >> spaces >> year_word >> spaces >> is<Period::Day> >> day_digits >>
                             spaces >> "月" >> spaces >> day_digits >> spaces >> day_word >> no_word;
struct TenDaysTag : Spanned {};
const x3::rule<TenDaysTag, DateNode> ten_days_of_month = "2024年2月上旬";
const auto ten_days_of_month_def = year >> spaces >> year_word >> spaces >> is<Period::TenDays> >>
                                   day_digits >> spaces >> "月" >> spaces >> none >> ten_days;
struct DashedMonthTag : Spanned {};
const x3::rule<DashedMonthTag, DateNode> dashed_month = "2024-02";
const auto dashed_month_def = year >> hyphen >> is<Period::Month> >> day_digits >> !(hyphen >> digit) >>
                              x3::omit[-(spaces >> month_word)] >> none >> no_word;
// `2024.02` alone is a decimal, and `2353.01 月` a span of months.
struct PointedMonthTag : Spanned {};
const x3::rule<PointedMonthTag, DateNode> pointed_month = "2024.02 月";
const auto pointed_month_def =
    year >> point >> is<Period::Month> >> day_digits >> spaces >> month_word >> none >> no_word;
struct ChineseMonthTag : Spanned {};
const x3::rule<ChineseMonthTag, DateNode> chinese_month = "2024年2月";
const auto chinese_month_def = year >> spaces >> year_word >> spaces >> is<Period::Month> >> day_digits >>
                               spaces >> month_word >> no_day_behind >> none >> no_word;
struct QuarterTag : Spanned {};
const x3::rule<QuarterTag, DateNode> quarter = "2024年第一季度";
const auto quarter_def = year >> part_of_year >> is<Period::Quarter> >> none >> none >> quarters;
struct HalfTag : Spanned {};
const x3::rule<HalfTag, DateNode> half = "2024年上半年";
const auto half_def = year >> part_of_year >> is<Period::Half> >> none >> none >> halves;
struct WholeYearTag : Spanned {};
const x3::rule<WholeYearTag, DateNode> whole_year = "2024年";
const auto whole_year_def =
    year >> spaces >> year_word >> no_month_behind >> is<Period::Year> >> none >> none >> no_word;

// Without a year: that of the file.
struct BareDayTag : Spanned {};
const x3::rule<BareDayTag, DateNode> bare_day = "2月29日";
const auto bare_day_def = none >> is<Period::Day> >> day_digits >> spaces >> "月" >> spaces >> day_digits >>
                          spaces >> day_word >> no_word;
struct BareTenDaysTag : Spanned {};
const x3::rule<BareTenDaysTag, DateNode> bare_ten_days = "2月上旬";
const auto bare_ten_days_def =
    none >> is<Period::TenDays> >> day_digits >> spaces >> "月" >> spaces >> none >> ten_days;
// `6 月` alone is a span of months; with `份` or an edge it is June.
struct BareMonthTag : Spanned {};
const x3::rule<BareMonthTag, DateNode> bare_month = "2月底";
const auto bare_month_def = none >> is<Period::Month> >> day_digits >> spaces >> "月" >>
                            x3::omit[x3::lit("份") | &(date_edges | "初")] >> none >> no_word;
struct BareQuarterTag : Spanned {};
const x3::rule<BareQuarterTag, DateNode> bare_quarter = "第一季度";
const auto bare_quarter_def = none >> is<Period::Quarter> >> none >> none >> quarters;
struct BareHalfTag : Spanned {};
const x3::rule<BareHalfTag, DateNode> bare_half = "上半年";
const auto bare_half_def = none >> is<Period::Half> >> none >> none >> halves;
struct YearEndTag : Spanned {};
const x3::rule<YearEndTag, DateNode> year_end = "年底";
const auto year_end_def =
    none >> is<Period::Year> >> "年" >> x3::omit[&(x3::lit("底") | "末")] >> none >> none >> no_word;

struct DateTag;
const x3::rule<DateTag, DateNode> date = "date";
const auto dated_with_year = dashed_day | chinese_day | ten_days_of_month | chinese_month | dashed_month |
                             pointed_month | pointed_day | slashed_day | quarter | half | whole_year;
const auto in_month = &(digit >> -digit >> spaces >> "月");
const auto date_def = (&this_age >> dated_with_year) | (in_month >> (bare_day | bare_ten_days | bare_month)) |
                      bare_quarter | bare_half | year_end;

struct EdgeTag : Spanned {};
const x3::rule<EdgeTag, EdgeNode> edge = "edge";
const auto edge_def = date_edges >> span_to_come;
struct DatedTag : Spanned {};
const x3::rule<DatedTag, DatedNode> dated = "date with its edge";
const auto dated_def = date >> !x3::lit("初") >> ((spaces >> edge) | x3::attr(EdgeNode{}));

// Dates of other forms are not taken for quantities.
const auto whole_date = digit >> digit >> digit >> digit >> (hyphen | "年") >> spaces >> digit >>
                        *(digit | hyphen | "年" | "月" | "日" | (spaces >> digit));
const auto pointed_date = this_age >> digit >> digit >> digit >> digit >> point >> +digit >> spaces >> "月";
const auto early_date = date >> "初";
struct BadDateTag : Spanned {};
const x3::rule<BadDateTag, BadDateNode> bad_date = "date that names none";
const auto bad_date_def = x3::omit[(early_date | whole_date | pointed_date) >> -(date_edges | "份")];

// As a target, a number like `2024.02` or `20240229` without a unit is more likely a date than a number.
struct UnitlessMonthTag : Spanned {};
const x3::rule<UnitlessMonthTag, BadDateNode> unitless_month = "month without its unit";
const auto unitless_month_text = digit >> digit >> digit >> digit >> point >> digit >> -digit;
const auto unitless_day_text = digit >> digit >> digit >> digit >> (x3::lit('0') | '1') >> digit >>
                               (x3::lit('0') | '1' | '2' | '3') >> digit;
const auto unitless_month_def = x3::omit[this_age >> (unitless_month_text | unitless_day_text) >> !digit >>
                                         &(spaces >> (x3::eoi | comma | reserved_word))];

// --- quantities

struct UnitTag : Spanned {};
const x3::rule<UnitTag, UnitNode> unit = "unit";
const auto unit_def = x3::omit[percent_sign | "‰" | unit_run];

struct MoreOrLessTag : Spanned {};
const x3::rule<MoreOrLessTag, ApproximateNode> more_or_less = "more or less";
const auto more_or_less_def = x3::omit[approximate_after_digits];
struct AboutTag : Spanned {};
const x3::rule<AboutTag, ApproximateNode> about = "about";
const auto about_def = x3::omit[approximate_after_unit];

struct UpperTag : Spanned {};
const x3::rule<UpperTag, UpperNode> upper = "upper end";
const auto upper_def = x3::omit[range_marks] >> spaces >> number >> ((spaces >> unit) | x3::attr(UnitNode{}));

struct BoundTag : Spanned {};
const x3::rule<BoundTag, BoundNode> bound = "bound";
const auto bound_def = bound_words >> span_to_come;

inline constexpr Beginnings kRangeMarkBeginnings(kRangeMarks);
inline constexpr Beginnings kAboutBeginnings(kApproximateAfterUnit);
inline constexpr Beginnings kBoundBeginnings(kBoundWords, kLatinBoundWords);
const Ahead range_mark_ahead(kRangeMarkBeginnings);
const Ahead about_ahead(kAboutBeginnings);
const Ahead bound_ahead(kBoundBeginnings);

struct MeasureTag : Spanned {};
const x3::rule<MeasureTag, MeasureNode> measure = "quantity";
const auto other_notation = (x3::lit('e') | 'E' | 'x' | 'X') >> (digit | sign);  // `1e3`, `0x10`
const auto measure_def = number >> !other_notation >> (more_or_less | x3::attr(ApproximateNode{})) >>
                         ((spaces >> unit) | x3::attr(UnitNode{})) >>
                         ((range_mark_ahead >> spaces >> upper) | x3::attr(UpperNode{})) >>
                         ((about_ahead >> spaces >> about) | x3::attr(ApproximateNode{})) >>
                         ((bound_ahead >> spaces >> bound) | x3::attr(BoundNode{}));

struct ApproximateTag : Spanned {};
const x3::rule<ApproximateTag, ApproximateNode> approximate = "approximate quantity";
const auto approximate_def = x3::omit[approximate_before >> spaces >> measure];

// --- other values

struct AnswerTag : Spanned {};
const x3::rule<AnswerTag, AnswerNode> answer = "yes or no";
const auto answer_def = answers >> &(space | comma | reserved_word | x3::eoi) >> span_to_come;

struct NoValueTag : Spanned {};
const x3::rule<NoValueTag, NoValueNode> no_value = "no value";
const auto no_value_def = x3::omit[&(x3::eoi | comma | reserved_word | comparator_signs)];

struct UnreadableTag : Spanned {};
const x3::rule<UnreadableTag, UnreadableNode> unreadable = "unreadable value";
const auto unreadable_word = +(!(space | comma | reserved_word) >> any_byte);
const auto unreadable_def =
    x3::omit[unreadable_word >> *(spaces >> !(comma | reserved_word | digit | x3::eoi) >> unreadable_word)];

struct TargetTag;
const x3::rule<TargetTag, ValueNode> target = "target";
const auto dated_target = may_be_date >> (dated | bad_date | unitless_month);
const auto target_def = dated_target | measure | approximate | answer | no_value | unreadable;

// --- values by themselves: actuals and amounts

struct NotApplicableTag : Spanned {};
const x3::rule<NotApplicableTag, NotApplicableNode> not_applicable = "not applicable";
const auto not_applicable_def = x3::omit[not_applicable_words];

const auto end = x3::omit[spaces >> x3::eoi];
const auto share_end = spaces >> number >> spaces >> percent_sign >> end;
struct TierWordsTag : Spanned {};
const x3::rule<TierWordsTag, WordsNode> tier_words = "tier words";
const auto stretch = +space | +digit | any_byte;  // taken whole, so that a long one is looked at once
const auto tier_words_def = x3::omit[+(!share_end >> !end >> stretch)];

struct WordsWithShareTag : Spanned {};
const x3::rule<WordsWithShareTag, WordsWithShareNode> words_with_share = "words with share";
const auto words_with_share_def =
    !(digit | sign | comparator_signs) >> tier_words >> spaces >> number >> spaces >> x3::omit[percent_sign];

struct WordsTag : Spanned {};
const x3::rule<WordsTag, WordsNode> words = "words";
const auto words_def = x3::omit[+(!end >> stretch)];

// `≥ 266 米` says that a bound was kept, not what was achieved.
struct ClaimTag : Spanned {};
const x3::rule<ClaimTag, ClaimNode> claim = "claim";
const auto claim_def = x3::omit[comparator_signs >> spaces >> ((dated >> end) | (measure >> end))];

struct ValueTag;
const x3::rule<ValueTag, ValueNode> value = "value";
const auto dated_value = may_be_date >> ((dated >> end) | (bad_date >> end));
const auto value_def = spaces >>
                       ((not_applicable >> end) | (answer >> end) | dated_value | (measure >> end) |
                        (approximate >> end) | (claim >> end) | (words_with_share >> end) | (words >> end));

// The cell of a published table that holds a target, after its comparator if it has one.
struct CellTag;
const x3::rule<CellTag, ValueNode> cell = "cell";
const auto cell_def = dated_value | (measure >> end) | (approximate >> end) | (answer >> end) |
                      (no_value >> end) | (words >> end);

BOOST_SPIRIT_DEFINE(year, day_digits, dashed_day, slashed_day, pointed_day, chinese_day, ten_days_of_month)
BOOST_SPIRIT_DEFINE(dashed_month, pointed_month, chinese_month, quarter, half, whole_year)
BOOST_SPIRIT_DEFINE(bare_day, bare_ten_days, bare_month, bare_quarter, bare_half, year_end, date, edge, dated)
BOOST_SPIRIT_DEFINE(bad_date, unitless_month, unit, more_or_less, about, upper, bound, measure, approximate)
BOOST_SPIRIT_DEFINE(answer, no_value, unreadable, target)
BOOST_SPIRIT_DEFINE(not_applicable, tier_words, words_with_share, words, claim, value, cell)

}  // namespace yardstick::grammar::detail
