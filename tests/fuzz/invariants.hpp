// SPDX-License-Identifier: Apache-2.0
// What must hold for every input: the checks that the fuzz targets share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace yardstick::fuzz {

// Ends the program, which is a finding, where a promise does not hold.
void require(bool holds, std::string_view promise);

std::string_view text_of(const std::uint8_t* data, std::size_t size);

// Texts reach the grammar only as UTF-8; SourceText takes a byte order mark off.
bool is_for_the_grammar(std::string_view text);

// Within the text, and on boundaries of code points.
void require_span(base::ByteSpan span, std::string_view text);

// A diagnostic has its entry in the catalogue, words for every placeholder, a place within a source, and can
// be shown in both languages, without anything a terminal should not see.
void require_sound(const base::Diagnostics& diagnostics);

// The same for diagnostics of the grammar, whose places are spans of `text`.
void require_sound_in(const base::Diagnostics& diagnostics, std::string_view text);

void require_ordered_by_place(const base::Diagnostics& diagnostics);

// Everything in the diagnostics as text, to compare those of two runs.
std::string fingerprint(const base::Diagnostics& diagnostics);

}  // namespace yardstick::fuzz
