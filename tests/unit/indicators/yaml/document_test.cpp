// SPDX-License-Identifier: Apache-2.0
// The YAML tree: everything is text, nothing is lost.
#include "indicators/yaml/document.hpp"

#include <string>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using base::Code;
using indicators::yaml::kMaxDepth;

namespace {

Code refusal(const std::string& yaml) {
    const auto document = indicators::yaml::read(tests::source(yaml));
    REQUIRE_FALSE(document.diagnostics.empty());
    return document.diagnostics.front().code;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("scalars stay text: no number, boolean or null is made of them") {
    const auto document =
        indicators::yaml::read(tests::source("a: 010\nb: yes\nc: 1e3\nd: ~\ne: null\nf: 2024.10\n"));
    REQUIRE(document.root.has_value());
    CHECK(document.root->find("a")->value.text == "010");
    CHECK(document.root->find("b")->value.text == "yes");
    CHECK(document.root->find("c")->value.text == "1e3");
    CHECK(document.root->find("f")->value.text == "2024.10");
    CHECK(document.root->find("g") == nullptr);
}

TEST_CASE("nesting is allowed to the limit and refused beyond it") {
    CHECK(indicators::yaml::read(tests::source(nested(kMaxDepth))).diagnostics.empty());
    CHECK(refusal(nested(kMaxDepth + 1)) == Code::YamlTooDeep);
    CHECK(refusal(nested(20'000)) == Code::YamlTooDeep);
}

TEST_CASE("what is not one plain document is refused") {
    CHECK(refusal("a: &x 1\n") == Code::YamlAnchor);
    CHECK(refusal("a: &x [1]\n") == Code::YamlAnchor);
    CHECK(refusal("a: *x\n") == Code::YamlAnchor);
    CHECK(refusal("a: !x 1\n") == Code::YamlTag);
    CHECK(refusal("- ! a\n") == Code::YamlTag);
    CHECK(refusal("- !重要 a\n") == Code::YamlTag);
    CHECK(refusal("a: !x {b: 1}\n") == Code::YamlTag);
    CHECK(refusal("- 'a\n- b\n") == Code::YamlUnclosedQuote);
    CHECK(refusal("a: \"b\nc: d\n") == Code::YamlUnclosedQuote);
    CHECK(refusal("? " + std::string(indicators::yaml::kMaxKeyBytes + 1, 'k') + "\n: 1\n") ==
          Code::LineTooLong);
    CHECK(refusal("a: 1\n---\nb: 1\n") == Code::YamlSecondDocument);
    CHECK(refusal("") == Code::EmptyFile);
    CHECK(refusal("# nothing\n") == Code::EmptyFile);
    CHECK(refusal("---\n") == Code::EmptyFile);
    CHECK(refusal("a: [1\n") == Code::YamlSyntax);
    CHECK(refusal("a: 1\na: 2\n") == Code::DuplicateKey);
    CHECK(refusal("\xFF") == Code::NotUtf8);
    CHECK(refusal(std::string("a: \0", 4)) == Code::ControlCharacter);
}

TEST_CASE("quotes that are closed are no fault, whatever they hold") {
    for (const char* yaml : {"a: 'b'\n", "a: 'b''c'", "a: \"b\\\"c\"", "a: ''", "a: \"\"\n", "a: 'b  '\n",
                             "a: \"b\n\n  c\"  # d\n", "'a': 1\n", "a: ['b', \"c\"]\n"}) {
        CAPTURE(yaml);
        CHECK(indicators::yaml::read(tests::source(yaml)).diagnostics.empty());
    }
}

TEST_CASE("a second document is reported where it begins") {
    const auto document = indicators::yaml::read(tests::source("---\na: 1\n---\nb: 1\n"));
    CHECK(document.source->position(document.diagnostics.front().place.span.begin).line == 3);
}

TEST_CASE("a syntax error is reported at a whole character, and in whole characters") {
    const auto document = indicators::yaml::read(tests::source("k: \"\\≥\"\n"));
    REQUIRE(document.diagnostics.size() == 1);
    const base::Diagnostic& diagnostic = document.diagnostics.front();
    CHECK(diagnostic.code == Code::YamlSyntax);
    CHECK(diagnostic.place.span == base::ByteSpan{5, 8});
    CHECK(diagnostic.arguments.front() == "unknown escape character: ≥");
}

TEST_CASE("the escapes for a no-break space and a next line are characters, not bytes") {
    const auto document = indicators::yaml::read(tests::source("k: \"甲\\_乙\\_\"\n"));
    REQUIRE(document.root.has_value());
    CHECK(document.root->find("k")->value.text == "甲\u00A0乙\u00A0");
    CHECK(document.diagnostics.empty());
    CHECK(refusal("k: \"甲\\N\"\n") == Code::ControlCharacter);
}

TEST_CASE("a document may begin with a marker and a byte order mark") {
    CHECK(indicators::yaml::read(tests::source("\xEF\xBB\xBF---\na: 1\n")).diagnostics.empty());
}
