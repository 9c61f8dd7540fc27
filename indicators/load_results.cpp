// SPDX-License-Identifier: Apache-2.0
// Loading a results file: finding the indicator of each actual, and fitting the actual to its criterion.
#include "indicators/load_results.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "grammar/parse.hpp"
#include "indicators/derived_actual.hpp"
#include "indicators/fields.hpp"
#include "indicators/fit_actual.hpp"
#include "indicators/unit_slip.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;
using base::Decimal;
using base::Relation;

// The indicators of a scorecard by everything that a results file may call them. An id means its indicator
// and no other; so does a full path; then come the names, and the ends of paths (`数量指标/名称`), which
// several may share.
class NameIndex {
  public:
    explicit NameIndex(const Scorecard& scorecard) {
        for (std::size_t i = 0; i < scorecard.indicators.size(); ++i) {
            const Indicator& indicator = scorecard.indicators[i];
            names_.push_back(indicator.name);
            if (indicator.id) by_id_.emplace(base::comparable_name(*indicator.id), i);
            by_full_name_.emplace(base::comparable_name(full_name(indicator)), i);
            std::string name = indicator.name;
            add(name, i);
            for (auto category = indicator.path.rbegin(); category != indicator.path.rend(); ++category) {
                name.insert(0, *category + "/");
                add(name, i);
            }
        }
    }

    // Indices into the scorecard's indicators; more than one: ambiguous.
    std::vector<std::size_t> find(std::string_view name) const {
        const std::string wanted = base::comparable_name(name);
        const auto names = by_name_.find(wanted);
        if (names != by_name_.end() && names->second.size() == 1 && !by_id_.contains(wanted))
            return names->second;
        for (const auto* exact : {&by_id_, &by_full_name_})
            if (const auto found = exact->find(wanted); found != exact->end()) return {found->second};
        return names == by_name_.end() ? std::vector<std::size_t>{} : names->second;
    }

    // A text that means this indicator and no other: its name where that will do.
    std::string call_name(const Indicator& indicator, std::size_t i) const {
        if (find(indicator.name) == std::vector<std::size_t>{i}) return indicator.name;
        if (find(full_name(indicator)) == std::vector<std::size_t>{i}) return full_name(indicator);
        return indicator.id.value_or(full_name(indicator));
    }

    std::optional<std::string> nearest(std::string_view name) const { return base::closest(name, names_); }

  private:
    void add(const std::string& name, std::size_t index) {
        std::vector<std::size_t>& indices = by_name_[base::comparable_name(name)];
        if (indices.empty() || indices.back() != index) indices.push_back(index);
    }

    std::map<std::string, std::size_t> by_id_;
    std::map<std::string, std::size_t> by_full_name_;
    std::map<std::string, std::vector<std::size_t>> by_name_;
    std::vector<std::string> names_;
};

// Whether formulas may stand at indicators that could not be read.
bool is_incomplete(const Targets& targets) {
    return targets.incomplete || targets.own.incomplete ||
           std::ranges::any_of(targets.projects, &Scorecard::incomplete);
}

// An actual as written: its text node, and what stands beside it.
struct Written {
    const yaml::Node* node = nullptr;
    std::string reason;
    std::string evidence;
    std::optional<Decimal> reported;
};

class ResultsLoader {
  public:
    ResultsLoader(FileReader& file, const Targets& targets, const Ruleset* ruleset)
        : file_(file), targets_(targets), ruleset_(ruleset) {}

    Results load(const yaml::Node& root) {
        file_.check_mapping(
            root, "results",
            {"yardstick", "department", "year", "adjusted", "spent", "figures", "actuals", "projects"});
        check_heading(root);
        if (const yaml::Entry* figures = root.find("figures")) figures_.load(file_, *figures, targets_.year);
        Results results;
        results.own = load_scorecard(root, targets_.own, file_.place(root));
        results.projects = load_projects(root);
        if (!file_.has_errors() && !is_incomplete(targets_)) figures_.report_unused(file_);
        return results;
    }

  private:
    void check_heading(const yaml::Node& root) {
        if (const auto* entry = file_.required(root, "department", file_.place(root)))
            if (const auto name = file_.text(*entry);
                name && !targets_.department.empty() &&
                base::comparable_name(*name) != base::comparable_name(targets_.department))
                file_.report(Code::OtherDepartment, entry->value, {*name, targets_.department});
        if (const auto* entry = file_.required(root, "year", file_.place(root)))
            if (const auto year = file_.year(*entry); year && targets_.year != 0 && *year != targets_.year)
                file_.report(Code::OtherYear, entry->value,
                             {std::to_string(*year), std::to_string(targets_.year)});
    }

