// SPDX-License-Identifier: Apache-2.0
// Looking things up in a ruleset.
#include "indicators/ruleset.hpp"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/suggest.hpp"
#include "base/utf8.hpp"

namespace yardstick::indicators {

namespace {

std::string_view rounding_text(base::Rounding rounding) {
    switch (rounding) {
        case base::Rounding::HalfUp:
            return "half-up";
        case base::Rounding::HalfEven:
            return "half-even";
        case base::Rounding::HalfDown:
            return "half-down";
        case base::Rounding::Up:
            return "up";
        case base::Rounding::Down:
            return "down";
        case base::Rounding::Floor:
            return "floor";
        case base::Rounding::Ceiling:
            return "ceiling";
        case base::Rounding::ZeroFiveUp:
            return "zero-five-up";
    }
    std::unreachable();
}

}  // namespace

std::string_view shape_text(Shape shape) {
    switch (shape) {
        case Shape::Proportional:
            return "proportional";
        case Shape::InverseProportional:
            return "inverse-proportional";
        case Shape::ByDirection:
            return "by-direction";
        case Shape::NearestBound:
            return "nearest-bound";
        case Shape::AllOrNothing:
            return "all-or-nothing";
        case Shape::ShareOfWeight:
            return "share-of-weight";
    }
    std::unreachable();
}

bool Tier::holds(const base::Decimal& percent) const {
    return percent >= low && (percent < high || (percent == high && high == base::Decimal(100)));
}

std::string Tier::range_text() const {
    return fmt::format("[{} %, {} %{}", low.text(), high.text(), high == base::Decimal(100) ? "]" : ")");
}

const Rule& Ruleset::rule_for(Kind kind) const {
    const auto found = std::ranges::find(rules, kind, &Rule::kind);
    if (found == rules.end())
        throw std::logic_error("ruleset without a rule for " + std::string(kind_text(kind)));
    return *found;
}

const std::string& Ruleset::grade_of(const base::Rational& exact_total) const {
    const auto found = std::ranges::find_if(
        grades, [&](const GradeBand& band) { return exact_total >= band.at_least.value(); });
    return found == grades.end() ? grades.back().grade : found->grade;
}

std::optional<std::size_t> Ruleset::find_tier(std::string_view name) const {
    const std::string wanted = base::comparable_name(name);
    const auto found = std::ranges::find_if(tiers, [&](const Tier& tier) {
        return std::ranges::find(tier.names, wanted, &base::comparable_name) != tier.names.end();
    });
    if (found == tiers.end()) return std::nullopt;
    return static_cast<std::size_t>(found - tiers.begin());
}

std::string canonical_text(const Ruleset& ruleset) {
    std::string text = fmt::format("ruleset {}\ntotal {}\nexecution {}\nround {} {}\n", ruleset.name,
                                   ruleset.total_points.text(), ruleset.execution_points.text(),
                                   ruleset.score_places, rounding_text(ruleset.score_rounding));
    for (const Rule& rule : ruleset.rules)
        text += fmt::format("rule {} {}\n", kind_text(rule.kind), shape_text(rule.shape));
    for (const NamedRule& rule : ruleset.named_rules)
        text += fmt::format("named {} {} {}\n", rule.usage(), rule.english, rule.formula);
    for (const Tier& tier : ruleset.tiers)
        text += fmt::format("tier {} {} {}\n", fmt::join(tier.names, "|"), tier.range_text(),
                            tier.met ? "met" : "missed");
    for (const GradeBand& band : ruleset.grades)
        text += fmt::format("grade {} {}\n", band.grade, band.at_least.text());
    return text;
}

std::vector<std::string> builtin_ruleset_names() { return {cn_mof_2020().name}; }

std::optional<Ruleset> builtin_ruleset(std::string_view name) {
    if (Ruleset ruleset = cn_mof_2020(); ruleset.name == name) return ruleset;
    return std::nullopt;
}

Loaded<Ruleset> choose_ruleset(const std::string& named, const Targets& targets) {
    const std::string name = !named.empty() ? named : targets.ruleset.value_or("");
    if (name.empty()) return {std::nullopt, {{.code = base::Code::NoRuleset, .place = targets.own.place}}};
    if (auto ruleset = builtin_ruleset(name)) return {std::move(ruleset), {}};
    const auto names = builtin_ruleset_names();
    return {std::nullopt,
            {{.code = base::Code::UnknownRuleset,
              .place = named.empty() ? targets.ruleset_place : base::Place{},
              .arguments = {name, fmt::format("{}", fmt::join(names, ", "))},
              .suggestion = base::closest(name, names)}}};
}

}  // namespace yardstick::indicators
