// SPDX-License-Identifier: Apache-2.0
// Loading a results file against its targets.
#pragma once

#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"
#include "indicators/unit.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

// Suggestions a file gets for misspelt names: each costs a comparison with every name.
inline constexpr int kMaxSuggestions = 50;

// The results in `document`, bound to the indicators of `targets`, and every fault in one list, by place:
// actuals for indicators that do not exist, or that do not fit the criterion (unlike units, a word for a
// number, a share outside its tier of `ruleset`), and whatever is missing: each actual, each amount spent.
// Where no diagnostic is an error, every indicator has its actual and every budget its spending. Of targets
// that could be read only in part, nothing is said to be missing in the unread part; without a ruleset, tiers
// are not checked.
Loaded<Results> load_results(const yaml::Document& document, const Targets& targets, const Ruleset* ruleset,
                             const UnitTable& units);

}  // namespace yardstick::indicators
