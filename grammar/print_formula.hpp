// SPDX-License-Identifier: Apache-2.0
// From syntax tree to text: the canonical form of a formula.
#pragma once

#include <string>

#include "base/language.hpp"
#include "grammar/formula.hpp"

namespace yardstick::grammar {

// The formula with the keywords and function names of `language`, one space between words, and only the
// parentheses it needs. Parsed again it gives the same tree but for spans. The tree has no faults.
std::string print_formula(const Formula& formula, base::Language language);

}  // namespace yardstick::grammar
