// SPDX-License-Identifier: Apache-2.0
// From syntax tree back to text: the one spelling that canonical files use.
#pragma once

#include <string>
#include <string_view>

#include "grammar/ast.hpp"

namespace yardstick::grammar {

// `≥`, `≤`, `=`, `>`, `<`, `定性`; `..` for a range.
std::string_view comparator_text(Comparator comparator);

// `2024-02`, `2024年第一季度`, `6月30日`; with its edge only where the date would otherwise be read as
// something else
// (`11月底`).
std::string date_text(const Date& date);

// `72 条`, `18..26 ℃`, `达成 95 %`; words, and the digits of numbers, as they were written, in half-width
// forms. `text` is what was parsed.
std::string value_text(const Value& value, std::string_view text);

// The parts of a line, so that lines can be set in columns.
struct LineParts {
    std::string name;       // in quotes where it needs them
    std::string criterion;  // `≥ 90 %`
    std::string clauses;    // `权重 2 反向 按 每降扣分(5 %, 1)`
};

// The canonical parts of a line that was parsed without faults. Keywords are Chinese, but for a name that
// holds nothing beyond ASCII.
LineParts line_parts(const IndicatorLine& line, std::string_view text);

// The parts with a space between. Parsed again, it gives the same tree but for spans and the form of the
// comparator.
std::string line_text(const IndicatorLine& line, std::string_view text);

}  // namespace yardstick::grammar
