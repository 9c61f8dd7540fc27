// SPDX-License-Identifier: Apache-2.0
// A text that was read, and places in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace yardstick::base {

// Half-open range of byte offsets. Columns are computed only when something is shown.
struct ByteSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
    friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

struct LineColumn {
    std::size_t line = 1;    // from 1
    std::size_t column = 1;  // from 1, in code points
    friend bool operator==(const LineColumn&, const LineColumn&) = default;
};

// Bytes a file may have; keeps offsets well within 32 bits.
inline constexpr std::size_t kMaxFileBytes = std::size_t{64} << 20;

// A file's bytes (UTF-8 without byte order mark) under the name the user gave it.
class SourceText {
  public:
    // `text` has at most kMaxFileBytes.
    SourceText(std::string name, std::string text);

    const std::string& name() const { return name_; }
    std::string_view text() const { return text_; }

    LineColumn position(std::uint32_t offset) const;  // an offset past the end is the end
    ByteSpan line_span(std::size_t line) const;       // without its line ending; `line` counts from 1

  private:
    std::string name_;
    std::string text_;
    std::vector<std::uint32_t> line_starts_;
};

// A span of a source; no source: nowhere in a file.
struct Place {
    std::shared_ptr<const SourceText> source;
    ByteSpan span;
};

}  // namespace yardstick::base
