// SPDX-License-Identifier: Apache-2.0
// Diagnostics as text.
#include "cli/diagnostics_output.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace yardstick::cli {

using base::Language;
using base::Severity;

std::string diagnostics_text(const base::Diagnostics& diagnostics, Language language, base::Color color) {
    std::string text;
    for (const base::Diagnostic& diagnostic : diagnostics)
        text += base::render(diagnostic, language, color) + "\n";
    return text;
}

std::string diagnostics_count(const base::Diagnostics& diagnostics, Language language) {
    const auto count = [&](Severity severity) {
        return std::ranges::count(diagnostics, severity,
                                  [](const base::Diagnostic& d) { return base::severity_of(d.code); });
    };
    const auto errors = count(Severity::Error);
    const auto warnings = count(Severity::Warning);
    if (errors + warnings == 0) return "";
    if (language == Language::Chinese) return fmt::format("{} 个错误，{} 个警告\n", errors, warnings);
    return fmt::format("{} error{}, {} warning{}\n", errors, errors == 1 ? "" : "s", warnings,
                       warnings == 1 ? "" : "s");
}

}  // namespace yardstick::cli
