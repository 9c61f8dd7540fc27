// SPDX-License-Identifier: Apache-2.0
// Exact rational numbers: 64-bit in place where they fit, cpp_rational where not.
#include "base/rational.hpp"

#include <limits>
#include <numeric>
#include <optional>
#include <stdexcept>

#include <boost/multiprecision/cpp_int.hpp>

namespace yardstick::base {

namespace mp = boost::multiprecision;

struct detail::BigRational {
    mp::cpp_rational value;
};

namespace {

// The most negative integer is left to cpp_rational, so that negation and gcd never overflow here.
constexpr std::int64_t kLargest = std::numeric_limits<std::int64_t>::max();

struct Small {
    std::int64_t numerator;
    std::int64_t denominator;
};

bool in_range(std::int64_t value) { return value >= -kLargest; }

std::optional<std::int64_t> product(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result) || !in_range(result)) return std::nullopt;
    return result;
}

std::optional<std::int64_t> sum(std::int64_t a, std::int64_t b) {
    std::int64_t result = 0;
    if (__builtin_add_overflow(a, b, &result) || !in_range(result)) return std::nullopt;
    return result;
}

// a/b + c/d with common factors taken out first, so that the parts stay as small as the result allows.
std::optional<Small> small_sum(Small x, Small y) {
    const std::int64_t common = std::gcd(x.denominator, y.denominator);
    const auto left = product(x.numerator, y.denominator / common);
    const auto right = product(y.numerator, x.denominator / common);
    if (!left || !right) return std::nullopt;
    const auto numerator = sum(*left, *right);
    if (!numerator) return std::nullopt;
    const std::int64_t rest = std::gcd(*numerator, common);
    const auto denominator = product(x.denominator / common, y.denominator / rest);
    if (!denominator) return std::nullopt;
    return Small{*numerator / rest, *denominator};
}

std::optional<Small> small_product(Small x, Small y) {
    const std::int64_t first = std::gcd(x.numerator, y.denominator);
    const std::int64_t second = std::gcd(y.numerator, x.denominator);
    const auto numerator = product(x.numerator / first, y.numerator / second);
    const auto denominator = product(x.denominator / second, y.denominator / first);
    if (!numerator || !denominator) return std::nullopt;
    return Small{*numerator, *denominator};
}

Small reciprocal(Small x) {
    return x.numerator < 0 ? Small{-x.denominator, -x.numerator} : Small{x.denominator, x.numerator};
}

mp::cpp_int floor_of(const mp::cpp_rational& value) {
    const mp::cpp_int& numerator = mp::numerator(value);
    const mp::cpp_int& denominator = mp::denominator(value);
    mp::cpp_int quotient = numerator / denominator;  // towards zero
    if (numerator < 0 && quotient * denominator != numerator) --quotient;
    return quotient;
}

}  // namespace

Rational::Rational(std::int64_t integer) : numerator_(integer) {
    if (!in_range(integer)) *this = Rational(detail::BigRational{mp::cpp_rational(integer)});
}

Rational::Rational(detail::BigRational big) {
    const mp::cpp_int& numerator = mp::numerator(big.value);
    const mp::cpp_int& denominator = mp::denominator(big.value);
    if (denominator <= kLargest && mp::abs(numerator) <= kLargest) {
        numerator_ = static_cast<std::int64_t>(numerator);
        denominator_ = static_cast<std::int64_t>(denominator);
    } else {
        big_ = std::make_shared<const detail::BigRational>(std::move(big));
    }
}

detail::BigRational Rational::widened() const {
    return big_ ? *big_ : detail::BigRational{mp::cpp_rational(numerator_, denominator_)};
}

Rational Rational::fraction(std::int64_t numerator, std::int64_t denominator) {
    return Rational(numerator) / Rational(denominator);
}

