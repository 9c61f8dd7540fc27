// SPDX-License-Identifier: Apache-2.0
// A YAML scalar as it stands in the source, and how another text is written in its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indicators/yaml/document.hpp"

namespace yardstick::indicators::yaml {

enum class Quoting { Plain, Single, Double };

// Inside brackets (`{…}`, `[…]`) more characters have a meaning.
enum class Context { Block, Flow };

struct WrittenScalar {
    base::ByteSpan span;  // quotes included
    Quoting quoting = Quoting::Plain;
};

// The extent of a Text node in the source. Nothing for a block scalar (`|`, `>`), nor where the source cannot
// be shown to spell just this text.
std::optional<WrittenScalar> written_scalar(std::string_view source, const Node& text);

// Whether a list or mapping stands in brackets.
bool is_in_brackets(std::string_view source, const Node& node);

// How `text`, one line without control characters, is written where a scalar of this quoting stands: a plain
// one gets single quotes where it must.
Quoting quoting_for(std::string_view text, Quoting written, Context context);

// What stands between the quotes.
std::string escaped(std::string_view text, Quoting quoting);

// The whole scalar.
std::string scalar_text(std::string_view text, Quoting quoting);

}  // namespace yardstick::indicators::yaml
