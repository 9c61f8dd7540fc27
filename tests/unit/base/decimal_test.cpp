// SPDX-License-Identifier: Apache-2.0
// Decimal: reading every spelling of a number, and refusing what is not one.
#include "base/decimal.hpp"

#include <concepts>
#include <string>

#include <doctest/doctest.h>

using namespace yardstick::base;

static_assert(!std::constructible_from<Decimal, double>, "binary fractions are not decimals");
static_assert(!std::constructible_from<Decimal, float>);
static_assert(!std::convertible_to<double, Decimal>);

namespace {

std::string read(std::string_view text) { return Decimal::parse(text).value().text(); }
NumberFault fault(std::string_view text) { return Decimal::parse(text).error(); }

}  // namespace

TEST_CASE("a number keeps its value and its places") {
    CHECK(read("60") == "60");
    CHECK(read("10129.36") == "10129.36");
    CHECK(read("2.90") == "2.90");
    CHECK(read("-0.5") == "-0.5");
    CHECK(read("+3") == "3");
    CHECK(read("010") == "10");
    CHECK(read("0.00") == "0.00");
    CHECK(Decimal::parse("2.9").value() == Decimal::parse("2.90").value());
    CHECK(Decimal::parse("0.1").value().value() == Rational::fraction(1, 10));
}

TEST_CASE("full-width digits, points, signs and separators equal their ASCII forms") {
    CHECK(read("１５，０００．５０") == "15000.50");
    CHECK(read("－３") == "-3");
    CHECK(read("−3") == "-3");
    CHECK(read("1，234，567") == "1234567");
}

TEST_CASE("separators stand between groups of three and nowhere else") {
    CHECK(read("15,000") == "15000");
    CHECK(read("1,234,567.89") == "1234567.89");
    for (const char* text : {"1,00", "1,0000", "1234,567", "1,23,456", "1,", "1,000,", "12,34.5"}) {
        CAPTURE(text);
        CHECK(fault(text) == NumberFault::BadGrouping);
    }
    CHECK(fault(",100") == NumberFault::NotANumber);
    CHECK(fault("1.000,5") == NumberFault::NotANumber);
}

TEST_CASE("what is not a number is refused") {
    for (const char* text :
         {"", "-", ".", "5.", ".5", "1e3", "0x10", "1 000", "--1", "1.2.3", "三", "NaN", "1-", "1.-2"}) {
        CAPTURE(text);
        CHECK(fault(text) == NumberFault::NotANumber);
    }
}

TEST_CASE("a number may have just as many digits as the limit says") {
    const std::string most(kMaxNumberDigits, '9');
    CHECK(read(most) == most);
    CHECK(fault(most + "9") == NumberFault::TooManyDigits);
    CHECK(read("0." + std::string(kMaxNumberDigits - 1, '1')).size() == kMaxNumberDigits + 1);
    CHECK(fault("0." + std::string(kMaxNumberDigits, '1')) == NumberFault::TooManyDigits);
}

TEST_CASE("rounding to places pads with zeros; rounding to digits may carry into a new one") {
    CHECK(Decimal::rounded(Rational::fraction(29, 10), 2, Rounding::HalfUp).text() == "2.90");
    CHECK(Decimal::rounded(Rational::fraction(-1, 1000), 2, Rounding::HalfUp).text() == "0.00");
    CHECK(Decimal::rounded_to_digits(Rational::fraction(9996, 1000), 3, Rounding::HalfUp).text() == "10.0");
    CHECK(Decimal::rounded_to_digits(Rational(123456), 3, Rounding::HalfUp).text() == "123000");
    CHECK(Decimal::rounded_to_digits(Rational::fraction(1, 3), 4, Rounding::HalfUp).text() == "0.3333");
}

TEST_CASE("an exact value prints as a decimal where it has a finite one, else as a fraction") {
    CHECK(decimal_or_fraction(Rational::fraction(29, 10)) == "2.9");
    CHECK(decimal_or_fraction(Rational(3)) == "3");
    CHECK(decimal_or_fraction(Rational::fraction(1, 1024)) == "0.0009765625");
    CHECK(decimal_or_fraction(Rational::fraction(-1, 3)) == "-1/3");
}
