// SPDX-License-Identifier: Apache-2.0
// Rendering: carets by display width, cut lines, harmless output.
#include "base/render.hpp"

#include <memory>
#include <string>

#include <doctest/doctest.h>

using namespace yardstick::base;

namespace {

Diagnostic at(const std::string& text, std::string_view marked, Code code,
              std::vector<std::string> arguments) {
    auto source = std::make_shared<const SourceText>("a.yaml", text);
    const auto begin = static_cast<std::uint32_t>(text.find(marked));
    return {.code = code,
            .place = {source, {begin, begin + static_cast<std::uint32_t>(marked.size())}},
            .arguments = std::move(arguments)};
}

}  // namespace

TEST_CASE("carets stand under the fault by display width") {
    auto diagnostic = at("x:\n- 结案率 ≥ 90 % wieght 2\n", "wieght", Code::UnexpectedText, {"wieght"});
    diagnostic.suggestion = "weight";
    CHECK(render(diagnostic, Language::English, Color::Never) ==
          "error[YS110]: cannot make sense of `wieght`\n"
          "  --> a.yaml:2:14\n"
          "  |\n"
          "2 | - 结案率 ≥ 90 % wieght 2\n"
          "  |                 ^^^^^^\n"
          "  = did you mean `weight`?\n");
    diagnostic.suggestion.reset();
    CHECK(render(diagnostic, Language::Chinese, Color::Never) ==
          "错误[YS110]：无法理解 `wieght`\n"
          "  --> a.yaml:2:14\n"
          "  |\n"
          "2 | - 结案率 ≥ 90 % wieght 2\n"
          "  |                 ^^^^^^\n"
          "  = 指标值之后可写：单位、权重 3、正向、反向、按 规则名\n");
}

TEST_CASE("a caret under wide characters is as wide as they are, and an empty span still has one") {
    const std::string wide =
        render(at("- 结案率 好 多", "好", Code::EmptyLine, {}), Language::English, Color::Never);
    CHECK(wide.find("|          ^^\n") != std::string::npos);
    auto empty = at("ab", "b", Code::EmptyLine, {});
    empty.place.span = {2, 2};
    CHECK(render(empty, Language::English, Color::Never).find("|   ^\n") != std::string::npos);
}

TEST_CASE("a very long line is shown around the fault only") {
    const std::string text = std::string(5000, 'a') + "好" + std::string(5000, 'b');
    const std::string shown = render(at(text, "好", Code::EmptyLine, {}), Language::English, Color::Never);
    CHECK(shown.size() < 600);
    CHECK(shown.find("…aaa") != std::string::npos);
    CHECK(shown.find("好") != std::string::npos);
    CHECK(shown.find("bbb…") != std::string::npos);
}

TEST_CASE("no control character of the input reaches the terminal") {
    const std::string shown =
        render(at("a\x1b[31m b", "b", Code::UnexpectedText, {"\x1b[0m"}), Language::English, Color::Never);
    CHECK(shown.find('\x1b') == std::string::npos);
}

TEST_CASE("related places are named with their relation") {
    auto diagnostic = at("k: 1\nk: 2\n", "k: 2", Code::DuplicateKey, {"k"});
    diagnostic.related.push_back({Relation::FirstGivenHere, {diagnostic.place.source, {0, 1}}});
    CHECK(render(diagnostic, Language::English, Color::Never).find("= first given here: a.yaml:1:1\n") !=
          std::string::npos);
}

TEST_CASE("diagnostics sort by file and place") {
    Diagnostics list{at("abc", "c", Code::EmptyLine, {}), at("abc", "a", Code::NoName, {})};
    list[1].place.source = list[0].place.source;
    sort_by_place(list);
    CHECK(list[0].code == Code::NoName);
    CHECK(has_errors(list));
}
