// SPDX-License-Identifier: Apache-2.0
// Comparing the ratio of actual and target with the factors between 元, 万元 and 亿元.
#include "indicators/unit_slip.hpp"

#include <array>

namespace yardstick::indicators {

namespace {

using base::Rational;

constexpr std::array<std::int64_t, 2> kFactors{10'000, 100'000'000};

// What was done is rarely under a third or over three times what was planned, so a slipped actual lies within
// these bounds of a factor; and what is 3,333 times its target or more was hardly done. Wider bounds would
// name a factor of 1,000 too, which is another mistake.
constexpr int kPlausibleRatio = 3;

bool is_about(const Rational& ratio, const Rational& factor) {
    return ratio * kPlausibleRatio >= factor && ratio <= factor * kPlausibleRatio;
}

}  // namespace

std::optional<UnitSlip> slip_between(const Rational& actual_in_base, const Rational& target_in_base) {
    if (actual_in_base.sign() <= 0 || target_in_base.sign() <= 0) return std::nullopt;
    const Rational ratio = actual_in_base / target_in_base;
    const Rational inverse = target_in_base / actual_in_base;
    for (const std::int64_t factor : kFactors) {
        if (is_about(ratio, factor)) return UnitSlip{.actual = UnitSlip::Actual::TooLarge, .factor = factor};
        if (is_about(inverse, factor))
            return UnitSlip{.actual = UnitSlip::Actual::TooSmall, .factor = factor};
    }
    return std::nullopt;
}

}  // namespace yardstick::indicators
