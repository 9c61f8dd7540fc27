// SPDX-License-Identifier: Apache-2.0
// Base figures, and actuals made of them.
#include "indicators/derived_actual.hpp"

#include <utility>

#include "grammar/parse.hpp"
#include "indicators/evaluate_formula.hpp"
#include "indicators/fit_actual.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;
using base::Diagnostics;
using base::Rational;
using base::Relation;

struct TypedValue {
    FormulaType type;
    FormulaValue value;
};

// What a figure is in a formula; nothing for words, ranges and dates that are not one day.
std::optional<TypedValue> figure_of(const grammar::Value& written, std::string_view text, int year,
                                    const UnitTable& units) {
    if (const auto* quantity = std::get_if<grammar::Quantity>(&written.content)) {
        const Quantity figure{quantity->number, units.find(quantity->unit.in(text))};
        return TypedValue{type_of(figure.unit), figure.in_base()};
    }
    if (const auto* answer = std::get_if<grammar::Answer>(&written.content))
        return TypedValue{FormulaType::condition(), answer->yes};
    if (const auto* date = std::get_if<grammar::Date>(&written.content))
        if (const auto dated = dated_in(*date, year); dated && dated->period == grammar::Period::Day)
            return TypedValue{FormulaType::day(), dated->first_day()};
    return std::nullopt;
}

// Faults are reported.
std::optional<TypedValue> read_figure(FileReader& file, const yaml::Entry& figure, int year) {
    const auto text = file.text(figure);
    if (!text) return std::nullopt;
    auto parsed = grammar::parse_value(*text);
    if (!parsed.diagnostics.empty()) {
        file.report_in(figure.value, std::move(parsed.diagnostics));
        return std::nullopt;
    }
    auto value = figure_of(*parsed.tree, *text, year, file.units());
    if (!value) file.report(Code::FigureNotANumber, figure.value, {figure.key.text});
    return value;
}

Date day_of(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), grammar::Period::Day,
            static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

// How a type is told apart in a message, in either language.
std::string shown(const FormulaType& type, const UnitTable& units) {
    switch (type.kind) {
        case FormulaType::Kind::Day:
            return "2024-06-30";
        case FormulaType::Kind::Condition:
            return "是/否";
        case FormulaType::Kind::Quantity:
            break;
    }
    return type.is_number() ? "0.9" : units.text_of(type.dimension);
}

// What a formula for the actual of a target must give; nothing for words, which no formula gives.
std::optional<FormulaType> wanted_by(const Criterion& criterion) {
    if (const auto* quantity = std::get_if<Quantity>(&criterion.target)) return type_of(quantity->unit);
    if (const auto* range = std::get_if<Range>(&criterion.target)) return type_of(range->unit);
    if (std::holds_alternative<Date>(criterion.target)) return FormulaType::day();
    if (std::holds_alternative<Answer>(criterion.target)) return FormulaType::condition();
    return std::nullopt;
}

// Whether a difference of shares, 0.02, is the actual of a target in percentage points, 2.
bool gives_points(const FileReader& file, const Criterion& criterion, const FormulaType& type) {
    const auto* quantity = std::get_if<Quantity>(&criterion.target);
    return quantity != nullptr && type.is_number() &&
           quantity->unit.dimension == file.units().find("个百分点").dimension;
}

// Moves places that count from the formula's beginning to the node's text.
void move_spans(Diagnostics& diagnostics, std::size_t by) {
    const auto offset = static_cast<std::uint32_t>(by);
    const auto move = [offset](base::Place& place) {
        place.span.begin += offset;
        place.span.end += offset;
    };
    for (base::Diagnostic& diagnostic : diagnostics) {
        move(diagnostic.place);
        for (base::Related& related : diagnostic.related) move(related.place);
    }
}

}  // namespace

void Figures::add(const yaml::Node& key, std::optional<FormulaType> type, FormulaValue value) {
    environment_.push_back({key.text, "", std::move(type)});
    values_.push_back(std::move(value));
    keys_.push_back({&key});
}

