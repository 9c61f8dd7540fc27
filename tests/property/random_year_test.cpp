// SPDX-License-Identifier: Apache-2.0
// Random years for the court's 205 indicators: the engine and the plain computation agree on every score,
// total and grade. A year is written as a results file, in random order and random spelling, and read by the
// loader.
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "base/render.hpp"
#include "engine/weighting.hpp"
#include "loading.hpp"
#include "plain_scoring.hpp"

using namespace yardstick;
using plain::Fraction;

namespace {

const std::string kExample = std::string(YARDSTICK_SOURCE_DIR) + "/examples/jinjiang-court-2024/";

class YearGenerator {
  public:
    explicit YearGenerator(std::uint64_t seed) : random_(seed) {}

    int below(int limit) { return static_cast<int>(random_() % static_cast<std::uint64_t>(limit)); }

    plain::Actual actual(const plain::Indicator& indicator) {
        if (indicator.comparator == "定性") return {decimal(below(10001), 2), ""};
        if (plain::is_month(indicator)) return {std::to_string((2023 + below(3)) * 100 + 1 + below(12)), ""};
        const std::string value = number(indicator);
        const bool year_like = value.starts_with("19") || value.starts_with("20");  // `2024.02 月` is a month
        return {value, year_like ? "" : unit_beside(indicator)};
    }

    // Amounts of 万元 around `budget`.
    std::string amount(const std::string& budget) {
        return below(8) == 0 ? budget : times(budget, below(1200), 1000, 2);
    }

    template <typename Item>
    void shuffle(std::vector<Item>& items) {
        std::ranges::shuffle(items, random_);
    }

  private:
    static std::string decimal(long long coefficient, int places) {
        const bool negative = coefficient < 0;
        std::string digits = std::to_string(negative ? -coefficient : coefficient);
        while (digits.size() <= static_cast<std::size_t>(places)) digits.insert(0, 1, '0');
        if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), 1, '.');
        return (negative ? "-" : "") + digits;
    }

    // `value` x numerator / denominator, cut to some places.
    static std::string times(const std::string& value, int numerator, int denominator, int places) {
        Fraction scaled = plain::fraction(value) * numerator / denominator;
        for (int i = 0; i < places; ++i) scaled *= 10;
        return decimal(static_cast<long long>(boost::multiprecision::numerator(scaled) /
                                              boost::multiprecision::denominator(scaled)),
                       places);
    }

    std::string number(const plain::Indicator& indicator) {
        const std::string& target = indicator.value;
        switch (below(8)) {
            case 0:
                return target;
            case 1:
                return "0";
            case 2:
                return decimal(-below(1000), below(4));
            case 3:
                return times(target, 999 + below(3), 1000, 6);  // a hair's breadth off
            case 4:
                return times(target, below(3000), 1000, below(7));
            case 5:
                return decimal(below(1000000), below(5));
            case 6:
                return half_cent(indicator);
            default:
                return times(target, 500 + below(600), 1000, 2);
        }
    }

    // An actual at which a forward score is just on half a cent, where such a decimal exists.
    std::string half_cent(const plain::Indicator& indicator) {
        const Fraction half_cent(2 * below(1000) + 1, 200);
        const Fraction actual =
            plain::fraction(indicator.value) * half_cent / plain::fraction(indicator.weight) * 1000000;
        if (boost::multiprecision::denominator(actual) != 1) return indicator.value;
        return decimal(static_cast<long long>(boost::multiprecision::numerator(actual)), 6);
    }

    // The target's unit, none, or another one of its dimension.
    std::string unit_beside(const plain::Indicator& indicator) {
        static const std::map<std::string, std::string> kOthers{
            {"万元", "元"}, {"亿元", "万元"}, {"人次", "万人次"}, {"小时", "分钟"},
            {"天", "小时"}, {"年", "月"},     {"%", "‰"},         {"元", "万元"}};
        const auto other = kOthers.find(indicator.unit);
        if (other != kOthers.end() && below(4) == 0) return other->second;
        return below(2) == 0 ? indicator.unit : "";
    }

    std::mt19937_64 random_;
};

struct Year {
    std::vector<std::vector<plain::Actual>> actuals;  // by scorecard and indicator
    std::vector<std::string> spent;                   // 万元
};

// Digits as people write them: at times with separators, at times full-width.
std::string spelled(const std::string& number, YearGenerator& generator) {
    std::string text = number;
    if (generator.below(4) == 0) {
        const std::size_t end = std::min(text.find('.'), text.size());
        const std::size_t begin = text.starts_with('-') ? 1 : 0;
        for (std::size_t at = end; at > begin + 3; at -= 3) text.insert(at - 3, ",");
    }
    if (generator.below(4) != 0) return text;
    std::string wide;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            wide += std::string("\xEF\xBC") + static_cast<char>(0x90 + (c - '0'));
        else
            wide += c;
    }
    return wide;
}

std::string actual_text(const plain::Indicator& indicator, const plain::Actual& actual,
                        YearGenerator& generator) {
    if (indicator.comparator == "定性") {
        const Fraction percent = plain::fraction(actual.number);
        return std::string(percent >= 80   ? "达成"
                           : percent >= 60 ? "部分达成"
                                           : "未达成") +
               " " + actual.number + "%";
    }
    if (plain::is_month(indicator)) {
        const std::string year = actual.number.substr(0, 4);
        const std::string month = actual.number.substr(4);
        switch (generator.below(3)) {
            case 0:
                return year + "-" + month;
            case 1:
                return year + "年" + std::to_string(std::stoi(month)) + "月";
            default:
                return year + "." + month + " 月";
        }
    }
    return spelled(actual.number, generator) +
           (actual.unit.empty() ? "" : (generator.below(2) == 0 ? " " : "") + actual.unit);
}

