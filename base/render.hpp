// SPDX-License-Identifier: Apache-2.0
// Diagnostics as people read them: message, source line, carets, hint.
#pragma once

#include <string>

#include "base/diagnostic.hpp"

namespace yardstick::base {

enum class Color { Never, Always };

// The diagnostic with its source line and carets placed by display width, each line ended by a newline:
//
//     error[YS110]: cannot make sense of `wieght`
//       --> targets.yaml:12:22
//        |
//     12 |     - 媒体刊发稿件数量 ≥ 60 条 wieght 3
//        |                                ^^^^^^
//        = did you mean `weight`?
//
// A long line is shown in part; control characters and those that reorder text are shown as U+FFFD.
std::string render(const Diagnostic& diagnostic, Language language, Color color);

}  // namespace yardstick::base
