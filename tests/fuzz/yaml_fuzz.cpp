// SPDX-License-Identifier: Apache-2.0
// Fuzz target: any bytes as a YAML file.
#include <algorithm>
#include <set>

#include "base/utf8.hpp"
#include "indicators/yaml/document.hpp"
#include "invariants.hpp"

using namespace yardstick;
using fuzz::require;
using indicators::yaml::Document;
using indicators::yaml::Node;

namespace {

constexpr std::size_t kPartsLookedAt = 64;  // of a text: each costs a walk through it

void require_sound_text(const Document& document, const Node& node) {
    const std::string_view source = document.source->text();
    require(!base::find_invalid_utf8(node.text), "a text is UTF-8");
    const base::Place whole = indicators::yaml::place_of(document.source, node);
    fuzz::require_span(whole.span, source);
    const auto end = static_cast<std::uint32_t>(node.text.size());
    std::uint32_t before = 0;
    std::size_t looked_at = 0;
    for (std::uint32_t at = 0; at < end && looked_at < kPartsLookedAt; ++looked_at) {
        const auto next =
            at + static_cast<std::uint32_t>(base::code_point_length(std::string_view(node.text).substr(at)));
        const base::Place part = indicators::yaml::place_of(document.source, node, {at, next});
        fuzz::require_span(part.span, source);
        require(part.span.begin >= before, "what comes later in a text comes later in its source");
        before = part.span.begin;
        at = next;
    }
    fuzz::require_span(indicators::yaml::place_of(document.source, node, {end, end}).span, source);
    fuzz::require_span(indicators::yaml::place_of(document.source, node, {0, end}).span, source);
}

void require_sound_node(const Document& document, const Node& node, std::size_t depth) {
    fuzz::require_span({node.offset, node.offset}, document.source->text());
    require(depth <= indicators::yaml::kMaxDepth, "nesting is bounded");
    require((node.kind == Node::Kind::Text || node.text.empty()) &&
                (node.kind == Node::Kind::List || node.items.empty()) &&
                (node.kind == Node::Kind::Map || node.entries.empty()),
            "a node holds what its kind says");
    if (node.kind == Node::Kind::Text) require_sound_text(document, node);
    for (const Node& item : node.items) require_sound_node(document, item, depth + 1);
    std::set<std::string> keys;
    for (const indicators::yaml::Entry& entry : node.entries) {
        require_sound_node(document, entry.key, depth + 1);
        require_sound_node(document, entry.value, depth + 1);
        require(keys.insert(base::comparable_name(entry.key.text)).second || !document.diagnostics.empty(),
                "a key given twice is a fault");
    }
}

Document read(std::string_view text) {
    return indicators::yaml::read(std::make_shared<const base::SourceText>("input.yaml", std::string(text)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const Document document = read(text);
    fuzz::require_sound(document.diagnostics);
    require(document.root || base::has_errors(document.diagnostics),
            "a file that cannot be read has an error");
    if (base::find_invalid_utf8(text)) require(!document.root, "a file that is not UTF-8 is refused");
    if (document.root) require_sound_node(document, *document.root, 0);
    require(fuzz::fingerprint(read(text).diagnostics) == fuzz::fingerprint(document.diagnostics),
            "a file read twice has the same faults");
    return 0;
}
