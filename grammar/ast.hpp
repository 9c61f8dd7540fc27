// SPDX-License-Identifier: Apache-2.0
// What the grammar reads: plain structs with byte spans into the text that was parsed.
#pragma once

#include <optional>
#include <variant>

#include "base/decimal.hpp"
#include "base/source_text.hpp"

namespace yardstick::grammar {

using base::ByteSpan;

enum class Comparator { AtLeast, AtMost, Equal, Greater, Less, Qualitative };

enum class Direction { Positive, Negative };

// `90 %`, `15,000 件`, `30000`
struct Quantity {
    base::Decimal number;
    ByteSpan unit;  // empty: none was written
};

// `2024-02`, `2024年2月`, `2024.02 月`: a month of a year, not a decimal.
struct Month {
    int year = 0;
    int month = 1;  // 1 to 12
    friend auto operator<=>(const Month&, const Month&) = default;
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
    std::variant<Quantity, Month, WordsWithShare, Words, NotApplicable> content;
};

struct Criterion {
    ByteSpan span;  // comparator and target
    Comparator comparator = Comparator::AtLeast;
    ByteSpan comparator_span;
    Value target;  // Words for Qualitative, else Quantity or Month
};

struct WeightClause {
    ByteSpan span;
    base::Decimal weight;
};

struct DirectionClause {
    ByteSpan span;
    Direction direction = Direction::Positive;
};

// One line of a scorecard.
struct IndicatorLine {
    ByteSpan name;  // without its quotes
    bool name_is_quoted = false;
    Criterion criterion;
    std::optional<WeightClause> weight;
    std::optional<DirectionClause> direction;
};

}  // namespace yardstick::grammar
