// SPDX-License-Identifier: Apache-2.0
// Checks on targets that can be read but may not be meant: findings, not errors.
#pragma once

#include "base/diagnostic.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::indicators {

// Weights that do not add to the ruleset's frame, directions against their comparator, budget parts and
// project budgets that do not add to the totals printed beside them. In order of place.
base::Diagnostics check_targets(const Targets& targets, const Ruleset& ruleset);

}  // namespace yardstick::indicators
