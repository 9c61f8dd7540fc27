// SPDX-License-Identifier: Apache-2.0
// Every spelling that the language reserves, in one place. docs/language.md lists them, and a test compares.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "grammar/ast.hpp"

namespace yardstick::grammar::detail {

template <typename Meaning>
using Spelling = std::pair<std::string_view, Meaning>;

inline constexpr auto kComparatorSigns = std::to_array<Spelling<Comparator>>({
    {"≥", Comparator::AtLeast},   {">=", Comparator::AtLeast},   {"≧", Comparator::AtLeast},
    {"⩾", Comparator::AtLeast},   {"＞＝", Comparator::AtLeast}, {"＞=", Comparator::AtLeast},
    {">＝", Comparator::AtLeast}, {"≤", Comparator::AtMost},     {"<=", Comparator::AtMost},
    {"≦", Comparator::AtMost},    {"⩽", Comparator::AtMost},     {"＜＝", Comparator::AtMost},
    {"＜=", Comparator::AtMost},  {"<＝", Comparator::AtMost},   {"=", Comparator::Equal},
    {"==", Comparator::Equal},    {"＝", Comparator::Equal},     {"＝＝", Comparator::Equal},
    {"﹦", Comparator::Equal},    {"═", Comparator::Equal},      {">", Comparator::Greater},
    {"＞", Comparator::Greater},  {"﹥", Comparator::Greater},   {"<", Comparator::Less},
    {"＜", Comparator::Less},     {"﹤", Comparator::Less},
});

inline constexpr auto kComparatorWords = std::to_array<Spelling<Comparator>>({
    {"不低于", Comparator::AtLeast},     {"至少", Comparator::AtLeast},
    {"最少", Comparator::AtLeast},       {"达到", Comparator::AtLeast},
    {"至多", Comparator::AtMost},        {"最多", Comparator::AtMost},
    {"早于", Comparator::Less},          {"晚于", Comparator::Greater},
    {"不少于", Comparator::AtLeast},     {"不小于", Comparator::AtLeast},
    {"不早于", Comparator::AtLeast},     {"大于等于", Comparator::AtLeast},
    {"大于或等于", Comparator::AtLeast}, {"大于或者等于", Comparator::AtLeast},
    {"高于等于", Comparator::AtLeast},   {"高于或等于", Comparator::AtLeast},
    {"多于或等于", Comparator::AtLeast}, {"不得低于", Comparator::AtLeast},
    {"不得少于", Comparator::AtLeast},   {"不得小于", Comparator::AtLeast},
    {"不能低于", Comparator::AtLeast},   {"不能少于", Comparator::AtLeast},
    {"不能小于", Comparator::AtLeast},   {"不应低于", Comparator::AtLeast},
    {"不应少于", Comparator::AtLeast},   {"不应小于", Comparator::AtLeast},
    {"不可低于", Comparator::AtLeast},   {"不可少于", Comparator::AtLeast},
    {"不可小于", Comparator::AtLeast},   {"不超过", Comparator::AtMost},
    {"不高于", Comparator::AtMost},      {"不多于", Comparator::AtMost},
    {"不大于", Comparator::AtMost},      {"不晚于", Comparator::AtMost},
    {"不迟于", Comparator::AtMost},      {"小于等于", Comparator::AtMost},
    {"小于或等于", Comparator::AtMost},  {"小于或者等于", Comparator::AtMost},
    {"低于等于", Comparator::AtMost},    {"低于或等于", Comparator::AtMost},
    {"少于或等于", Comparator::AtMost},  {"不得超过", Comparator::AtMost},
    {"不得高于", Comparator::AtMost},    {"不得多于", Comparator::AtMost},
    {"不得大于", Comparator::AtMost},    {"不能超过", Comparator::AtMost},
    {"不能高于", Comparator::AtMost},    {"不能多于", Comparator::AtMost},
    {"不能大于", Comparator::AtMost},    {"不应超过", Comparator::AtMost},
    {"不应高于", Comparator::AtMost},    {"不应多于", Comparator::AtMost},
    {"不应大于", Comparator::AtMost},    {"不可超过", Comparator::AtMost},
    {"不可高于", Comparator::AtMost},    {"不可多于", Comparator::AtMost},
    {"不可大于", Comparator::AtMost},    {"等于", Comparator::Equal},
    {"大于", Comparator::Greater},       {"超过", Comparator::Greater},
    {"高于", Comparator::Greater},       {"多于", Comparator::Greater},
    {"小于", Comparator::Less},          {"低于", Comparator::Less},
    {"少于", Comparator::Less},
});

// Latin words, here and below, stand between other letters, and are written in capitals or not.
inline constexpr auto kComparatorPhrases = std::to_array<Spelling<Comparator>>({
    {"at least", Comparator::AtLeast},
    {"no less than", Comparator::AtLeast},
    {"no fewer than", Comparator::AtLeast},
    {"not less than", Comparator::AtLeast},
    {"not fewer than", Comparator::AtLeast},
    {"greater than or equal to", Comparator::AtLeast},
    {"more than or equal to", Comparator::AtLeast},
    {"at most", Comparator::AtMost},
    {"no more than", Comparator::AtMost},
    {"not more than", Comparator::AtMost},
    {"no greater than", Comparator::AtMost},
    {"not greater than", Comparator::AtMost},
    {"no later than", Comparator::AtMost},
    {"not later than", Comparator::AtMost},
    {"less than or equal to", Comparator::AtMost},
    {"fewer than or equal to", Comparator::AtMost},
    {"equal to", Comparator::Equal},
    {"equals", Comparator::Equal},
    {"more than", Comparator::Greater},
    {"greater than", Comparator::Greater},
    {"less than", Comparator::Less},
    {"fewer than", Comparator::Less},
});

// Behind a quantity.
inline constexpr auto kBoundWords = std::to_array<Spelling<Comparator>>({
    {"以上", Comparator::AtLeast},
    {"及以上", Comparator::AtLeast},
    {"或以上", Comparator::AtLeast},
    {"以下", Comparator::AtMost},
    {"及以下", Comparator::AtMost},
    {"或以下", Comparator::AtMost},
    {"以内", Comparator::AtMost},
    {"之内", Comparator::AtMost},
    {"内", Comparator::AtMost},
});

inline constexpr auto kLatinBoundWords =
    std::to_array<Spelling<Comparator>>({{"or more", Comparator::AtLeast}, {"or less", Comparator::AtMost}});

// Behind a date.
inline constexpr auto kDateEdges = std::to_array<Spelling<DateEdge>>({
    {"前", DateEdge::Before},     {"前完成", DateEdge::Before},
    {"之前", DateEdge::Before},   {"之前完成", DateEdge::Before},
    {"以前", DateEdge::Before},   {"以前完成", DateEdge::Before},
    {"底前", DateEdge::Before},   {"底前完成", DateEdge::Before},
    {"底之前", DateEdge::Before}, {"底之前完成", DateEdge::Before},
    {"底以前", DateEdge::Before}, {"底以前完成", DateEdge::Before},
    {"末前", DateEdge::Before},   {"末前完成", DateEdge::Before},
    {"末之前", DateEdge::Before}, {"末之前完成", DateEdge::Before},
    {"末以前", DateEdge::Before}, {"末以前完成", DateEdge::Before},
    {"底", DateEdge::End},        {"末", DateEdge::End},
});

inline constexpr auto kDirectionWords = std::to_array<Spelling<Direction>>({
    {"正向", Direction::Positive},
    {"正向指标", Direction::Positive},
    {"反向", Direction::Negative},
    {"反向指标", Direction::Negative},
    {"负向", Direction::Negative},
    {"负向指标", Direction::Negative},
    {"逆向", Direction::Negative},
    {"逆向指标", Direction::Negative},
});
inline constexpr auto kLatinDirectionWords = std::to_array<Spelling<Direction>>(
    {{"positive", Direction::Positive}, {"negative", Direction::Negative}});

inline constexpr auto kWeightWords = std::to_array<std::string_view>({"权重", "分值"});
inline constexpr auto kLatinWeightWords = std::to_array<std::string_view>({"weight"});
inline constexpr auto kQualitativeWords = std::to_array<std::string_view>({"定性"});
inline constexpr auto kLatinQualitativeWords = std::to_array<std::string_view>({"qualitative"});
inline constexpr auto kRuleWords = std::to_array<std::string_view>({"按"});
inline constexpr auto kLatinRuleWords = std::to_array<std::string_view>({"by"});

inline constexpr auto kAnswers = std::to_array<Spelling<bool>>({{"是", true}, {"否", false}});
inline constexpr auto kLatinAnswers = std::to_array<Spelling<bool>>({{"yes", true}, {"no", false}});

inline constexpr auto kNotApplicable = std::to_array<std::string_view>({"不适用"});
inline constexpr auto kLatinNotApplicable = std::to_array<std::string_view>({"n/a"});

// Between the ends of a range.
inline constexpr auto kRangeMarks =
    std::to_array<std::string_view>({"..", "~", "～", "〜", "至", "-", "－", "−", "–", "—"});

// A number with one of these is no exact number: `200余人`, `约 90 %`.
inline constexpr auto kApproximateBefore = std::to_array<std::string_view>({"约", "大约", "近", "将近"});
inline constexpr auto kLatinApproximateBefore = std::to_array<std::string_view>({"about"});
inline constexpr auto kApproximateAfterDigits = std::to_array<std::string_view>({"余", "多", "来", "几"});
inline constexpr auto kApproximateAfterUnit = std::to_array<std::string_view>({"左右", "上下"});

// What a part of a year is called by.
inline constexpr auto kHalves =
    std::to_array<Spelling<int>>({{"上半年", 1}, {"下半年", 2}, {"H1", 1}, {"H2", 2}});
inline constexpr auto kQuarters = std::to_array<Spelling<int>>({
    {"一季度", 1},
    {"二季度", 2},
    {"三季度", 3},
    {"四季度", 4},
    {"第一季度", 1},
    {"第二季度", 2},
    {"第三季度", 3},
    {"第四季度", 4},
    {"第1季度", 1},
    {"第2季度", 2},
    {"第3季度", 3},
    {"第4季度", 4},
    {"Q1", 1},
    {"Q2", 2},
    {"Q3", 3},
    {"Q4", 4},
});
inline constexpr auto kTenDays = std::to_array<Spelling<int>>({{"上旬", 1}, {"中旬", 2}, {"下旬", 3}});

}  // namespace yardstick::grammar::detail
