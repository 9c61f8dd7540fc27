// SPDX-License-Identifier: Apache-2.0
// What a targets file and a results file mean: departments, scorecards, indicators, actuals.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/decimal.hpp"
#include "base/diagnostic.hpp"
#include "grammar/ast.hpp"
#include "indicators/date.hpp"
#include "indicators/named_rule.hpp"
#include "indicators/unit.hpp"

namespace yardstick::indicators {

using grammar::Comparator;
using grammar::Direction;

// A value, or none where nothing could be made out, and every fault found on the way. A value that comes with
// errors is good for finding more of them, and for nothing else.
template <typename Value>
struct Loaded {
    std::optional<Value> value;
    base::Diagnostics diagnostics;
};

// A number with its unit, as written.
struct Quantity {
    base::Decimal number;
    Unit unit;

    base::Rational in_base() const { return number.value() * unit.scale; }
    std::string text() const;  // "15000 件", "90 %", "30000"
};

// From low to high, both of which belong to it.
struct Range {
    base::Decimal low;
    base::Decimal high;  // not below low
    Unit unit;

    base::Rational low_in_base() const { return low.value() * unit.scale; }
    base::Rational high_in_base() const { return high.value() * unit.scale; }
    std::string text() const;  // "18..26 ℃"
};

// Whether something is to be there, or was.
struct Answer {
    bool yes = false;
    std::string text() const;  // "是"
};

// The expected outcome of a qualitative indicator.
struct Outcome {
    std::string words;
    const std::string& text() const { return words; }
};

struct Criterion {
    Comparator comparator = Comparator::AtLeast;
    // Outcome exactly for Comparator::Qualitative, Range exactly for Within; an Answer only for Equal.
    std::variant<Quantity, Range, Date, Answer, Outcome> target;

    std::string target_text() const;  // "90 %"
    std::string text() const;         // "≥ 90 %", "18..26 ℃"
};

// What a criterion asks for; a ruleset has a rule for each.
enum class Kind { AtLeast, AtMost, Equal, Within, Deadline, Qualitative };

Kind kind_of(const Criterion& criterion);
std::string_view kind_text(Kind kind);  // "at-least", ..., as in rulesets and JSON

// A rule that a line names in place of its kind's: `按 每降扣分(5%, 1)`.
struct RuleUse {
    std::string name;  // as written
    std::vector<Quantity> arguments;
    base::Place place;
    std::shared_ptr<const BoundRule> bound = {};  // none until bind_rules
};

struct Indicator {
    std::vector<std::string> path;  // categories, outermost first
    std::string name;
    Criterion criterion;
    base::Decimal weight;  // points it can earn
    std::optional<Direction> direction;
    base::Place direction_place;  // of its clause, where there is one
    std::optional<RuleUse> rule;
    std::optional<std::string> task;  // a key of Targets::tasks
    std::optional<std::string> id;
    base::Place id_place;  // where there is one
    std::string note;
    base::Place place;  // of its line
};

// "产出指标/数量指标/名称"
std::string full_name(const Indicator& indicator);

struct Budget {
    std::vector<std::pair<std::string, Quantity>>
        parts;                             // by source; one unnamed part where only an amount is given
    std::optional<Quantity> stated_total;  // written beside the parts
    base::Place place;

    base::Rational total() const;  // of the parts, in 元
    std::string text() const;      // in the unit of the first part, with the places written: "10129.36 万元"
};

// An amount in 元 as decimal text in `unit` ("10129.36 万元").
std::string amount_text(const base::Rational& amount, const Unit& unit);

// A department's own indicators, or a project's.
struct Scorecard {
    std::string name;
    std::optional<Budget> budget;
    std::string goal;
    std::vector<Indicator> indicators;  // in the order written
    base::Place place;                  // of its name
    bool incomplete = false;            // part of it could not be read, so that absence proves nothing
};

struct Task {
    std::string key;  // "任务5"
    std::string name;
    std::string content;
};

struct Targets {
    std::string department;
    int year = 0;
    std::optional<std::string> ruleset;
    base::Place ruleset_place;
    std::vector<Task> tasks;
    Scorecard own;  // no indicators: the department has no scorecard of its own
    std::vector<Scorecard> projects;
    bool incomplete = false;                       // a project could not be read at all
    std::optional<Quantity> stated_project_total;  // the total printed for the projects' budgets
    base::Place stated_project_total_place;
};

// The tier that a qualitative actual reached, and the share of the weight it earns.
struct TierShare {
    std::size_t tier = 0;   // index into Ruleset::tiers
    base::Decimal percent;  // within the tier's range
};

struct Actual {
    // What the criterion takes: for a Quantity or a Range, the number in their dimension's base unit.
    std::variant<base::Rational, Date, Answer, TierShare> value;
    std::string text;          // as written, the target's unit added where none was
    std::string formula = {};  // that it was derived by; empty: it was given
    std::string reason = {};
    std::string evidence = {};
    std::optional<base::Decimal> reported = {};  // the score that somebody else gave
    base::Place place = {};
};

struct ScorecardResults {
    std::optional<Quantity> adjusted;  // full-year budget, where it differs from the targets'
    std::optional<Quantity> spent;
    std::vector<std::optional<Actual>> actuals;  // one for each indicator of the scorecard, in its order
};

struct Results {
    ScorecardResults own;
    std::vector<ScorecardResults> projects;  // one for each project of the targets, in their order
};

}  // namespace yardstick::indicators
