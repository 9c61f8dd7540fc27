// SPDX-License-Identifier: Apache-2.0
// Derived actuals: a formula over base figures of the results, `结案数 / 受理数`, in place of a number.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indicators/fields.hpp"
#include "indicators/formula.hpp"
#include "indicators/model.hpp"

namespace yardstick::indicators {

// The figures under `figures:`, by name: quantities, days, yes and no. A project sees the department's and
// its own.
class Figures {
  public:
    // Adds those of `entry`, a mapping; faulty ones, and names that are there already, are reported.
    void load(FileReader& file, const yaml::Entry& entry, int year);

    bool is_empty() const { return environment_.empty(); }
    const Environment& environment() const { return environment_; }
    const std::vector<FormulaValue>& values() const { return values_; }

  private:
    bool holds(std::string_view name) const;

    Environment environment_;
    std::vector<FormulaValue> values_;
};

// Where the formula begins in an actual that is marked as one, `= 结案数 / 受理数`; nothing in any other.
std::optional<std::size_t> marked_formula(std::string_view actual);

// The value of the formula in `node` from `begin` on, as the actual of `indicator`, in the unit of its
// target; nothing where it does not fit, which is reported. A bare number fits a target in per cent: 0.9 is
// 90 %.
std::optional<Actual> derive_actual(FileReader& file, const yaml::Node& node, std::size_t begin,
                                    const Indicator& indicator, const Figures& figures);

}  // namespace yardstick::indicators
