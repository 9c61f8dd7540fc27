// SPDX-License-Identifier: Apache-2.0
// Weighting: from the scores of scorecards to the score of the department.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/score.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::engine {

// How a department score was made.
enum class Basis {
    OwnScorecard,      // the department's own indicators
    ProjectsByBudget,  // the mean of its projects' scores, weighted by their budgets in the targets
};

std::string_view basis_text(Basis basis);  // "own", "projects-by-budget"

struct BasedScore {
    Basis basis = Basis::OwnScorecard;
    Points points;
    std::string grade;  // of the exact score
};

struct DepartmentScore {
    std::optional<ScorecardScore> own;     // none: the department has no indicators of its own
    std::vector<ScorecardScore> projects;  // in the order of the targets
    std::vector<BasedScore> scores;        // all that can be made; the first is the department's
};

// Everything that a targets file and its results give. The department's score is that of its own scorecard
// where it has one, else the mean of its projects weighted by budget. The mean is made where every project
// has a budget and these do not add to 0; `scores` is empty where neither can be made
// (indicators::check_targets says so).
DepartmentScore score_department(const indicators::Targets& targets, const indicators::Results& results,
                                 const indicators::Ruleset& ruleset);

}  // namespace yardstick::engine
