// SPDX-License-Identifier: Apache-2.0
// Loading texts in tests.
#pragma once

#include <fstream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include "indicators/load_results.hpp"
#include "indicators/load_targets.hpp"

namespace yardstick::tests {

inline std::shared_ptr<const base::SourceText> source(std::string text, std::string name = "test.yaml") {
    return std::make_shared<const base::SourceText>(std::move(name), std::move(text));
}

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline const indicators::UnitTable& units() {
    static const indicators::UnitTable kUnits = indicators::builtin_units();
    return kUnits;
}

inline indicators::Loaded<indicators::Targets> load_targets(const std::string& text) {
    return indicators::load_targets(indicators::yaml::read(source(text)), units());
}

inline indicators::Loaded<indicators::Results> load_results(const std::string& text,
                                                            const indicators::Targets& targets) {
    static const indicators::Ruleset kRuleset = indicators::cn_mof_2020();
    return indicators::load_results(indicators::yaml::read(source(text)), targets, &kRuleset, units());
}

}  // namespace yardstick::tests
