// SPDX-License-Identifier: Apache-2.0
// The texts of all diagnostics, in one table.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostic.hpp"

namespace yardstick::base {

// A text in both languages; `{0}`, `{1}`, ... are the diagnostic's arguments.
struct Wording {
    std::string_view chinese;
    std::string_view english;
    std::string_view in(Language language) const { return language == Language::Chinese ? chinese : english; }
};

struct CatalogueEntry {
    Code code;
    Severity severity;
    Wording message;  // one sentence: what was seen, and why it is a fault
    Wording hint;     // what to do about it; may be empty
};

// Every code once, in ascending order.
std::span<const CatalogueEntry> catalogue();

}  // namespace yardstick::base
