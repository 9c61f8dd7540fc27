// SPDX-License-Identifier: Apache-2.0
// UTF-8: validity, code points, display width, and full-width forms folded to ASCII.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace yardstick::base {

// The offset of the first byte that is not part of valid UTF-8, if there is one.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// The code points in `text`; a byte that is not valid UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

// The length in bytes of the first code point of `text` (1 for an invalid byte); `text` is not empty.
std::size_t code_point_length(std::string_view text);

// Terminal columns: 2 for CJK and full-width, 0 for combining and control characters, else 1.
std::size_t display_width(std::string_view text);

// `text` fit for a terminal: a tab becomes `tab_columns` spaces; control characters, those that reorder text,
// and invalid bytes become U+FFFD.
std::string printable(std::string_view text, std::size_t tab_columns);

// The longest beginning, or end, of `text` that takes at most `columns` terminal columns.
std::string first_columns(std::string_view text, std::size_t columns);
std::string last_columns(std::string_view text, std::size_t columns);

struct HarmfulCharacter {
    std::size_t offset;
    std::string name;  // "U+200B"
};

// The first character that must not stand in a file, if there is one: a control character other than tab,
// line feed and carriage return, or one that cannot be seen but changes what is read (no width, or another
// order).
std::optional<HarmfulCharacter> find_harmful_character(std::string_view text);

// `text`, padded with spaces on the right (or on the left) to `width` columns; longer text is left whole.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

// Full-width ASCII forms (U+FF01..U+FF5E) and the minus sign U+2212 become ASCII, the ideographic space a
// space. Nothing else changes: `㎡` and `①` stay (NFKC would turn them into `m2` and `1`).
std::string fold_full_width(std::string_view text);

// The form in which names are compared: folded, runs of white space made one space, none at the ends.
std::string comparable_name(std::string_view text);

}  // namespace yardstick::base
