// SPDX-License-Identifier: Apache-2.0
// Standard output and standard error.
#pragma once

#include <cstdio>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

namespace yardstick::cli {

// Writes and flushes all of `text`; whether that worked. A reader that has gone away is not a failure.
bool print(std::FILE* stream, std::string_view text);

// Writes all of `text` to standard output, or says why not.
std::optional<base::Diagnostic> put_out(std::string_view text);

}  // namespace yardstick::cli
