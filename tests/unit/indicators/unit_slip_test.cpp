// SPDX-License-Identifier: Apache-2.0
// Slips between 元, 万元 and 亿元.
#include "indicators/unit_slip.hpp"

#include <type_traits>

#include <doctest/doctest.h>

using namespace yardstick;
using base::Rational;
using indicators::slip_between;
using Actual = indicators::UnitSlip::Actual;

static_assert(!std::is_invocable_v<decltype(slip_between), double, Rational>);

TEST_CASE("an amount in 元 under the unit 万元 is too large by 10,000") {
    const auto slip = slip_between(Rational(4980000) * 10000, Rational(500) * 10000);
    REQUIRE(slip);
    CHECK(slip->actual == Actual::TooLarge);
    CHECK(slip->factor == 10000);
}

TEST_CASE("an amount in 万元 under the unit 元 is too small by 10,000") {
    const auto slip = slip_between(498, 5000000);
    REQUIRE(slip);
    CHECK(slip->actual == Actual::TooSmall);
    CHECK(slip->factor == 10000);
}

TEST_CASE("元 and 亿元 are 100,000,000 apart") {
    CHECK(slip_between(Rational(200000000), 3)->factor == 100000000);
    CHECK(slip_between(3, Rational(200000000))->actual == Actual::TooSmall);
}

TEST_CASE("a slip may lie within three times of the factor, exactly") {
    CHECK(slip_between(30000, 1));
    CHECK_FALSE(slip_between(Rational::fraction(300001, 10), 1));
    CHECK(slip_between(10000, 3));
    CHECK_FALSE(slip_between(9999, 3));
    CHECK(slip_between(1, 30000));
    CHECK_FALSE(slip_between(1, 30001));
    CHECK(slip_between(3, 10000));
    CHECK_FALSE(slip_between(3, 9999));
    CHECK(slip_between(300000000, 1));
    CHECK_FALSE(slip_between(300000001, 1));
    CHECK(slip_between(100000000, 3));
    CHECK_FALSE(slip_between(99999999, 3));
}

TEST_CASE("ordinary achievements have not slipped") {
    for (const int actual : {1, 50, 99, 100, 101, 300, 1000, 10000, 100000}) {
        CAPTURE(actual);
        CHECK_FALSE(slip_between(actual, 100));
    }
}

TEST_CASE("numbers that are not positive have no ratio") {
    CHECK_FALSE(slip_between(0, 1));
    CHECK_FALSE(slip_between(1, 0));
    CHECK_FALSE(slip_between(-10000, 1));
    CHECK_FALSE(slip_between(-10000, -1));
}
