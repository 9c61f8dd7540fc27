// SPDX-License-Identifier: Apache-2.0
// What the command line says, for every command.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/render.hpp"

namespace yardstick::cli {

enum class Format { Table, Json, Sarif };  // Sarif: diagnostics only

struct ScoreOptions {
    std::string targets;
    std::string results;
    std::string ruleset;  // empty: the one that the targets name
    std::string output;   // empty: standard output
    Format format = Format::Table;
    base::Language language = base::Language::English;
    base::Color output_color = base::Color::Never;
    base::Color message_color = base::Color::Never;
};

struct CheckOptions {
    std::vector<std::string> files;
    std::string ruleset;
    Format format = Format::Table;
    base::Language language = base::Language::English;
    base::Color output_color = base::Color::Never;
    base::Color message_color = base::Color::Never;
};

struct FmtOptions {
    std::vector<std::string> files;
    bool check = false;  // write nothing, show what would change
    base::Language language = base::Language::English;
    base::Color output_color = base::Color::Never;
    base::Color message_color = base::Color::Never;
};

}  // namespace yardstick::cli
