// SPDX-License-Identifier: Apache-2.0
// The words and symbols of the formula language, in both languages: the parser accepts every spelling, the
// printer uses the first of its language.
#pragma once

#include <array>
#include <string_view>

#include "base/language.hpp"
#include "grammar/formula.hpp"

namespace yardstick::grammar::detail {

enum class Keyword { If, Then, Else, And, Or, Not, True, False };

template <typename Meaning>
struct Words {
    Meaning meaning;
    std::string_view english;
    std::string_view chinese;
    std::string_view other_chinese;  // empty: none

    std::string_view in(base::Language language) const {
        return language == base::Language::Chinese ? chinese : english;
    }
};

inline constexpr auto kKeywords = std::to_array<Words<Keyword>>({
    {Keyword::If, "if", "若", "如果"},
    {Keyword::Then, "then", "则", "那么"},
    {Keyword::Else, "else", "否则", ""},
    {Keyword::And, "and", "且", "并且"},
    {Keyword::Or, "or", "或", "或者"},
    {Keyword::Not, "not", "非", "不是"},
    {Keyword::True, "true", "真", "是"},
    {Keyword::False, "false", "假", "否"},
});

inline constexpr auto kFunctions = std::to_array<Words<formula::Function>>({
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

// Symbols need no space around them. The first of each operator is canonical.
inline constexpr auto kComparisonSymbols = std::to_array<OperatorSpelling>({
    {formula::Operator::AtLeast, "≥"},    {formula::Operator::AtLeast, ">="},
    {formula::Operator::AtLeast, "≧"},    {formula::Operator::AtLeast, "⩾"},
    {formula::Operator::AtLeast, "＞＝"}, {formula::Operator::AtLeast, "＞="},
    {formula::Operator::AtLeast, ">＝"},  {formula::Operator::AtMost, "≤"},
    {formula::Operator::AtMost, "<="},    {formula::Operator::AtMost, "≦"},
    {formula::Operator::AtMost, "⩽"},     {formula::Operator::AtMost, "＜＝"},
    {formula::Operator::AtMost, "＜="},   {formula::Operator::AtMost, "<＝"},
    {formula::Operator::Equal, "="},      {formula::Operator::Equal, "=="},
    {formula::Operator::Equal, "＝"},     {formula::Operator::Equal, "＝＝"},
    {formula::Operator::Equal, "﹦"},     {formula::Operator::Equal, "═"},
    {formula::Operator::NotEqual, "≠"},   {formula::Operator::NotEqual, "!="},
    {formula::Operator::NotEqual, "！="}, {formula::Operator::NotEqual, "！＝"},
    {formula::Operator::NotEqual, "<>"},  {formula::Operator::NotEqual, "＜＞"},
    {formula::Operator::Greater, ">"},    {formula::Operator::Greater, "＞"},
    {formula::Operator::Greater, "﹥"},   {formula::Operator::Less, "<"},
    {formula::Operator::Less, "＜"},      {formula::Operator::Less, "﹤"},
});

// Words are words only where no other letter touches them.
inline constexpr auto kComparisonWords = std::to_array<OperatorSpelling>({
    {formula::Operator::AtLeast, "不低于"},     {formula::Operator::AtLeast, "不少于"},
    {formula::Operator::AtLeast, "不小于"},     {formula::Operator::AtLeast, "大于等于"},
    {formula::Operator::AtLeast, "大于或等于"}, {formula::Operator::AtMost, "不超过"},
    {formula::Operator::AtMost, "不高于"},      {formula::Operator::AtMost, "不大于"},
    {formula::Operator::AtMost, "不多于"},      {formula::Operator::AtMost, "小于等于"},
    {formula::Operator::AtMost, "小于或等于"},  {formula::Operator::Equal, "等于"},
    {formula::Operator::NotEqual, "不等于"},    {formula::Operator::Greater, "大于"},
    {formula::Operator::Greater, "超过"},       {formula::Operator::Greater, "高于"},
    {formula::Operator::Greater, "多于"},       {formula::Operator::Less, "小于"},
    {formula::Operator::Less, "低于"},          {formula::Operator::Less, "少于"},
});

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
