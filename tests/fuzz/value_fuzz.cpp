// SPDX-License-Identifier: Apache-2.0
// Fuzz target: values by themselves, as results and budgets have them.
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "invariants.hpp"

using namespace yardstick;
using fuzz::require;
using grammar::Parsed;
using grammar::Value;

namespace {

void require_sound_value(const Value& value, std::string_view text) {
    fuzz::require_span(value.span, text);
    require(value.span.begin < value.span.end, "a value is not empty");
    if (const auto* quantity = std::get_if<grammar::Quantity>(&value.content)) {
        fuzz::require_span(quantity->unit, text);
        const auto number = base::Decimal::parse(quantity->number.text());
        require(number && *number == quantity->number, "a number can be read from its own text");
    }
    if (const auto* share = std::get_if<grammar::WordsWithShare>(&value.content)) {
        fuzz::require_span(share->words, text);
        require(share->words.begin < share->words.end, "a share comes with words");
    }
    if (const auto* date = std::get_if<grammar::Date>(&value.content))
        require(date->part >= 0 && date->part <= 12 && date->day >= 0 && date->day <= 31,
                "a date is one of the calendar");
    require(!std::holds_alternative<grammar::Range>(value.content), "a range is no actual");
    const std::string canonical = grammar::value_text(value, text);
    const Parsed<Value> printed = grammar::parse_value(canonical);
    require(printed.diagnostics.empty() && printed.tree->content.index() == value.content.index(),
            "a value that was printed is read as the same kind of value");
    require(grammar::value_text(*printed.tree, canonical) == canonical, "printing is idempotent");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (!fuzz::is_for_the_grammar(text)) return 0;
    const Parsed<Value> parsed = grammar::parse_value(text);
    fuzz::require_sound_in(parsed.diagnostics, text);
    require(parsed.tree || base::has_errors(parsed.diagnostics), "a value that cannot be read has an error");
    if (parsed.tree && parsed.diagnostics.empty()) require_sound_value(*parsed.tree, text);

    const Parsed<Value> again = grammar::parse_value(text);
    require(fuzz::fingerprint(again.diagnostics) == fuzz::fingerprint(parsed.diagnostics) &&
                again.tree.has_value() == parsed.tree.has_value(),
            "a value read twice is read the same");
    if (!parsed.tree) return 0;
    require(
        again.tree->content.index() == parsed.tree->content.index() && again.tree->span == parsed.tree->span,
        "a value read twice is the same");
    if (!parsed.diagnostics.empty() || size + 2 > grammar::kMaxLineBytes) return 0;

    const std::string padded = " " + std::string(text) + " ";
    const Parsed<Value> inner = grammar::parse_value(padded);
    require(inner.diagnostics.empty() && inner.tree->content.index() == parsed.tree->content.index() &&
                inner.tree->span.in(padded) == parsed.tree->span.in(text),
            "spaces around a clean value change nothing");
    return 0;
}
