// SPDX-License-Identifier: Apache-2.0
// Units: scales, aliases, and units that are in no table.
#include "indicators/unit.hpp"

#include <stdexcept>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using base::Rational;
using indicators::UnitTable;

TEST_CASE("units of one dimension differ by an exact scale") {
    CHECK(tests::units().find("万元").scale == Rational(10000));
    CHECK(tests::units().find("亿元").dimension == tests::units().find("元").dimension);
    CHECK(tests::units().find("%").scale == Rational::fraction(1, 100));
    CHECK(tests::units().find("‰").dimension == tests::units().find("%").dimension);
    CHECK(tests::units().find("万人次").scale == Rational(10000));
    CHECK(tests::units().find("小时").scale / tests::units().find("分钟").scale == Rational(60));
    CHECK(tests::units().find("年").scale / tests::units().find("月").scale == Rational(12));
}

TEST_CASE("other spellings mean the same unit, and keep their own text") {
    CHECK(tests::units().find("百分比").dimension == "share");
    CHECK(tests::units().find("％").scale == Rational::fraction(1, 100));
    CHECK(tests::units().find("案件数").dimension == tests::units().find("件").dimension);
    CHECK(tests::units().find("案件数").symbol == "案件数");
}

TEST_CASE("an unknown unit can be compared with itself alone") {
    CHECK(tests::units().find("卷").dimension == tests::units().find(" 卷 ").dimension);
    CHECK(tests::units().find("money").dimension != tests::units().find("元").dimension);
    CHECK(tests::units().find("cases").dimension != tests::units().find("件").dimension);
    CHECK(tests::units().find("卷").dimension != tests::units().find("箱").dimension);
    CHECK(tests::units().find("工作日").dimension != tests::units().find("天").dimension);
    CHECK(tests::units().find("").dimension.empty());
}

TEST_CASE("a faulty units file is a bug of ours and says which line") {
    CHECK_THROWS_AS(UnitTable("yardstick: units\n"), std::runtime_error);
    CHECK_THROWS_AS(UnitTable("dimensions: {a: {x: 0}}\naliases: {y: x}\n"), std::runtime_error);
    CHECK_THROWS_AS(UnitTable("dimensions: {a: {x: 1}, b: {x: 1}}\naliases: {y: x}\n"), std::runtime_error);
    CHECK_THROWS_AS(UnitTable("dimensions: {a: {x: 1}}\naliases: {y: z}\n"), std::runtime_error);
}
