// SPDX-License-Identifier: Apache-2.0
// Walks the scalar as written and its value side by side: escapes, doubled quotes, folded lines and
// indentation are the only ways in which they differ.
#include "indicators/yaml/scalar_offsets.hpp"

#include <cstddef>

namespace yardstick::indicators::yaml {

namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Walk {
  public:
    Walk(std::string_view source, std::uint32_t begin) : source_(source), at_(begin) {
        if (at_ >= source_.size()) return;
        const char first = source_[at_];
        if (first == '\'' || first == '"') {
            quote_ = first;
            ++at_;
        } else if (first == '|' || first == '>') {
            while (at_ < source_.size() && source_[at_] != '\n') ++at_;
            if (at_ < source_.size()) ++at_;
            skip_white_on_this_line();
        }
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }

    // The offset of a value byte; moves past it.
    std::uint32_t next(char byte) {
        if (escape_left_ > 0) {  // the further bytes of an escaped character
            --escape_left_;
            return escape_at_;
        }
        if (at_ < source_.size() && source_[at_] != byte && is_white(byte) && is_white(source_[at_]))
            return folded();
        if (at_ < source_.size() && source_[at_] != byte) skip_to(byte);
        if (at_ >= source_.size()) return here();
        if (quote_ == '"' && source_[at_] == '\\') return escaped(byte);
        const std::uint32_t offset = here();
        if (source_[at_] == byte) at_ += quote_ == '\'' && source_.substr(at_, 2) == "''" ? 2 : 1;
        if (byte == '\n') skip_white_on_this_line();
        return offset;
    }

  private:
    // A line break written with indentation became a space or line feeds.
    std::uint32_t folded() {
        const std::uint32_t offset = here();
        while (at_ < source_.size() && is_white(source_[at_])) ++at_;
        return offset;
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

    void skip_white_on_this_line() {
        while (at_ < source_.size() && (source_[at_] == ' ' || source_[at_] == '\t')) ++at_;
    }

    std::uint32_t escaped(char byte) {
        escape_at_ = here();
        const char kind = at_ + 1 < source_.size() ? source_[at_ + 1] : '\\';
        at_ += 2 + (kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0);
        const auto lead = static_cast<unsigned char>(byte);
        escape_left_ = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        return escape_at_;
    }

    std::string_view source_;
    std::size_t at_;
    char quote_ = '\0';
    int escape_left_ = 0;
    std::uint32_t escape_at_ = 0;
};

}  // namespace

std::vector<std::uint32_t> scalar_offsets(std::string_view source, std::uint32_t begin,
                                          std::string_view value) {
    std::vector<std::uint32_t> offsets;
    offsets.reserve(value.size() + 1);
    Walk walk(source, begin);
    for (const char byte : value) offsets.push_back(walk.next(byte));
    offsets.push_back(walk.here());
    return offsets;
}

}  // namespace yardstick::indicators::yaml
