// SPDX-License-Identifier: Apache-2.0
// Checks on targets.
#include "indicators/checks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "grammar/print.hpp"
#include "indicators/load_targets.hpp"
#include "indicators/named_rule.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;
using base::Diagnostics;
using base::Rational;

std::string_view written(const base::Place& place) { return place.span.in(place.source->text()); }

bool contradicts(Comparator comparator, Direction direction) {
    const bool asks_for_more = comparator == Comparator::AtLeast || comparator == Comparator::Greater;
    const bool asks_for_less = comparator == Comparator::AtMost || comparator == Comparator::Less;
    return direction == Direction::Positive ? asks_for_less : asks_for_more;
}

void check_directions(const Scorecard& scorecard, Diagnostics& findings) {
    for (const Indicator& indicator : scorecard.indicators)
        if (indicator.direction && contradicts(indicator.criterion.comparator, *indicator.direction) &&
            kind_of(indicator.criterion) != Kind::Deadline)
            findings.push_back(
                {.code = Code::DirectionContradicts,
                 .place = indicator.direction_place,
                 .arguments = {std::string(grammar::comparator_text(indicator.criterion.comparator)),
                               std::string(written(indicator.direction_place))}});
}

void check_weights(const Scorecard& scorecard, const Ruleset& ruleset, Diagnostics& findings) {
    if (scorecard.indicators.empty() || scorecard.incomplete) return;
    Rational sum;
    for (const Indicator& indicator : scorecard.indicators) sum += indicator.weight.value();
    const Rational frame =
        ruleset.total_points.value() - (scorecard.budget ? ruleset.execution_points.value() : 0);
    if (sum != frame)
        findings.push_back({.code = Code::WeightsOffFrame,
                            .place = scorecard.place,
                            .arguments = {scorecard.name, base::decimal_or_fraction(sum),
                                          base::decimal_or_fraction(frame)}});
}

void check_budget(const Scorecard& scorecard, Diagnostics& findings) {
    if (!scorecard.budget || !scorecard.budget->stated_total) return;
    const Quantity& stated = *scorecard.budget->stated_total;
    if (scorecard.budget->total() != stated.in_base())
        findings.push_back(
            {.code = Code::BudgetPartsOff,
             .place = scorecard.budget->place,
             .arguments = {amount_text(scorecard.budget->total(), stated.unit), stated.text()}});
}

void check_project_budgets(const Targets& targets, Diagnostics& findings) {
    const auto is_incomplete = [](const Scorecard& project) { return project.incomplete; };
    if (!targets.stated_project_total || targets.incomplete ||
        std::ranges::any_of(targets.projects, is_incomplete))
        return;
    const Quantity& stated = *targets.stated_project_total;
    Rational sum;
    for (const Scorecard& project : targets.projects)
        if (project.budget) sum += project.budget->total();
    if (sum != stated.in_base())
        findings.push_back({.code = Code::ProjectBudgetsOff,
                            .place = targets.stated_project_total_place,
                            .arguments = {amount_text(sum, stated.unit), stated.text()}});
}

// Without a scorecard of its own, a department is scored by its projects, weighted by their budgets.
void check_basis(const Targets& targets, Diagnostics& findings) {
    if (!targets.own.indicators.empty() || targets.own.incomplete) return;
    for (const Scorecard& project : targets.projects)
        if (!project.budget && !project.incomplete) {
            findings.push_back(
                {.code = Code::NoDepartmentScore, .place = project.place, .arguments = {project.name}});
            return;
        }
}

}  // namespace

Diagnostics check_targets(const Targets& targets, const Ruleset& ruleset) {
    Diagnostics findings;
    const auto check = [&](const Scorecard& scorecard) {
        check_directions(scorecard, findings);
        check_weights(scorecard, ruleset, findings);
        check_budget(scorecard, findings);
    };
    check(targets.own);
    for (const Scorecard& project : targets.projects) check(project);
    check_project_budgets(targets, findings);
    check_basis(targets, findings);
    base::sort_by_place(findings);
    return findings;
}

Loaded<CheckedTargets> load_checked_targets(const yaml::Document& document, const std::string& ruleset,
                                            const UnitTable& units) {
    auto targets = load_targets(document, units);
    Loaded<CheckedTargets> loaded{std::nullopt, std::move(targets.diagnostics)};
    if (!targets.value) return loaded;
    const auto add = [&](Diagnostics more) {
        std::ranges::move(more, std::back_inserter(loaded.diagnostics));
    };
    auto chosen = choose_ruleset(ruleset, *targets.value);
    add(std::move(chosen.diagnostics));
    if (chosen.value) {
        Diagnostics findings = bind_rules(*targets.value, *chosen.value, units);
        std::ranges::move(check_targets(*targets.value, *chosen.value), std::back_inserter(findings));
        base::sort_by_place(findings);
        add(std::move(findings));
    }
    loaded.value = CheckedTargets{std::move(*targets.value), std::move(chosen.value)};
    return loaded;
}

}  // namespace yardstick::indicators
