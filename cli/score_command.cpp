// SPDX-License-Identifier: Apache-2.0
// yardstick score: targets and results in, scores out.
#include "cli/score_command.hpp"

#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "cli/diagnostics_output.hpp"
#include "cli/files.hpp"
#include "engine/weighting.hpp"
#include "indicators/checks.hpp"
#include "indicators/load_results.hpp"
#include "indicators/load_targets.hpp"
#include "report/json.hpp"
#include "report/sha256.hpp"
#include "report/table.hpp"

namespace yardstick::cli {

namespace {

using base::Code;
using base::Diagnostics;
using Source = std::shared_ptr<const base::SourceText>;

void append(Diagnostics& all, Diagnostics more) { std::ranges::move(more, std::back_inserter(all)); }

// Targets, results and ruleset, or the faults that stand in the way.
std::optional<report::ScoreReport> load(const Source& targets_source, const Source& results_source,
                                        const ScoreOptions& options, Diagnostics& diagnostics) {
    const indicators::UnitTable units = indicators::builtin_units();
    const auto results_document = indicators::yaml::read(results_source);
    auto targets = indicators::load_targets(indicators::yaml::read(targets_source), units);
    append(diagnostics, std::move(targets.diagnostics));
    if (!targets.value) {
        append(diagnostics, results_document.diagnostics);
        return std::nullopt;
    }
    auto ruleset = indicators::choose_ruleset(options.ruleset, *targets.value);
    append(diagnostics, std::move(ruleset.diagnostics));
    if (!ruleset.value) {
        append(diagnostics, results_document.diagnostics);
        return std::nullopt;
    }
    append(diagnostics, indicators::check_targets(*targets.value, *ruleset.value));
    if (const auto project = engine::project_without_basis(*targets.value))
        diagnostics.push_back({.code = Code::NoDepartmentScore,
                               .place = targets.value->projects[*project].place,
                               .arguments = {targets.value->projects[*project].name}});
    auto results = indicators::load_results(results_document, *targets.value, *ruleset.value, units);
    append(diagnostics, std::move(results.diagnostics));
    if (!results.value) return std::nullopt;
    return report::ScoreReport{.targets = std::move(*targets.value),
                               .results = std::move(*results.value),
                               .ruleset = std::move(*ruleset.value),
                               .score = {},
                               .inputs = {},
                               .diagnostics = {}};
}

report::InputFile input_file(const Source& source) {
    return {source->name(), report::sha256(source->text())};
}

ExitStatus put_out(const std::string& text, const ScoreOptions& options) {
    if (options.output.empty()) {
        std::fwrite(text.data(), 1, text.size(), stdout);
        return ExitStatus::Fine;
    }
    const auto fault = write_file(options.output, text);
    if (!fault) return ExitStatus::Fine;
    fmt::print(stderr, "{}", base::render(*fault, options.language, options.message_color));
    return ExitStatus::Usage;
}

}  // namespace

ExitStatus run_score(const ScoreOptions& options) {
    const auto targets = read_file(options.targets);
    const auto results = read_file(options.results);
    for (const auto* file : {&targets, &results})
        if (!*file)
            fmt::print(stderr, "{}", base::render(file->error(), options.language, options.message_color));
    if (!targets || !results) return ExitStatus::Usage;

    Diagnostics diagnostics;
    auto report = load(*targets, *results, options, diagnostics);
    ExitStatus status = ExitStatus::Findings;
    if (report) {
        report->score = engine::score_department(report->targets, report->results, report->ruleset);
        report->inputs = {input_file(*targets), input_file(*results)};
        report->diagnostics = diagnostics;
        status = put_out(options.format == Format::Json
                             ? report::scores_json(*report, options.language)
                             : report::scores_table(*report, options.language, options.output_color),
                         options);
        std::fflush(stdout);
    } else if (options.format == Format::Json) {
        status = put_out(report::diagnostics_json(diagnostics, options.language), options) == ExitStatus::Fine
                     ? ExitStatus::Findings
                     : ExitStatus::Usage;
        std::fflush(stdout);
    }
    fmt::print(stderr, "{}{}", diagnostics_text(diagnostics, options.language, options.message_color),
               diagnostics_count(diagnostics, options.language));
    return status;
}

}  // namespace yardstick::cli
