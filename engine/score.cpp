// SPDX-License-Identifier: Apache-2.0
// Scoring, in exact rationals; the only roundings are those of the ruleset.
#include "engine/score.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <utility>
#include <vector>

#include "indicators/evaluate_formula.hpp"

namespace yardstick::engine {

namespace {

using base::Decimal;
using base::Rational;
using indicators::Answer;
using indicators::Comparator;
using indicators::Date;
using indicators::Direction;
using indicators::Indicator;
using indicators::Quantity;
using indicators::Range;
using indicators::Ruleset;
using indicators::Shape;
using indicators::TierShare;

// Whether what compares to the target as `order` reaches it. `less_is_better` decides what `=` asks for: at
// most, or at least the target; going beyond it is not punished.
bool reaches(std::strong_ordering order, Comparator comparator, bool less_is_better) {
    switch (comparator) {
        case Comparator::AtLeast:
            return order >= 0;
        case Comparator::Greater:
            return order > 0;
        case Comparator::AtMost:
            return order <= 0;
        case Comparator::Less:
            return order < 0;
        case Comparator::Equal:
            return less_is_better ? order <= 0 : order >= 0;
        case Comparator::Within:
        case Comparator::Qualitative:
            break;
    }
    std::unreachable();
}

// `= 0` asks for none at all, whatever the direction: any occurrence misses it.
bool occurs_against_zero(const Indicator& indicator, const Rational& target, const Rational& achieved) {
    return indicator.criterion.comparator == Comparator::Equal && target.sign() == 0 && achieved.sign() > 0;
}

bool is_met(const Indicator& indicator, const indicators::Actual& actual, const Ruleset& ruleset) {
    const bool negative = indicator.direction == Direction::Negative;
    const Comparator comparator = indicator.criterion.comparator;
    if (const auto* quantity = std::get_if<Quantity>(&indicator.criterion.target)) {
        const Rational target = quantity->in_base();
        const Rational& achieved = std::get<Rational>(actual.value);
        return !occurs_against_zero(indicator, target, achieved) &&
               reaches(achieved <=> target, comparator, negative);
    }
    if (const auto* range = std::get_if<Range>(&indicator.criterion.target)) {
        const Rational& achieved = std::get<Rational>(actual.value);
        return achieved >= range->low_in_base() && achieved <= range->high_in_base();
    }
    if (const auto* target = std::get_if<Date>(&indicator.criterion.target))
        return keeps(std::get<Date>(actual.value), comparator, *target).value();
    if (const auto* target = std::get_if<Answer>(&indicator.criterion.target))
        return std::get<Answer>(actual.value).yes == target->yes;
    return ruleset.tiers[std::get<TierShare>(actual.value).tier].met;
}

Shape shape_for(const Indicator& indicator, const Ruleset& ruleset) {
    const Shape shape = ruleset.rule_for(indicators::kind_of(indicator.criterion)).shape;
    if (shape != Shape::ByDirection) return shape;
    return indicator.direction == Direction::Negative ? Shape::InverseProportional : Shape::Proportional;
}

Rational proportional(const Rational& achieved, const Rational& target) {
    return target.sign() <= 0 ? 0 : achieved / target;
}

// Missing a ceiling that is above 0 leaves achieved above 0.
Rational inverse(const Rational& achieved, const Rational& ceiling) {
    return ceiling.sign() <= 0 ? 0 : ceiling / achieved;
}

// The part of the weight that an indicator which missed its target still earns.
Rational unmet_share(const Indicator& indicator, const indicators::Actual& actual, const Ruleset& ruleset) {
    const Shape shape = shape_for(indicator, ruleset);
    if (shape == Shape::AllOrNothing || std::holds_alternative<Answer>(indicator.criterion.target)) return 0;
    const Rational& achieved = std::get<Rational>(actual.value);
    if (const auto* range = std::get_if<Range>(&indicator.criterion.target)) {
        if (achieved < range->low_in_base()) return proportional(achieved, range->low_in_base());
        return inverse(achieved, range->high_in_base());
    }
    const Rational target = std::get<Quantity>(indicator.criterion.target).in_base();
    return shape == Shape::Proportional ? proportional(achieved, target) : inverse(achieved, target);
}

// The points that a line's own rule gives, before they are cut to [0, weight].
Rational points_by_rule(const Indicator& indicator, const indicators::Actual& actual, bool met) {
    const indicators::BoundRule& rule = *indicator.rule->bound;
    std::vector<indicators::FormulaValue> values{std::get<Quantity>(indicator.criterion.target).in_base(),
                                                 std::get<Rational>(actual.value), indicator.weight.value(),
                                                 met};
    values.insert(values.end(), rule.arguments.begin(), rule.arguments.end());
    return std::get<Rational>(indicators::evaluate(rule.formula, values).value());
}

Points rounded(const Rational& exact, const Ruleset& ruleset) {
    return {exact, Decimal::rounded(exact, ruleset.score_places, ruleset.score_rounding)};
}

// Rounding may carry a score above a weight that has more places than scores (30.005 -> 30.01): then it is
// cut.
Points rounded_within(const Rational& exact, const Rational& weight, const Ruleset& ruleset) {
    Points points = rounded(exact, ruleset);
    if (points.rounded.value() > weight)
        points.rounded = Decimal::rounded(weight, ruleset.score_places, base::Rounding::Down);
    return points;
}

void add(Subtotal& subtotal, const Indicator& indicator, const IndicatorScore& score) {
    subtotal.available += indicator.weight.value();
    subtotal.earned += score.points.rounded.value();
}

std::vector<Subtotal> task_subtotals(const indicators::Scorecard& scorecard,
                                     const std::vector<indicators::Task>& tasks,
                                     const std::vector<IndicatorScore>& scores) {
    std::vector<Subtotal> subtotals;
    for (const indicators::Task& task : tasks) {
        Subtotal subtotal{.path = {task.key}, .available = 0, .earned = 0};
        for (std::size_t i = 0; i < scores.size(); ++i)
            if (scorecard.indicators[i].task == task.key) add(subtotal, scorecard.indicators[i], scores[i]);
        if (subtotal.available.sign() > 0) subtotals.push_back(std::move(subtotal));
    }
    return subtotals;
}

std::vector<Subtotal> category_subtotals(const indicators::Scorecard& scorecard,
                                         const std::vector<IndicatorScore>& scores) {
    std::vector<Subtotal> subtotals;
    std::map<std::vector<std::string>, std::size_t> by_path;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const Indicator& indicator = scorecard.indicators[i];
        for (std::size_t depth = 1; depth <= indicator.path.size(); ++depth) {
            const std::vector<std::string> path(indicator.path.begin(),
                                                indicator.path.begin() + static_cast<std::ptrdiff_t>(depth));
            const auto [at, is_new] = by_path.emplace(path, subtotals.size());
            if (is_new) subtotals.push_back({.path = path, .available = 0, .earned = 0});
            add(subtotals[at->second], indicator, scores[i]);
        }
    }
    return subtotals;
}

}  // namespace

