// SPDX-License-Identifier: Apache-2.0
// The rules of cn-mof-2020 once more, written down plainly: texts in, exact fractions out. Nothing of the
// engine, the grammar or the number types is used here, so that both must be wrong in the same way to go
// unnoticed.
#pragma once

#include <string>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

namespace plain {

using Fraction = boost::multiprecision::cpp_rational;

struct Indicator {
    std::string path;  // 产出指标/数量指标
    std::string name;
    std::string comparator;  // ≥ ≤ = 定性
    std::string value;       // 90, 2024-02, 明显缓解
    std::string unit;
    std::string weight;
    std::string direction;  // empty, 正向 or 反向
};

struct Scorecard {
    std::string name;    // empty: the department
    std::string budget;  // in 万元
    std::vector<Indicator> indicators;
};

// The scorecards of a targets file laid out as the court's is: the department first, then its projects.
std::vector<Scorecard> read_scorecards(const std::string& path);

struct Actual {
    std::string number;  // 72, -3.5; for a month 202403; for a qualitative one the percent of its tier
    std::string unit;    // empty: the target's
};

Fraction fraction(const std::string& decimal);  // "-3.25"
Fraction in_base(const std::string& decimal, const std::string& unit);
bool is_month(const Indicator& indicator);  // whether its target is one of the calendar
Fraction exact_score(const Indicator& indicator, const Actual& actual);
Fraction execution_score(const Fraction& spent, const Fraction& budget);  // exact
Fraction to_cents(const Fraction& not_negative);                          // half up
std::string grade(const Fraction& total);
std::string two_places(const Fraction& cents);  // "9.60"

}  // namespace plain
