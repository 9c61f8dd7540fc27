// SPDX-License-Identifier: Apache-2.0
// Fingerprints that say which inputs a figure was made from.
#pragma once

#include <string>
#include <string_view>

namespace yardstick::report {

// SHA-256 of the bytes, as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace yardstick::report
