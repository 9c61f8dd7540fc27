// SPDX-License-Identifier: Apache-2.0
// What every format of the score report is made from.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "engine/weighting.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::report {

struct InputFile {
    std::string path;  // as the user gave it
    std::string sha256;
};

struct ScoreReport {
    indicators::Targets targets;
    indicators::Results results;
    indicators::Ruleset ruleset;
    engine::DepartmentScore score;
    std::vector<InputFile> inputs;
    base::Diagnostics diagnostics;
};

}  // namespace yardstick::report
