// SPDX-License-Identifier: Apache-2.0
// Rounding modes, and rounding an exact number to an integer.
#pragma once

#include "base/rational.hpp"

namespace yardstick::base {

// The modes of the General Decimal Arithmetic specification (Cowlishaw), by its names.
enum class Rounding {
    HalfUp,      // nearest; a tie goes away from zero: 2.5 -> 3, -2.5 -> -3 (四舍五入)
    HalfEven,    // nearest; a tie goes to the even neighbour: 2.5 -> 2
    HalfDown,    // nearest; a tie goes towards zero: 2.5 -> 2, 3.5 -> 3
    Up,          // away from zero
    Down,        // towards zero (truncation)
    Floor,       // towards minus infinity
    Ceiling,     // towards plus infinity
    ZeroFiveUp,  // away from zero when the truncated last digit is 0 or 5, else towards zero
};

// The integer that `mode` gives for `value`. Decided on the exact value, never on an already rounded one.
Rational round_to_integer(const Rational& value, Rounding mode);

// `value` rounded to `places` decimal places; negative places round to tens, hundreds, ...
Rational round_to_places(const Rational& value, int places, Rounding mode);

}  // namespace yardstick::base