IndicatorScore score_indicator(const Indicator& indicator, const indicators::Actual& actual,
                               const Ruleset& ruleset) {
    const Rational& weight = indicator.weight.value();
    const bool met = is_met(indicator, actual, ruleset);
    if (indicator.rule)
        return {.points = rounded_within(
                    std::clamp(points_by_rule(indicator, actual, met), Rational(0), weight), weight, ruleset),
                .met = met};
    Rational share = 1;
    if (const auto* tier = std::get_if<TierShare>(&actual.value))
        share = tier->percent.value() / 100;
    else if (!met)
        share = unmet_share(indicator, actual, ruleset);
    return {.points = rounded_within(weight * std::clamp(share, Rational(0), Rational(1)), weight, ruleset),
            .met = met};
}

ExecutionScore score_execution(const Rational& spent, const Rational& budget, const Ruleset& ruleset) {
    const Rational rate = spent / budget;
    return {.rate = rate,
            .points = rounded(ruleset.execution_points.value() * std::min(rate, Rational(1)), ruleset)};
}

ScorecardScore score_scorecard(const indicators::Scorecard& scorecard,
                               const indicators::ScorecardResults& results,
                               const std::vector<indicators::Task>& tasks, const Ruleset& ruleset) {
    ScorecardScore score;
    Rational total;
    for (std::size_t i = 0; i < scorecard.indicators.size(); ++i) {
        const Indicator& indicator = scorecard.indicators[i];
        score.indicators.push_back(score_indicator(indicator, results.actuals[i].value(), ruleset));
        score.available += indicator.weight.value();
        total += score.indicators.back().points.rounded.value();
    }
    if (scorecard.budget || results.adjusted) {
        const Rational budget = results.adjusted ? results.adjusted->in_base() : scorecard.budget->total();
        score.execution = score_execution(results.spent.value().in_base(), budget, ruleset);
        score.available += ruleset.execution_points.value();
        total += score.execution->points.rounded.value();
    }
    score.total = rounded(total, ruleset);
    score.grade = ruleset.grade_of(score.total.exact);
    score.categories = category_subtotals(scorecard, score.indicators);
    score.tasks = task_subtotals(scorecard, tasks, score.indicators);
    return score;
}

}  // namespace yardstick::engine
