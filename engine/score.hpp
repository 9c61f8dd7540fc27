// SPDX-License-Identifier: Apache-2.0
// Scoring: an indicator, budget execution, a scorecard.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/decimal.hpp"
#include "base/rational.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::engine {

// A number of points: exact, and rounded as the ruleset says.
struct Points {
    base::Rational exact;
    base::Decimal rounded;
};

struct IndicatorScore {
    Points points;     // rounded within [0, weight]
    bool met = false;  // whether the target was reached
};

struct ExecutionScore {
    base::Rational rate;  // spent / budget; may be above 1
    Points points;
};

// Points of the indicators that one task, or one category with all that is nested in it, holds.
struct Subtotal {
    std::vector<std::string> path;  // of the category; of a task, its key
    base::Rational available;       // sum of weights
    base::Rational earned;          // sum of rounded scores
};

struct ScorecardScore {
    std::vector<IndicatorScore> indicators;   // in the scorecard's order
    std::optional<ExecutionScore> execution;  // none: there is no budget
    base::Rational available;                 // weights and execution points
    Points total;                             // exact: the sum of the rounded scores
    std::string grade;
    std::vector<Subtotal> categories;  // each before those nested in it, in the order of its first indicator
    std::vector<Subtotal> tasks;       // in the order of the targets' tasks, those that have indicators
};

// The score of one indicator: by the rule that its line names (which bind_rules has bound), else by its
// ruleset's shape for its kind; clamped to [0, weight], then rounded. `actual` fits the criterion
// (load_results sees to it). A date is met as indicators::keeps says; yes and no, when the answer is the one
// asked for, and earn nothing otherwise.
IndicatorScore score_indicator(const indicators::Indicator& indicator, const indicators::Actual& actual,
                               const indicators::Ruleset& ruleset);

// The ruleset's execution points x min(1, spent / budget), rounded. `budget` is above 0; both are in 元.
ExecutionScore score_execution(const base::Rational& spent, const base::Rational& budget,
                               const indicators::Ruleset& ruleset);

// A whole scorecard. Every indicator has its actual, and a budget its spending.
ScorecardScore score_scorecard(const indicators::Scorecard& scorecard,
                               const indicators::ScorecardResults& results,
                               const std::vector<indicators::Task>& tasks,
                               const indicators::Ruleset& ruleset);

}  // namespace yardstick::engine
