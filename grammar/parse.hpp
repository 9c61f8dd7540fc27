// SPDX-License-Identifier: Apache-2.0
// From text to syntax tree: the indicator line, the cell of a published table, and the values that results
// and budgets are written in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "grammar/ast.hpp"

namespace yardstick::grammar {

// Bytes an indicator line or a value may have.
inline constexpr std::size_t kMaxLineBytes = 4096;

// Places in a line at which a comparator is tried, in its name and after it.
inline constexpr std::size_t kMaxComparators = 16;

// Faults after which the rest of a line is not read: thousands of them would tell no more.
inline constexpr std::size_t kMaxFaultsOfLine = 10;

// Arguments that a rule clause may have.
inline constexpr std::size_t kMaxRuleArguments = 16;

// The tree, if the text could be read at all, and every fault found (of a line, the first kMaxFaultsOfLine or
// so). A tree with faults is good for finding more of them, not for scoring. Places have no source, and spans
// count from the start of the text parsed.
template <typename Tree>
struct Parsed {
    std::optional<Tree> tree;
    base::Diagnostics diagnostics;
};

// `name criterion clause*`. The name is the shortest beginning after which all the rest reads as criterion
// and clauses; where a second reading is possible, or a bare name holds a criterion of its own, that is a
// fault. `text` is UTF-8.
Parsed<IndicatorLine> parse_indicator(std::string_view text);

// A cell of a published table that holds a target: a criterion without a name. Where it has no comparator,
// at-least is assumed, and `form` says so. Words that measure nothing, and empty cells, are faults.
Parsed<Criterion> parse_criterion(std::string_view text);

// An actual or an amount: a quantity, a date, yes or no, words with or without a share, or "not applicable".
// A bound (`≥ 266 米`, `98 %以上`), a range and an approximate number (`200余人`) are faults: they do not say
// what was achieved.
Parsed<Value> parse_value(std::string_view text);

// The name without the doubling of quotes that a quoted name needs.
std::string name_text(const IndicatorLine& line, std::string_view text);

}  // namespace yardstick::grammar
