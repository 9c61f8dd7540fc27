// SPDX-License-Identifier: Apache-2.0
// Diagnostics as SARIF 2.1.0, which editors and code hosts read.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace yardstick::report {

// One run of the tool `version`, with a result for each diagnostic, in their order, and a rule for each code
// that occurs; docs/json.md says what each holds. A path becomes a URI relative as the user gave it, or a
// file URI; `-` is standard input. The same diagnostics give the same bytes. Ends in a newline.
std::string diagnostics_sarif(const base::Diagnostics& diagnostics, base::Language language,
                              std::string_view version);

// The URI reference of a file: "目标/a b.yaml" is "%E7%9B%AE%E6%A0%87/a%20b.yaml", "/x.yaml" is
// "file:///x.yaml".
std::string uri_of_path(std::string_view path);

}  // namespace yardstick::report