    std::vector<ScorecardResults> load_projects(const yaml::Node& root) {
        std::vector<ScorecardResults> results(targets_.projects.size());
        std::vector<bool> given(targets_.projects.size());
        const yaml::Entry* projects = root.find("projects");
        if (projects != nullptr && file_.check_is_mapping(*projects))
            for (const yaml::Entry& entry : projects->value.entries) {
                const auto index = find_project(entry.key);
                if (!index) continue;
                given[*index] = true;
                if (!file_.check_is_mapping(entry)) continue;
                file_.check_mapping(entry.value, entry.key.text, {"adjusted", "spent", "figures", "actuals"});
                figures_.begin_project();
                if (const yaml::Entry* figures = entry.value.find("figures"))
                    figures_.load(file_, *figures, targets_.year);
                results[*index] =
                    load_scorecard(entry.value, targets_.projects[*index], file_.place(entry.key));
                figures_.end_project();
            }
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (given[i]) continue;
            const Scorecard& project = targets_.projects[i];
            file_
                .report(Code::MissingProject, file_.place(projects != nullptr ? projects->key : root),
                        {project.name, std::to_string(project.indicators.size())})
                .related.push_back({Relation::TargetHere, project.place});
        }
        return results;
    }

    std::optional<std::size_t> find_project(const yaml::Node& key) {
        const std::string wanted = base::comparable_name(key.text);
        const auto found = std::ranges::find(
            targets_.projects, wanted, [](const Scorecard& p) { return base::comparable_name(p.name); });
        if (found != targets_.projects.end())
            return static_cast<std::size_t>(found - targets_.projects.begin());
        if (targets_.incomplete) return std::nullopt;  // it may be one that could not be read
        std::vector<std::string> names;
        for (const Scorecard& project : targets_.projects) names.push_back(project.name);
        auto& diagnostic = file_.report(Code::NoSuchProject, key, {key.text});
        if (suggestions_++ < kMaxSuggestions) diagnostic.suggestion = base::closest(key.text, names);
        return std::nullopt;
    }

    ScorecardResults load_scorecard(const yaml::Node& mapping, const Scorecard& scorecard,
                                    const base::Place& heading) {
        ScorecardResults results;
        load_money(mapping, scorecard, heading, results);
        results.actuals.resize(scorecard.indicators.size());
        const NameIndex index(scorecard);
        base::Place actuals_place = heading;
        bool complete =
            true;  // whether the actuals could be read at all, so that missing ones are worth naming
        if (const yaml::Entry* actuals = mapping.find("actuals")) {
            actuals_place = file_.place(actuals->key);
            complete = file_.check_is_mapping(*actuals);
            if (complete) load_actuals(actuals->value, scorecard, index, results);
        }
        for (std::size_t i = 0; complete && i < results.actuals.size(); ++i)
            if (!given_[&scorecard.indicators[i]])
                file_
                    .report(Code::MissingActual, actuals_place, {index.call_name(scorecard.indicators[i], i)})
                    .related.push_back({Relation::TargetHere, scorecard.indicators[i].place});
        return results;
    }

    void load_money(const yaml::Node& mapping, const Scorecard& scorecard, const base::Place& heading,
                    ScorecardResults& results) {
        results.adjusted = file_.amount(mapping, "adjusted");
        results.spent = file_.amount(mapping, "spent");
        const yaml::Entry* adjusted = mapping.find("adjusted");
        const yaml::Entry* spent = mapping.find("spent");
        if (!scorecard.budget) {
            if (scorecard.incomplete) return;  // its budget may be what could not be read
            if (adjusted != nullptr)
                file_.report(Code::AdjustedWithoutBudget, adjusted->key, {scorecard.name});
            if (spent != nullptr) file_.report(Code::SpentWithoutBudget, spent->key, {scorecard.name});
            return;
        }
        if (scorecard.indicators.empty()) return;  // a department may have a budget and only projects
        if (spent == nullptr) file_.report(Code::SpentMissing, heading, {scorecard.name});
        report_slipped_money(adjusted, results.adjusted, scorecard.budget->total(), scorecard.budget->text());
        if (results.adjusted)
            report_slipped_money(spent, results.spent, results.adjusted->in_base(), results.adjusted->text());
        else
            report_slipped_money(spent, results.spent, scorecard.budget->total(), scorecard.budget->text());
        if (results.adjusted && results.adjusted->number.value().sign() == 0)
            file_.report(Code::ZeroBudget, adjusted->value);
        else if (adjusted == nullptr && scorecard.budget->total().sign() == 0)
            file_.report(Code::ZeroBudget, scorecard.budget->place);
    }

    // An amount that is a slip of its unit away from the budget it belongs to.
    void report_slipped_money(const yaml::Entry* entry, const std::optional<Quantity>& amount,
                              const base::Rational& budget, const std::string& budget_text) {
        if (!amount) return;
        const auto slip = slip_between(amount->in_base(), budget);
        if (!slip) return;
        const bool larger = slip->actual == UnitSlip::Actual::TooLarge;
        file_.report(Code::SlippedAmount, entry->value,
                     {larger ? amount->text() : budget_text, larger ? budget_text : amount->text(),
                      std::to_string(slip->factor)});
    }

    void load_actuals(const yaml::Node& actuals, const Scorecard& scorecard, const NameIndex& index,
                      ScorecardResults& results) {
        std::map<std::size_t, const yaml::Node*> first_keys;
        for (const yaml::Entry& entry : actuals.entries) {
            const auto found = index.find(entry.key.text);
            if (found.empty()) {
                if (scorecard.incomplete) continue;  // it may be one that could not be read
                auto& diagnostic =
                    file_.report(Code::NoSuchIndicator, entry.key, {entry.key.text, scorecard.name});
                if (suggestions_++ < kMaxSuggestions) diagnostic.suggestion = index.nearest(entry.key.text);
                continue;
            }
            if (found.size() > 1) {
                const Indicator& first = scorecard.indicators[found.front()];
                auto& diagnostic = file_.report(Code::AmbiguousName, entry.key,
                                                {entry.key.text, index.call_name(first, found.front())});
                for (const std::size_t i : found) {
                    diagnostic.related.push_back({Relation::CouldBeThis, scorecard.indicators[i].place});
                    given_[&scorecard.indicators[i]] = true;  // one fault, not also a missing actual for each
                }
                continue;
            }
            const Indicator& indicator = scorecard.indicators[found.front()];
            const auto [first, is_new] = first_keys.emplace(found.front(), &entry.key);
            if (!is_new) {
                const bool same_key =  // which the YAML reader has reported
                    base::comparable_name(first->second->text) == base::comparable_name(entry.key.text);
                if (!same_key)
                    file_.report(Code::ActualTwice, entry.key, {indicator.name})
                        .related.push_back({Relation::FirstGivenHere, file_.place(*first->second)});
                continue;
            }
            given_[&indicator] = true;
            results.actuals[found.front()] = load_actual(entry, indicator);
        }
    }

    std::optional<Actual> load_actual(const yaml::Entry& entry, const Indicator& indicator) {
        const auto written = take_apart(entry);
        if (!written) return std::nullopt;
        auto actual = value_of(*written->node, indicator);
        if (!actual) return std::nullopt;
        actual->reason = written->reason;
        actual->evidence = written->evidence;
        actual->reported = written->reported;
        actual->place = file_.place(*written->node);
        return actual;
    }

    // Given, or derived: marked by `=`, or words where the target is none and there are figures to derive it
    // from.
    std::optional<Actual> value_of(const yaml::Node& node, const Indicator& indicator) {
        if (const auto formula = marked_formula(node.text))
            return derive_actual(file_, node, *formula, indicator, figures_);
        auto parsed = grammar::parse_value(node.text);
        if (!parsed.tree || !parsed.diagnostics.empty()) {
            file_.report_in(node, std::move(parsed.diagnostics));
            return std::nullopt;
        }
        if (std::holds_alternative<grammar::NotApplicable>(parsed.tree->content)) {
            if (ruleset_ != nullptr) file_.report(Code::NotApplicableUnruled, node, {ruleset_->name});
            return std::nullopt;
        }
        const bool measured = indicator.criterion.comparator != grammar::Comparator::Qualitative;
        const auto& content = parsed.tree->content;  // `a / b * 100%` looks like a tier with its share
        const bool in_words = std::holds_alternative<grammar::Words>(content) ||
                              std::holds_alternative<grammar::WordsWithShare>(content);
        if (measured && figures_.are_given() && in_words)
            return derive_actual(file_, node, 0, indicator, figures_);
        return fit_actual(file_, {node, *parsed.tree}, indicator, targets_.year, ruleset_);
    }

    // A plain value, or {actual:, reason:, evidence:, reported:}.
    std::optional<Written> take_apart(const yaml::Entry& entry) {
        Written written;
        if (entry.value.kind != yaml::Node::Kind::Map) {
            if (!file_.text(entry)) return std::nullopt;
            written.node = &entry.value;
            return written;
        }
        file_.check_mapping(entry.value, entry.key.text, {"actual", "reason", "evidence", "reported"});
        written.reason = file_.text(entry.value, "reason").value_or("");
        written.evidence = file_.text(entry.value, "evidence").value_or("");
        if (const yaml::Entry* reported = entry.value.find("reported"))
            if (const auto text = file_.text(*reported)) {
                if (const auto number = Decimal::parse(*text))
                    written.reported = *number;
                else
                    file_.report(Code::UnreadableValue, reported->value, {*text});
            }
        const yaml::Entry* actual = file_.required(entry.value, "actual", file_.place(entry.key));
        if (actual == nullptr || !file_.text(*actual)) return std::nullopt;
        written.node = &actual->value;
        return written;
    }

    FileReader& file_;
    const Targets& targets_;
    const Ruleset* ruleset_;  // may be none
    Figures figures_;         // of the department, and of the project being read
    int suggestions_ = 0;
    std::map<const Indicator*, bool> given_;  // actuals that were written, readable or not
};

}  // namespace

Loaded<Results> load_results(const yaml::Document& document, const Targets& targets, const Ruleset* ruleset,
                             const UnitTable& units) {
    FileReader file(document, units);
    if (!document.root || !file.check_kind(*document.root, "results"))
        return {std::nullopt, file.take_diagnostics()};
    Results results = ResultsLoader(file, targets, ruleset).load(*document.root);
    return {std::move(results), file.take_diagnostics()};
}

}  // namespace yardstick::indicators
