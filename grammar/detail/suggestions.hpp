// SPDX-License-Identifier: Apache-2.0
// What was probably meant where a line has text that is no clause, or no comparator.
#pragma once

#include <string_view>

#include "base/diagnostic.hpp"

namespace yardstick::grammar::detail {

// Gives the diagnostics of `text` their suggestions: the keyword that is nearly a misspelt one, `按 比例` for
// `按比例`, the comparator that three characters are nearly.
void suggest_keywords(base::Diagnostics& diagnostics, std::string_view text);

}  // namespace yardstick::grammar::detail
