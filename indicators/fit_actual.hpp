// SPDX-License-Identifier: Apache-2.0
// Fitting an actual to its criterion: a number for a number, a date for a deadline, a tier for an expected
// outcome.
#pragma once

#include <optional>
#include <string>

#include "grammar/ast.hpp"
#include "indicators/fields.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::indicators {

// An actual as it stands in a results file.
struct WrittenActual {
    const yaml::Node& node;
    const grammar::Value& value;  // parsed from the node's text, without faults
};

// The actual of `indicator`, with its value and text only; nothing where it does not fit, which is reported.
// An actual without a unit takes the target's; `10 月` for a date is October of `year`. A number that looks
// like a slip between 元 and 万元, or between a share and its percentage, is reported and kept. `ruleset` may
// be none: then tiers are not known, and an actual that needs them is neither fitted nor reported.
std::optional<Actual> fit_actual(FileReader& file, const WrittenActual& written, const Indicator& indicator,
                                 int year, const Ruleset* ruleset);

// Reports an actual that is a slip away from its target, both in the base unit. `actual` is as the reader
// knows it.
void report_slip(FileReader& file, const yaml::Node& node, const std::string& actual,
                 const base::Rational& value, const Indicator& indicator);

}  // namespace yardstick::indicators
