// SPDX-License-Identifier: Apache-2.0
// yardstick score
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "cli/exit_status.hpp"
#include "cli/options.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::cli {

ExitStatus run_score(const ScoreOptions& options);

// The ruleset that `named` (from the command line, may be empty) or else the targets name; a fault where
// there is none.
std::optional<indicators::Ruleset> choose_ruleset(const std::string& named,
                                                  const indicators::Targets& targets,
                                                  base::Diagnostics& diagnostics);

}  // namespace yardstick::cli
