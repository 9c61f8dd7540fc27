// SPDX-License-Identifier: Apache-2.0
// yardstick score
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace yardstick::cli {

ExitStatus run_score(const ScoreOptions& options);

}  // namespace yardstick::cli
