// SPDX-License-Identifier: Apache-2.0
// Decimal numbers: reading them from text, rounding to them, printing them.
#include "base/decimal.hpp"

#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace yardstick::base {

namespace {

// What a number is made of, full-width forms folded to ASCII.
struct NumberText {
    bool negative = false;
    std::string digits;  // of both parts, without separators
    int places = 0;
};

constexpr std::size_t kGroup = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Takes the digits of the integer part off `text`, checking the groups.
std::expected<std::string, NumberFault> take_integer_part(std::string_view& text) {
    std::string digits;
    std::optional<std::size_t> group;  // digits since the last separator
    while (!text.empty() && (is_digit(text.front()) || text.front() == ',')) {
        if (text.front() == ',') {
            if (digits.empty()) return std::unexpected(NumberFault::NotANumber);
            if (group.value_or(kGroup) != kGroup || digits.size() > (group ? digits.size() : kGroup))
                return std::unexpected(NumberFault::BadGrouping);
            group = 0;
        } else {
            digits += text.front();
            if (group) ++*group;
        }
        text.remove_prefix(1);
    }
    if (group.value_or(kGroup) != kGroup) return std::unexpected(NumberFault::BadGrouping);
    return digits;
}

std::expected<NumberText, NumberFault> take_apart(std::string_view text) {
    NumberText number;
    if (text.starts_with('-') || text.starts_with('+')) {
        number.negative = text.starts_with('-');
        text.remove_prefix(1);
    }
    auto integer = take_integer_part(text);
    if (!integer) return std::unexpected(integer.error());
    if (integer->empty()) return std::unexpected(NumberFault::NotANumber);
    number.digits = std::move(*integer);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (text.empty()) return std::unexpected(NumberFault::NotANumber);
        number.places = static_cast<int>(text.size());
        number.digits += text;
        text = {};
    }
    if (!text.empty() || number.digits.find_first_not_of("0123456789") != std::string::npos)
        return std::unexpected(NumberFault::NotANumber);
    if (number.digits.size() > kMaxNumberDigits) return std::unexpected(NumberFault::TooManyDigits);
    return number;
}

// The usual number: ASCII digits that fit 64 bits, perhaps a point, no sign and no separators. Others are
// left to take_apart.
struct PlainNumber {
    std::int64_t coefficient = 0;
    int places = 0;
};

constexpr std::size_t kPlainDigits = 18;

std::optional<PlainNumber> plain_number(std::string_view text) {
    if (text.empty() || text.size() > kPlainDigits || !is_digit(text.front()) || !is_digit(text.back()))
        return std::nullopt;
    PlainNumber number;
    bool after_point = false;
    for (const char c : text) {
        if (is_digit(c)) {
            number.coefficient = number.coefficient * 10 + (c - '0');
            number.places += after_point ? 1 : 0;
        } else if (c == '.' && !after_point) {
            after_point = true;
        } else {
            return std::nullopt;
        }
    }
    return number;
}

}  // namespace

std::expected<Decimal, NumberFault> Decimal::parse(std::string_view text) {
    if (const auto plain = plain_number(text)) {
        if (plain->places == 0) return Decimal(plain->coefficient);
        return Decimal(Rational(plain->coefficient) * Rational::power_of_ten(-plain->places), plain->places);
    }
    const auto number = take_apart(fold_full_width(text));
    if (!number) return std::unexpected(number.error());
    const Rational magnitude =
        Rational::from_digits(number->digits) * Rational::power_of_ten(-number->places);
    return Decimal(number->negative ? -magnitude : magnitude, number->places);
}

Decimal Decimal::rounded(const Rational& value, int places, Rounding mode) {
    return {round_to_places(value, places, mode), places};
}

Decimal Decimal::rounded_to_digits(const Rational& value, int digits, Rounding mode) {
    if (value.sign() == 0) return {};
    // The exponent e with 10^e <= |value| < 10^(e+1): the lengths of both parts give it within one.
    const Rational magnitude = abs(value);
    int exponent = static_cast<int>(magnitude.numerator_text().size()) -
                   static_cast<int>(magnitude.denominator_text().size());
    if (magnitude < Rational::power_of_ten(exponent)) --exponent;
    Decimal result = rounded(value, digits - 1 - exponent, mode);
    if (abs(result.value_) >= Rational::power_of_ten(exponent + 1)) --result.places_;  // 9.99 became 10.0
    return result;
}

std::string Decimal::text() const {
    const bool negative = value_.sign() < 0;
    std::string digits = (abs(value_) * Rational::power_of_ten(places_ > 0 ? places_ : 0)).numerator_text();
    if (places_ > 0) {
        const auto places = static_cast<std::size_t>(places_);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, ".");
    }
    return negative ? "-" + digits : digits;
}

std::string decimal_or_fraction(const Rational& value) {
    // The denominator is at most 10^places for some number of places exactly when only 2 and 5 divide it.
    const std::string denominator = value.denominator_text();
    const auto most_places = static_cast<int>(denominator.size()) * 4;  // 2^n has more than n / 4 digits
    if (!(value * Rational::power_of_ten(most_places)).is_integer()) return value.text();
    int places = 0;
    while (!(value * Rational::power_of_ten(places)).is_integer()) ++places;
    return Decimal::rounded(value, places, Rounding::Down).text();
}

}  // namespace yardstick::base
