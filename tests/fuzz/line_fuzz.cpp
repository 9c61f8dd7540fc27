// SPDX-License-Identifier: Apache-2.0
// Fuzz target: indicator lines.
#include "base/utf8.hpp"
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "invariants.hpp"

using namespace yardstick;
using fuzz::require;
using grammar::IndicatorLine;
using grammar::Parsed;

namespace {

bool lies_within(base::ByteSpan inner, base::ByteSpan outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

void require_sound_tree(const IndicatorLine& line, std::string_view text) {
    fuzz::require_span(line.name, text);
    fuzz::require_span(line.criterion.span, text);
    fuzz::require_span(line.criterion.comparator_span, text);
    fuzz::require_span(line.criterion.target.span, text);
    if (const auto* quantity = std::get_if<grammar::Quantity>(&line.criterion.target.content))
        fuzz::require_span(quantity->unit, text);
    if (line.weight) fuzz::require_span(line.weight->span, text);
    if (line.direction) fuzz::require_span(line.direction->span, text);
    require(!base::find_invalid_utf8(grammar::name_text(line, text)), "a name is UTF-8");
}

void require_clean_tree(const IndicatorLine& line) {
    const grammar::Criterion& criterion = line.criterion;
    require(line.name.begin < line.name.end, "a clean line has a name");
    require(line.name.end <= criterion.span.begin, "the name ends before the criterion");
    const bool has_comparator = criterion.form != grammar::ComparatorForm::InRange;
    require(has_comparator == (criterion.comparator_span.begin < criterion.comparator_span.end),
            "only a range has no comparator");
    require(criterion.form != grammar::ComparatorForm::Assumed, "a line's comparator is never assumed");
    require(criterion.target.span.begin < criterion.target.span.end, "a clean line has a target");
    require(lies_within(criterion.target.span, criterion.span), "the target is part of the criterion");
    if (criterion.form == grammar::ComparatorForm::Before)
        require(criterion.comparator_span.begin == criterion.span.begin &&
                    criterion.comparator_span.end <= criterion.target.span.begin,
                "the comparator stands before the target");
    if (const auto* quantity = std::get_if<grammar::Quantity>(&criterion.target.content))
        require(quantity->unit.begin == quantity->unit.end || lies_within(quantity->unit, criterion.span),
                "the unit is part of the criterion");
    for (const auto& clause : {line.weight ? line.weight->span : base::ByteSpan{},
                               line.direction ? line.direction->span : base::ByteSpan{},
                               line.rule ? line.rule->span : base::ByteSpan{}})
        require(clause.begin == clause.end || criterion.span.end <= clause.begin,
                "clauses come after the criterion");
    require((criterion.comparator == grammar::Comparator::Qualitative) ==
                std::holds_alternative<grammar::Words>(criterion.target.content),
            "words are the target of qualitative indicators, and of no others");
    require((criterion.comparator == grammar::Comparator::Within) ==
                std::holds_alternative<grammar::Range>(criterion.target.content),
            "a range is kept by being within it");
}

// Printing and reading again gives the same line.
void require_round_trip(const IndicatorLine& line, std::string_view text) {
    const std::string canonical = grammar::line_text(line, text);
    if (canonical.size() > grammar::kMaxLineBytes) return;
    const Parsed<IndicatorLine> printed = grammar::parse_indicator(canonical);
    require(printed.diagnostics.empty(), "a line that was printed can be read");
    require(base::comparable_name(grammar::name_text(*printed.tree, canonical)) ==
                base::comparable_name(grammar::name_text(line, text)),
            "printing keeps the name");
    const grammar::Criterion& criterion = printed.tree->criterion;
    require(criterion.comparator == line.criterion.comparator &&
                criterion.target.content.index() == line.criterion.target.content.index(),
            "printing keeps the criterion");
    require(printed.tree->weight.has_value() == line.weight.has_value() &&
                (!line.weight || printed.tree->weight->weight == line.weight->weight),
            "printing keeps the weight");
    require(printed.tree->direction.has_value() == line.direction.has_value() &&
                printed.tree->rule.has_value() == line.rule.has_value(),
            "printing keeps the clauses");
    require(grammar::line_text(*printed.tree, canonical) == canonical, "printing is idempotent");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (!fuzz::is_for_the_grammar(text)) return 0;
    const Parsed<IndicatorLine> parsed = grammar::parse_indicator(text);
    fuzz::require_sound_in(parsed.diagnostics, text);
    require(parsed.tree || base::has_errors(parsed.diagnostics), "a line that cannot be read has an error");
    if (parsed.tree) require_sound_tree(*parsed.tree, text);

    const Parsed<IndicatorLine> again = grammar::parse_indicator(text);
    require(fuzz::fingerprint(again.diagnostics) == fuzz::fingerprint(parsed.diagnostics),
            "a line read twice has the same faults");
    require(again.tree.has_value() == parsed.tree.has_value() &&
                (!parsed.tree || again.tree->name == parsed.tree->name),
            "a line read twice is read the same");
    if (!parsed.diagnostics.empty() || size + 2 > grammar::kMaxLineBytes) return 0;

    require_clean_tree(*parsed.tree);
    require_round_trip(*parsed.tree, text);
    const std::string padded = " " + std::string(text) + " ";
    const Parsed<IndicatorLine> inner = grammar::parse_indicator(padded);
    require(inner.diagnostics.empty() && inner.tree->name.in(padded) == parsed.tree->name.in(text) &&
                inner.tree->criterion.span.in(padded) == parsed.tree->criterion.span.in(text),
            "spaces around a clean line change nothing");
    return 0;
}
