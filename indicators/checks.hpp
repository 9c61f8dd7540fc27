// SPDX-License-Identifier: Apache-2.0
// Checks on targets that can be read but may not be meant: findings, not errors.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"
#include "indicators/unit.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

// Weights that do not add to the ruleset's frame, directions against their comparator, budget parts and
// project budgets that do not add to the totals printed beside them, projects that leave the department
// without a score. In order of place. Sums are not checked where parts of the file could not be read.
base::Diagnostics check_targets(const Targets& targets, const Ruleset& ruleset);

// Targets with the ruleset that scores them.
struct CheckedTargets {
    Targets targets;
    std::optional<Ruleset> ruleset;  // none: none is named, or none of that name
};

// All that can be said of a targets file without results: load_targets, choose_ruleset, bind_rules and
// check_targets in one.
Loaded<CheckedTargets> load_checked_targets(const yaml::Document& document, const std::string& ruleset,
                                            const UnitTable& units);

}  // namespace yardstick::indicators
