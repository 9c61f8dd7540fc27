// SPDX-License-Identifier: Apache-2.0
// Texts and kinds of the model.
#include "indicators/model.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "grammar/print.hpp"

namespace yardstick::indicators {

std::string Quantity::text() const {
    return unit.symbol.empty() ? number.text() : number.text() + " " + unit.symbol;
}

std::string Range::text() const {
    const std::string ends = low.text() + ".." + high.text();
    return unit.symbol.empty() ? ends : ends + " " + unit.symbol;
}

std::string Answer::text() const { return yes ? "是" : "否"; }

std::string Criterion::target_text() const {
    return std::visit([](const auto& value) -> std::string { return value.text(); }, target);
}

std::string Criterion::text() const {
    if (comparator == Comparator::Within) return target_text();
    return fmt::format("{} {}", grammar::comparator_text(comparator), target_text());
}

Kind kind_of(const Criterion& criterion) {
    if (std::holds_alternative<Date>(criterion.target)) return Kind::Deadline;
    switch (criterion.comparator) {
        case Comparator::AtLeast:
        case Comparator::Greater:
            return Kind::AtLeast;
        case Comparator::AtMost:
        case Comparator::Less:
            return Kind::AtMost;
        case Comparator::Equal:
            return Kind::Equal;
        case Comparator::Within:
            return Kind::Within;
        case Comparator::Qualitative:
            return Kind::Qualitative;
    }
    std::unreachable();
}

std::string_view kind_text(Kind kind) {
    switch (kind) {
        case Kind::AtLeast:
            return "at-least";
        case Kind::AtMost:
            return "at-most";
        case Kind::Equal:
            return "equal";
        case Kind::Within:
            return "within";
        case Kind::Deadline:
            return "deadline";
        case Kind::Qualitative:
            return "qualitative";
    }
    std::unreachable();
}

std::string full_name(const Indicator& indicator) {
    return fmt::format("{}{}{}", fmt::join(indicator.path, "/"), indicator.path.empty() ? "" : "/",
                       indicator.name);
}

base::Rational Budget::total() const {
    base::Rational sum;
    for (const auto& [name, amount] : parts) sum += amount.in_base();
    return sum;
}

std::string Budget::text() const {
    const Unit& unit = parts.front().second.unit;
    int places = 0;
    for (const auto& [name, amount] : parts) {
        if (amount.unit.scale != unit.scale) return amount_text(total(), unit);
        places = std::max(places, amount.number.places());
    }
    return Quantity{base::Decimal::rounded(total() / unit.scale, places, base::Rounding::Down), unit}
        .text();  // exact
}

std::string amount_text(const base::Rational& amount, const Unit& unit) {
    return base::decimal_or_fraction(amount / unit.scale) + " " + unit.symbol;
}

}  // namespace yardstick::indicators
