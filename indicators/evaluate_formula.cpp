// SPDX-License-Identifier: Apache-2.0
// Evaluates steps by recursion, with a function for each type of value, so that no value is wrapped on the
// way.
#include "indicators/evaluate_formula.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/rounding.hpp"

namespace yardstick::indicators {

namespace detail {

using base::Rational;
using grammar::formula::NodeIndex;
using grammar::formula::Operator;
using std::chrono::sys_days;

namespace {

constexpr sys_days kFirstDay{std::chrono::year(1) / 1 / 1};
constexpr sys_days kLastDay{std::chrono::year(9999) / 12 / 31};

bool holds(Operator comparison, std::strong_ordering order) {
    switch (comparison) {
        case Operator::AtLeast:
            return order >= 0;
        case Operator::AtMost:
            return order <= 0;
        case Operator::Equal:
            return order == 0;
        case Operator::NotEqual:
            return order != 0;
        case Operator::Greater:
            return order > 0;
        case Operator::Less:
            return order < 0;
        default:
            std::unreachable();
    }
}

// `integer`, where the distance between two days of the calendar can be that large.
std::optional<std::chrono::days> days_of(const Rational& integer) {
    static const Rational kMost((kLastDay - kFirstDay).count());
    if (abs(integer) > kMost) return std::nullopt;
    const std::string digits = integer.numerator_text();
    int days = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), days);
    return std::chrono::days(days);
}

struct RecordsNothing {
    template <typename Value>
    void operator()(NodeIndex /*node*/, const Value& /*value*/) const {}
};

struct RecordsAll {
    FormulaTrace& trace;
    template <typename Value>
    void operator()(NodeIndex node, const Value& value) const {
        trace[node] = value;
    }
};

}  // namespace

template <typename Recorder>
class FormulaEvaluator {
  public:
    FormulaEvaluator(const CheckedFormula& formula, std::span<const FormulaValue> variables, Recorder record)
        : formula_(formula), variables_(variables), record_(record) {}

    std::expected<FormulaValue, FormulaFault> value() {
        const auto root = static_cast<NodeIndex>(formula_.steps_.size() - 1);
        switch (formula_.type().kind) {
            case FormulaType::Kind::Quantity: {
                Rational scratch;
                if (const Rational* value = quantity(root, scratch)) return *value;
                break;
            }
            case FormulaType::Kind::Day:
                if (const auto value = day(root)) return *value;
                break;
            case FormulaType::Kind::Condition:
                if (const auto value = condition(root)) return *value;
                break;
        }
        return std::unexpected(fault_);
    }

  private:
    // Each gives nothing after a fault. A quantity stands in `scratch` or, where it need not be computed,
    // among the variables and constants.
    const Rational* quantity(NodeIndex node, Rational& scratch) {
        const Rational* value = computed_quantity(node, scratch);
        if (value != nullptr) record_(node, *value);
        return value;
    }
    std::optional<bool> condition(NodeIndex node) {
        const auto value = computed_condition(node);
        if (value) record_(node, *value);
        return value;
    }
    std::optional<sys_days> day(NodeIndex node) {
        const auto value = computed_day(node);
        if (value) record_(node, *value);
        return value;
    }

    const Rational* computed_quantity(NodeIndex node, Rational& scratch) {
        const Step& step = formula_.steps_[node];
        switch (step.opcode) {
            case Opcode::Constant:
                return &std::get<Rational>(formula_.constants_[step.first]);
            case Opcode::Variable:
                return &std::get<Rational>(variables_[step.first]);
            case Opcode::If: {
                const auto chosen = condition(step.first);
                return chosen ? quantity(*chosen ? step.second : step.third, scratch) : nullptr;
            }
            case Opcode::Add:
            case Opcode::Subtract:
            case Opcode::Multiply:
            case Opcode::Divide:
                return combined(step, scratch);
            case Opcode::DaysBetween: {
                const auto later = day(step.first);
                const auto earlier = later ? day(step.second) : std::nullopt;
                if (!earlier) return nullptr;
                scratch = Rational((*later - *earlier).count()) * formula_.day_length_;
                return &scratch;
            }
            case Opcode::Min:
            case Opcode::Max:
                return extreme(step, scratch);
            case Opcode::Clamp:
                return clamped(node, step, scratch);
            default:
                return changed(step, scratch);
        }
    }

