// SPDX-License-Identifier: Apache-2.0
// SARIF: URIs, places, fixes, and texts that would mean something to its readers. (Whole logs: tests/golden;
// every diagnostic there is: tests/cli.)
#include "report/sarif.hpp"

#include <doctest/doctest.h>

using namespace yardstick;

namespace {

base::Place place_of(const std::string& name, const std::string& text, std::string_view part) {
    auto source = std::make_shared<const base::SourceText>(name, text);
    const auto begin = static_cast<std::uint32_t>(source->text().find(part));
    return {std::move(source), {begin, begin + static_cast<std::uint32_t>(part.size())}};
}

std::string sarif(const base::Diagnostic& diagnostic) {
    return report::diagnostics_sarif({diagnostic}, base::Language::English, "1.2.3");
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("paths become URI references") {
    CHECK(report::uri_of_path("a/b-1_2~.yaml") == "a/b-1_2~.yaml");
    CHECK(report::uri_of_path("目标/a b.yaml") == "%E7%9B%AE%E6%A0%87/a%20b.yaml");
    CHECK(report::uri_of_path("/srv/目标.yaml") == "file:///srv/%E7%9B%AE%E6%A0%87.yaml");
    CHECK(report::uri_of_path("100%#?.yaml") == "100%25%23%3F.yaml");
    CHECK(report::uri_of_path("a:b.yaml") == "a%3Ab.yaml");  // no scheme
    CHECK(report::uri_of_path("./a//./b.yaml") == "a/b.yaml");
    CHECK(report::uri_of_path("//host/x.yaml") == "file:///host/x.yaml");  // no authority
    CHECK(report::uri_of_path("../up.yaml") == "../up.yaml");
    CHECK(report::uri_of_path("\xFF.yaml") == "%FF.yaml");
}

TEST_CASE("columns count code points, and the end is one past the last") {
    const std::string log = sarif({.code = base::Code::UnexpectedText,
                                   .place = place_of("t.yaml", "一\n  - 满意度 ≥ 90 % 权中 3\n", "权中 3"),
                                   .arguments = {"权中 3"}});
    CHECK(holds(log, R"("startLine": 2)"));
    CHECK(holds(log, R"("startColumn": 16)"));
    CHECK(holds(log, R"("endLine": 2)"));
    CHECK(holds(log, R"("endColumn": 20)"));
}

TEST_CASE("a diagnostic without a place has no location") {
    const std::string log = sarif({.code = base::Code::NoSuchFile, .place = {}, .arguments = {"a.yaml"}});
    CHECK(holds(log, "there is no file `a.yaml`"));
    CHECK_FALSE(holds(log, "ocations"));
}

TEST_CASE("standard input is no file") {
    const std::string log = sarif({.code = base::Code::EmptyFile, .place = place_of("-", "x", "x")});
    CHECK(holds(log, R"("uri": "stdin:")"));
    CHECK(holds(log, "standard input"));
}

TEST_CASE("what a user wrote is not taken for a placeholder or a link") {
    const auto unexpected = [](const std::string& text) {
        return sarif({.code = base::Code::UnexpectedText,
                      .place = place_of("t.yaml", text, text),
                      .arguments = {text}});
    };
    CHECK(holds(unexpected("{0}"), "cannot make sense of `{{0}}`"));
    CHECK(holds(unexpected("[a]"), "cannot make sense of `[a]`"));
    CHECK(holds(unexpected("[a](1)"), R"(cannot make sense of `\\[a\\](1)`)"));
}

TEST_CASE("a suggestion is a fix where it can stand in place of what is marked") {
    const auto unknown_key = [](const std::string& written, const std::string& key,
                                const std::string& suggestion) {
        return sarif({.code = base::Code::UnknownKey,
                      .place = place_of("t.yaml", written + ": 1\n", written),
                      .arguments = {key, "..."},
                      .suggestion = suggestion});
    };
    CHECK(holds(unknown_key("budgte", "budgte", "budget"), R"("insertedContent")"));
    CHECK_FALSE(holds(unknown_key("'budgte'", "budgte", "budget"), "fixes"));
    for (const std::string special : {"a: b", "it's", "#a", "-", "[a", ""})
        CHECK_FALSE(holds(unknown_key("budgte", "budgte", special), "fixes"));
    CHECK_FALSE(holds(sarif({.code = base::Code::UnexpectedText,
                             .place = place_of("t.yaml", "wieght3", "wieght3"),
                             .arguments = {"wieght3"},
                             .suggestion = "weight"}),
                      "fixes"));
}

TEST_CASE("no findings are a log with no results") {
    const std::string log = report::diagnostics_sarif({}, base::Language::Chinese, "1.2.3");
    CHECK(holds(log, R"("results": [])"));
    CHECK(holds(log, R"("rules": [])"));
    CHECK(holds(log, R"("version": "1.2.3")"));
    CHECK(log.ends_with("}\n"));
}
