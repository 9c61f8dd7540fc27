// SPDX-License-Identifier: Apache-2.0
// An environment for tests of formulas: a name of every type, and checking against it.
#pragma once

#include <string_view>

#include "indicators/formula.hpp"
#include "loading.hpp"

namespace yardstick::tests {

inline indicators::FormulaType in_unit(std::string_view unit) {
    return indicators::type_of(units().find(unit));
}

inline const indicators::Environment& formula_names() {
    using indicators::FormulaType;
    static const indicators::Environment kNames{
        {"完成值", "actual", FormulaType::quantity(indicators::Dimension::base("target"))},
        {"指标值", "target", FormulaType::quantity(indicators::Dimension::base("target"))},
        {"权重", "points", FormulaType::number()},
        {"支出", "spent", in_unit("元")},
        {"人数", "people", in_unit("人")},
        {"期限", "term", in_unit("天")},
        {"完成日", "done", FormulaType::day()},
        {"达标", "met", FormulaType::condition()},
        {"结案数（任务5）", "", in_unit("件")},
        {"", "rate", in_unit("%")},
    };
    return kNames;
}

inline std::expected<indicators::CheckedFormula, base::Diagnostics> formula_of(std::string_view text) {
    return indicators::read_formula(text, formula_names(), units());
}

}  // namespace yardstick::tests
