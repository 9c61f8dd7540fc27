// SPDX-License-Identifier: Apache-2.0
// Derived actuals: a formula over base figures of the results, `结案数 / 受理数`, in place of a number.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indicators/fields.hpp"
#include "indicators/formula.hpp"
#include "indicators/model.hpp"

namespace yardstick::indicators {

// Figures that one formula may choose from.
inline constexpr std::size_t kMaxFigures = 10'000;

// The figures under `figures:`, by name: quantities, days, yes and no. A project sees the department's and
// its own.
class Figures {
  public:
    // Adds those of `entry`, a mapping; faulty ones, and names that the department has, are reported. The
    // names of faulty ones are known, but have no type.
    void load(FileReader& file, const yaml::Entry& entry, int year);

    // Between these two, figures are those of a project.
    void begin_project();
    void end_project();

    // Whether any were given, readable or not.
    bool are_given() const { return !environment_.empty() || !scope_.complete; }
    // Whether all names are known; where they are not, formulas are not worth checking.
    bool are_complete() const { return scope_.complete; }
    const Environment& environment() const { return environment_; }
    const std::vector<FormulaValue>& values() const { return values_; }

    // Remembers that a formula names these.
    void use(const std::vector<std::size_t>& indices);
    // Those that no formula named, of the department and of the projects that have ended.
    void report_unused(FileReader& file) const;

  private:
    struct Scope {
        std::size_t size = 0;  // of those before it
        bool complete = true;
    };
    struct Key {
        const yaml::Node* node;
        bool used = false;
    };

    void add(const yaml::Node& key, std::optional<FormulaType> type, FormulaValue value);

    Environment environment_;
    std::vector<FormulaValue> values_;
    std::vector<Key> keys_;
    std::vector<const yaml::Node*> unused_in_projects_;
    Scope scope_;
    Scope department_;
};

// Where the formula begins in an actual that is marked as one, `= 结案数 / 受理数`; nothing in any other.
std::optional<std::size_t> marked_formula(std::string_view actual);

// The value of the formula in `node` from `begin` on, as the actual of `indicator`, in the unit of its
// target; nothing where it does not fit, which is reported. A bare number fits a target in per cent: 0.9 is
// 90 %.
std::optional<Actual> derive_actual(FileReader& file, const yaml::Node& node, std::size_t begin,
                                    const Indicator& indicator, Figures& figures);

}  // namespace yardstick::indicators