    const Rational* combined(const Step& step, Rational& scratch) {
        const Rational* left = quantity(step.first, scratch);
        if (left == nullptr) return nullptr;
        Rational right_scratch;
        const Rational* right = quantity(step.second, right_scratch);
        if (right == nullptr) return nullptr;
        switch (step.opcode) {
            case Opcode::Add:
                scratch = *left + *right;
                break;
            case Opcode::Subtract:
                scratch = *left - *right;
                break;
            case Opcode::Multiply:
                scratch = *left * *right;
                break;
            default:
                if (right->sign() == 0) return fail(FormulaFault::Kind::DivisionByZero, step.second);
                scratch = *left / *right;
        }
        return &scratch;
    }

    // Functions of one quantity.
    const Rational* changed(const Step& step, Rational& scratch) {
        const Rational* value = quantity(step.first, scratch);
        if (value == nullptr) return nullptr;
        switch (step.opcode) {
            case Opcode::Negate:
                scratch = -*value;
                break;
            case Opcode::Abs:
                scratch = abs(*value);
                break;
            case Opcode::Floor:
                scratch = value->floor();
                break;
            case Opcode::Ceil:
                scratch = -(-*value).floor();
                break;
            case Opcode::Round:
                scratch =
                    base::round_to_places(*value, static_cast<int>(step.second), base::Rounding::HalfUp);
                break;
            default:
                std::unreachable();
        }
        return &scratch;
    }

    const Rational* extreme(const Step& step, Rational& scratch) {
        const Rational* best = quantity(formula_.arguments_[step.first], scratch);
        if (best == nullptr) return nullptr;
        Rational other_scratch;
        for (std::uint32_t i = 1; i < step.second; ++i) {
            const Rational* other = quantity(formula_.arguments_[step.first + i], other_scratch);
            if (other == nullptr) return nullptr;
            if (step.opcode == Opcode::Min ? *other < *best : *other > *best) {
                if (other == &other_scratch) {
                    scratch = std::move(other_scratch);
                    other = &scratch;
                }
                best = other;
            }
        }
        return best;
    }

    const Rational* clamped(NodeIndex node, const Step& step, Rational& scratch) {
        Rational low_scratch;
        Rational high_scratch;
        const Rational* value = quantity(step.first, scratch);
        const Rational* low = value != nullptr ? quantity(step.second, low_scratch) : nullptr;
        const Rational* high = low != nullptr ? quantity(step.third, high_scratch) : nullptr;
        if (high == nullptr) return nullptr;
        if (*low > *high) return fail(FormulaFault::Kind::EmptyRange, node);
        if (*value < *low)
            scratch = *low;
        else if (*value > *high)
            scratch = *high;
        else
            return value;
        return &scratch;
    }

    std::optional<bool> computed_condition(NodeIndex node) {
        const Step& step = formula_.steps_[node];
        switch (step.opcode) {
            case Opcode::Constant:
                return std::get<bool>(formula_.constants_[step.first]);
            case Opcode::Variable:
                return std::get<bool>(variables_[step.first]);
            case Opcode::If: {
                const auto chosen = condition(step.first);
                return chosen ? condition(*chosen ? step.second : step.third) : std::nullopt;
            }
            case Opcode::Not: {
                const auto value = condition(step.first);
                return value ? std::optional(!*value) : std::nullopt;
            }
            case Opcode::And:
            case Opcode::Or: {
                const auto left = condition(step.first);
                const bool decided = left && *left == (step.opcode == Opcode::Or);
                return decided || !left ? left : condition(step.second);
            }
            case Opcode::CompareQuantities: {
                Rational left_scratch;
                Rational right_scratch;
                const Rational* left = quantity(step.first, left_scratch);
                const Rational* right = left != nullptr ? quantity(step.second, right_scratch) : nullptr;
                if (right == nullptr) return std::nullopt;
                return holds(step.comparison, *left <=> *right);
            }
            case Opcode::CompareDays:
                return compared(step, day(step.first), [&] { return day(step.second); });
            case Opcode::CompareConditions:
                return compared(step, condition(step.first), [&] { return condition(step.second); });
            default:
                std::unreachable();
        }
    }

