// SPDX-License-Identifier: Apache-2.0
// yardstick check
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace yardstick::cli {

ExitStatus run_check(const CheckOptions& options);

}  // namespace yardstick::cli
