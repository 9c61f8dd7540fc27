// SPDX-License-Identifier: Apache-2.0
// Scores and diagnostics as JSON. Numbers are strings, so that nothing on the way rounds them.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "report/score_report.hpp"

namespace yardstick::report {

// {"format": "yardstick/scores/1", ...}; docs/json.md describes every key. Ends in a newline.
std::string scores_json(const ScoreReport& report, base::Language language);

// {"format": "yardstick/diagnostics/1", "diagnostics": [...]}. Ends in a newline.
std::string diagnostics_json(const base::Diagnostics& diagnostics, base::Language language);

}  // namespace yardstick::report
