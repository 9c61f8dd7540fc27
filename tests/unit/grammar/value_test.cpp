// SPDX-License-Identifier: Apache-2.0
// Values by themselves: dates in every form, and what is said of an actual that does not say what was
// achieved.
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "grammar/parse.hpp"
#include "grammar/print.hpp"

using namespace yardstick;
using namespace yardstick::grammar;
using base::Code;

namespace {

Date date(std::string_view text) {
    const auto parsed = parse_value(text);
    REQUIRE_MESSAGE(parsed.diagnostics.empty(), text);
    REQUIRE_MESSAGE(std::holds_alternative<Date>(parsed.tree->content), text);
    return std::get<Date>(parsed.tree->content);
}

Code fault_of(std::string_view text) {
    const auto parsed = parse_value(text);
    REQUIRE_MESSAGE(!parsed.diagnostics.empty(), text);
    return parsed.diagnostics.front().code;
}

}  // namespace

TEST_CASE("a day may be written in every usual way") {
    for (const char* text : {"2024-02-09", "2024-2-9", "2024年2月9日", "2024 年 2 月 9 日", "2024年2月9号",
                             "2024.2.9", "2024/02/09", "２０２４－０２－０９", "202４-02-09"})
        CHECK(date(text) == Date{.year = 2024, .period = Period::Day, .part = 2, .day = 9});
    CHECK(date("2月9日") == Date{.year = {}, .period = Period::Day, .part = 2, .day = 9});
    CHECK(date("2月29日").day == 29);
}

TEST_CASE("months, ten days, quarters, halves and years are dates") {
    for (const char* text : {"2024-02", "2024年2月", "2024年2月份", "2024.02 月", "2024-02 月"})
        CHECK(date(text) == Date{.year = 2024, .period = Period::Month, .part = 2});
    CHECK(date("2024年2月上旬") == Date{.year = 2024, .period = Period::TenDays, .part = 2, .day = 1});
    CHECK(date("12月下旬") == Date{.year = {}, .period = Period::TenDays, .part = 12, .day = 3});
    for (const char* text :
         {"2024年第三季度", "2024年三季度", "2024年第3季度", "2024Q3", "2024 Q3", "2024-Q3"})
        CHECK(date(text) == Date{.year = 2024, .period = Period::Quarter, .part = 3});
    CHECK(date("第四季度") == Date{.year = {}, .period = Period::Quarter, .part = 4});
    CHECK(date("2024年上半年") == Date{.year = 2024, .period = Period::Half, .part = 1});
    CHECK(date("下半年") == Date{.year = {}, .period = Period::Half, .part = 2});
    for (const char* text : {"2024年", "2024 年", "2024年度"})
        CHECK(date(text) == Date{.year = 2024, .period = Period::Year});
}

TEST_CASE("the end of a month is in it") {
    CHECK(date("2024年6月底") ==
          Date{.year = 2024, .period = Period::Month, .part = 6, .edge = DateEdge::End});
    CHECK(date("6月末") == Date{.year = {}, .period = Period::Month, .part = 6, .edge = DateEdge::End});
    CHECK(date("年底") == Date{.year = {}, .period = Period::Year, .edge = DateEdge::End});
}

TEST_CASE("a date that does not exist is none, and neither is the beginning of a month") {
    for (const char* text : {"2024-02-30", "2023-02-29", "2024-13", "2024年13月", "2月30日", "13月1日",
                             "2024-00-10", "2024年6月初", "6月初"})
        CHECK(fault_of(text) == Code::NoSuchDate);
}

TEST_CASE("a number of months is no month of the year") {
    const auto parsed = parse_value("10月");
    CHECK(std::get<Quantity>(parsed.tree->content).number == base::Decimal(10));
}

TEST_CASE("a bound, a range and an approximate number do not say what was achieved") {
    for (const char* text :
         {"≥266米", ">= 266 米", "60%以上", "2021年12月31日前完成", "6月底前", "18~26", "3-5天"})
        CHECK(fault_of(text) == Code::BoundForActual);
    for (const char* text : {"200余人", "600多人", "约 200 人", "近90%", "90 % 左右"})
        CHECK(fault_of(text) == Code::ApproximateNumber);
}

TEST_CASE("yes and no are answers, and words are words") {
    CHECK(std::get<Answer>(parse_value("是").tree->content).yes);
    CHECK_FALSE(std::get<Answer>(parse_value(" no ").tree->content).yes);
    CHECK(std::holds_alternative<Words>(parse_value("是否达成").tree->content));
    CHECK(std::holds_alternative<Words>(parse_value("达成预期指标").tree->content));
}
