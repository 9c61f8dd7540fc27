// SPDX-License-Identifier: Apache-2.0
// From the nodes that the X3 rules filled in to the public tree: numbers are converted, and faults reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "grammar/ast.hpp"
#include "grammar/detail/nodes.hpp"

namespace yardstick::grammar::detail {

base::Diagnostic fault(base::Code code, ByteSpan span, std::vector<std::string> arguments = {});

// Converts the nodes of one text.
class Converter {
  public:
    Converter(std::string_view text, base::Diagnostics& diagnostics)
        : text_(text), diagnostics_(diagnostics) {}

    std::size_t fault_count() const { return diagnostics_.size(); }
    // What was achieved, or an argument: bounds, ranges and approximate numbers are faults.
    Value value(const ValueNode& node);
    // A target with its comparator, wherever that stands. `in_cell`: of a published table, where it may be
    // left out.
    void criterion(const CriterionNode& node, bool in_cell, Criterion& criterion);
    void clause(const ClauseNode& node, IndicatorLine& line);
    void clause(const WeightNode& node, IndicatorLine& line);
    void clause(const DirectionNode& node, IndicatorLine& line);

  private:
    struct ToValue;
    struct ToCriterion;
    struct ToClause;

    void report(base::Code code, ByteSpan span, std::vector<std::string> arguments = {}) {
        diagnostics_.push_back(fault(code, span, std::move(arguments)));
    }
    void report_twice(base::Code code, ByteSpan second, ByteSpan first);
    std::string written(ByteSpan span) const { return std::string(span.in(text_)); }
    int small_number(const NumberNode& node) const;

    bool looks_like_a_year(const NumberNode& node) const;
    void require_no_comma(const MeasureNode& argument);
    base::Decimal number(const NumberNode& node);
    void quantity(const MeasureNode& node, Value& value);
    Value range(const MeasureNode& node);
    Value date(const DatedNode& node);

    std::string_view text_;
    base::Diagnostics& diagnostics_;
};

}  // namespace yardstick::grammar::detail
