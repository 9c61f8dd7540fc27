// SPDX-License-Identifier: Apache-2.0
// SourceText: lines and columns.
#include "base/source_text.hpp"

#include <doctest/doctest.h>

using namespace yardstick::base;

TEST_CASE("columns count code points, lines count line feeds") {
    const SourceText source("a.yaml", "指标: 1\r\n  结案率\n");
    CHECK(source.position(0) == LineColumn{1, 1});
    CHECK(source.position(6) == LineColumn{1, 3});
    const auto third_character = static_cast<std::uint32_t>(source.text().find("案"));
    CHECK(source.position(third_character) == LineColumn{2, 4});
    CHECK(source.line_span(1).in(source.text()) == "指标: 1");
    CHECK(source.line_span(2).in(source.text()) == "  结案率");
    CHECK(source.line_span(3).in(source.text()).empty());
}

TEST_CASE("an offset past the end is the end, in an empty text too") {
    CHECK(SourceText("a", "ab").position(99) == LineColumn{1, 3});
    CHECK(SourceText("a", "").position(0) == LineColumn{1, 1});
}

TEST_CASE("a byte order mark is not part of the text") {
    CHECK(SourceText("a", "\xEF\xBB\xBFx").text() == "x");
}
