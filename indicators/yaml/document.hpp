// SPDX-License-Identifier: Apache-2.0
// A YAML file as a tree of texts with places. Everything is text: no scalar is taken for a number or a
// boolean.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source_text.hpp"

namespace yardstick::indicators::yaml {

// Levels of nesting a file may have.
inline constexpr std::size_t kMaxDepth = 32;

// Bytes a key may have.
inline constexpr std::size_t kMaxKeyBytes = 4096;

struct Entry;

struct Node {
    enum class Kind { Empty, Text, List, Map };

    Kind kind = Kind::Empty;
    std::uint32_t offset = 0;    // where it begins in the source
    std::string text;            // of a Text
    std::vector<Node> items;     // of a List
    std::vector<Entry> entries;  // of a Map, in the order written

    const Entry* find(std::string_view key) const;
};

struct Entry {
    Node key;  // a Text
    Node value;
};

struct Document {
    std::shared_ptr<const base::SourceText> source;
    std::optional<Node> root;  // none: the file could not be read as YAML
    base::Diagnostics diagnostics;
};

// Reads one YAML document. Refused with a diagnostic: bytes that are not UTF-8, control characters, more than
// base::kMaxFileBytes, anchors, aliases, tags, a second document, nesting beyond kMaxDepth, keys that are not
// text or beyond kMaxKeyBytes, quotes that are not closed, and a key given twice in one mapping (keys are
// compared as names are: see base::comparable_name).
Document read(std::shared_ptr<const base::SourceText> source);

// The place in the source of a part of a Text node's text: of `span`, counted in bytes of `node.text`. Right
// for plain, quoted, folded and literal scalars alike.
base::Place place_of(const std::shared_ptr<const base::SourceText>& source, const Node& node,
                     base::ByteSpan span);
// The place of a whole Text node, or the first character of any other.
base::Place place_of(const std::shared_ptr<const base::SourceText>& source, const Node& node);

}  // namespace yardstick::indicators::yaml
