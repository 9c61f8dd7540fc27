// SPDX-License-Identifier: Apache-2.0
// Decimal numbers as people write and read them: an exact value and the places it is written with.
#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "base/rational.hpp"
#include "base/rounding.hpp"

namespace yardstick::base {

// Digits a number may have, all told. Amounts and counts need under 20.
inline constexpr std::size_t kMaxNumberDigits = 100;

enum class NumberFault {
    NotANumber,     // anything but digits, one point, separators and a leading sign
    BadGrouping,    // a separator that does not stand before exactly three digits: `1,00`
    TooManyDigits,  // more than kMaxNumberDigits
};

// An exact finite decimal. Numbers enter by their text and leave by their text; arithmetic is done on
// `value()`.
class Decimal {
  public:
    Decimal() = default;
    explicit Decimal(std::int64_t integer) : value_(integer) {}
    template <std::floating_point Binary>
    explicit Decimal(Binary) = delete;  // a binary fraction is not the decimal that was written

    // Reads `-1,234.50` in ASCII or full-width digits, points, signs and separators (`,` `，`), the latter
    // only between groups of three. No exponents, no spaces, at least one digit on both sides of a point.
    static std::expected<Decimal, NumberFault> parse(std::string_view text);

    // `value` rounded by `mode` to `places` decimal places, printed with all of them (2.9 -> "2.90").
    static Decimal rounded(const Rational& value, int places, Rounding mode);
    // `value` rounded by `mode` to `digits` significant digits (digits >= 1); zero stays zero.
    static Decimal rounded_to_digits(const Rational& value, int digits, Rounding mode);

    const Rational& value() const { return value_; }
    int places() const { return places_; }  // negative when rounded to tens, hundreds, ...
    std::string text() const;               // ASCII digits, no separators: "-1234.50"

    // By value: 2.9 equals 2.90.
    friend bool operator==(const Decimal& a, const Decimal& b) { return a.value_ == b.value_; }
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
        return a.value_ <=> b.value_;
    }

  private:
    Decimal(Rational value, int places) : value_(std::move(value)), places_(places) {}

    Rational value_;  // times 10^places_: an integer
    int places_ = 0;
};

// The shortest finite decimal of `value` ("2.9"), or its fraction where it has none ("9625/7").
std::string decimal_or_fraction(const Rational& value);

}  // namespace yardstick::base
