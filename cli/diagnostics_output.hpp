// SPDX-License-Identifier: Apache-2.0
// Diagnostics as text, with a closing count.
#pragma once

#include <string>

#include "base/diagnostic.hpp"
#include "base/render.hpp"

namespace yardstick::cli {

// Each diagnostic rendered, a blank line after each.
std::string diagnostics_text(const base::Diagnostics& diagnostics, base::Language language,
                             base::Color color);

// "2 errors, 1 warning"; empty where there is nothing to count.
std::string diagnostics_count(const base::Diagnostics& diagnostics, base::Language language);

}  // namespace yardstick::cli
