// SPDX-License-Identifier: Apache-2.0
// Building indicators from lines.
#include "indicators/build_indicator.hpp"

#include <algorithm>
#include <utility>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "grammar/parse.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;

std::vector<std::string> keys_of(const std::vector<Task>& tasks) {
    std::vector<std::string> keys;
    for (const Task& task : tasks) keys.push_back(task.key);
    return keys;
}

// Keys of tasks are compared without any spaces: `任务 1` is `任务1`.
std::string comparable_key(std::string_view key) {
    std::string name = base::comparable_name(key);
    std::erase(name, ' ');
    return name;
}

std::optional<std::string> find_task(const std::vector<Task>& tasks, std::string_view key) {
    const std::string wanted = comparable_key(key);
    const auto found =
        std::ranges::find(tasks, wanted, [](const Task& task) { return comparable_key(task.key); });
    return found == tasks.end() ? std::nullopt : std::optional(found->key);
}

// What stands in the parentheses that a name ends with: `任务5` of `…（任务5）`.
std::optional<std::string> ending_of(std::string_view name) {
    const std::string folded = base::comparable_name(name);
    const std::size_t open = folded.rfind('(');
    if (!folded.ends_with(')') || open == std::string::npos) return std::nullopt;
    return folded.substr(open + 1, folded.size() - open - 2);
}

// Whether an ending begins like the numbered tasks that the file lists: 任务9 or 任务一 beside 任务5 is a
// slip, not a remark.
bool looks_like_a_task(std::string_view ending, const std::vector<Task>& tasks) {
    return std::ranges::any_of(tasks, [&](const Task& task) {
        const std::string key = comparable_key(task.key);
        const std::size_t stem = key.find_last_not_of("0123456789") + 1;
        return stem > 0 && stem < key.size() && ending.starts_with(std::string_view(key).substr(0, stem));
    });
}

std::optional<std::string> task_by_ending(FileReader& file, const yaml::Node& line,
                                          const Indicator& indicator, const std::vector<Task>& tasks) {
    const auto ending = ending_of(indicator.name);
    if (!ending) return std::nullopt;
    if (auto task = find_task(tasks, *ending)) return task;
    if (looks_like_a_task(*ending, tasks))
        file.report(Code::UnknownTask, line, {*ending}).suggestion = base::closest(*ending, keys_of(tasks));
    return std::nullopt;
}

