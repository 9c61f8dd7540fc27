// SPDX-License-Identifier: Apache-2.0
// UTF-8, over utf8proc.
#include "base/utf8.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>
#include <utf8proc.h>

namespace yardstick::base {

namespace {

struct CodePoint {
    utf8proc_int32_t value;  // -1 for an invalid byte
    std::size_t length;
};

CodePoint first_code_point(std::string_view text) {
    if (static_cast<unsigned char>(text.front()) < 0x80) return {text.front(), 1};
    utf8proc_int32_t value = -1;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &value);
    if (length <= 0) return {-1, 1};
    return {value, static_cast<std::size_t>(length)};
}

bool is_control(utf8proc_int32_t point) {
    return (point >= 0 && point < 0x20) || (point >= 0x7F && point < 0xA0);
}

// Characters that cannot be seen but change what is read: bidirectional controls, which show text in another
// order (CVE-2021-42574), and those without width. The joiners of Indic scripts and emoji are left alone.
bool is_invisible(utf8proc_int32_t point) {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200B ||
           point == 0x2028 || point == 0x2029 || point == 0x2060 || point == 0xFEFF || point == 0x00AD;
}

bool is_space(utf8proc_int32_t point) {
    return point == 0x00A0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F ||
           point == 0x3000;
}

constexpr utf8proc_int32_t kFullWidthFirst = 0xFF01;
constexpr utf8proc_int32_t kFullWidthLast = 0xFF5E;
constexpr utf8proc_int32_t kFullWidthToAscii = 0xFEE0;
constexpr utf8proc_int32_t kMinusSign = 0x2212;

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = first_code_point(text.substr(i));
        if (point.value < 0) return i;
        i += point.length;
    }
    return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size(); i += first_code_point(text.substr(i)).length) ++count;
    return count;
}

std::size_t code_point_length(std::string_view text) { return first_code_point(text).length; }

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = first_code_point(text.substr(i));
        width += point.value < 0 ? 1 : static_cast<std::size_t>(utf8proc_charwidth(point.value));
        i += point.length;
    }
    return width;
}

std::string printable(std::string_view text, std::size_t tab_columns) {
    std::string shown;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = first_code_point(text.substr(i));
        if (point.value == '\t')
            shown.append(tab_columns, ' ');
        else if (point.value < 0 || is_control(point.value) || is_invisible(point.value))
            shown += "\xEF\xBF\xBD";
        else
            shown += text.substr(i, point.length);
        i += point.length;
    }
    return shown;
}

std::string first_columns(std::string_view text, std::size_t columns) {
    std::size_t end = 0;
    while (end < text.size()) {
        const std::size_t length = first_code_point(text.substr(end)).length;
        const std::size_t width = display_width(text.substr(end, length));
        if (width > columns) break;
        columns -= width;
        end += length;
    }
    return std::string(text.substr(0, end));
}

std::string last_columns(std::string_view text, std::size_t columns) {
    std::size_t excess = display_width(text) - std::min(columns, display_width(text));
    std::size_t begin = 0;
    while (excess > 0 && begin < text.size()) {
        const std::size_t length = first_code_point(text.substr(begin)).length;
        excess -= std::min(excess, display_width(text.substr(begin, length)));
        begin += length;
    }
    return std::string(text.substr(begin));
}

std::optional<HarmfulCharacter> find_harmful_character(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = first_code_point(text.substr(i));
        const bool layout = point.value == '\t' || point.value == '\n' || point.value == '\r';
        if ((is_control(point.value) && !layout) || is_invisible(point.value))
            return HarmfulCharacter{.offset = i,
                                    .name = fmt::format("U+{:04X}", static_cast<std::uint32_t>(point.value))};
        i += point.length;
    }
    return std::nullopt;
}

std::string pad_right(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string pad_left(std::string_view text, std::size_t width) {
    const std::size_t used = display_width(text);
    return std::string(used < width ? width - used : 0, ' ') + std::string(text);
}

std::string fold_full_width(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = first_code_point(text.substr(i));
        if (point.value >= kFullWidthFirst && point.value <= kFullWidthLast)
            folded += static_cast<char>(point.value - kFullWidthToAscii);
        else if (is_space(point.value))
            folded += ' ';
        else if (point.value == kMinusSign)
            folded += '-';
        else
            folded += text.substr(i, point.length);
        i += point.length;
    }
    return folded;
}

std::string comparable_name(std::string_view text) {
    const std::string folded = fold_full_width(text);
    std::string name;
    for (const char c : folded) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space)
            name += c;
        else if (!name.empty() && name.back() != ' ')
            name += ' ';
    }
    if (!name.empty() && name.back() == ' ') name.pop_back();
    return name;
}

}  // namespace yardstick::base
