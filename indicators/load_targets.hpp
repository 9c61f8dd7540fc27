// SPDX-License-Identifier: Apache-2.0
// Loading a targets file.
#pragma once

#include <cstddef>

#include "indicators/model.hpp"
#include "indicators/unit.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

// Indicators one scorecard may have.
inline constexpr std::size_t kMaxIndicators = 100'000;

// The targets in `document` (docs/files.md gives the shape), and every fault of the file in one list, by
// place. There is no value only where the file is not a targets file at all; where there are errors, it holds
// what could be read.
Loaded<Targets> load_targets(const yaml::Document& document, const UnitTable& units);

}  // namespace yardstick::indicators
