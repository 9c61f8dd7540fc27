// SPDX-License-Identifier: Apache-2.0
// Department scores.
#include "engine/weighting.hpp"

#include <algorithm>
#include <utility>

namespace yardstick::engine {

namespace {

using base::Decimal;
using base::Rational;
using indicators::Ruleset;
using indicators::Scorecard;
using indicators::Targets;

bool has_budget(const Scorecard& project) { return project.budget.has_value(); }

std::optional<BasedScore> mean_by_budget(const Targets& targets, const std::vector<ScorecardScore>& projects,
                                         const Ruleset& ruleset) {
    if (projects.empty() || !std::ranges::all_of(targets.projects, has_budget)) return std::nullopt;
    Rational weighted;
    Rational budgets;
    for (std::size_t i = 0; i < projects.size(); ++i) {
        const Rational budget = targets.projects[i].budget->total();
        weighted += projects[i].total.rounded.value() * budget;
        budgets += budget;
    }
    if (budgets.sign() == 0) return std::nullopt;
    const Rational exact = weighted / budgets;
    return BasedScore{
        .basis = Basis::ProjectsByBudget,
        .points = {exact, Decimal::rounded(exact, ruleset.score_places, ruleset.score_rounding)},
        .grade = ruleset.grade_of(exact)};
}

}  // namespace

std::string_view basis_text(Basis basis) {
    switch (basis) {
        case Basis::OwnScorecard:
            return "own";
        case Basis::ProjectsByBudget:
            return "projects-by-budget";
    }
    std::unreachable();
}

DepartmentScore score_department(const Targets& targets, const indicators::Results& results,
                                 const Ruleset& ruleset) {
    DepartmentScore department;
    if (!targets.own.indicators.empty()) {
        department.own = score_scorecard(targets.own, results.own, targets.tasks, ruleset);
        department.scores.push_back({Basis::OwnScorecard, department.own->total, department.own->grade});
    }
    for (std::size_t i = 0; i < targets.projects.size(); ++i)
        department.projects.push_back(
            score_scorecard(targets.projects[i], results.projects[i], targets.tasks, ruleset));
    if (auto mean = mean_by_budget(targets, department.projects, ruleset))
        department.scores.push_back(std::move(*mean));
    return department;
}

}  // namespace yardstick::engine
