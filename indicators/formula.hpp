// SPDX-License-Identifier: Apache-2.0
// What formulas mean: the types of their values, and checking a formula before any data is seen.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/rational.hpp"
#include "grammar/formula.hpp"
#include "indicators/dimension.hpp"
#include "indicators/unit.hpp"

namespace yardstick::indicators {

// Decimal places that `round` may be asked for.
inline constexpr int kMaxFormulaPlaces = 20;

// What kind of thing a formula, or a part of it, gives.
struct FormulaType {
    enum class Kind { Quantity, Day, Condition };

    Kind kind = Kind::Quantity;
    Dimension dimension = {};  // of a Quantity; a bare number is one without dimension

    static FormulaType number() { return {}; }
    static FormulaType quantity(Dimension dimension) { return {Kind::Quantity, std::move(dimension)}; }
    static FormulaType day() { return {Kind::Day, {}}; }
    static FormulaType condition() { return {Kind::Condition, {}}; }

    bool is_number() const { return kind == Kind::Quantity && dimension.is_number(); }
    friend bool operator==(const FormulaType&, const FormulaType&) = default;
};

// The type that values in `unit` have. Shares (`%`, `‰`) are bare numbers in formulas: 5% is 1/20.
FormulaType type_of(const Unit& unit);

// A quantity in its dimension's base unit, a day, or true and false.
using FormulaValue = std::variant<base::Rational, std::chrono::sys_days, bool>;

// A name that a formula may use. Either spelling works, compared as names are; an empty one names nothing.
struct Variable {
    std::string chinese;
    std::string english;
    std::optional<FormulaType> type;  // none: its own fault is reported; formulas that name it are refused
};

// All names that a formula may use, each once; their values are given in the order of the variables.
class Environment {
  public:
    Environment() = default;
    Environment(std::initializer_list<Variable> variables);

    void push_back(Variable variable);
    // Keeps the first `size` variables.
    void truncate(std::size_t size);

    bool empty() const { return variables_.empty(); }
    std::size_t size() const { return variables_.size(); }
    const Variable& operator[](std::size_t index) const { return variables_[index]; }
    auto begin() const { return variables_.begin(); }
    auto end() const { return variables_.end(); }
    std::optional<std::size_t> find(std::string_view name) const;
    const std::vector<std::string>& spellings() const { return spellings_; }

  private:
    std::vector<Variable> variables_;
    std::vector<std::string> spellings_;
    std::map<std::string, std::size_t, std::less<>> by_name_;  // comparable
};

namespace detail {

enum class Opcode : std::uint8_t {
    Constant,  // `first` in CheckedFormula::constants_
    Variable,  // `first` in the environment
    Negate,
    Not,
    And,
    Or,
    Add,
    Subtract,
    Multiply,
    Divide,
    DaysBetween,   // first - second
    AddDays,       // `first` the day, `second` the quantity
    SubtractDays,  // the same
    CompareQuantities,
    CompareDays,
    CompareConditions,
    If,
    Min,  // `first` on in CheckedFormula::arguments_, `second` of them
    Max,
    Abs,
    Floor,
    Ceil,
    Round,  // `second` places
    Clamp,
};

// A node made ready for evaluation; it has the node's index.
struct Step {
    Opcode opcode = Opcode::Constant;
    grammar::formula::Operator comparison = grammar::formula::Operator::Equal;  // of Compare...
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t third = 0;
};

class FormulaChecker;
template <typename Recorder>
class FormulaEvaluator;

}  // namespace detail

// A formula without faults, bound to an environment. Immutable; share it freely between threads.
class CheckedFormula {
  public:
    const grammar::Formula& formula() const { return formula_; }
    const FormulaType& type() const { return types_.back(); }
    const FormulaType& type_at(grammar::formula::NodeIndex node) const { return types_[node]; }
    // The variables it names, as indices into the environment, ascending, each once.
    const std::vector<std::size_t>& variables() const { return variables_; }

  private:
    friend class detail::FormulaChecker;
    template <typename Recorder>
    friend class detail::FormulaEvaluator;

    CheckedFormula() = default;

    grammar::Formula formula_;
    std::vector<FormulaType> types_;  // of each node
    std::vector<detail::Step> steps_;
    std::vector<FormulaValue> constants_;
    std::vector<std::uint32_t> arguments_;  // of Min and Max
    std::vector<std::size_t> variables_;
    base::Rational day_length_ = 1;  // in the base unit of 天
};

// Checks names and types. Every unknown name is found, and every fault of types but those that follow from
// another; they are in order of place, without a source. `text` is what the formula was parsed from. A tree
// that came with faults fails too, maybe without any further diagnostic.
//
// Sums, comparisons and branches need like operands; a literal 0 without unit is like every quantity.
// Products and quotients combine dimensions. The difference of two days is a quantity of 天, and a day can be
// moved by one. floor, ceil and round need bare numbers.
std::expected<CheckedFormula, base::Diagnostics> check_formula(const grammar::Formula& formula,
                                                               std::string_view text,
                                                               const Environment& environment,
                                                               const UnitTable& units);

// Parses and checks; the diagnostics are those of both.
std::expected<CheckedFormula, base::Diagnostics> read_formula(std::string_view text,
                                                              const Environment& environment,
                                                              const UnitTable& units);

}  // namespace yardstick::indicators
