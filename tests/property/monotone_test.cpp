// SPDX-License-Identifier: Apache-2.0
// A better actual never lowers a score, and no score leaves [0, weight].
#include <random>
#include <string>

#include <doctest/doctest.h>

#include "engine/score.hpp"
#include "loading.hpp"

using namespace yardstick;

namespace {

indicators::Indicator indicator(const std::string& line) {
    const auto loaded = tests::load_targets(
        "yardstick: targets\ndepartment: a\nyear: 2024\nindicators:\n  - '" + line + "'\n");
    return loaded.value.value().own.indicators.front();
}

base::Rational score(const indicators::Indicator& indicator, std::int64_t hundredths) {
    const auto& target = std::get<indicators::Quantity>(indicator.criterion.target);
    const indicators::Actual actual{.value = base::Rational::fraction(hundredths, 100) * target.unit.scale,
                                    .text = {}};
    return engine::score_indicator(indicator, actual, indicators::cn_mof_2020()).points.rounded.value();
}

}  // namespace

TEST_CASE("a better actual never lowers the score, whatever the comparator") {
    std::mt19937_64 random(7);
    for (const char* line : {"a ≥ 90 % 权重 7", "a > 12.5 件 权重 3", "a ≥ 0 件 权重 3", "a ≥ -4 ℃ 权重 3",
                             "a = 33 件 权重 11", "a ≤ 80 天 权重 7", "a < 12.5 件 权重 3", "a ≤ 0 件 权重 3",
                             "a ≤ -4 ℃ 权重 3", "a = 33 件 权重 11 反向", "a = 0 件 权重 2 反向"}) {
        CAPTURE(line);
        const indicators::Indicator subject = indicator(line);
        const bool less = subject.criterion.comparator == indicators::Comparator::AtMost ||
                          subject.criterion.comparator == indicators::Comparator::Less ||
                          subject.direction == indicators::Direction::Negative;
        for (int i = 0; i < 2000; ++i) {
            const auto worse = static_cast<std::int64_t>(random() % 40000) - 5000;
            const auto better = worse + (less ? -1 : 1) * static_cast<std::int64_t>(random() % 3000);
            const base::Rational low = score(subject, worse);
            const base::Rational high = score(subject, better);
            CHECK(low <= high);
            CHECK(low >= base::Rational(0));
            CHECK(high <= subject.weight.value());
        }
    }
}
