// SPDX-License-Identifier: Apache-2.0
// Rules that a line may name in place of its kind's: `按 每降扣分(5%, 1)`. A rule is a formula with
// parameters.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "indicators/formula.hpp"
#include "indicators/unit.hpp"

namespace yardstick::indicators {

struct Indicator;
struct Ruleset;
struct Targets;

struct RuleParameter {
    enum class Kind { LikeTarget, Number };

    std::string chinese;
    std::string english;
    Kind kind = Kind::Number;
};

// A formula for the points of an indicator whose target is a quantity. It may use 指标值 target, 完成值
// actual, 权重 points, 达标 met (whether the criterion is kept) and its parameters, all of which are above 0.
struct NamedRule {
    // Which targets it is for: `≥` and `>`, `≤` and `<`, or all; `=` is for each.
    enum class For { AtLeast, AtMost, All };

    std::string chinese;
    std::string english;
    For targets = For::All;
    std::vector<RuleParameter> parameters;
    // Gives a bare number whatever the target measures, and for all data: it divides by nothing that can be
    // 0. The result is cut to [0, weight].
    std::string formula;
    std::string source;

    std::string usage() const;  // "每降扣分(每档, 扣分)"
};

// A rule made ready for one indicator.
struct BoundRule {
    std::string name;                     // in Chinese, its canonical one
    CheckedFormula formula;               // over target, actual, points, met and the arguments, in this order
    std::vector<FormulaValue> arguments;  // in base units
};

// Binds each line's rule to the ruleset's; reports names that it has not, and arguments that do not fit:
// another number of them, another dimension than the target's, not above 0.
base::Diagnostics bind_rules(Targets& targets, const Ruleset& ruleset, const UnitTable& units);

}  // namespace yardstick::indicators
