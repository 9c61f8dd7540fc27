// SPDX-License-Identifier: Apache-2.0
// Where each byte of a YAML scalar's value stands in the source.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/source_text.hpp"

namespace yardstick::indicators::yaml {

struct ScalarOffsets {
    std::vector<base::ByteSpan> bytes;  // in the source: one for every byte of the value
    std::uint32_t end = 0;              // of the value: before the closing quote
};

// `begin` is where the scalar begins: its quote, its block indicator (`|`, `>`), or its first character. All
// bytes of an escaped character have the span of the escape; one that was not written (the line feed of a
// block that ends with the file) has an empty span.
ScalarOffsets scalar_offsets(std::string_view source, std::uint32_t begin, std::string_view value);

}  // namespace yardstick::indicators::yaml