std::string results_file(const std::vector<plain::Scorecard>& scorecards, const Year& year,
                         YearGenerator& generator) {
    const auto actuals = [&](std::size_t card, const std::string& indent) {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < scorecards[card].indicators.size(); ++i) {
            const plain::Indicator& indicator = scorecards[card].indicators[i];
            lines.push_back(indent + "  \"" + indicator.path + "/" + indicator.name + "\": \"" +
                            actual_text(indicator, year.actuals[card][i], generator) + "\"\n");
        }
        generator.shuffle(lines);
        std::string text = indent + "spent: " + year.spent[card] + " 万元\n" + indent + "actuals:\n";
        for (const std::string& line : lines) text += line;
        return text;
    };
    std::string text = "yardstick: results\ndepartment: 成都市锦江区人民法院部门\nyear: 2024\n" +
                       actuals(0, "") + "projects:\n";
    std::vector<std::string> projects;
    for (std::size_t card = 1; card < scorecards.size(); ++card)
        projects.push_back("  " + scorecards[card].name + ":\n" + actuals(card, "    "));
    generator.shuffle(projects);
    for (const std::string& project : projects) text += project;
    return text;
}

Fraction plain_of(const base::Rational& value) {
    return {boost::multiprecision::cpp_int(value.numerator_text()),
            boost::multiprecision::cpp_int(value.denominator_text())};
}

// The plain total of a scorecard, after checking each of its scores.
Fraction check_scorecard(const plain::Scorecard& card, const std::vector<plain::Actual>& actuals,
                         const std::string& spent, const indicators::Scorecard& model,
                         const engine::ScorecardScore& score) {
    Fraction total = 0;
    for (std::size_t i = 0; i < card.indicators.size(); ++i) {
        const Fraction exact = plain::exact_score(card.indicators[i], actuals[i]);
        const Fraction cents = plain::to_cents(exact);
        total += cents;
        if (plain_of(score.indicators[i].points.exact) == exact &&
            score.indicators[i].points.rounded.text() == plain::two_places(cents))
            continue;
        FAIL_CHECK(model.indicators[i].name << ": " << actuals[i].number << " " << actuals[i].unit
                                            << " against " << model.indicators[i].criterion.text()
                                            << " scored " << score.indicators[i].points.rounded.text()
                                            << ", plainly " << plain::two_places(cents));
    }
    total += plain::to_cents(plain::execution_score(plain::fraction(spent), plain::fraction(card.budget)));
    CHECK(score.total.rounded.text() == plain::two_places(total));
    CHECK(score.grade == plain::grade(total));
    return total;
}

}  // namespace

TEST_CASE("the plain reader finds the department's 33 indicators and the 172 of 15 projects") {
    const auto scorecards = plain::read_scorecards(kExample + "targets.yaml");
    REQUIRE(scorecards.size() == 16);
    std::size_t count = 0;
    for (const plain::Scorecard& card : scorecards) count += card.indicators.size();
    CHECK(scorecards.front().indicators.size() == 33);
    CHECK(count == 205);
}

TEST_CASE("engine and plain computation agree on every score, total and grade of random years") {
    const auto scorecards = plain::read_scorecards(kExample + "targets.yaml");
    const auto targets = tests::load_targets(tests::file_text(kExample + "targets.yaml"));
    REQUIRE(targets.value.has_value());
    for (int trial = 0; trial < YARDSTICK_TRIALS; ++trial) {
        CAPTURE(trial);
        YearGenerator generator(static_cast<std::uint64_t>(trial));
        Year year;
        for (const plain::Scorecard& card : scorecards) {
            year.spent.push_back(generator.amount(card.budget));
            auto& actuals = year.actuals.emplace_back();
            for (const plain::Indicator& indicator : card.indicators)
                actuals.push_back(generator.actual(indicator));
        }
        const auto results = tests::load_results(results_file(scorecards, year, generator), *targets.value);
        if (base::has_errors(results.diagnostics))
            FAIL(base::render(results.diagnostics.front(), base::Language::English, base::Color::Never));
        const auto score =
            engine::score_department(*targets.value, *results.value, indicators::cn_mof_2020());

        const Fraction own =
            check_scorecard(scorecards[0], year.actuals[0], year.spent[0], targets.value->own, *score.own);
        Fraction weighted = 0;
        Fraction budgets = 0;
        for (std::size_t i = 1; i < scorecards.size(); ++i) {
            const Fraction budget = plain::fraction(scorecards[i].budget);
            weighted += budget * check_scorecard(scorecards[i], year.actuals[i], year.spent[i],
                                                 targets.value->projects[i - 1], score.projects[i - 1]);
            budgets += budget;
        }
        const Fraction mean = weighted / budgets;
        REQUIRE(score.scores.size() == 2);
        CHECK(score.scores[0].points.rounded.text() == plain::two_places(own));
        CHECK(plain_of(score.scores[1].points.exact) == mean);
        CHECK(score.scores[1].points.rounded.text() == plain::two_places(plain::to_cents(mean)));
        CHECK(score.scores[1].grade == plain::grade(mean));
    }
}
