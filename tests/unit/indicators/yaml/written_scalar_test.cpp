// SPDX-License-Identifier: Apache-2.0
// The extents of scalars, and scalars spelt anew.
#include "indicators/yaml/written_scalar.hpp"

#include <string>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using namespace yardstick::indicators::yaml;

namespace {

struct Found {
    std::string raw;
    Quoting quoting;
};

// The scalar under the key `k`.
std::optional<Found> scalar_under_k(const std::string& yaml) {
    const auto document = read(tests::source(yaml));
    REQUIRE_MESSAGE(document.root, yaml);
    const auto written = written_scalar(yaml, document.root->find("k")->value);
    if (!written) return std::nullopt;
    return Found{std::string(written->span.in(yaml)), written->quoting};
}

std::string plain_or_not(std::string_view text, Context context) {
    return scalar_text(text, quoting_for(text, Quoting::Plain, context));
}

}  // namespace

TEST_CASE("a scalar is found with its quotes, without comments and space behind") {
    CHECK(scalar_under_k("k: a b  # c\n")->raw == "a b");
    CHECK(scalar_under_k("k: 'a ''b'' '  # c\n")->raw == "'a ''b'' '");
    CHECK(scalar_under_k("k: \"a \\\"b\\u5a92\\\" \"\nl: \"x\"\n")->raw == "\"a \\\"b\\u5a92\\\" \"");
    CHECK(scalar_under_k("{k: a b , l: c}")->raw == "a b");
    CHECK(scalar_under_k("{\"k\": \"a\",\"l\":\"c\"}")->raw == "\"a\"");
    CHECK(scalar_under_k("k: a\r\nl: b\r\n")->raw == "a");
    CHECK(scalar_under_k("k: a b")->quoting == Quoting::Plain);
    CHECK(scalar_under_k("k: 'a b'")->quoting == Quoting::Single);
    CHECK(scalar_under_k("k: \"a b\"")->quoting == Quoting::Double);
}

TEST_CASE("a scalar over several lines is found whole") {
    CHECK(scalar_under_k("k: a\n  b\n\n  c\nl: d\n")->raw == "a\n  b\n\n  c");
    CHECK(scalar_under_k("k: 'a\n\n  b '\nl: d\n")->raw == "'a\n\n  b '");
    CHECK(scalar_under_k("k: \"a\\\n   b\\\n  \"\nl: d\n")->raw == "\"a\\\n   b\\\n  \"");
    CHECK(scalar_under_k("k:\r\n  a\r\n  b\r\n")->raw == "a\r\n  b");
}

TEST_CASE("block scalars are left alone") {
    CHECK_FALSE(scalar_under_k("k: |\n  a\n"));
    CHECK_FALSE(scalar_under_k("k: >-\n  a\n  b\n"));
}

TEST_CASE("a plain scalar gets quotes where it needs them") {
    CHECK(plain_or_not("满意度 ≥ 90 %", Context::Block) == "满意度 ≥ 90 %");
    CHECK(plain_or_not("a, [b] {c}", Context::Block) == "a, [b] {c}");
    CHECK(plain_or_not("a, b", Context::Flow) == "'a, b'");
    CHECK(plain_or_not("a[b]", Context::Flow) == "'a[b]'");
    CHECK(plain_or_not("-5 条", Context::Block) == "-5 条");
    CHECK(plain_or_not("-5 条", Context::Flow) == "-5 条");
    CHECK(plain_or_not("a:b#c 'd'", Context::Block) == "a:b#c 'd'");
    for (const std::string text :
         {"\"a\" ≥ 1", "'a'", "a: b", "a:", "a #b", "- a", "? a",  ": a", "#a", "&a", "*a", "!a",
          "|a",        ">a",  "%a",   "@a", "`a",   "~",   "null", "",    " a", "a ", "[a", "{a"}) {
        CAPTURE(text);
        std::string doubled;
        for (const char c : text) doubled += c == '\'' ? std::string("''") : std::string(1, c);
        CHECK(plain_or_not(text, Context::Block) == "'" + doubled + "'");
    }
}

TEST_CASE("quoted scalars keep their quotes") {
    CHECK(scalar_text("a'b\"c\\", quoting_for("a", Quoting::Single, Context::Block)) == "'a''b\"c\\'");
    CHECK(scalar_text("a'b\"c\\", quoting_for("a", Quoting::Double, Context::Flow)) == "\"a'b\\\"c\\\\\"");
}
