// SPDX-License-Identifier: Apache-2.0
// The words and symbols of the formula language, in both languages: the parser accepts every spelling, the
// printer uses the first of its language.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/language.hpp"
#include "grammar/detail/words.hpp"
#include "grammar/formula.hpp"

namespace yardstick::grammar::detail {

enum class Keyword { If, Then, Else, And, Or, Not, True, False };

template <typename Meaning>
struct Wording {
    Meaning meaning;
    std::string_view english;
    std::string_view chinese;
    std::string_view other_chinese;  // empty: none

    std::string_view in(base::Language language) const {
        return language == base::Language::Chinese ? chinese : english;
    }
};

inline constexpr auto kKeywords = std::to_array<Wording<Keyword>>({
    {Keyword::If, "if", "若", "如果"},
    {Keyword::Then, "then", "则", "那么"},
    {Keyword::Else, "else", "否则", ""},
    {Keyword::And, "and", "且", "并且"},
    {Keyword::Or, "or", "或", "或者"},
    {Keyword::Not, "not", "非", "不是"},
    {Keyword::True, "true", "真", "是"},
    {Keyword::False, "false", "假", "否"},
});

inline constexpr auto kFunctions = std::to_array<Wording<formula::Function>>({
    {formula::Function::Min, "min", "最小值", "最小"},
    {formula::Function::Max, "max", "最大值", "最大"},
    {formula::Function::Abs, "abs", "绝对值", ""},
    {formula::Function::Floor, "floor", "向下取整", ""},
    {formula::Function::Ceil, "ceil", "向上取整", ""},
    {formula::Function::Round, "round", "四舍五入", ""},
    {formula::Function::Clamp, "clamp", "限定", ""},
});

struct OperatorSpelling {
    formula::Operator op;
    std::string_view spelling;
};

constexpr formula::Operator operator_of(Comparator comparator) {
    switch (comparator) {
        case Comparator::AtLeast:
            return formula::Operator::AtLeast;
        case Comparator::AtMost:
            return formula::Operator::AtMost;
        case Comparator::Greater:
            return formula::Operator::Greater;
        case Comparator::Less:
            return formula::Operator::Less;
        case Comparator::Equal:
        case Comparator::Within:
        case Comparator::Qualitative:
            break;
    }
    return formula::Operator::Equal;
}

// The comparators of lines, and more.
template <std::size_t n, std::size_t more>
constexpr std::array<OperatorSpelling, n + more> operators(
    const std::array<Spelling<Comparator>, n>& comparators,
    const std::array<OperatorSpelling, more>& others) {
    std::array<OperatorSpelling, n + more> all{};
    for (std::size_t i = 0; i < n; ++i) all[i] = {operator_of(comparators[i].second), comparators[i].first};
    for (std::size_t i = 0; i < more; ++i) all[n + i] = others[i];
    return all;
}

// Symbols need no space around them. The first of each operator is canonical.
inline constexpr auto kComparisonSymbols =
    operators(kComparatorSigns, std::to_array<OperatorSpelling>({{formula::Operator::NotEqual, "≠"},
                                                                 {formula::Operator::NotEqual, "!="},
                                                                 {formula::Operator::NotEqual, "！="},
                                                                 {formula::Operator::NotEqual, "！＝"},
                                                                 {formula::Operator::NotEqual, "<>"},
                                                                 {formula::Operator::NotEqual, "＜＞"}}));

// Words are words only where no other letter touches them.
inline constexpr auto kComparisonWords =
    operators(kComparatorWords, std::to_array<OperatorSpelling>({{formula::Operator::NotEqual, "不等于"}}));

inline constexpr auto kAdditiveSymbols = std::to_array<OperatorSpelling>({
    {formula::Operator::Add, "+"},
    {formula::Operator::Add, "＋"},
    {formula::Operator::Subtract, "-"},
    {formula::Operator::Subtract, "－"},
    {formula::Operator::Subtract, "−"},
});

inline constexpr auto kMultiplicativeSymbols = std::to_array<OperatorSpelling>({
    {formula::Operator::Multiply, "*"},
    {formula::Operator::Multiply, "×"},
    {formula::Operator::Multiply, "·"},
    {formula::Operator::Multiply, "＊"},
    {formula::Operator::Divide, "/"},
    {formula::Operator::Divide, "÷"},
    {formula::Operator::Divide, "／"},
});

}  // namespace yardstick::grammar::detail
