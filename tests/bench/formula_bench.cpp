// SPDX-License-Identifier: Apache-2.0
// Formulas: reading one, and evaluating it with and without a trace.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "indicators/evaluate_formula.hpp"

using namespace yardstick;
using base::Rational;
using indicators::FormulaType;

namespace {

const indicators::Environment& names() {
    static const FormulaType kTarget = FormulaType::quantity(indicators::Dimension::base("target"));
    static const indicators::Environment kNames{{"完成值", "actual", kTarget},
                                                {"指标值", "target", kTarget},
                                                {"权重", "points", FormulaType::number()}};
    return kNames;
}

const indicators::UnitTable& units() {
    static const indicators::UnitTable kUnits = indicators::builtin_units();
    return kUnits;
}

constexpr std::string_view kProportional =
    "if target = 0 then 0 else if actual >= target then points else points * actual / target";
constexpr std::string_view kSteps = "max(0, points - 1 * ceil((target - actual) / target / 5%))";

const std::vector<indicators::FormulaValue> kValues{Rational::fraction(8731, 100), Rational(90), Rational(7)};

void BM_parse(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(grammar::parse_formula(kProportional));
}
BENCHMARK(BM_parse);

void BM_read(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(indicators::read_formula(kProportional, names(), units()));
}
BENCHMARK(BM_read);

void BM_evaluate(benchmark::State& state, std::string_view text) {
    const auto formula = indicators::read_formula(text, names(), units());
    for (auto _ : state) benchmark::DoNotOptimize(indicators::evaluate(*formula, kValues));
}
BENCHMARK_CAPTURE(BM_evaluate, proportional, kProportional);
BENCHMARK_CAPTURE(BM_evaluate, steps, kSteps);

void BM_trace(benchmark::State& state, std::string_view text) {
    const auto formula = indicators::read_formula(text, names(), units());
    indicators::FormulaTrace trace;
    for (auto _ : state) benchmark::DoNotOptimize(indicators::evaluate(*formula, kValues, trace));
}
BENCHMARK_CAPTURE(BM_trace, proportional, kProportional);
BENCHMARK_CAPTURE(BM_trace, steps, kSteps);

// The same arithmetic without a formula around it.
void BM_by_hand(benchmark::State& state) {
    const auto& actual = std::get<Rational>(kValues[0]);
    const auto& target = std::get<Rational>(kValues[1]);
    const auto& points = std::get<Rational>(kValues[2]);
    for (auto _ : state) {
        if (target.sign() != 0 && actual < target) benchmark::DoNotOptimize(points * actual / target);
    }
}
BENCHMARK(BM_by_hand);

}  // namespace
