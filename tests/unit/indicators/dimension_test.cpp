// SPDX-License-Identifier: Apache-2.0
// Tests of the arithmetic of dimensions.
#include "indicators/dimension.hpp"

#include <doctest/doctest.h>

using yardstick::indicators::Dimension;

namespace {

const Dimension kMoney = Dimension::base("money");
const Dimension kPersons = Dimension::base("persons");
const Dimension kMonths = Dimension::base("months");

}  // namespace

TEST_CASE("what is divided by its own kind is a bare number") {
    CHECK((kMoney / kMoney).is_number());
    CHECK((kMoney / kMoney).text().empty());
    CHECK_FALSE(kMoney.is_number());
}

TEST_CASE("money per person and month is the same in whatever order it is made") {
    const Dimension wage = kMoney / kPersons / kMonths;
    CHECK(wage == kMoney / (kMonths * kPersons));
    CHECK(wage != kMoney / kPersons);
    CHECK(wage.text() == "money/months·persons");
    CHECK(wage.text([](const std::string& name) { return name.substr(0, 1); }) == "m/m·p");
    CHECK((wage * kPersons * kMonths) == kMoney);
}

TEST_CASE("powers are counted") {
    CHECK((kMonths * kMonths).text() == "months·months");
    CHECK((Dimension() / kMonths).text() == "1/months");
}