    template <typename Value, typename Right>
    static std::optional<bool> compared(const Step& step, std::optional<Value> left, Right right_of) {
        const std::optional<Value> right = left ? right_of() : std::nullopt;
        if (!right) return std::nullopt;
        return holds(step.comparison, *left <=> *right);
    }

    std::optional<sys_days> computed_day(NodeIndex node) {
        const Step& step = formula_.steps_[node];
        switch (step.opcode) {
            case Opcode::Constant:
                return std::get<sys_days>(formula_.constants_[step.first]);
            case Opcode::Variable:
                return std::get<sys_days>(variables_[step.first]);
            case Opcode::If: {
                const auto chosen = condition(step.first);
                return chosen ? day(*chosen ? step.second : step.third) : std::nullopt;
            }
            case Opcode::Min:
            case Opcode::Max: {
                auto best = day(formula_.arguments_[step.first]);
                for (std::uint32_t i = 1; best && i < step.second; ++i) {
                    const auto other = day(formula_.arguments_[step.first + i]);
                    if (!other || (step.opcode == Opcode::Min ? *other < *best : *other > *best))
                        best = other;
                }
                return best;
            }
            case Opcode::Clamp: {
                const auto value = day(step.first);
                const auto low = value ? day(step.second) : std::nullopt;
                const auto high = low ? day(step.third) : std::nullopt;
                if (!high) return std::nullopt;
                if (*low > *high) {
                    fail(FormulaFault::Kind::EmptyRange, node);
                    return std::nullopt;
                }
                return std::clamp(*value, *low, *high);
            }
            default:
                return moved(node, step);
        }
    }

    std::optional<sys_days> moved(NodeIndex node, const Step& step) {
        const auto from = day(step.first);
        Rational scratch;
        const Rational* by = from ? quantity(step.second, scratch) : nullptr;
        if (by == nullptr) return std::nullopt;
        const Rational days = *by / formula_.day_length_;
        if (!days.is_integer()) {
            fail(FormulaFault::Kind::NotWholeDays, node);
            return std::nullopt;
        }
        const auto distance = days_of(step.opcode == Opcode::AddDays ? days : -days);
        if (!distance || *distance > kLastDay - *from || *distance < kFirstDay - *from) {
            fail(FormulaFault::Kind::DayOutOfRange, node);
            return std::nullopt;
        }
        return *from + *distance;
    }

    std::nullptr_t fail(FormulaFault::Kind kind, NodeIndex node) {
        fault_ = {kind, node, formula_.formula_.nodes[node].span};
        return nullptr;
    }

    const CheckedFormula& formula_;
    std::span<const FormulaValue> variables_;
    Recorder record_;
    FormulaFault fault_;
};

}  // namespace detail

base::Diagnostic diagnostic_of(const FormulaFault& fault, std::string_view text) {
    const auto code = [&] {
        switch (fault.kind) {
            case FormulaFault::Kind::DivisionByZero:
                return base::Code::DivisionByZero;
            case FormulaFault::Kind::NotWholeDays:
                return base::Code::NotWholeDays;
            case FormulaFault::Kind::DayOutOfRange:
                return base::Code::DayOutOfRange;
            case FormulaFault::Kind::EmptyRange:
                return base::Code::EmptyRange;
        }
        std::unreachable();
    }();
    return {.code = code,
            .place = {.source = nullptr, .span = fault.span},
            .arguments = {std::string(fault.span.in(text))}};
}

std::expected<FormulaValue, FormulaFault> evaluate(const CheckedFormula& formula,
                                                   std::span<const FormulaValue> variables) {
    return detail::FormulaEvaluator(formula, variables, detail::RecordsNothing{}).value();
}

std::expected<FormulaValue, FormulaFault> evaluate(const CheckedFormula& formula,
                                                   std::span<const FormulaValue> variables,
                                                   FormulaTrace& trace) {
    trace.assign(formula.formula().nodes.size(), std::nullopt);
    return detail::FormulaEvaluator(formula, variables, detail::RecordsAll{trace}).value();
}

}  // namespace yardstick::indicators
