// SPDX-License-Identifier: Apache-2.0
// Goes through a formula's nodes in their order, so that each finds the types of its parts known.
#include "indicators/formula.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/suggest.hpp"
#include "base/utf8.hpp"

namespace yardstick::indicators {

namespace {

using base::ByteSpan;
using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::Relation;
using grammar::formula::NodeIndex;
using grammar::formula::Operator;
namespace formula = grammar::formula;

constexpr std::string_view kShare = "share";
constexpr std::string_view kDays = "天";
constexpr std::size_t kNamesShown = 12;             // of the environment, in a hint
constexpr std::size_t kMostNamesGuessedFrom = 200;  // a file may hold thousands of misspelt names

// All that formulas know of the inside of a Unit.
Dimension dimension_of(const Unit& unit) {
    return unit.dimension == Dimension::base(kShare) ? Dimension() : unit.dimension;
}
bool is_known(const Unit& unit) { return unit.known; }

bool orders(Operator comparison) { return comparison != Operator::Equal && comparison != Operator::NotEqual; }

std::string shown_names(const Environment& environment) {
    std::string out;
    for (std::size_t i = 0; i < environment.size(); ++i) {
        const Variable& variable = environment[i];
        if (i > 0) out += ", ";
        if (i == kNamesShown) return out + "…";
        out += variable.chinese;
        if (!variable.chinese.empty() && !variable.english.empty()) out += ' ';
        out += variable.english;
    }
    return out.empty() ? "–" : out;
}

}  // namespace

Environment::Environment(std::initializer_list<Variable> variables) {
    for (const Variable& variable : variables) push_back(variable);
}

void Environment::push_back(Variable variable) {
    for (const std::string* name : {&variable.chinese, &variable.english})
        if (!name->empty()) {
            by_name_.emplace(base::comparable_name(*name), variables_.size());
            spellings_.push_back(*name);
        }
    variables_.push_back(std::move(variable));
}

void Environment::truncate(std::size_t size) {
    while (variables_.size() > size) {
        const Variable& last = variables_.back();
        for (const std::string* name : {&last.chinese, &last.english})
            if (!name->empty()) {
                const auto found = by_name_.find(base::comparable_name(*name));
                if (found != by_name_.end() && found->second == variables_.size() - 1) by_name_.erase(found);
                spellings_.pop_back();
            }
        variables_.pop_back();
    }
}

std::optional<std::size_t> Environment::find(std::string_view name) const {
    const auto found = by_name_.find(base::comparable_name(name));
    return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

FormulaType type_of(const Unit& unit) { return FormulaType::quantity(dimension_of(unit)); }

namespace detail {

class FormulaChecker {
  public:
    FormulaChecker(const grammar::Formula& formula, std::string_view text, const Environment& environment,
                   const UnitTable& units)
        : formula_(formula), text_(text), environment_(environment), units_(units) {
        const Unit day = units.find(kDays);
        days_ = dimension_of(day);
        result_.day_length_ = day.scale;
    }

    std::expected<CheckedFormula, Diagnostics> check() && {
        for (const formula::Node& node : formula_.nodes) {
            step_ = {};
            types_.push_back(
                std::visit([&](const auto& content) { return check(node, content); }, node.content));
            result_.steps_.push_back(step_);
        }
        base::sort_by_place(diagnostics_);
        if (!diagnostics_.empty() || !std::ranges::all_of(types_, &MaybeType::has_value))
            return std::unexpected(std::move(diagnostics_));
        result_.formula_ = formula_;
        for (MaybeType& type : types_) result_.types_.push_back(*std::move(type));
        std::ranges::sort(result_.variables_);
        const auto repeated = std::ranges::unique(result_.variables_);
        result_.variables_.erase(repeated.begin(), repeated.end());
        return std::move(result_);
    }

  private:
    using MaybeType = std::optional<FormulaType>;  // none: a fault was reported below, or by the parser
    using Kind = FormulaType::Kind;

    // --- leaves

    MaybeType check(const formula::Node& /*node*/, const formula::Number& number) {
        const Unit unit = units_.find(number.unit);
        constant(number.number.value() * unit.scale);
        if (is_known(unit)) return type_of(unit);
        if (environment_.find(number.unit)) {
            report(Code::UnitIsAName, number.unit_span, {number.unit});
            return std::nullopt;
        }
        for (const ByteSpan keyword : grammar::keywords_inside(number.unit))
            if (is_known(units_.find(number.unit.substr(0, keyword.begin)))) {
                report_glued(number.unit_span.begin, keyword, number.unit);
                return std::nullopt;
            }
        return type_of(unit);
    }
    MaybeType check(const formula::Node& /*node*/, const formula::Day& day) {
        if (!day.day.ok()) return std::nullopt;
        constant(std::chrono::sys_days(day.day));
        return FormulaType::day();
    }
    MaybeType check(const formula::Node& /*node*/, const formula::Truth& truth) {
        constant(truth.value);
        return FormulaType::condition();
    }
    MaybeType check(const formula::Node& node, const formula::Name& name) {
        const auto found = environment_.find(name.name);
        if (!found) {
            report_unknown(node, name.name);
            return std::nullopt;
        }
        step_ = {.opcode = Opcode::Variable, .first = static_cast<std::uint32_t>(*found)};
        result_.variables_.push_back(*found);
        return environment_[*found].type;
    }

    void report_unknown(const formula::Node& node, const std::string& name) {
        const bool quoted = node.span.in(text_).starts_with('"');
        if (!quoted)
            for (const ByteSpan keyword : grammar::keywords_inside(name))
                if (environment_.find(name.substr(0, keyword.begin)) ||
                    environment_.find(name.substr(keyword.end))) {
                    report_glued(node.span.begin, keyword, name);
                    return;
                }
        base::Diagnostic& diagnostic =
            report(Code::UnknownVariable, node.span, {name, shown_names(environment_)});
        if (environment_.spellings().size() <= kMostNamesGuessedFrom)
            diagnostic.suggestion = base::closest(name, environment_.spellings());
    }

    void report_glued(std::uint32_t word_begin, ByteSpan keyword, const std::string& word) {
        report(Code::GluedKeyword, {word_begin + keyword.begin, word_begin + keyword.end},
               {std::string(keyword.in(word)), word});
    }

    // --- operations

    MaybeType check(const formula::Node& /*node*/, const formula::Unary& unary) {
        step_ = {.opcode = unary.op == Operator::Not ? Opcode::Not : Opcode::Negate, .first = unary.operand};
        if (unary.op == Operator::Not) {
            need_condition(unary.operator_span, unary.operand);
            return FormulaType::condition();
        }
        if (!need_quantity(unary.operator_span, unary.operand)) return std::nullopt;
        return types_[unary.operand];
    }

    MaybeType check(const formula::Node& /*node*/, const formula::Binary& binary) {
        step_.first = binary.left;
        step_.second = binary.right;
        switch (binary.op) {
            case Operator::And:
            case Operator::Or:
                step_.opcode = binary.op == Operator::And ? Opcode::And : Opcode::Or;
                need_condition(binary.operator_span, binary.left);
                need_condition(binary.operator_span, binary.right);
                return FormulaType::condition();
            case Operator::Add:
            case Operator::Subtract:
                return sum(binary);
            case Operator::Multiply:
            case Operator::Divide:
                return product(binary);
            default:
                compare(binary);
                return FormulaType::condition();
        }
    }

    MaybeType sum(const formula::Binary& binary) {
        const MaybeType& left = types_[binary.left];
        const MaybeType& right = types_[binary.right];
        if (!left || !right) return std::nullopt;
        const bool adds = binary.op == Operator::Add;
        step_.opcode = adds ? Opcode::Add : Opcode::Subtract;
        if (left->kind == Kind::Day && right->kind == Kind::Day && !adds) {
            step_.opcode = Opcode::DaysBetween;
            return FormulaType::quantity(days_);
        }
        if (left->kind == Kind::Day && right->kind == Kind::Quantity) {
            step_.opcode = adds ? Opcode::AddDays : Opcode::SubtractDays;
            return moved_day(binary, binary.right);
        }
        if (left->kind == Kind::Quantity && right->kind == Kind::Day && adds) {
            step_ = {.opcode = Opcode::AddDays, .first = binary.right, .second = binary.left};
            return moved_day(binary, binary.left);
        }
        const bool left_fits = need_quantity(binary.operator_span, binary.left);
        const bool right_fits = need_quantity(binary.operator_span, binary.right);
        if (!left_fits || !right_fits) return std::nullopt;
        return joined(binary.operator_span, binary.left, binary.right);
    }

    MaybeType moved_day(const formula::Binary& binary, NodeIndex by) {
        if (types_[by]->dimension != days_ && !is_zero(by)) {
            report_unlike(binary.operator_span, binary.left, binary.right);
            return std::nullopt;
        }
        return FormulaType::day();
    }

    MaybeType product(const formula::Binary& binary) {
        const bool divides = binary.op == Operator::Divide;
        step_.opcode = divides ? Opcode::Divide : Opcode::Multiply;
        const bool left_fits = need_quantity(binary.operator_span, binary.left);
        const bool right_fits = need_quantity(binary.operator_span, binary.right);
        const auto* divisor = std::get_if<formula::Number>(&formula_.nodes[binary.right].content);
        if (divides && divisor != nullptr && divisor->number.value().sign() == 0)
            report(Code::DivisionByZero, span(binary.right), {written(span(binary.right))});
        if (!left_fits || !right_fits) return std::nullopt;
        const Dimension& left = types_[binary.left]->dimension;
        const Dimension& right = types_[binary.right]->dimension;
        return FormulaType::quantity(divides ? left / right : left * right);
    }

    void compare(const formula::Binary& binary) {
        step_.comparison = binary.op;
        const MaybeType& left = types_[binary.left];
        const MaybeType& right = types_[binary.right];
        if (!left || !right) return;
        const MaybeType both = joined(binary.operator_span, binary.left, binary.right);
        if (!both) return;
        if (both->kind == Kind::Condition && orders(binary.op))
            report_inapplicable(binary.operator_span, binary.left);
        step_.opcode = both->kind == Kind::Quantity ? Opcode::CompareQuantities
                       : both->kind == Kind::Day    ? Opcode::CompareDays
                                                    : Opcode::CompareConditions;
    }

    MaybeType check(const formula::Node& /*node*/, const formula::Conditional& conditional) {
        step_ = {.opcode = Opcode::If,
                 .first = conditional.condition,
                 .second = conditional.then,
                 .third = conditional.otherwise};
        need_condition(conditional.if_span, conditional.condition);
        const MaybeType& then = types_[conditional.then];
        const MaybeType& otherwise = types_[conditional.otherwise];
        if (!then || !otherwise) return then ? then : otherwise;
        if (MaybeType both = like(conditional.then, conditional.otherwise)) return both;
        Diagnostic& diagnostic =
            report(Code::UnlikeBranches, span(conditional.otherwise),
                   {written(span(conditional.then)), written(span(conditional.otherwise))});
        relate(diagnostic, conditional.then);
        relate(diagnostic, conditional.otherwise);
        return std::nullopt;
    }

    // --- functions

    MaybeType check(const formula::Node& /*node*/, const formula::Call& call) {
        using enum formula::Function;
        const std::vector<NodeIndex>& arguments = call.arguments;
        switch (call.function) {
            case Min:
            case Max:
                if (!has_arguments(call, 1, formula_.nodes.size(), "≥ 1")) return std::nullopt;
                step_ = {.opcode = call.function == Min ? Opcode::Min : Opcode::Max,
                         .first = static_cast<std::uint32_t>(result_.arguments_.size()),
                         .second = static_cast<std::uint32_t>(arguments.size())};
                result_.arguments_.insert(result_.arguments_.end(), arguments.begin(), arguments.end());
                return common_type(call);
            case Clamp:
                if (!has_arguments(call, 3, 3, "3")) return std::nullopt;
                step_ = {.opcode = Opcode::Clamp,
                         .first = arguments[0],
                         .second = arguments[1],
                         .third = arguments[2]};
                return common_type(call);
            case Abs:
                if (!has_arguments(call, 1, 1, "1")) return std::nullopt;
                step_ = {.opcode = Opcode::Abs, .first = arguments[0]};
                if (!need_quantity(call.function_span, arguments[0])) return std::nullopt;
                return types_[arguments[0]];
            case Floor:
            case Ceil:
                if (!has_arguments(call, 1, 1, "1")) return std::nullopt;
                step_ = {.opcode = call.function == Floor ? Opcode::Floor : Opcode::Ceil,
                         .first = arguments[0]};
                need_number(call.function_span, arguments[0]);
                return FormulaType::number();
            case Round:
                if (!has_arguments(call, 1, 2, "1–2")) return std::nullopt;
                step_ = {.opcode = Opcode::Round, .first = arguments[0]};
                if (arguments.size() == 2) step_.second = places(arguments[1]);
                need_number(call.function_span, arguments[0]);
                return FormulaType::number();
            case Unknown:
                return std::nullopt;
        }
        std::unreachable();
    }

    bool has_arguments(const formula::Call& call, std::size_t least, std::size_t most, std::string wanted) {
        if (call.arguments.size() >= least && call.arguments.size() <= most) return true;
        report(Code::WrongArgumentCount, call.function_span,
               {written(call.function_span), std::move(wanted), std::to_string(call.arguments.size())});
        return false;
    }

    // Of quantities or days that are all alike.
    MaybeType common_type(const formula::Call& call) {
        bool fits = true;
        std::optional<NodeIndex> model;  // what the others are held against; better not a literal 0
        for (const NodeIndex argument : call.arguments) {
            const MaybeType& type = types_[argument];
            if (!type) {
                fits = false;
            } else if (type->kind == Kind::Condition) {
                report_inapplicable(call.function_span, argument);
                fits = false;
            } else if (model && !like(*model, argument)) {
                report_unlike(call.function_span, *model, argument);
                fits = false;
            } else if (!model || is_zero(*model)) {
                model = argument;
            }
        }
        return fits ? types_[*model] : std::nullopt;
    }

    std::uint32_t places(NodeIndex argument) {
        const auto* number = std::get_if<formula::Number>(&formula_.nodes[argument].content);
        if (number != nullptr && number->unit.empty() && number->number.value().is_integer())
            for (int places = 0; places <= kMaxFormulaPlaces; ++places)
                if (number->number.value() == places) return static_cast<std::uint32_t>(places);
        report(Code::BadPlaces, span(argument), {written(span(argument)), std::to_string(kMaxFormulaPlaces)});
        return 0;
    }

    // --- what operations need; an operand that has a fault already gets no other

    bool need_quantity(ByteSpan by, NodeIndex operand) {
        const MaybeType& type = types_[operand];
        if (type && type->kind != Kind::Quantity) report_inapplicable(by, operand);
        return type && type->kind == Kind::Quantity;
    }

    void need_condition(ByteSpan by, NodeIndex operand) {
        const MaybeType& type = types_[operand];
        if (type && type->kind != Kind::Condition)
            relate(report(Code::NeedsCondition, span(operand), {written(by), written(span(operand))}),
                   operand);
    }

    void need_number(ByteSpan by, NodeIndex operand) {
        const MaybeType& type = types_[operand];
        if (type && !type->is_number())
            relate(report(Code::NeedsNumber, span(operand), {written(by), written(span(operand))}), operand);
    }

    // A literal 0 without unit is zero of any dimension, so that `if target = 0` needs no unit to be known.
    bool is_zero(NodeIndex index) const {
        const auto* number = std::get_if<formula::Number>(&formula_.nodes[index].content);
        return number != nullptr && number->unit.empty() && number->number.value().sign() == 0;
    }

    // The type of both, if they are alike; both have one.
    MaybeType like(NodeIndex left, NodeIndex right) const {
        const FormulaType& a = *types_[left];
        const FormulaType& b = *types_[right];
        if (a == b) return a;
        if (a.kind != Kind::Quantity || b.kind != Kind::Quantity) return std::nullopt;
        if (is_zero(left)) return b;
        if (is_zero(right)) return a;
        return std::nullopt;
    }

    MaybeType joined(ByteSpan by, NodeIndex left, NodeIndex right) {
        MaybeType type = like(left, right);
        if (!type) report_unlike(by, left, right);
        return type;
    }

    // --- reporting

    ByteSpan span(NodeIndex index) const { return formula_.nodes[index].span; }
    std::string written(ByteSpan span) const { return std::string(span.in(text_)); }

    Diagnostic& report(Code code, ByteSpan span, std::vector<std::string> arguments) {
        diagnostics_.push_back(
            {.code = code, .place = {.source = nullptr, .span = span}, .arguments = std::move(arguments)});
        return diagnostics_.back();
    }

    void report_unlike(ByteSpan by, NodeIndex left, NodeIndex right) {
        Diagnostic& diagnostic =
            report(Code::UnlikeOperands, by, {written(by), written(span(left)), written(span(right))});
        relate(diagnostic, left);
        relate(diagnostic, right);
    }

    void report_inapplicable(ByteSpan by, NodeIndex operand) {
        relate(report(Code::NeedsQuantity, span(operand), {written(by), written(span(operand))}), operand);
    }

    // Says what an operand that has a type measures.
    void relate(Diagnostic& diagnostic, NodeIndex operand) const {
        const FormulaType& type = *types_[operand];
        base::Related related{Relation::IsNumber, {.source = nullptr, .span = span(operand)}, {}};
        if (type.kind == Kind::Day) related.relation = Relation::IsDay;
        if (type.kind == Kind::Condition) related.relation = Relation::IsCondition;
        if (type.kind == Kind::Quantity && !type.is_number()) {
            related.relation = Relation::IsQuantity;
            related.arguments = {units_.text_of(type.dimension)};
        }
        diagnostic.related.push_back(std::move(related));
    }

    void constant(FormulaValue value) {
        step_ = {.opcode = Opcode::Constant, .first = static_cast<std::uint32_t>(result_.constants_.size())};
        result_.constants_.push_back(std::move(value));
    }

    const grammar::Formula& formula_;
    std::string_view text_;
    const Environment& environment_;
    const UnitTable& units_;
    Dimension days_;
    std::vector<MaybeType> types_;  // of the nodes that are checked
    Step step_;                     // of the node that is being checked
    Diagnostics diagnostics_;
    CheckedFormula result_;
};

}  // namespace detail

std::expected<CheckedFormula, Diagnostics> check_formula(const grammar::Formula& formula,
                                                         std::string_view text,
                                                         const Environment& environment,
                                                         const UnitTable& units) {
    return detail::FormulaChecker(formula, text, environment, units).check();
}

std::expected<CheckedFormula, Diagnostics> read_formula(std::string_view text, const Environment& environment,
                                                        const UnitTable& units) {
    auto parsed = grammar::parse_formula(text);
    if (!parsed.tree) return std::unexpected(std::move(parsed.diagnostics));
    auto checked = check_formula(*parsed.tree, text, environment, units);
    if (parsed.diagnostics.empty()) return checked;
    if (!checked) std::ranges::move(checked.error(), std::back_inserter(parsed.diagnostics));
    base::sort_by_place(parsed.diagnostics);
    return std::unexpected(std::move(parsed.diagnostics));
}

}  // namespace yardstick::indicators
