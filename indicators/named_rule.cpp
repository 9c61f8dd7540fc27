// SPDX-License-Identifier: Apache-2.0
// Binding named rules to indicators.
#include "indicators/named_rule.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "grammar/print.hpp"
#include "indicators/model.hpp"
#include "indicators/ruleset.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;

bool is_called(const NamedRule& rule, std::string_view name) {
    const std::string wanted = base::comparable_name(name);
    return base::comparable_name(rule.chinese) == wanted || base::comparable_name(rule.english) == wanted;
}

std::vector<std::string> names_of(const std::vector<NamedRule>& rules) {
    std::vector<std::string> names;
    for (const NamedRule& rule : rules) {
        names.push_back(rule.chinese);
        names.push_back(rule.english);
    }
    return names;
}

bool is_for(const NamedRule& rule, grammar::Comparator comparator) {
    using enum grammar::Comparator;
    switch (rule.targets) {
        case NamedRule::For::AtLeast:
            return comparator != AtMost && comparator != Less;
        case NamedRule::For::AtMost:
            return comparator != AtLeast && comparator != Greater;
        case NamedRule::For::All:
            break;
    }
    return true;
}

class Binder {
  public:
    Binder(const Ruleset& ruleset, const UnitTable& units) : ruleset_(ruleset), units_(units) {}

    void bind(Indicator& indicator) {
        RuleUse& use = *indicator.rule;
        const auto rule = std::ranges::find_if(
            ruleset_.named_rules, [&](const NamedRule& known) { return is_called(known, use.name); });
        if (rule == ruleset_.named_rules.end()) {
            const auto names = names_of(ruleset_.named_rules);
            report(use, Code::UnknownRule,
                   {use.name, ruleset_.name, fmt::format("{}", fmt::join(names, ", "))})
                .suggestion = base::closest(use.name, names);
            return;
        }
        const auto* target = std::get_if<Quantity>(&indicator.criterion.target);
        if (target == nullptr) {
            report(use, Code::RuleNeedsQuantity, {use.name, indicator.criterion.text()});
            return;
        }
        if (!is_for(*rule, indicator.criterion.comparator)) {
            report(use, Code::RuleAgainstComparator,
                   {use.name, std::string(grammar::comparator_text(indicator.criterion.comparator))});
            return;
        }
        if (use.arguments.size() != rule->parameters.size()) {
            report(use, Code::RuleArguments,
                   {use.name, std::to_string(rule->parameters.size()), std::to_string(use.arguments.size()),
                    rule->usage()});
            return;
        }
        const FormulaType like_target = type_of(target->unit);
        Environment environment{{"指标值", "target", like_target},
                                {"完成值", "actual", like_target},
                                {"权重", "points", FormulaType::number()},
                                {"达标", "met", FormulaType::condition()}};
        std::vector<FormulaValue> arguments;
        bool fit = true;
        for (std::size_t i = 0; i < use.arguments.size(); ++i) {
            const RuleParameter& parameter = rule->parameters[i];
            const bool like = parameter.kind == RuleParameter::Kind::LikeTarget;
            const FormulaType type = like ? like_target : FormulaType::number();
            Quantity argument = use.arguments[i];
            if (like && argument.unit.symbol.empty()) argument.unit = target->unit;
            const Dimension wanted = like ? target->unit.dimension : Dimension();
            if (argument.unit.dimension != wanted) {
                report(use, Code::RuleArgumentUnit,
                       {argument.text(), parameter.chinese, like ? target->text() : "1"});
                fit = false;
            } else if (argument.number.value().sign() <= 0) {
                report(use, Code::RuleArgumentNotPositive, {argument.text(), parameter.chinese});
                fit = false;
            }
            environment.push_back({parameter.chinese, parameter.english, type});
            arguments.emplace_back(argument.in_base());
        }
        if (!fit) return;
        auto formula = read_formula(rule->formula, environment, units_);
        if (!formula || !formula->type().is_number())
            throw std::logic_error("the formula of the rule " + rule->english +
                                   " does not fit its parameters");
        use.bound = std::make_shared<const BoundRule>(
            BoundRule{rule->chinese, *std::move(formula), std::move(arguments)});
    }

    Diagnostics take_diagnostics() { return std::move(diagnostics_); }

  private:
    Diagnostic& report(const RuleUse& use, Code code, std::vector<std::string> arguments) {
        diagnostics_.push_back({.code = code, .place = use.place, .arguments = std::move(arguments)});
        return diagnostics_.back();
    }

    const Ruleset& ruleset_;
    const UnitTable& units_;
    Diagnostics diagnostics_;
};

}  // namespace

std::string NamedRule::usage() const {
    if (parameters.empty()) return chinese;
    std::vector<std::string> names;
    for (const RuleParameter& parameter : parameters) names.push_back(parameter.chinese);
    return fmt::format("{}({})", chinese, fmt::join(names, ", "));
}

Diagnostics bind_rules(Targets& targets, const Ruleset& ruleset, const UnitTable& units) {
    Binder binder(ruleset, units);
    const auto bind_all = [&](Scorecard& scorecard) {
        for (Indicator& indicator : scorecard.indicators)
            if (indicator.rule) binder.bind(indicator);
    };
    bind_all(targets.own);
    for (Scorecard& project : targets.projects) bind_all(project);
    return binder.take_diagnostics();
}

}  // namespace yardstick::indicators
