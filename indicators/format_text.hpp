// SPDX-License-Identifier: Apache-2.0
// Canonical spelling of targets and results files: lines, actuals and amounts are written anew, and nothing
// else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

// In a list, the criteria stand in one column if the widest name takes at most kMaxAlignedName terminal
// columns, and no name needs more than kMaxNamePadding to be as wide; so do then the clauses, by
// kMaxCriterionPadding.
inline constexpr std::size_t kMaxAlignedName = 48;
inline constexpr std::size_t kMaxNamePadding = 24;
inline constexpr std::size_t kMaxCriterionPadding = 16;

// Neighbouring lines of a file that read otherwise than before, without the last one's line ending.
struct ChangedLines {
    std::size_t line = 1;  // the first of `before` in the source
    std::string before;
    std::string after;
};

struct Formatted {
    std::optional<std::string> text;    // none: the file has errors
    std::vector<ChangedLines> changes;  // in order; empty: the file is canonical
    base::Diagnostics diagnostics;      // of YAML and of the grammar, by place
};

// Indicator lines and the amounts of a targets file, actuals and amounts of a results file, in the spelling
// of grammar/print.hpp. Comments, order, indentation, blank lines and line endings stay; so do keys, free
// text, block scalars, actuals in words, and those that the grammar cannot read. Formatting is idempotent,
// and what was formatted is read as before; otherwise std::logic_error is thrown, which is a bug.
Formatted format_text(const yaml::Document& document);

}  // namespace yardstick::indicators
