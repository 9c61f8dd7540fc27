// SPDX-License-Identifier: Apache-2.0
// The court's year, stage by stage, beside yaml-cpp's own event parser on the same two files.
#include <sstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "engine/weighting.hpp"
#include "grammar/parse.hpp"
#include "indicators/checks.hpp"
#include "loading.hpp"
#include "report/json.hpp"
#include "report/table.hpp"

using namespace yardstick;

namespace {

const std::string kFolder = std::string(YARDSTICK_SOURCE_DIR) + "/examples/jinjiang-court-2024/";

struct Files {
    std::string targets = tests::file_text(kFolder + "targets.yaml");
    std::string results = tests::file_text(kFolder + "results.yaml");
};

const Files& files() {
    static const Files kFiles;
    return kFiles;
}

report::ScoreReport scored() {
    auto checked = indicators::load_checked_targets(indicators::yaml::read(tests::source(files().targets)),
                                                    "", tests::units());
    auto& [targets, ruleset] = checked.value.value();
    auto results = indicators::load_results(indicators::yaml::read(tests::source(files().results)), targets,
                                            &*ruleset, tests::units());
    auto score = engine::score_department(targets, results.value.value(), *ruleset);
    return {.targets = std::move(targets),
            .results = std::move(*results.value),
            .ruleset = std::move(*ruleset),
            .score = std::move(score),
            .inputs = {},
            .diagnostics = {}};
}

class NoEvents : public YAML::EventHandler {
  public:
    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
    void OnAlias(const YAML::Mark& /*mark*/, YAML::anchor_t /*anchor*/) override {}
    void OnScalar(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                  const std::string& /*value*/) override {}
    void OnSequenceStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                         YAML::EmitterStyle::value /*style*/) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark& /*mark*/, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                    YAML::EmitterStyle::value /*style*/) override {}
    void OnMapEnd() override {}
};

void yaml_events_of_both_files(benchmark::State& state) {
    for (auto _ : state)
        for (const std::string* text : {&files().targets, &files().results}) {
            std::istringstream in(*text);
            YAML::Parser parser(in);
            NoEvents events;
            benchmark::DoNotOptimize(parser.HandleNextDocument(events));
        }
}

void load_and_score(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(scored());
}

void score_only(benchmark::State& state) {
    const report::ScoreReport report = scored();
    for (auto _ : state)
        benchmark::DoNotOptimize(engine::score_department(report.targets, report.results, report.ruleset));
    state.SetItemsProcessed(state.iterations() * 205);
}

void print_table(benchmark::State& state) {
    const report::ScoreReport report = scored();
    for (auto _ : state)
        benchmark::DoNotOptimize(report::scores_table(report, base::Language::Chinese, base::Color::Never));
}

void print_json(benchmark::State& state) {
    const report::ScoreReport report = scored();
    for (auto _ : state) benchmark::DoNotOptimize(report::scores_json(report, base::Language::Chinese));
}

void parse_indicator_lines(benchmark::State& state) {
    std::vector<std::string> lines;
    std::istringstream in(files().targets);
    for (std::string line; std::getline(in, line);)
        if (const auto dash = line.find("- ");
            dash != std::string::npos && line.find_first_not_of(' ') == dash)
            lines.push_back(line.substr(dash + 2));
    for (auto _ : state)
        for (const std::string& line : lines) benchmark::DoNotOptimize(grammar::parse_indicator(line));
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(lines.size()));
}

}  // namespace

BENCHMARK(yaml_events_of_both_files)->Unit(benchmark::kMicrosecond);
BENCHMARK(load_and_score)->Unit(benchmark::kMicrosecond);
BENCHMARK(score_only)->Unit(benchmark::kMicrosecond);
BENCHMARK(print_table)->Unit(benchmark::kMicrosecond);
BENCHMARK(print_json)->Unit(benchmark::kMicrosecond);
BENCHMARK(parse_indicator_lines)->Unit(benchmark::kMicrosecond);
