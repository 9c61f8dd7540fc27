// SPDX-License-Identifier: Apache-2.0
// JSON output.
#include "report/json.hpp"

#include <nlohmann/json.hpp>

#include "report/sha256.hpp"

namespace yardstick::report {

namespace {

using Json = nlohmann::ordered_json;
using base::Decimal;
using base::Diagnostic;
using base::Language;
using base::Rational;

constexpr int kIndent = 2;

std::string printed(const Json& json) {
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string shown(const Rational& points) { return base::decimal_or_fraction(points); }

Json diagnostic_json(const Diagnostic& diagnostic, Language language) {
    Json json{{"code", base::code_text(diagnostic.code)},
              {"severity", base::severity_text(base::severity_of(diagnostic.code))},
              {"message", base::message_of(diagnostic, language)},
              {"hint", base::hint_of(diagnostic, language)},
              {"file", nullptr},
              {"line", nullptr},
              {"column", nullptr},
              {"end_line", nullptr},
              {"end_column", nullptr}};
    if (const base::Place& place = diagnostic.place; place.source) {
        const auto begin = place.source->position(place.span.begin);
        const auto end = place.source->position(place.span.end);
        json["file"] = place.source->name();
        json["line"] = begin.line;
        json["column"] = begin.column;
        json["end_line"] = end.line;
        json["end_column"] = end.column;
    }
    Json related = Json::array();
    for (const base::Related& other : diagnostic.related) {
        const auto at = other.place.source->position(other.place.span.begin);
        related.push_back({{"relation", base::relation_key(other.relation)},
                           {"text", base::relation_text(other, language)},
                           {"file", other.place.source->name()},
                           {"line", at.line},
                           {"column", at.column}});
    }
    json["related"] = std::move(related);
    return json;
}

Json diagnostics_list(const base::Diagnostics& diagnostics, Language language) {
    Json list = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) list.push_back(diagnostic_json(diagnostic, language));
    return list;
}

Json indicator_json(const indicators::Indicator& indicator, const indicators::Actual& actual,
                    const engine::IndicatorScore& score, const indicators::Ruleset& ruleset) {
    const indicators::Kind kind = indicators::kind_of(indicator.criterion);
    Json json{{"path", indicator.path},
              {"name", indicator.name},
              {"kind", indicators::kind_text(kind)},
              {"criterion", indicator.criterion.text()},
              {"target", indicator.criterion.target_text()},
              {"actual", actual.text},
              {"weight", indicator.weight.text()},
              {"score", score.points.rounded.text()},
              {"exact", score.points.exact.text()},
              {"met", score.met},
              {"rule", indicator.rule ? indicator.rule->bound->name
                                      : std::string(indicators::shape_text(ruleset.rule_for(kind).shape))},
              {"notes", indicator.note.empty() ? Json::array() : Json::array({indicator.note})}};
    if (indicator.id) json["id"] = *indicator.id;
    if (indicator.task) json["task"] = *indicator.task;
    if (!actual.formula.empty()) json["formula"] = actual.formula;
    if (!actual.reason.empty()) json["reason"] = actual.reason;
    if (!actual.evidence.empty()) json["evidence"] = actual.evidence;
    if (actual.reported) json["reported"] = actual.reported->text();
    return json;
}

Json execution_json(const engine::ExecutionScore& execution, const indicators::Scorecard& scorecard,
                    const indicators::ScorecardResults& results, const indicators::Ruleset& ruleset) {
    return {{"rate", execution.rate.text()},
            {"score", execution.points.rounded.text()},
            {"exact", execution.points.exact.text()},
            {"points", ruleset.execution_points.text()},
            {"budget", results.adjusted ? results.adjusted->text() : scorecard.budget->text()},
            {"spent", results.spent->text()}};
}

// The keys of SCORECARD, added to `json`.
void add_scorecard(Json& json, const indicators::Scorecard& scorecard,
                   const indicators::ScorecardResults& results, const engine::ScorecardScore& score,
                   const ScoreReport& report) {
    json["score"] = score.total.rounded.text();
    json["exact"] = score.total.exact.text();
    json["grade"] = score.grade;
    json["points"] = shown(score.available);
    json["execution"] = score.execution ? execution_json(*score.execution, scorecard, results, report.ruleset)
                                        : Json(nullptr);
    json["caps"] = Json::array();
    json["interval"] = nullptr;
    Json tasks = Json::array();
    for (const engine::Subtotal& task : score.tasks)
        tasks.push_back({{"name", task.path.front()},
                         {"points", shown(task.available)},
                         {"score", Decimal::rounded(task.earned, report.ruleset.score_places,
                                                    report.ruleset.score_rounding)
                                       .text()}});
    json["tasks"] = std::move(tasks);
    Json list = Json::array();
    for (std::size_t i = 0; i < scorecard.indicators.size(); ++i)
        list.push_back(indicator_json(scorecard.indicators[i], results.actuals[i].value(),
                                      score.indicators[i], report.ruleset));
    json["indicators"] = std::move(list);
}

Json department_json(const ScoreReport& report) {
    const engine::DepartmentScore& score = report.score;
    Json json{{"name", report.targets.department},
              {"score", nullptr},
              {"exact", nullptr},
              {"grade", nullptr},
              {"basis", nullptr}};
    if (!score.scores.empty()) {
        const engine::BasedScore& first = score.scores.front();
        json["score"] = first.points.rounded.text();
        json["exact"] = first.points.exact.text();
        json["grade"] = first.grade;
        json["basis"] = engine::basis_text(first.basis);
    }
    Json alternatives = Json::array();
    for (const engine::BasedScore& based : score.scores)
        alternatives.push_back({{"basis", engine::basis_text(based.basis)},
                                {"score", based.points.rounded.text()},
                                {"exact", based.points.exact.text()},
                                {"grade", based.grade}});
    json["alternatives"] = std::move(alternatives);
    json["own"] = nullptr;
    if (score.own) {
        json["own"] = Json::object();
        add_scorecard(json["own"], report.targets.own, report.results.own, *score.own, report);
    }
    Json projects = Json::array();
    for (std::size_t i = 0; i < score.projects.size(); ++i) {
        const indicators::Scorecard& project = report.targets.projects[i];
        Json one{{"name", project.name},
                 {"budget", project.budget ? Json(project.budget->text()) : Json(nullptr)}};
        add_scorecard(one, project, report.results.projects[i], score.projects[i], report);
        projects.push_back(std::move(one));
    }
    json["projects"] = std::move(projects);
    return json;
}

}  // namespace

std::string scores_json(const ScoreReport& report, Language language) {
    Json inputs = Json::array();
    for (const InputFile& input : report.inputs)
        inputs.push_back({{"path", input.path}, {"sha256", input.sha256}});
    return printed(
        {{"format", "yardstick/scores/1"},
         {"ruleset", {{"name", report.ruleset.name}, {"sha256", sha256(canonical_text(report.ruleset))}}},
         {"year", report.targets.year},
         {"department", department_json(report)},
         {"inputs", std::move(inputs)},
         {"diagnostics", diagnostics_list(report.diagnostics, language)}});
}

std::string diagnostics_json(const base::Diagnostics& diagnostics, Language language) {
    return printed(
        {{"format", "yardstick/diagnostics/1"}, {"diagnostics", diagnostics_list(diagnostics, language)}});
}

}  // namespace yardstick::report
