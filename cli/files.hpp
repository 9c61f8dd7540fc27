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

// The whole file; `-` is standard input. At most base::kMaxFileBytes.
std::expected<std::shared_ptr<const base::SourceText>, base::Diagnostic> read_file(const std::string& path);

// Writes the file whole or not at all: beside it under another name, then renamed over it.
std::optional<base::Diagnostic> write_file(const std::string& path, std::string_view content);

}  // namespace yardstick::cli
