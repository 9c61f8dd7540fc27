// SPDX-License-Identifier: Apache-2.0
// Lines and columns of a source text.
#include "base/source_text.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace yardstick::base {

SourceText::SourceText(std::string name, std::string text) : name_(std::move(name)), text_(std::move(text)) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text_.starts_with(kByteOrderMark)) text_.erase(0, kByteOrderMark.size());
    line_starts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
        line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

LineColumn SourceText::position(std::uint32_t offset) const {
    offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    const auto after = std::ranges::upper_bound(line_starts_, offset);
    const std::uint32_t start = *std::prev(after);
    return {.line = static_cast<std::size_t>(after - line_starts_.begin()),
            .column = 1 + count_code_points(text().substr(start, offset - start))};
}

ByteSpan SourceText::line_span(std::size_t line) const {
    const std::uint32_t begin = line_starts_.at(line - 1);
    std::uint32_t end =
        line < line_starts_.size() ? line_starts_[line] - 1 : static_cast<std::uint32_t>(text_.size());
    if (end > begin && text_[end - 1] == '\r') --end;
    return {begin, end};
}

}  // namespace yardstick::base
