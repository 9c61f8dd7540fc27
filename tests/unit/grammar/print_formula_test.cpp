// SPDX-License-Identifier: Apache-2.0
// Canonical text of formulas. That it parses to the same tree is a property (tests/property).
#include "grammar/print_formula.hpp"

#include <doctest/doctest.h>

using namespace yardstick;
using namespace yardstick::grammar;

namespace {

std::string english(std::string_view text) {
    return print_formula(parse_formula(text).tree.value(), base::Language::English);
}

std::string chinese(std::string_view text) {
    return print_formula(parse_formula(text).tree.value(), base::Language::Chinese);
}

}  // namespace

TEST_CASE("keywords and functions are printed in the language asked for") {
    CHECK(english("若 a>=b 且 非 是 则 最大(a,０．５0) 否则 否") ==
          "if a ≥ b and not true then max(a, 0.50) else false");
    CHECK(chinese("if a>=b and not true then max(a,0.50) else false") ==
          "若 a ≥ b 且 非 真 则 最大值(a, 0.50) 否则 假");
    CHECK(chinese("min(abs(a), floor(b)) or clamp(ceil(c), round(d), e)") ==
          "最小值(绝对值(a), 向下取整(b)) 或 限定(向上取整(c), 四舍五入(d), e)");
}

TEST_CASE("only the parentheses that are needed are printed") {
    CHECK(english("((a))*(b+c)-((d*e))") == "a * (b + c) - d * e");
    CHECK(english("a-(b-c)") == "a - (b - c)");
    CHECK(english("(a-b)-c") == "a - b - c");
    CHECK(english("a/(b*c)") == "a / (b * c)");
    CHECK(english("not (a and b) or (c)") == "not (a and b) or c");
    CHECK(english("(a=b)=(c≠d)") == "(a = b) = (c ≠ d)");
    CHECK(english("-(a+b)*-c") == "-(a + b) * -c");
    CHECK(english("-(-a)") == "--a");
    CHECK(english("(if a then b else c)+d") == "(if a then b else c) + d");
    CHECK(english("if a then (b) else (if c then d else e)") == "if a then b else if c then d else e");
    CHECK(english("if a then if b then c else d else e") == "if a then (if b then c else d) else e");
    CHECK(english("max((if a then b else c))") == "max(if a then b else c)");
}

TEST_CASE("literals and names are printed as they are written") {
    CHECK(english("１２．５0+5 %*30天") == "12.50 + 5% * 30 天");
    CHECK(english("2024-6-1 - ２０２４－１２－３１") == "2024-06-01 - 2024-12-31");
    CHECK(english("\"a\" * \"则\" * \"a \"\"b\"\"\" * \"1\"") == "a * \"则\" * \"a \"\"b\"\"\" * \"1\"");
}
