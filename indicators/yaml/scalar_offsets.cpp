// SPDX-License-Identifier: Apache-2.0
// Walks the scalar as written and its value side by side: escapes, doubled quotes, folded lines and
// indentation are the only ways in which they differ.
#include "indicators/yaml/scalar_offsets.hpp"

#include <algorithm>
#include <cstddef>

namespace yardstick::indicators::yaml {

namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool is_indentation(char c) { return c == ' ' || c == '\t'; }

class Walk {
  public:
    Walk(std::string_view source, std::uint32_t begin, std::string_view value)
        : source_(source), value_(value), at_(begin) {
        if (at_ >= source_.size()) return;
        const char first = source_[at_];
        if (first == '\'' || first == '"') {
            quote_ = first;
            ++at_;
        } else if (first == '|' || first == '>') {
            while (at_ < source_.size() && source_[at_] != '\n') ++at_;
            if (at_ < source_.size()) ++at_;
            skip_indentation(0);
        }
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }

    // The span of the value's byte at `index`; moves past it. To be called for every byte in turn.
    base::ByteSpan next(std::size_t index) {
        const char byte = value_[index];
        if (escape_left_ > 0) {  // the further bytes of an escaped character
            --escape_left_;
            return escape_;
        }
        if (at_ < source_.size() && source_[at_] != byte && is_white(byte) && is_white(source_[at_]))
            return folded();
        if (at_ < source_.size() && source_[at_] != byte) skip_to(byte);
        if (at_ >= source_.size()) return {here(), here()};
        if (quote_ == '"' && source_[at_] == '\\') return escaped(byte);
        const std::uint32_t offset = here();
        if (source_[at_] == byte) at_ += quote_ == '\'' && source_.substr(at_, 2) == "''" ? 2 : 1;
        const base::ByteSpan span{offset, here()};
        if (byte == '\n') skip_indentation(index + 1);
        return span;
    }

  private:
    // A line break written with indentation became a space or line feeds.
    base::ByteSpan folded() {
        const std::uint32_t offset = here();
        while (at_ < source_.size() && is_white(source_[at_])) ++at_;
        return {offset, offset + 1};
    }

    // White space, and escaped line ends, that the value does not have.
    void skip_to(char byte) {
        while (at_ < source_.size() && source_[at_] != byte) {
            if (is_white(source_[at_]))
                ++at_;
            else if (quote_ == '"' && source_[at_] == '\\' && at_ + 1 < source_.size() &&
                     is_white(source_[at_ + 1]))
                at_ += 2;
            else
                return;
        }
    }

    // The white space that begins a line, but for that which the value has from `index` on: a line of a block
    // may be indented more than the block.
    void skip_indentation(std::size_t index) {
        std::size_t written = 0;
        while (at_ + written < source_.size() && is_indentation(source_[at_ + written])) ++written;
        std::size_t kept = 0;
        while (kept < written && index + kept < value_.size() && is_indentation(value_[index + kept])) ++kept;
        at_ += written - kept;
    }

    base::ByteSpan escaped(char byte) {
        const std::size_t begin = at_;
        const char kind = at_ + 1 < source_.size() ? source_[at_ + 1] : '\\';
        at_ += 2 + (kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0);
        at_ = std::min(at_, source_.size());
        const auto lead = static_cast<unsigned char>(byte);
        escape_left_ = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        escape_ = {static_cast<std::uint32_t>(begin), here()};
        return escape_;
    }

    std::string_view source_;
    std::string_view value_;
    std::size_t at_;
    char quote_ = '\0';
    int escape_left_ = 0;
    base::ByteSpan escape_;
};

}  // namespace

ScalarOffsets scalar_offsets(std::string_view source, std::uint32_t begin, std::string_view value) {
    ScalarOffsets offsets;
    offsets.bytes.reserve(value.size());
    Walk walk(source, begin, value);
    for (std::size_t i = 0; i < value.size(); ++i) offsets.bytes.push_back(walk.next(i));
    offsets.end = walk.here();
    return offsets;
}

}  // namespace yardstick::indicators::yaml
