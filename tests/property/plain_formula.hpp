// SPDX-License-Identifier: Apache-2.0
// Random well-typed formulas, and their values by plain computation on a tree: no code of the engine's is
// used.
#pragma once

#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

namespace plain {

using Fraction = boost::multiprecision::cpp_rational;

enum class Type { Number, Money, Day, Condition };

// A part of a formula: how it is written, with all its parentheses, and what it is made of.
struct Part {
    Type type = Type::Number;
    std::string what;  // "literal", "variable", an operator, "if", or a function
    std::vector<std::shared_ptr<const Part>> parts;
    Fraction value;        // of a literal: a number, 元, days since 1970, or 0 and 1
    int variable = 0;      // of a variable
    std::string spelling;  // of a literal or variable
};

// One value for each variable: a number, 元, days since 1970, or 0 and 1.
inline constexpr int kVariables = 8;  // two of each type, in the order of Type
using Values = std::vector<Fraction>;

std::shared_ptr<const Part> random_part(std::mt19937_64& random, Type type, int depth);
Values random_values(std::mt19937_64& random);
std::string variable_name(int variable);

// With random spellings, spaces and parentheses.
std::string text(const Part& part, std::mt19937_64& random);

// Nothing where it cannot be computed.
std::optional<Fraction> value(const Part& part, const Values& values);

}  // namespace plain
