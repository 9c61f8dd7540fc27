// SPDX-License-Identifier: Apache-2.0
// Words of the model in both languages, for reports.
#pragma once

#include <string>
#include <string_view>

#include "base/language.hpp"
#include "engine/weighting.hpp"

namespace yardstick::report {

std::string_view basis_words(engine::Basis basis, base::Language language);
// The grade as the ruleset names it; in English with its translation where there is one: `优 (excellent)`.
std::string grade_words(std::string_view grade, base::Language language);

}  // namespace yardstick::report
