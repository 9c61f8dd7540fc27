// SPDX-License-Identifier: Apache-2.0
// Fuzz target: the cells of published tables that hold a target.
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "invariants.hpp"

using namespace yardstick;
using fuzz::require;
using grammar::Criterion;
using grammar::Parsed;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (!fuzz::is_for_the_grammar(text)) return 0;
    const Parsed<Criterion> parsed = grammar::parse_criterion(text);
    fuzz::require_sound_in(parsed.diagnostics, text);
    require(parsed.tree || base::has_errors(parsed.diagnostics), "a cell that cannot be read has an error");
    if (!parsed.tree || !parsed.diagnostics.empty()) return 0;
    fuzz::require_span(parsed.tree->span, text);
    fuzz::require_span(parsed.tree->comparator_span, text);
    fuzz::require_span(parsed.tree->target.span, text);
    require(parsed.tree->target.span.begin < parsed.tree->target.span.end, "a clean cell has a target");
    require(!std::holds_alternative<grammar::Words>(parsed.tree->target.content),
            "words are no target of a cell");
    const std::string canonical = grammar::value_text(parsed.tree->target, text);
    const Parsed<Criterion> printed = grammar::parse_criterion(canonical);
    require(printed.diagnostics.empty() &&
                printed.tree->target.content.index() == parsed.tree->target.content.index(),
            "a target that was printed is read as the same kind of target");
    return 0;
}
