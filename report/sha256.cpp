// SPDX-License-Identifier: Apache-2.0
// SHA-256, by libmd.
#include "report/sha256.hpp"

#include <array>
#include <cstdint>

#include <sha256.h>

namespace yardstick::report {

std::string sha256(std::string_view bytes) {
    SHA256_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    std::array<char, SHA256_DIGEST_STRING_LENGTH> hexadecimal{};
    SHA256End(&context, hexadecimal.data());
    return hexadecimal.data();
}

}  // namespace yardstick::report
