// SPDX-License-Identifier: Apache-2.0
// Exact rational numbers: what every computation of the engine is made in.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace yardstick::base {

namespace detail {
struct BigRational;  // boost::multiprecision::cpp_rational, kept out of this header for its compile time
}

// An exact fraction in lowest terms with a positive denominator. Results are never rounded; there is no limit
// but memory. Numerators and denominators that fit 64 bits are kept in place and never touch the heap; larger
// ones are a shared, immutable `cpp_rational`. Both forms give the same values
// (tests/unit/base/rational_test.cpp).
class Rational {
  public:
    Rational() = default;
    Rational(std::int64_t integer);  // NOLINT(google-explicit-constructor): integers are rationals
    // NOLINTNEXTLINE(google-explicit-constructor)
    Rational(int integer) : Rational(static_cast<std::int64_t>(integer)) {}
    template <std::floating_point Binary>
    Rational(Binary) = delete;  // 0.1 is not a tenth. NOLINT(google-explicit-constructor): nor implicitly

    // numerator / denominator in lowest terms. A zero denominator throws std::domain_error.
    static Rational fraction(std::int64_t numerator, std::int64_t denominator);
    // The integer written as ASCII digits; anything else throws std::invalid_argument. Leading zeros are
    // decimal.
    static Rational from_digits(std::string_view digits);
    // 10^exponent; a negative exponent gives a fraction. Beyond kLargestExponent either way:
    // std::out_of_range.
    static constexpr int kLargestExponent = 1'000'000;
    static Rational power_of_ten(int exponent);

    Rational operator-() const;
    friend Rational operator+(const Rational& a, const Rational& b);
    friend Rational operator-(const Rational& a, const Rational& b);
    friend Rational operator*(const Rational& a, const Rational& b);
    friend Rational operator/(const Rational& a, const Rational& b);  // b == 0 throws std::domain_error
    Rational& operator+=(const Rational& other) { return *this = *this + other; }

    friend bool operator==(const Rational& a, const Rational& b);
    friend std::strong_ordering operator<=>(const Rational& a, const Rational& b);

    int sign() const;  // -1, 0 or 1
    bool is_integer() const;
    Rational floor() const;  // the largest integer that is not above this number
    bool is_odd() const;     // of an integer: whether 2 does not divide it

    std::string numerator_text() const;    // decimal digits, with '-' when negative
    std::string denominator_text() const;  // decimal digits
    std::string text() const;              // "29/10", or "3" for an integer

  private:
    explicit Rational(detail::BigRational big);
    Rational(std::int64_t numerator, std::int64_t denominator)
        : numerator_(numerator), denominator_(denominator) {}
    detail::BigRational widened() const;

    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
    std::shared_ptr<const detail::BigRational> big_;  // set exactly when the value does not fit the two above
};

Rational abs(const Rational& value);

}  // namespace yardstick::base