void Figures::load(FileReader& file, const yaml::Entry& entry, int year) {
    if (!file.check_is_mapping(entry)) {
        scope_.complete = false;
        return;
    }
    for (const yaml::Entry& figure : entry.value.entries) {
        const auto there = environment_.find(figure.key.text);
        if (there && *there >= scope_.size) continue;  // which the YAML reader has reported
        if (there) {
            file.report(Code::FigureTwice, figure.key, {figure.key.text})
                .related.push_back({Relation::FirstGivenHere, file.place(*keys_[*there].node)});
            continue;
        }
        if (environment_.size() == kMaxFigures) {
            file.report(Code::TooManyFigures, entry.key, {std::to_string(kMaxFigures)});
            scope_.complete = false;
            return;
        }
        auto value = read_figure(file, figure, year);
        if (value)
            add(figure.key, std::move(value->type), std::move(value->value));
        else
            add(figure.key, std::nullopt, {});
    }
}

void Figures::begin_project() {
    department_ = scope_;
    scope_.size = environment_.size();
}

void Figures::end_project() {
    for (std::size_t i = scope_.size; i < keys_.size(); ++i)
        if (!keys_[i].used) unused_in_projects_.push_back(keys_[i].node);
    environment_.truncate(scope_.size);
    values_.resize(scope_.size);
    keys_.resize(scope_.size);
    scope_ = department_;
}

void Figures::use(const std::vector<std::size_t>& indices) {
    for (const std::size_t index : indices) keys_[index].used = true;
}

void Figures::report_unused(FileReader& file) const {
    const auto report = [&](const yaml::Node& key) { file.report(Code::UnusedFigure, key, {key.text}); };
    for (const Key& key : keys_)
        if (!key.used) report(*key.node);
    for (const yaml::Node* key : unused_in_projects_) report(*key);
}

std::optional<std::size_t> marked_formula(std::string_view actual) {
    constexpr std::string_view kWide = "＝";
    constexpr std::string_view kWideSpace = "　";
    std::size_t begin = 0;
    while (begin < actual.size()) {
        if (actual[begin] == ' ' || actual[begin] == '\t' || actual[begin] == '\n')
            ++begin;
        else if (actual.substr(begin).starts_with(kWideSpace))
            begin += kWideSpace.size();
        else
            break;
    }
    const std::string_view rest = actual.substr(begin);
    if (rest.starts_with("==")) return std::nullopt;
    if (rest.starts_with('=')) return begin + 1;
    if (rest.starts_with(kWide)) return begin + kWide.size();
    return std::nullopt;
}

std::optional<Actual> derive_actual(FileReader& file, const yaml::Node& node, std::size_t begin,
                                    const Indicator& indicator, Figures& figures) {
    if (!figures.are_complete()) return std::nullopt;
    const std::string_view text = std::string_view(node.text).substr(begin);
    const auto fail = [&](Diagnostics diagnostics) {
        move_spans(diagnostics, begin);
        file.report_in(node, std::move(diagnostics));
        return std::nullopt;
    };
    auto formula = read_formula(text, figures.environment(), file.units());
    if (!formula) return fail(std::move(formula.error()));
    figures.use(formula->variables());
    const auto wanted = wanted_by(indicator.criterion);
    const bool in_points = gives_points(file, indicator.criterion, formula->type());
    if (!in_points && (!wanted || formula->type() != *wanted)) {
        file.report(Code::DerivedUnlikeTarget, node,
                    {indicator.criterion.text(), shown(formula->type(), file.units())})
            .related.push_back({Relation::TargetHere, indicator.place});
        return std::nullopt;
    }
    const auto value = evaluate(*formula, figures.values());
    if (!value) return fail({diagnostic_of(value.error(), text)});

    Actual actual;
    actual.formula = std::string(text);
    if (const auto* day = std::get_if<std::chrono::sys_days>(&*value)) {
        actual.value = day_of(*day);
        actual.text = day_of(*day).text();
    } else if (const auto* yes = std::get_if<bool>(&*value)) {
        actual.value = Answer{*yes};
        actual.text = Answer{*yes}.text();
    } else {
        const auto* quantity = std::get_if<Quantity>(&indicator.criterion.target);
        const Unit& unit =
            quantity != nullptr ? quantity->unit : std::get<Range>(indicator.criterion.target).unit;
        const Rational number = std::get<Rational>(*value) * (in_points ? 100 : 1);
        actual.value = number;
        actual.text =
            base::decimal_or_fraction(number / unit.scale) + (unit.symbol.empty() ? "" : " " + unit.symbol);
        report_slip(file, node, actual.text, number, indicator);
    }
    return actual;
}

}  // namespace yardstick::indicators
