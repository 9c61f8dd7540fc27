// SPDX-License-Identifier: Apache-2.0
// UTF-8: validity, width, folding.
#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace yardstick::base;

TEST_CASE("the first invalid byte is found") {
    CHECK(find_invalid_utf8("结案率 ≥ 90 %") == std::nullopt);
    CHECK(find_invalid_utf8("ab\xFFz") == 2);
    CHECK(find_invalid_utf8("\xE7\xBB") == 0);      // cut short
    CHECK(find_invalid_utf8("a\xC0\xAF") == 1);     // overlong
    CHECK(find_invalid_utf8("\xED\xA0\x80") == 0);  // surrogate
}

TEST_CASE("width is two for CJK and full-width, none for combining marks") {
    CHECK(display_width("结案率") == 6);
    CHECK(display_width("（A）") == 5);
    CHECK(display_width("e\xCC\x81") == 1);
    CHECK(display_width("≥") == 1);
    CHECK(pad_right("案", 4) == "案  ");
    CHECK(pad_left("案", 4) == "  案");
    CHECK(pad_right("结案率", 2) == "结案率");
}

TEST_CASE("full-width forms fold to ASCII and nothing else does") {
    CHECK(fold_full_width("（任务５）　％") == "(任务5) %");
    CHECK(fold_full_width("㎡①") == "㎡①");
    CHECK(comparable_name("  结案率 （任务2）\n") == "结案率 (任务2)");
    CHECK(comparable_name("a \t b") == "a b");
    CHECK(comparable_name("a\u00A0\u2009b") == "a b");
}

TEST_CASE("what could harm a terminal is not shown") {
    CHECK(printable("a\x1b[31mb", 4) == "a\xEF\xBF\xBD[31mb");
    CHECK(printable("a\tb", 4) == "a    b");
    CHECK(printable("\xE2\x80\xAE", 4) == "\xEF\xBF\xBD");
    CHECK_FALSE(find_harmful_character("ab\n\tc").has_value());
    CHECK(find_harmful_character("ab\x7F")->offset == 2);
    CHECK(find_harmful_character("案\xC2\x85")->name == "U+0085");
    CHECK(find_harmful_character("件\xE2\x80\x8B")->name == "U+200B");
    CHECK_FALSE(find_harmful_character("👩‍💻 café").has_value());
}

TEST_CASE("a text is cut to columns without splitting a character") {
    CHECK(first_columns("结案率", 3) == "结");
    CHECK(last_columns("结案率", 3) == "率");
    CHECK(last_columns("结案率", 99) == "结案率");
}
