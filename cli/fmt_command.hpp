// SPDX-License-Identifier: Apache-2.0
// yardstick fmt
#pragma once

#include "cli/exit_status.hpp"
#include "cli/options.hpp"

namespace yardstick::cli {

// Rewrites each file in place, or with --check shows what would change. A file with errors, or one that
// cannot be read or written, does not keep the others from being formatted; the worst of all is returned.
ExitStatus run_fmt(const FmtOptions& options);

}  // namespace yardstick::cli
