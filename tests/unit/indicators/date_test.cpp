// SPDX-License-Identifier: Apache-2.0
// Stretches of the calendar, and what keeps a deadline.
#include "indicators/date.hpp"

#include <doctest/doctest.h>

#include "grammar/parse.hpp"

using namespace yardstick;
using indicators::Date;
using enum grammar::Comparator;

namespace {

Date date(std::string_view text) {
    return indicators::dated_in(std::get<grammar::Date>(grammar::parse_value(text).tree->content), 2024)
        .value();
}

std::string days(std::string_view text) {
    const auto shown = [](std::chrono::sys_days day) {
        const std::chrono::year_month_day ymd(day);
        return std::to_string(static_cast<int>(ymd.year())) + "-" +
               std::to_string(static_cast<unsigned>(ymd.month())) + "-" +
               std::to_string(static_cast<unsigned>(ymd.day()));
    };
    return shown(date(text).first_day()) + " " + shown(date(text).last_day());
}

}  // namespace

TEST_CASE("every stretch has its first and its last day") {
    CHECK(days("2024-02-09") == "2024-2-9 2024-2-9");
    CHECK(days("2024-02") == "2024-2-1 2024-2-29");
    CHECK(days("2023年2月下旬") == "2023-2-21 2023-2-28");
    CHECK(days("2月中旬") == "2024-2-11 2024-2-20");
    CHECK(days("2024年第四季度") == "2024-10-1 2024-12-31");
    CHECK(days("上半年") == "2024-1-1 2024-6-30");
    CHECK(days("2025年") == "2025-1-1 2025-12-31");
}

TEST_CASE("a date without a year is one of the file's year, if that has such a day") {
    const grammar::Date leap{.year = {}, .period = grammar::Period::Day, .part = 2, .day = 29};
    CHECK(indicators::dated_in(leap, 2024).has_value());
    CHECK_FALSE(indicators::dated_in(leap, 2023).has_value());
    CHECK(date("6月30日").text() == "2024-06-30");
    CHECK(date("年底").text() == "2024年");
}

TEST_CASE("a deadline is kept by what ends no later than it") {
    CHECK(keeps(date("2024-06-30"), AtMost, date("6月底")) == true);
    CHECK(keeps(date("2024-07-01"), AtMost, date("6月底")) == false);
    CHECK(keeps(date("2024-06"), AtMost, date("6月底")) == true);
    CHECK(keeps(date("2024-06"), Equal, date("2024年第二季度")) == true);
    CHECK(keeps(date("2024-05"), Less, date("2024-06")) == true);
    CHECK(keeps(date("2024-06"), Less, date("2024-06")) == false);
    CHECK(keeps(date("2024-06"), AtLeast, date("2024-06")) == true);
    CHECK(keeps(date("2024-05-31"), AtLeast, date("2024-06")) == false);
    CHECK(keeps(date("2024-06"), Greater, date("2024-06")) == false);
    CHECK(keeps(date("2024-07"), Greater, date("2024-06")) == true);
}

TEST_CASE("an actual that is coarser than its target decides only where all its days agree") {
    CHECK_FALSE(keeps(date("2024-06"), AtMost, date("2024-06-15")).has_value());
    CHECK(keeps(date("2024-05"), AtMost, date("2024-06-15")) == true);
    CHECK(keeps(date("2024-07"), AtMost, date("2024-06-15")) == false);
    CHECK_FALSE(keeps(date("2024年"), Less, date("2024-06-15")).has_value());
    CHECK_FALSE(keeps(date("2024-06"), AtLeast, date("2024-06-15")).has_value());
    CHECK_FALSE(keeps(date("2024-06"), Greater, date("2024-06-15")).has_value());
}
