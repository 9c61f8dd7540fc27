// SPDX-License-Identifier: Apache-2.0
// Loading a targets file: from the YAML tree to the model.
#include "indicators/load_targets.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "indicators/build_indicator.hpp"
#include "indicators/fields.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;
using base::Relation;

// Whether a key of a budget states its total, beside the parts: 合计, 资金总额, Total, ...
bool states_total(std::string_view key) {
    std::string name = base::comparable_name(key);
    std::erase(name, ' ');
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    constexpr std::array<std::string_view, 4> kWords{"total", "合计", "总计", "总额"};
    return std::ranges::any_of(kWords,
                               [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

// Whether a key names an amount that other parts hold already.
bool is_contained(std::string_view key) { return key.starts_with("其中") || key.starts_with("小计"); }

class TargetsLoader {
  public:
    explicit TargetsLoader(FileReader& file) : file_(file) {}

    Targets load(const yaml::Node& root) {
        file_.check_mapping(root, "targets",
                            {"yardstick", "department", "year", "ruleset", "budget", "goal", "tasks",
                             "indicators", "projects", "projects_budget"});
        if (const auto* entry = file_.required(root, "department", file_.place(root)))
            targets_.department = file_.text(*entry).value_or("");
        if (const auto* entry = file_.required(root, "year", file_.place(root)))
            targets_.year = file_.year(*entry).value_or(0);
        if (const auto* entry = root.find("ruleset")) {
            targets_.ruleset = file_.text(*entry);
            targets_.ruleset_place = file_.place(entry->value);
        }
        if (const auto* entry = root.find("tasks")) load_tasks(*entry);
        if (const auto* entry = root.find("projects_budget")) {
            targets_.stated_project_total = file_.amount(*entry);
            targets_.stated_project_total_place = file_.place(entry->value);
        }
        load_own(root);
        if (const auto* entry = root.find("projects")) load_projects(*entry);
        if (root.find("indicators") == nullptr && root.find("projects") == nullptr)
            file_.report(Code::NothingToScore, root);
        return std::move(targets_);
    }

  private:
    void load_own(const yaml::Node& root) {
        targets_.own.name = targets_.department;
        const auto* indicators = root.find("indicators");
        targets_.own.place = indicators != nullptr ? file_.place(indicators->key) : file_.place(root);
        load_scorecard(root, targets_.own);
    }

    void load_projects(const yaml::Entry& projects) {
        targets_.incomplete = !file_.check_is_mapping(projects);
        if (targets_.incomplete) return;
        if (projects.value.entries.empty()) file_.report(Code::EmptyValue, projects.key, {projects.key.text});
        for (const yaml::Entry& entry : projects.value.entries) {
            Scorecard project;
            project.name = entry.key.text;
            project.place = file_.place(entry.key);
            if (!file_.check_is_mapping(entry)) {
                targets_.incomplete = true;
                continue;
            }
            file_.check_mapping(entry.value, project.name, {"budget", "goal", "indicators"});
            file_.required(entry.value, "indicators", project.place);
            load_scorecard(entry.value, project);
            targets_.projects.push_back(std::move(project));
        }
    }

    // Budget, goal and indicators, which the department and a project have alike.
    void load_scorecard(const yaml::Node& mapping, Scorecard& scorecard) {
        if (const auto* budget = mapping.find("budget")) {
            scorecard.budget = load_budget(*budget);
            scorecard.incomplete = !scorecard.budget;
        }
        scorecard.goal = file_.text(mapping, "goal").value_or("");
        const auto* indicators = mapping.find("indicators");
        if (indicators == nullptr) return;
        load_category(*indicators, {}, scorecard);
        if (scorecard.indicators.size() > kMaxIndicators)
            file_.report(Code::TooManyIndicators, scorecard.place, {std::to_string(kMaxIndicators)});
        report_duplicates(scorecard);
        report_ids_that_are_names(scorecard);
    }

    // A list of indicators, or categories that hold such lists.
    void load_category(const yaml::Entry& category, const std::vector<std::string>& path,
                       Scorecard& scorecard) {
        if (category.value.items.empty() && category.value.entries.empty() &&
            category.value.kind != yaml::Node::Kind::Text) {
            file_.report(Code::EmptyValue, category.key, {category.key.text});
            scorecard.incomplete = true;
            return;
        }
        switch (category.value.kind) {
            case yaml::Node::Kind::List:
                for (const yaml::Node& item : category.value.items) {
                    auto indicator = build_indicator(file_, item, path, targets_);
                    scorecard.incomplete |= !indicator;
                    if (indicator) scorecard.indicators.push_back(std::move(*indicator));
                }
                break;
            case yaml::Node::Kind::Map:
                for (const yaml::Entry& inner : category.value.entries) {
                    std::vector<std::string> inner_path = path;
                    inner_path.push_back(inner.key.text);
                    load_category(inner, inner_path, scorecard);
                }
                break;
            case yaml::Node::Kind::Empty:
                break;  // reported above
            case yaml::Node::Kind::Text:
                file_.report(Code::ExpectedList, category.value, {category.key.text});
                scorecard.incomplete = true;
                break;
        }
    }

    void report_duplicates(const Scorecard& scorecard) {
        std::map<std::vector<std::string>, const Indicator*> by_name;
        std::map<std::string, const Indicator*> by_id;
        for (const Indicator& indicator : scorecard.indicators) {
            const auto [name, is_new] = by_name.emplace(identity(indicator), &indicator);
            if (!is_new)
                file_.report(Code::DuplicateIndicator, indicator.place, {indicator.name})
                    .related.push_back({Relation::FirstGivenHere, name->second->place});
            if (!indicator.id) continue;
            const auto [id, is_new_id] = by_id.emplace(*indicator.id, &indicator);
            if (!is_new_id)
                file_.report(Code::DuplicateId, indicator.id_place, {*indicator.id})
                    .related.push_back({Relation::FirstGivenHere, id->second->id_place});
        }
    }

    // An id that is another indicator's name would answer for it in the results.
    void report_ids_that_are_names(const Scorecard& scorecard) {
        std::map<std::string, const Indicator*> names;
        for (const Indicator& indicator : scorecard.indicators)
            names.emplace(base::comparable_name(indicator.name), &indicator);
        for (const Indicator& indicator : scorecard.indicators) {
            if (!indicator.id) continue;
            const auto named = names.find(base::comparable_name(*indicator.id));
            if (named != names.end() && named->second != &indicator)
                file_.report(Code::DuplicateId, indicator.id_place, {*indicator.id})
                    .related.push_back({Relation::FirstGivenHere, named->second->place});
        }
    }

    // Path and name, as names are compared, each kept apart: `a/b` in `x` is not `b` in `x/a`.
    static std::vector<std::string> identity(const Indicator& indicator) {
        std::vector<std::string> parts;
        for (const std::string& category : indicator.path) parts.push_back(base::comparable_name(category));
        parts.push_back(base::comparable_name(indicator.name));
        return parts;
    }

    std::optional<Budget> load_budget(const yaml::Entry& entry) {
        Budget budget;
        budget.place = file_.place(entry.value);
        if (entry.value.kind != yaml::Node::Kind::Map) {
            if (const auto amount = file_.amount(entry)) budget.parts.emplace_back("", *amount);
        } else {
            const yaml::Node* total_key = nullptr;
            for (const yaml::Entry& part : entry.value.entries) {
                const auto amount = file_.amount(part);
                if (is_contained(part.key.text)) {
                    file_.report(Code::UnknownKey, part.key,
                                 {part.key.text, "total, and parts that do not overlap"});
                } else if (!states_total(part.key.text)) {
                    if (amount) budget.parts.emplace_back(part.key.text, *amount);
                } else if (total_key != nullptr) {
                    file_.report(Code::DuplicateKey, part.key, {part.key.text})
                        .related.push_back({Relation::FirstGivenHere, file_.place(*total_key)});
                } else {
                    total_key = &part.key;
                    budget.stated_total = amount;
                    budget.place = file_.place(part.value);
                }
            }
            if (entry.value.entries.empty()) file_.report(Code::EmptyValue, entry.key, {entry.key.text});
            if (budget.parts.empty() && budget.stated_total)
                budget.parts.emplace_back("", *budget.stated_total);
        }
        if (budget.parts.empty()) return std::nullopt;
        return budget;
    }

    void load_tasks(const yaml::Entry& tasks) {
        if (!file_.check_is_mapping(tasks)) return;
        for (const yaml::Entry& entry : tasks.value.entries) {
            Task task{.key = entry.key.text, .name = {}, .content = {}};
            if (entry.value.kind == yaml::Node::Kind::Map) {
                file_.check_mapping(entry.value, task.key, {"name", "content"});
                task.name = file_.text(entry.value, "name").value_or("");
                task.content = file_.text(entry.value, "content").value_or("");
            } else {
                task.name = file_.text(entry).value_or("");
            }
            targets_.tasks.push_back(std::move(task));
        }
    }

    FileReader& file_;
    Targets targets_;
};

}  // namespace

Loaded<Targets> load_targets(const yaml::Document& document, const UnitTable& units) {
    FileReader file(document, units);
    if (!document.root || !file.check_kind(*document.root, "targets"))
        return {std::nullopt, file.take_diagnostics()};
    Targets targets = TargetsLoader(file).load(*document.root);
    return {std::move(targets), file.take_diagnostics()};
}

}  // namespace yardstick::indicators