Rational Rational::from_digits(std::string_view digits) {
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos)
        throw std::invalid_argument("Rational::from_digits: not a run of digits");
    digits.remove_prefix(
        std::min(digits.find_first_not_of('0'), digits.size() - 1));  // cpp_int reads "010" as octal
    if (digits.size() <= 18) {
        std::int64_t value = 0;
        for (const char digit : digits) value = value * 10 + (digit - '0');
        return {value};
    }
    return Rational(detail::BigRational{mp::cpp_rational(mp::cpp_int(std::string(digits)))});
}

Rational Rational::power_of_ten(int exponent) {
    if (exponent > kLargestExponent || exponent < -kLargestExponent)
        throw std::out_of_range("Rational::power_of_ten");
    const auto magnitude = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
    if (magnitude <= 18) {
        std::int64_t power = 1;
        for (unsigned i = 0; i < magnitude; ++i) power *= 10;
        return exponent < 0 ? Rational(1, power) : Rational(power, 1);
    }
    const mp::cpp_int power = mp::pow(mp::cpp_int(10), magnitude);
    return Rational(detail::BigRational{exponent < 0 ? mp::cpp_rational(1, power) : mp::cpp_rational(power)});
}

Rational Rational::operator-() const {
    if (!big_) return {-numerator_, denominator_};
    return Rational(detail::BigRational{-big_->value});
}

Rational operator+(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_)
        if (const auto s = small_sum({a.numerator_, a.denominator_}, {b.numerator_, b.denominator_}))
            return {s->numerator, s->denominator};
    return Rational(detail::BigRational{a.widened().value + b.widened().value});
}

Rational operator-(const Rational& a, const Rational& b) { return a + -b; }

Rational operator*(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_)
        if (const auto p = small_product({a.numerator_, a.denominator_}, {b.numerator_, b.denominator_}))
            return {p->numerator, p->denominator};
    return Rational(detail::BigRational{a.widened().value * b.widened().value});
}

Rational operator/(const Rational& a, const Rational& b) {
    if (b.sign() == 0) throw std::domain_error("Rational: division by zero");
    if (!a.big_ && !b.big_)
        if (const auto p =
                small_product({a.numerator_, a.denominator_}, reciprocal({b.numerator_, b.denominator_})))
            return {p->numerator, p->denominator};
    return Rational(detail::BigRational{a.widened().value / b.widened().value});
}

bool operator==(const Rational& a, const Rational& b) {
    if (static_cast<bool>(a.big_) != static_cast<bool>(b.big_))
        return false;  // the form is decided by the value
    if (a.big_) return a.big_->value == b.big_->value;
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
}

std::strong_ordering operator<=>(const Rational& a, const Rational& b) {
    if (!a.big_ && !b.big_) {
        if (a.denominator_ == b.denominator_) return a.numerator_ <=> b.numerator_;
        const auto left = product(a.numerator_, b.denominator_);
        const auto right = product(b.numerator_, a.denominator_);
        if (left && right) return *left <=> *right;
    }
    return a.widened().value.compare(b.widened().value) <=> 0;
}

int Rational::sign() const {
    if (big_) return big_->value.sign();
    return (numerator_ > 0) - (numerator_ < 0);
}

bool Rational::is_integer() const { return big_ ? mp::denominator(big_->value) == 1 : denominator_ == 1; }

Rational Rational::floor() const {
    if (big_) return Rational(detail::BigRational{mp::cpp_rational(floor_of(big_->value))});
    const std::int64_t quotient = numerator_ / denominator_;  // towards zero
    return {quotient - (numerator_ % denominator_ < 0 ? 1 : 0), 1};
}

bool Rational::is_odd() const {
    return big_ ? mp::bit_test(mp::abs(mp::numerator(big_->value)), 0) : numerator_ % 2 != 0;
}

std::string Rational::numerator_text() const {
    return big_ ? mp::numerator(big_->value).str() : std::to_string(numerator_);
}

std::string Rational::denominator_text() const {
    return big_ ? mp::denominator(big_->value).str() : std::to_string(denominator_);
}

std::string Rational::text() const {
    return is_integer() ? numerator_text() : numerator_text() + "/" + denominator_text();
}

Rational abs(const Rational& value) { return value.sign() < 0 ? -value : value; }

}  // namespace yardstick::base
