// SPDX-License-Identifier: Apache-2.0
// A ruleset: how actuals become points, as data, with the source of each rule.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/rounding.hpp"
#include "indicators/model.hpp"
#include "indicators/named_rule.hpp"

namespace yardstick::indicators {

// How a score follows from target A, actual B and weight w.
enum class Shape {
    Proportional,         // met: w; else w x B / A, and 0 where A <= 0
    InverseProportional,  // met: w; else w x A / B, and 0 where A <= 0
    ByDirection,          // InverseProportional where the direction is negative, else Proportional
    NearestBound,   // met: w; below the range as Proportional to its low end, above it inversely to its high
    AllOrNothing,   // met: w; else 0
    ShareOfWeight,  // w x the share of the tier reached
};

std::string_view shape_text(Shape shape);  // "proportional", ...

struct Rule {
    Kind kind = Kind::AtLeast;
    Shape shape = Shape::Proportional;
    std::string source;  // where the rule is laid down
};

// A tier of qualitative achievement: [low, high), or [low, high] where high is 100.
struct Tier {
    std::vector<std::string> names;  // spellings; the first is the canonical one
    base::Decimal low;               // percent of the weight
    base::Decimal high;
    bool met = false;  // whether an indicator in this tier counts as met

    bool holds(const base::Decimal& percent) const;
    std::string range_text() const;  // "[60 %, 80 %)"
};

struct GradeBand {
    std::string grade;
    base::Decimal at_least;  // points of the exact total
};

struct Ruleset {
    std::string name;
    std::string title;
    std::string source;
    base::Decimal total_points;      // of a whole scorecard
    base::Decimal execution_points;  // of these, for budget execution
    std::vector<Rule> rules;         // one for each Kind
    std::vector<NamedRule> named_rules;
    std::vector<Tier> tiers;
    std::vector<GradeBand> grades;  // best first; the last takes all the rest
    int score_places = 2;           // decimal places of every score
    base::Rounding score_rounding = base::Rounding::HalfUp;

    const Rule& rule_for(Kind kind) const;
    const std::string& grade_of(const base::Rational& exact_total) const;
    // The tier of this name (compared as names are).
    std::optional<std::size_t> find_tier(std::string_view name) const;
};

// Everything that decides a score, as text that two rulesets share only when they score alike.
std::string canonical_text(const Ruleset& ruleset);

std::vector<std::string> builtin_ruleset_names();
std::optional<Ruleset> builtin_ruleset(std::string_view name);

// The ruleset called `named` or, where that is empty, the one that the targets name; a fault where there is
// none.
Loaded<Ruleset> choose_ruleset(const std::string& named, const Targets& targets);

// rulesets/cn_mof_2020.cpp
Ruleset cn_mof_2020();

}  // namespace yardstick::indicators