// Measure words that no table has are common (棵, 尾); `10W元` and `5 pct` are hardly meant as such.
bool looks_like_money_or_latin(std::string_view unit) {
    return unit.find("元") != std::string_view::npos ||
           std::ranges::any_of(unit, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// A line being built, with what its file says of it.
struct Line {
    FileReader& file;
    const yaml::Node& node;
    int year;  // of the file; 0: not known

    base::Place place(base::ByteSpan span) const { return file.place(node, span); }

    Unit unit(base::ByteSpan span) const {
        Unit unit = file.units().find(span.in(node.text));
        if (unit.known) return unit;
        auto meant = file.units().nearest(unit.symbol);
        if (meant || looks_like_money_or_latin(unit.symbol))
            file.report(Code::UnitLikeAnother, place(span), {unit.symbol}).suggestion = std::move(meant);
        return unit;
    }

    Quantity quantity(const grammar::Quantity& written) const { return {written.number, unit(written.unit)}; }
};

constexpr int kMonthsOfYear = 12;

// `≤ 6 月` may be meant as June; a span of more months, or of 个月, may not.
bool may_be_month_of_year(const Quantity& target, Comparator comparator) {
    return (comparator == Comparator::AtMost || comparator == Comparator::Less) &&
           target.unit.symbol == "月" && target.number.value().is_integer() && target.number.value() >= 1 &&
           target.number.value() <= kMonthsOfYear;
}

// Nothing where the date is one of another year than the file's.
std::optional<Criterion> criterion_of(const Line& line, const grammar::Criterion& written) {
    Criterion criterion{written.comparator, Outcome{}};
    const grammar::Value& target = written.target;
    if (const auto* quantity = std::get_if<grammar::Quantity>(&target.content)) {
        const Quantity number = line.quantity(*quantity);
        if (may_be_month_of_year(number, written.comparator))
            line.file.report(Code::MonthsOrMonth, line.place(target.span),
                             {number.text(), number.number.text()});
        criterion.target = number;
    } else if (const auto* range = std::get_if<grammar::Range>(&target.content)) {
        criterion.target = Range{range->low, range->high, line.unit(range->unit)};
    } else if (const auto* date = std::get_if<grammar::Date>(&target.content)) {
        constexpr int kAnyLeapYear = 2024;
        const auto dated = dated_in(*date, line.year == 0 ? kAnyLeapYear : line.year);
        if (!dated) {
            line.file.report(Code::NoSuchDate, line.place(target.span),
                             {std::string(target.span.in(line.node.text))});
            return std::nullopt;
        }
        criterion.target = *dated;
    } else if (const auto* answer = std::get_if<grammar::Answer>(&target.content)) {
        criterion.target = Answer{answer->yes};
    } else {
        criterion.target = Outcome{std::string(target.span.in(line.node.text))};
    }
    return criterion;
}

std::optional<RuleUse> rule_of(const Line& line, const std::optional<grammar::RuleClause>& written) {
    if (!written) return std::nullopt;
    RuleUse use{std::string(written->name.in(line.node.text)), {}, line.place(written->span)};
    for (const grammar::Value& argument : written->arguments)
        if (const auto* quantity = std::get_if<grammar::Quantity>(&argument.content))
            use.arguments.push_back(line.quantity(*quantity));
    return use;
}

std::optional<Indicator> from_line(FileReader& file, const yaml::Node& node, std::vector<std::string> path,
                                   int year) {
    const std::string& line = node.text;
    auto parsed = grammar::parse_indicator(line);
    const bool readable = parsed.diagnostics.empty();
    // Text that could not be read may have been the weight.
    const bool may_hold_weight = std::ranges::any_of(parsed.diagnostics, [](const base::Diagnostic& d) {
        return d.code == Code::UnexpectedText || d.code == Code::WeightWithoutNumber ||
               d.code == Code::BadGrouping;
    });
    file.report_in(node, std::move(parsed.diagnostics));
    if (!parsed.tree) return std::nullopt;
    const grammar::IndicatorLine& tree = *parsed.tree;
    const std::string name = name_text(tree, line);
    if (!tree.weight) {
        if (!may_hold_weight) file.report(Code::NoWeight, node, {name});
        return std::nullopt;
    }
    if (tree.weight->weight.value().sign() <= 0) {
        file.report(Code::WeightNotPositive, file.place(node, tree.weight->span),
                    {tree.weight->weight.text()});
        return std::nullopt;
    }
    if (!readable) return std::nullopt;
    const Line context{file, node, year};
    auto criterion = criterion_of(context, tree.criterion);
    if (!criterion) return std::nullopt;
    return Indicator{
        .path = std::move(path),
        .name = name,
        .criterion = *std::move(criterion),
        .weight = tree.weight->weight,
        .direction = tree.direction ? std::optional(tree.direction->direction) : std::nullopt,
        .direction_place = tree.direction ? file.place(node, tree.direction->span) : base::Place{},
        .rule = rule_of(context, tree.rule),
        .task = {},
        .id = {},
        .id_place = {},
        .note = {},
        .place = file.place(node)};
}

bool is_known_key(std::string_view key) {
    return key == "indicator" || key == "id" || key == "task" || key == "note";
}

std::optional<Indicator> from_mapping(FileReader& file, const yaml::Node& node, std::vector<std::string> path,
                                      const Targets& targets) {
    if (node.entries.size() == 1 && !is_known_key(node.entries.front().key.text)) {
        file.report(Code::ColonInLine, node.entries.front().key);
        return std::nullopt;
    }
    file.check_mapping(node, "indicator", {"indicator", "id", "task", "note"});
    const yaml::Entry* line = file.required(node, "indicator", file.place(node));
    const auto id = file.text(node, "id");
    const auto note = file.text(node, "note");
    const auto task = file.text(node, "task");
    std::optional<std::string> known_task;
    if (task) {
        known_task = find_task(targets.tasks, *task);
        if (!known_task)
            file.report(Code::UnknownTask, node.find("task")->value, {*task}).suggestion =
                base::closest(*task, keys_of(targets.tasks));
    }
    if (line == nullptr || !file.text(*line)) return std::nullopt;
    auto indicator = from_line(file, line->value, std::move(path), targets.year);
    if (!indicator) return std::nullopt;
    indicator->id = id;
    if (id) indicator->id_place = file.place(node.find("id")->value);
    indicator->note = note.value_or("");
    indicator->task = task ? known_task : task_by_ending(file, line->value, *indicator, targets.tasks);
    return indicator;
}

}  // namespace

std::optional<Indicator> build_indicator(FileReader& file, const yaml::Node& node,
                                         std::vector<std::string> path, const Targets& targets) {
    switch (node.kind) {
        case yaml::Node::Kind::Map:
            return from_mapping(file, node, std::move(path), targets);
        case yaml::Node::Kind::Empty:
            file.report(Code::EmptyLine, node);
            return std::nullopt;
        case yaml::Node::Kind::List:
            file.report(Code::ExpectedText, node, {"-"});
            return std::nullopt;
        case yaml::Node::Kind::Text:
            break;
    }
    auto indicator = from_line(file, node, std::move(path), targets.year);
    if (indicator) indicator->task = task_by_ending(file, node, *indicator, targets.tasks);
    return indicator;
}

}  // namespace yardstick::indicators
