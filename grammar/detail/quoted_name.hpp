// SPDX-License-Identifier: Apache-2.0
// Names in quotes: `"满意度（≥90 为优）" ≥ 90 %`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/source_text.hpp"

namespace yardstick::grammar::detail {

struct QuotedName {
    base::ByteSpan name;  // between the quotes
    std::size_t end;      // after the closing quote
};

// The quoted name at `begin`, where one is closed; a quote inside "…" is doubled.
std::optional<QuotedName> quoted_name(std::string_view text, std::size_t begin);

// The bytes of the quote that a text begins with; 0 where there is none.
std::size_t opening_quote(std::string_view text);

// Whether a quote like “ is closed somewhere in the text.
bool closes_quote(std::string_view text);

}  // namespace yardstick::grammar::detail
