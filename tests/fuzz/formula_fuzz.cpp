// SPDX-License-Identifier: Apache-2.0
// Fuzz target: formulas, from their text to their value.
#include "grammar/formula.hpp"
#include "grammar/print_formula.hpp"
#include "indicators/evaluate_formula.hpp"
#include "indicators/formula.hpp"
#include "invariants.hpp"

using namespace yardstick;
using fuzz::require;
using grammar::Formula;
using grammar::Parsed;

namespace {

const indicators::UnitTable& units() {
    static const indicators::UnitTable kUnits = indicators::builtin_units();
    return kUnits;
}

// One variable of each type, and the values that come first in trouble: 0, and a term that is no whole day.
const indicators::Environment& environment() {
    using indicators::FormulaType;
    static const FormulaType kCases = indicators::type_of(units().find("件"));
    static const indicators::Environment kEnvironment{
        {"完成值", "actual", kCases},
        {"指标值", "target", kCases},
        {"权重", "points", FormulaType::number()},
        {"达标", "met", FormulaType::condition()},
        {"完成", "done", FormulaType::day()},
        {"期限", "term", indicators::type_of(units().find("天"))}};
    return kEnvironment;
}

void require_sound_nodes(const Formula& formula, std::string_view text) {
    require(!formula.nodes.empty() && formula.nodes.size() <= grammar::kMaxFormulaNodes,
            "a tree has its size");
    for (const grammar::formula::Node& node : formula.nodes) {
        fuzz::require_span(node.span, text);
        require(node.span.begin < node.span.end, "a node is not empty");
    }
}

void require_round_trip(const Formula& formula) {
    for (const auto language : {base::Language::Chinese, base::Language::English}) {
        const std::string printed = grammar::print_formula(formula, language);
        if (printed.size() > grammar::kMaxLineBytes) continue;
        const Parsed<Formula> again = grammar::parse_formula(printed);
        require(again.diagnostics.empty() && again.tree->nodes.size() == formula.nodes.size(),
                "a formula that was printed is read as the same tree");
        require(grammar::print_formula(*again.tree, language) == printed, "printing is idempotent");
    }
}

void require_sound_value(std::string_view text) {
    const auto checked = indicators::read_formula(text, environment(), units());
    if (!checked) {
        fuzz::require_sound_in(checked.error(), text);
        require(!checked.error().empty(), "a formula that is refused has its reason");
        return;
    }
    const std::chrono::sys_days day = std::chrono::year(2024) / 6 / 30;
    const base::Rational half_day(43200);
    for (const int achieved : {0, 90}) {
        const std::vector<indicators::FormulaValue> values{base::Rational(achieved),
                                                           base::Rational(90 - achieved),
                                                           base::Rational(4),
                                                           achieved > 0,
                                                           day,
                                                           half_day};
        indicators::FormulaTrace trace;
        const auto value = indicators::evaluate(*checked, values);
        const auto traced = indicators::evaluate(*checked, values, trace);
        require(value.has_value() == traced.has_value() && (!value || *value == *traced),
                "a trace changes no value");
        if (!value) {
            fuzz::require_sound_in({indicators::diagnostic_of(value.error(), text)}, text);
            continue;
        }
        using Kind = indicators::FormulaType::Kind;
        const Kind kinds[] = {Kind::Quantity, Kind::Day, Kind::Condition};
        require(checked->type().kind == kinds[value->index()], "a value has the type that was promised");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (!fuzz::is_for_the_grammar(text)) return 0;
    const Parsed<Formula> parsed = grammar::parse_formula(text);
    fuzz::require_sound_in(parsed.diagnostics, text);
    require(parsed.tree || base::has_errors(parsed.diagnostics),
            "a formula that cannot be read has an error");
    if (parsed.tree) require_sound_nodes(*parsed.tree, text);
    if (parsed.tree && parsed.diagnostics.empty()) require_round_trip(*parsed.tree);
    require_sound_value(text);
    return 0;
}
