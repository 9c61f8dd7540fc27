// SPDX-License-Identifier: Apache-2.0
// Fuzz target: a targets file and, after a line that says `--- results ---`, its results: loaded, checked,
// and scored where there are no errors.
#include <algorithm>
#include <array>

#include "engine/weighting.hpp"
#include "indicators/checks.hpp"
#include "indicators/load_results.hpp"
#include "indicators/load_targets.hpp"
#include "invariants.hpp"
#include "report/json.hpp"
#include "report/sarif.hpp"
#include "report/table.hpp"

using namespace yardstick;
using fuzz::require;

namespace {

constexpr std::string_view kMarker = "\n--- results ---\n";
constexpr std::array kLanguages = {base::Language::Chinese, base::Language::English};

const indicators::UnitTable& units() {
    static const indicators::UnitTable kUnits = indicators::builtin_units();
    return kUnits;
}

indicators::yaml::Document read(std::string name, std::string_view text) {
    return indicators::yaml::read(
        std::make_shared<const base::SourceText>(std::move(name), std::string(text)));
}

void require_points(const engine::Points& points, const base::Rational& available) {
    require(base::Rational(0) <= points.rounded.value() && points.rounded.value() <= available,
            "a score lies between 0 and what can be earned");
}

void require_scorecard(const engine::ScorecardScore& score, const indicators::Scorecard& scorecard,
                       const indicators::Ruleset& ruleset) {
    require(score.indicators.size() == scorecard.indicators.size(), "every indicator has a score");
    base::Rational sum = score.execution ? score.execution->points.rounded.value() : base::Rational(0);
    for (std::size_t i = 0; i < score.indicators.size(); ++i) {
        const base::Rational& weight = scorecard.indicators[i].weight.value();
        // A weight with more places than scores have may be rounded up.
        const base::Rational rounded_weight =
            base::Decimal::rounded(weight, ruleset.score_places, ruleset.score_rounding).value();
        require_points(score.indicators[i].points, std::max(weight, rounded_weight));
        sum = sum + score.indicators[i].points.rounded.value();
    }
    require(sum == score.total.exact, "a total is the sum of the rounded scores");
    require(!score.grade.empty(), "every total has a grade");
}

void score(indicators::Targets targets, indicators::Results results, indicators::Ruleset ruleset,
           base::Diagnostics diagnostics) {
    const auto count_actuals = [](const indicators::Scorecard& scorecard,
                                  const indicators::ScorecardResults& one) {
        require(one.actuals.size() == scorecard.indicators.size(), "actuals are one for each indicator");
        for (const auto& actual : one.actuals)
            require(actual.has_value(), "without errors, every indicator has its actual");
        require(!scorecard.budget || one.spent, "without errors, every budget has its spending");
    };
    count_actuals(targets.own, results.own);
    for (std::size_t i = 0; i < targets.projects.size(); ++i)
        count_actuals(targets.projects[i], results.projects[i]);

    auto scores = engine::score_department(targets, results, ruleset);
    if (scores.own) require_scorecard(*scores.own, targets.own, ruleset);
    for (std::size_t i = 0; i < scores.projects.size(); ++i)
        require_scorecard(scores.projects[i], targets.projects[i], ruleset);
    const report::ScoreReport report{.targets = std::move(targets),
                                     .results = std::move(results),
                                     .ruleset = std::move(ruleset),
                                     .score = std::move(scores),
                                     .inputs = {},
                                     .diagnostics = std::move(diagnostics)};
    for (const auto language : kLanguages) {
        require(report::scores_table(report, language, base::Color::Never).ends_with('\n'),
                "a table ends its last line");
        require(report::scores_json(report, language).ends_with("}\n"), "JSON ends its last line");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const std::size_t marker = text.find(kMarker);
    const auto targets_document = read("targets.yaml", text.substr(0, marker));
    const auto results_document =
        read("results.yaml", marker == std::string_view::npos ? "" : text.substr(marker + kMarker.size()));

    auto checked = indicators::load_checked_targets(targets_document, "", units());
    fuzz::require_sound(checked.diagnostics);
    fuzz::require_ordered_by_place(indicators::load_targets(targets_document, units()).diagnostics);
    require(fuzz::fingerprint(indicators::load_checked_targets(targets_document, "", units()).diagnostics) ==
                fuzz::fingerprint(checked.diagnostics),
            "targets loaded twice have the same faults");
    require(checked.value || base::has_errors(checked.diagnostics), "targets without a value have an error");
    base::Diagnostics all = std::move(checked.diagnostics);
    if (checked.value && marker != std::string_view::npos) {
        auto& [targets, ruleset] = *checked.value;
        auto results =
            indicators::load_results(results_document, targets, ruleset ? &*ruleset : nullptr, units());
        fuzz::require_sound(results.diagnostics);
        fuzz::require_ordered_by_place(results.diagnostics);
        all.insert(all.end(), results.diagnostics.begin(), results.diagnostics.end());
        if (!base::has_errors(all))
            score(std::move(targets), std::move(results.value.value()), std::move(ruleset.value()), all);
    }
    for (const auto language : kLanguages) {
        require(report::diagnostics_json(all, language).ends_with("}\n"), "JSON ends its last line");
        require(report::diagnostics_sarif(all, language, "0").ends_with("}\n"), "SARIF ends its last line");
    }
    return 0;
}
