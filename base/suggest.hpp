// SPDX-License-Identifier: Apache-2.0
// "Did you mean ...?": the known word nearest to a misspelt one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace yardstick::base {

// The candidate with the fewest code points to insert, drop, replace or swap, if that is at most about a
// third of the longer of the two (so that `wieght` finds `weight` but nothing is guessed); the first one on a
// tie.
std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates);

}  // namespace yardstick::base
