// SPDX-License-Identifier: Apache-2.0
// Where each byte of a YAML scalar's value stands in the source.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace yardstick::indicators::yaml {

// One offset into `source` for every byte of `value`, and one for its end. `begin` is where the scalar
// begins: its quote, its block indicator (`|`, `>`), or its first character.
std::vector<std::uint32_t> scalar_offsets(std::string_view source, std::uint32_t begin,
                                          std::string_view value);

}  // namespace yardstick::indicators::yaml
