// SPDX-License-Identifier: Apache-2.0
// Loading a results file against its targets.
#pragma once

#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"
#include "indicators/unit.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

// The results in `document`, bound to the indicators of `targets`, and every fault in one list: actuals for
// indicators that do not exist, or that do not fit the criterion (unlike units, a word for a number, a share
// outside its tier of `ruleset`), and whatever is missing: each actual, each amount spent. The value is there
// exactly when no diagnostic is an error; then every indicator has its actual and every budget its spending.
Loaded<Results> load_results(const yaml::Document& document, const Targets& targets, const Ruleset& ruleset,
                             const UnitTable& units);

}  // namespace yardstick::indicators
