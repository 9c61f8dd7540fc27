// SPDX-License-Identifier: Apache-2.0
// What at the end of a name shows that the name was cut in the wrong place.
#pragma once

#include <array>
#include <string_view>

namespace yardstick::grammar::detail {

// A comparator right behind one of these says something else: `不等于`, `或高于`, `!=`.
inline constexpr auto kBeforeNoComparator = std::to_array<std::string_view>(
    {"不", "不得", "未", "没有", "绝", "或", "或者", "!", "！", "~", "～", "≈"});
inline constexpr auto kLatinBeforeNoComparator =
    std::to_array<std::string_view>({"no", "not", "never", "be", "or", "than"});

// A target behind one of these in the name has lost its beginning: `二百 5 人以上`, `3/4以上`.
inline constexpr auto kNumberPieces = std::to_array<std::string_view>(
    {"/",  "／", ":",  "：", "-",  "－", "−",  "<",  ">",  "＜", "＞", "负", "零", "一",
     "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "亿", "半"});

// A date without a year behind one of these has lost its year: `2025年，6月底前`.
inline constexpr auto kYearPieces =
    std::to_array<std::string_view>({"年", "年度", "年，", "年,", "年）", "年)", "/"});

}  // namespace yardstick::grammar::detail
