// SPDX-License-Identifier: Apache-2.0
// From an indicator's syntax tree to the indicator.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indicators/fields.hpp"
#include "indicators/model.hpp"

namespace yardstick::indicators {

// The indicator written in `node`: a line, or a mapping {indicator:, id:, task:, note:}. It joins the task
// that its name ends in (`…（任务5）`) or that `task:` names. Nothing where the line could not be read; every
// fault is reported.
std::optional<Indicator> build_indicator(FileReader& file, const yaml::Node& node,
                                         std::vector<std::string> path, const Targets& targets);

}  // namespace yardstick::indicators
