// SPDX-License-Identifier: Apache-2.0
// What the grammar reads: plain structs with byte spans into the text that was parsed.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "base/decimal.hpp"
#include "base/source_text.hpp"

namespace yardstick::grammar {

using base::ByteSpan;

enum class Comparator { AtLeast, AtMost, Equal, Greater, Less, Within, Qualitative };

enum class Direction { Positive, Negative };

// `90 %`, `15,000 件`, `30000`
struct Quantity {
    base::Decimal number;
    ByteSpan unit;  // empty: none was written
};

// `18..26 ℃`: both ends belong to it.
struct Range {
    base::Decimal low;
    base::Decimal high;  // not below low
    ByteSpan unit;       // of both; empty: none was written
};

// The kinds of stretch on the calendar that a date can name.
enum class Period { Year, Half, Quarter, Month, TenDays, Day };

// What stands behind a date: `2024年6月底`, `6月30日前`. Neither changes which stretch is meant.
enum class DateEdge { None, End, Before };

// `2024-02`, `2024年2月10日`, `第三季度`, `年底前`. A calendar date that exists, but for 2月29日 without a
// year.
struct Date {
    std::optional<int> year;  // none was written: that of the file
    Period period = Period::Day;
    int part = 0;  // of a Half 1 or 2, of a Quarter 1 to 4, of shorter ones the month; of a Year 0
    int day = 0;   // of a Day 1 to 31, of TenDays 1 to 3, else 0
    DateEdge edge = DateEdge::None;
    friend bool operator==(const Date&, const Date&) = default;
};

// `是`, `否`, `yes`, `no`
struct Answer {
    bool yes = false;
};

// `达成 95%`: words and the share that follows them.
struct WordsWithShare {
    ByteSpan words;
    base::Decimal percent;
};

// Words alone: the outcome expected of a qualitative indicator, or an answer to one.
struct Words {};

// `不适用`, `n/a`
struct NotApplicable {};

struct Value {
    ByteSpan span;
    std::variant<Quantity, Range, Date, Answer, WordsWithShare, Words, NotApplicable> content;
};

// Where the comparator of a criterion was found.
enum class ComparatorForm {
    Before,   // `≥ 98 %`, `不低于 98 %`, `定性 …`
    Behind,   // `98 %以上`, `6月30日前`
    InRange,  // `18..26 ℃`
    Assumed,  // nowhere: in a cell of a published table, where at-least is meant
};

struct Criterion {
    ByteSpan span;  // comparator and target
    Comparator comparator = Comparator::AtLeast;
    ComparatorForm form = ComparatorForm::Before;
    ByteSpan comparator_span;  // empty for InRange and Assumed
    Value target;              // Words for Qualitative, Range for Within, else Quantity, Date or Answer
};

struct WeightClause {
    ByteSpan span;
    base::Decimal weight;
};

struct DirectionClause {
    ByteSpan span;
    Direction direction = Direction::Positive;
};

// `按 每降扣分(5%, 1)`
struct RuleClause {
    ByteSpan span;
    ByteSpan name;
    std::vector<Value> arguments;  // quantities
};

// One line of a scorecard.
struct IndicatorLine {
    ByteSpan name;  // without its quotes
    bool name_is_quoted = false;
    Criterion criterion;
    std::optional<WeightClause> weight;
    std::optional<DirectionClause> direction;
    std::optional<RuleClause> rule;
};

}  // namespace yardstick::grammar
