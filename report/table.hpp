// SPDX-License-Identifier: Apache-2.0
// Scores as a table for the terminal.
#pragma once

#include <string>

#include "base/language.hpp"
#include "base/render.hpp"
#include "report/score_report.hpp"

namespace yardstick::report {

// The department's scorecard and each project's, grouped by category, missed indicators marked; then the
// tasks, the projects, and the department's score on every basis. Columns are aligned by display width. No
// figure is rounded that the ruleset does not round: a rate that has no finite percentage ends in `…`.
std::string scores_table(const ScoreReport& report, base::Language language, base::Color color);

}  // namespace yardstick::report
