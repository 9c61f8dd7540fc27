// SPDX-License-Identifier: Apache-2.0
// The slip of writing 元 for 万元 or the reverse, told by the size of the number.
#pragma once

#include <cstdint>
#include <optional>

#include "base/rational.hpp"

namespace yardstick::indicators {

// An actual that would fit its target if it were this many times smaller, or larger.
struct UnitSlip {
    enum class Actual { TooLarge, TooSmall };

    Actual actual;
    std::int64_t factor;  // 10'000 (元 and 万元, 万元 and 亿元) or 100'000'000 (元 and 亿元)
};

// Whether an actual differs from its target, both in the base unit, as if the unit were 10^4 or 10^8 times
// another. None for numbers that are not positive.
std::optional<UnitSlip> slip_between(const base::Rational& actual_in_base,
                                     const base::Rational& target_in_base);

}  // namespace yardstick::indicators
