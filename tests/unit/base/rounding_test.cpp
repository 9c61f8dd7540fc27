// SPDX-License-Identifier: Apache-2.0
// Rounding: each mode on and beside the tie, decided on the exact value.
#include "base/rounding.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace yardstick::base;

namespace {

struct Row {
    Rounding mode;
    std::array<int, 8> rounded;  // of the eight values below
};

}  // namespace

TEST_CASE("every mode rounds ties and their neighbours as its definition says") {
    const std::array<Rational, 8> values{Rational::fraction(5, 2),     Rational::fraction(7, 2),
                                         Rational::fraction(-5, 2),    Rational::fraction(249, 100),
                                         Rational::fraction(251, 100), Rational::fraction(-249, 100),
                                         Rational::fraction(51, 10),   Rational(3)};
    const std::array<Row, 8> rows{{{Rounding::HalfUp, {3, 4, -3, 2, 3, -2, 5, 3}},
                                   {Rounding::HalfEven, {2, 4, -2, 2, 3, -2, 5, 3}},
                                   {Rounding::HalfDown, {2, 3, -2, 2, 3, -2, 5, 3}},
                                   {Rounding::Up, {3, 4, -3, 3, 3, -3, 6, 3}},
                                   {Rounding::Down, {2, 3, -2, 2, 2, -2, 5, 3}},
                                   {Rounding::Floor, {2, 3, -3, 2, 2, -3, 5, 3}},
                                   {Rounding::Ceiling, {3, 4, -2, 3, 3, -2, 6, 3}},
                                   {Rounding::ZeroFiveUp, {2, 3, -2, 2, 2, -2, 6, 3}}}};
    for (const Row& row : rows)
        for (std::size_t i = 0; i < values.size(); ++i) {
            CAPTURE(static_cast<int>(row.mode));
            CAPTURE(values[i].text());
            CHECK(round_to_integer(values[i], row.mode) == Rational(row.rounded[i]));
        }
}

TEST_CASE("a tie is decided on the exact value: 7/12 of 16.5 is 9.625 and rounds up") {
    const Rational score = Rational::fraction(165, 10) * Rational::fraction(7, 12);
    CHECK(round_to_places(score, 2, Rounding::HalfUp) == Rational::fraction(963, 100));
}

TEST_CASE("negative places round to tens and hundreds") {
    CHECK(round_to_places(Rational(1250), -2, Rounding::HalfUp) == Rational(1300));
    CHECK(round_to_places(Rational(1250), -2, Rounding::HalfEven) == Rational(1200));
}

TEST_CASE("numbers beyond 64 bits round the same way") {
    const Rational big = Rational::power_of_ten(40) + Rational::fraction(1, 2);
    CHECK(round_to_integer(big, Rounding::HalfUp) == Rational::power_of_ten(40) + 1);
    CHECK(round_to_integer(big, Rounding::HalfEven) == Rational::power_of_ten(40));
    CHECK(round_to_integer(-big, Rounding::Floor) == -Rational::power_of_ten(40) - 1);
}
