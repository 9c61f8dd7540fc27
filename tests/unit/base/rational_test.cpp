// SPDX-License-Identifier: Apache-2.0
// Rational: the 64-bit form and the cpp_rational form are one arithmetic.
#include "base/rational.hpp"

#include <array>
#include <concepts>
#include <limits>
#include <random>
#include <stdexcept>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>

using yardstick::base::Rational;
using Plain = boost::multiprecision::cpp_rational;

static_assert(!std::constructible_from<Rational, double>, "0.1 is not a tenth");
static_assert(!std::constructible_from<Rational, float>);

namespace {

Plain plain(const Rational& value) {
    return {boost::multiprecision::cpp_int(value.numerator_text()),
            boost::multiprecision::cpp_int(value.denominator_text())};
}

// Numbers near the places where 64 bits end, and ordinary ones.
std::int64_t interesting_integer(std::mt19937_64& random) {
    constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
    const std::array<std::int64_t, 8> edges{
        0, 1, -1, kMax, -kMax, kMax - 1, std::int64_t{1} << 31, std::int64_t{3037000500}};
    switch (random() % 3) {
        case 0:
            return edges[random() % edges.size()] / static_cast<std::int64_t>(1 + random() % 3);
        case 1:
            return static_cast<std::int64_t>(random() % 2001) - 1000;
        default:
            return static_cast<std::int64_t>(random()) >> (random() % 60);
    }
}

Rational interesting(std::mt19937_64& random) {
    std::int64_t denominator = interesting_integer(random);
    if (denominator == 0) denominator = 1;
    const Rational value = Rational(interesting_integer(random)) / Rational(denominator);
    return random() % 4 == 0 ? value * Rational::power_of_ten(static_cast<int>(random() % 60) - 30) : value;
}

}  // namespace

TEST_CASE("arithmetic and order agree with cpp_rational, across the edge of 64 bits") {
    std::mt19937_64 random(20240229);
    for (int i = 0; i < 20000; ++i) {
        const Rational a = interesting(random);
        const Rational b = interesting(random);
        const Plain x = plain(a);
        const Plain y = plain(b);
        CHECK(plain(a + b) == x + y);
        CHECK(plain(a - b) == x - y);
        CHECK(plain(a * b) == x * y);
        if (b.sign() != 0) CHECK(plain(a / b) == x / y);
        CHECK((a == b) == (x == y));
        CHECK((a < b) == (x < y));
        CHECK(plain(-a) == -x);
        CHECK(a.sign() == x.sign());
        const Plain down = plain(a.floor());
        CHECK(denominator(down) == 1);
        CHECK(down <= x);
        CHECK(down + 1 > x);
    }
}

TEST_CASE("a value that left 64 bits and came back equals one that never left") {
    const Rational large = Rational::power_of_ten(40);
    CHECK(large / Rational::power_of_ten(39) == Rational(10));
    CHECK((large + 1) - large == Rational(1));
    const Rational lowest(std::numeric_limits<std::int64_t>::min());
    CHECK(lowest.text() == "-9223372036854775808");
    CHECK((-lowest).text() == "9223372036854775808");
    CHECK(-(-lowest) == lowest);
    CHECK(Rational::fraction(6, -4) == Rational::fraction(-3, 2));
}

TEST_CASE("a rational prints as a fraction in lowest terms, an integer plainly") {
    CHECK(Rational::fraction(290, 100).text() == "29/10");
    CHECK(Rational(-3).text() == "-3");
    CHECK(Rational::from_digits("007").text() == "7");
    CHECK(Rational::from_digits("0").text() == "0");
    CHECK(Rational::from_digits("000000000000000000010").text() == "10");
}

TEST_CASE("division by zero and text that is not digits are refused by exception") {
    CHECK_THROWS_AS(Rational(1) / Rational(0), std::domain_error);
    CHECK_THROWS_AS(Rational::fraction(1, 0), std::domain_error);
    CHECK_THROWS_AS(Rational::from_digits(""), std::invalid_argument);
    CHECK_THROWS_AS(Rational::from_digits("1.0"), std::invalid_argument);
}

TEST_CASE("odd and even are told apart in both forms") {
    CHECK(Rational(-3).is_odd());
    CHECK_FALSE(Rational(4).is_odd());
    CHECK((Rational::power_of_ten(30) + 1).is_odd());
    CHECK_FALSE(Rational::power_of_ten(30).is_odd());
    CHECK((-Rational::power_of_ten(30) - 1).is_odd());
}
