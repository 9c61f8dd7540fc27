// SPDX-License-Identifier: Apache-2.0
// Rounding modes: the truncated magnitude, plus one where the mode says so.
#include "base/rounding.hpp"

#include <utility>

namespace yardstick::base {

namespace {

bool ends_in_zero_or_five(const Rational& integer) { return (integer / 5).is_integer(); }

// Whether the magnitude `truncated` + `rest` (0 < rest < 1) goes up to the next integer.
bool goes_up(const Rational& truncated, const Rational& rest, bool negative, Rounding mode) {
    const auto against_half = rest <=> Rational::fraction(1, 2);
    switch (mode) {
        case Rounding::HalfUp:
            return against_half >= 0;
        case Rounding::HalfEven:
            return against_half > 0 || (against_half == 0 && truncated.is_odd());
        case Rounding::HalfDown:
            return against_half > 0;
        case Rounding::Up:
            return true;
        case Rounding::Down:
            return false;
        case Rounding::Floor:
            return negative;
        case Rounding::Ceiling:
            return !negative;
        case Rounding::ZeroFiveUp:
            return ends_in_zero_or_five(truncated);
    }
    std::unreachable();
}

}  // namespace

Rational round_to_integer(const Rational& value, Rounding mode) {
    if (value.is_integer()) return value;
    const bool negative = value.sign() < 0;
    const Rational magnitude = abs(value);
    Rational result = magnitude.floor();
    if (goes_up(result, magnitude - result, negative, mode)) result += 1;
    return negative ? -result : result;
}

Rational round_to_places(const Rational& value, int places, Rounding mode) {
    return round_to_integer(value * Rational::power_of_ten(places), mode) * Rational::power_of_ten(-places);
}

}  // namespace yardstick::base
