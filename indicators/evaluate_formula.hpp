// SPDX-License-Identifier: Apache-2.0
// The value of a checked formula, exactly.
#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indicators/formula.hpp"

namespace yardstick::indicators {

// Why a formula has no value for some data.
struct FormulaFault {
    enum class Kind {
        DivisionByZero,  // `node` is the divisor
        NotWholeDays,    // `node` moves a day by a quantity that is no whole number of days
        DayOutOfRange,   // `node` moves a day out of the years 1 to 9999
        EmptyRange,      // `node` is a clamp whose lower bound is above the upper one
    };
    Kind kind = Kind::DivisionByZero;
    grammar::formula::NodeIndex node = 0;
    base::ByteSpan span;  // of the node
    friend bool operator==(const FormulaFault&, const FormulaFault&) = default;
};

// The fault as a diagnostic, without a source. `text` is what the formula was parsed from.
base::Diagnostic diagnostic_of(const FormulaFault& fault, std::string_view text);

// The value of each node, none for those that were not reached.
using FormulaTrace = std::vector<std::optional<FormulaValue>>;

// The value, or the first fault met. `variables` holds one value for each of the environment, of its type and
// in base units; those that the formula does not name are not looked at. Only the branch that is chosen, and
// only as much of `and` and `or` as decides them, is evaluated; nothing is evaluated twice.
std::expected<FormulaValue, FormulaFault> evaluate(const CheckedFormula& formula,
                                                   std::span<const FormulaValue> variables);

// The same, keeping the value of every node that was reached; after a fault, of those before it.
std::expected<FormulaValue, FormulaFault> evaluate(const CheckedFormula& formula,
                                                   std::span<const FormulaValue> variables,
                                                   FormulaTrace& trace);

}  // namespace yardstick::indicators
