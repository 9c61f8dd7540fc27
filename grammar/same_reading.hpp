// SPDX-License-Identifier: Apache-2.0
// Whether two spellings of a line, or of a value, say the same: what formatting must keep.
#pragma once

#include <string_view>

namespace yardstick::grammar {

// Both are read without faults, with the same name (as names are compared), comparator, target and clauses.
// Every digit counts: `80` is not `80.0`.
bool same_line(std::string_view a, std::string_view b);

// Both are read without faults, as the same actual or amount.
bool same_value(std::string_view a, std::string_view b);

}  // namespace yardstick::grammar
