// SPDX-License-Identifier: Apache-2.0
// yardstick score: targets and results in, scores out.
#include "cli/score_command.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "cli/diagnostics_output.hpp"
#include "cli/files.hpp"
#include "cli/output.hpp"
#include "engine/weighting.hpp"
#include "indicators/checks.hpp"
#include "indicators/load_results.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

namespace yardstick::cli {

namespace {

using base::Diagnostics;

void append(Diagnostics& all, Diagnostics more) { std::ranges::move(more, std::back_inserter(all)); }

// The year with its scores, or nothing where there are errors; every fault of both files either way.
std::optional<report::ScoreReport> scored_year(const InputText& targets_file, const InputText& results_file,
                                               const ScoreOptions& options, Diagnostics& diagnostics) {
    const indicators::UnitTable units = indicators::builtin_units();
    const auto results_document = indicators::yaml::read(results_file.source);
    auto checked =
        indicators::load_checked_targets(indicators::yaml::read(targets_file.source), options.ruleset, units);
    append(diagnostics, std::move(checked.diagnostics));
    if (!checked.value) {
        append(diagnostics, results_document.diagnostics);
        return std::nullopt;
    }
    auto& [targets, ruleset] = *checked.value;
    auto results = indicators::load_results(results_document, targets, ruleset ? &*ruleset : nullptr, units);
    append(diagnostics, std::move(results.diagnostics));
    if (base::has_errors(diagnostics)) return std::nullopt;
    auto score = engine::score_department(targets, *results.value, *ruleset);
    return report::ScoreReport{
        .targets = std::move(targets),
        .results = std::move(*results.value),
        .ruleset = std::move(*ruleset),
        .score = std::move(score),
        .inputs = {{options.targets, targets_file.sha256}, {options.results, results_file.sha256}},
        .diagnostics = diagnostics};
}

std::string formatted(const report::ScoreReport& report, const ScoreOptions& options) {
    return options.format == Format::Json
               ? report::scores_json(report, options.language)
               : report::scores_table(report, options.language, options.output_color);
}

}  // namespace

ExitStatus run_score(const ScoreOptions& options) {
    const auto targets = read_file(options.targets);
    const auto results = read_file(options.results);
    for (const auto* file : {&targets, &results})
        if (!*file) print(stderr, base::render(file->error(), options.language, options.message_color));
    if (!targets || !results) return ExitStatus::Usage;

    Diagnostics diagnostics;
    const auto report = scored_year(*targets, *results, options, diagnostics);
    std::optional<base::Diagnostic> output_fault;
    if (report && !options.output.empty())
        output_fault = write_file(options.output, formatted(*report, options));
    else if (report)
        output_fault = put_out(formatted(*report, options));
    else if (options.format == Format::Json)  // the file of an earlier run is left as it is
        output_fault = put_out(report::diagnostics_json(diagnostics, options.language));

    print(stderr, diagnostics_text(diagnostics, options.language, options.message_color) +
                      diagnostics_count(diagnostics, options.language));
    if (output_fault) {
        print(stderr, base::render(*output_fault, options.language, options.message_color));
        return ExitStatus::Usage;
    }
    return report ? ExitStatus::Fine : ExitStatus::Findings;
}

}  // namespace yardstick::cli
