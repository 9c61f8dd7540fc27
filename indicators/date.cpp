// SPDX-License-Identifier: Apache-2.0
// Stretches of the calendar.
#include "indicators/date.hpp"

#include <utility>

#include "grammar/print.hpp"

namespace yardstick::indicators {

namespace {

using grammar::Comparator;
using grammar::Period;
using std::chrono::sys_days;

constexpr int kMonthsOfHalf = 6;
constexpr int kMonthsOfQuarter = 3;
constexpr int kTenDays = 10;
constexpr int kLastTenDays = 3;  // that run to the end of the month

// The last day of the month.
sys_days end_of_month(int year, int month) {
    const std::chrono::year_month last{std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month))};
    return sys_days(last / std::chrono::last);
}

sys_days day_of(int year, int month, int day) {
    return sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                    std::chrono::day(static_cast<unsigned>(day)));
}

}  // namespace

sys_days Date::first_day() const {
    switch (period) {
        case Period::Year:
            return day_of(year, 1, 1);
        case Period::Half:
            return day_of(year, (part - 1) * kMonthsOfHalf + 1, 1);
        case Period::Quarter:
            return day_of(year, (part - 1) * kMonthsOfQuarter + 1, 1);
        case Period::Month:
            return day_of(year, part, 1);
        case Period::TenDays:
            return day_of(year, part, (day - 1) * kTenDays + 1);
        case Period::Day:
            return day_of(year, part, day);
    }
    std::unreachable();
}

sys_days Date::last_day() const {
    switch (period) {
        case Period::Year:
            return day_of(year, 12, 31);
        case Period::Half:
            return end_of_month(year, part * kMonthsOfHalf);
        case Period::Quarter:
            return end_of_month(year, part * kMonthsOfQuarter);
        case Period::Month:
            return end_of_month(year, part);
        case Period::TenDays:
            return day == kLastTenDays ? end_of_month(year, part) : day_of(year, part, day * kTenDays);
        case Period::Day:
            return day_of(year, part, day);
    }
    std::unreachable();
}

std::string Date::text() const {
    return grammar::date_text({.year = year, .period = period, .part = part, .day = day});
}

std::optional<Date> dated_in(const grammar::Date& written, int year) {
    const Date date{written.year.value_or(year), written.period, written.part, written.day};
    if (date.period != Period::Day) return date;
    const std::chrono::year_month_day day{std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.part)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return day.ok() ? std::optional(date) : std::nullopt;
}

std::optional<bool> keeps(const Date& actual, Comparator comparator, const Date& target) {
    const sys_days first = actual.first_day();
    const sys_days last = actual.last_day();
    const auto decided = [](bool all, bool none) { return all || none ? std::optional(all) : std::nullopt; };
    switch (comparator) {
        case Comparator::AtMost:
        case Comparator::Equal:
            return decided(last <= target.last_day(), first > target.last_day());
        case Comparator::Less:
            return decided(last < target.first_day(), first >= target.first_day());
        case Comparator::AtLeast:
            return decided(first >= target.first_day(), last < target.first_day());
        case Comparator::Greater:
            return decided(first > target.last_day(), last <= target.last_day());
        case Comparator::Within:
        case Comparator::Qualitative:
            break;
    }
    std::unreachable();
}

}  // namespace yardstick::indicators
