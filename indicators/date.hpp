// SPDX-License-Identifier: Apache-2.0
// Dates of targets and actuals: a day, or a longer stretch of the calendar, each with its first and last day.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "grammar/ast.hpp"

namespace yardstick::indicators {

// A stretch of the Gregorian calendar. Exists: months are 1 to 12, days those of the month.
struct Date {
    int year = 0;
    grammar::Period period = grammar::Period::Day;
    int part = 0;  // as in grammar::Date
    int day = 0;

    std::chrono::sys_days first_day() const;
    std::chrono::sys_days last_day() const;
    std::string text() const;  // "2024-02-29", "2024-02", "2024年第一季度", "2024年"
};

// The date that was written, in `year` where it has none of its own; nothing where there is no such day
// (2月29日 of a common year).
std::optional<Date> dated_in(const grammar::Date& written, int year);

// Whether what was done at `actual` keeps `comparator target`. "Not later" and "earlier" are said of whole
// stretches: ≤ and = are kept when the actual ends no later than the target does, < when it ends before the
// target begins; ≥ when it begins no earlier than the target, > when it begins after the target's end.
// Nothing where some days of the actual keep the target and others do not. `comparator` is one of these five.
std::optional<bool> keeps(const Date& actual, grammar::Comparator comparator, const Date& target);

}  // namespace yardstick::indicators
