// SPDX-License-Identifier: Apache-2.0
// Reading and writing files.
#pragma once

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace yardstick::cli {

struct InputText {
    std::shared_ptr<const base::SourceText> source;
    std::string sha256;  // of the file's bytes
    bool has_byte_order_mark = false;
};

// The whole file; `-` is standard input. At most base::kMaxFileBytes.
std::expected<InputText, base::Diagnostic> read_file(const std::string& path);

// Writes the file whole or not at all: beside it under another name, then renamed over it, with the
// permissions of the file that was there. Links are followed; what is not a regular file (a device, a pipe)
// is written to directly.
std::optional<base::Diagnostic> write_file(const std::string& path, std::string_view content);

// Whether two paths lead to one file.
bool same_file(const std::string& a, const std::string& b);

}  // namespace yardstick::cli
