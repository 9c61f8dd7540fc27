// SPDX-License-Identifier: Apache-2.0
// Every kind of YAML scalar: each byte of its value is found in the source.
#include "indicators/yaml/scalar_offsets.hpp"

#include <string>

#include <doctest/doctest.h>

#include "indicators/yaml/document.hpp"
#include "loading.hpp"

using namespace yardstick;
using indicators::yaml::Node;

namespace {

// The text in the source at the place of `part` in the value of `key`.
std::string found(const std::string& yaml, const std::string& part) {
    const auto document = indicators::yaml::read(tests::source(yaml));
    REQUIRE(document.root.has_value());
    const Node& node = document.root->entries.front().value;
    const auto begin = static_cast<std::uint32_t>(node.text.find(part));
    const auto place = indicators::yaml::place_of(document.source, node,
                                                  {begin, begin + static_cast<std::uint32_t>(part.size())});
    return std::string(place.span.in(document.source->text()));
}

}  // namespace

TEST_CASE("a part of a scalar is found where it was written") {
    CHECK(found("k: 结案率 ≥ 90 % 权重 2\n", "90 %") == "90 %");
    CHECK(found("k: '甲''乙'' ≥ 90'\n", "90") == "90");
    CHECK(found("k: '甲''乙'' ≥ 90'\n", "乙'") == "乙''");
    CHECK(found("k: \"甲 \\u2265 90\\t% x\"\n", "90") == "90");
    CHECK(found("k: \"\\x41\\U0001F600z\"\n", "z") == "z");
    CHECK(found("k: \"a \\\n    b c\"\n", "c") == "c");
    CHECK(found("k: |\n  一\n  二 三\n", "三") == "三");
    CHECK(found("k: |-\n    深 ≥ 1\n", "≥ 1") == "≥ 1");
    CHECK(found("k: >\n  一\n  二\n\n  三 四\n", "四") == "四");
    CHECK(found("k: 一\n  二\n  三\n", "三") == "三");
    CHECK(found("k: |\n  一\n    二 三\n", "二 三") == "二 三");
    CHECK(found("k: |\n  一\n    二 三\n", "  二 三") == "  二 三");
    CHECK(found("k: >-\n  一\n   二 三\n", " 二") == " 二");
    CHECK(found("k: |2\n    一\n", "  一") == "  一");
    CHECK(found("k: \"一\n  二\n\n  三\"\n", "三") == "三");
    CHECK(found("k: 一 二   # 评论\n", "二") == "二");
    CHECK(found("k: \"a\\\"b\\\\c d\"\n", "d") == "d");
}

TEST_CASE("CRLF files have the same places") {
    const auto document = indicators::yaml::read(tests::source("a: 1\r\nb: 结案率 x\r\n"));
    const Node& node = document.root->entries.back().value;
    const auto place = indicators::yaml::place_of(document.source, node);
    CHECK(place.span.in(document.source->text()) == "结案率 x");
    CHECK(document.source->position(place.span.begin) == base::LineColumn{2, 4});
}

TEST_CASE("a place ends with a character, and within the source") {
    CHECK(found("k: |\n  一\n    二\n", " ") == " ");  // more indented than the lines before
    CHECK(found("k: \"甲\\u2265乙\"\n", "甲≥") == "甲\\u2265");
}

TEST_CASE("offsets never leave the source, even where value and source disagree") {
    for (const base::ByteSpan span : indicators::yaml::scalar_offsets("'ab", 0, "xyzxyzxyz").bytes)
        CHECK(span.end <= 3);
    CHECK(indicators::yaml::scalar_offsets("", 0, "a").bytes.size() == 1);
    CHECK(indicators::yaml::scalar_offsets("\"a\\u26", 0, "a≥").end == 6);
}
