// SPDX-License-Identifier: Apache-2.0
// SARIF output. The numbers of sections are those of the OASIS standard, SARIF 2.1.0.
#include "report/sarif.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/catalogue.hpp"

namespace yardstick::report {

namespace {

using Json = nlohmann::ordered_json;
using base::Diagnostic;
using base::Language;
using base::Place;

constexpr int kIndent = 2;
constexpr std::string_view kStandardInput = "-";

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// A message string: braces would begin a placeholder (3.11.5), `[a](b)` would be a link (3.11.6).
Json message_string(std::string text) {
    replace_all(text, "{", "{{");
    replace_all(text, "}", "}}");
    if (text.find("](") != std::string::npos) {
        replace_all(text, "\\", "\\\\");
        replace_all(text, "[", "\\[");
        replace_all(text, "]", "\\]");
    }
    return {{"text", std::move(text)}};
}

// A text of the catalogue with `…` for what differs from one diagnostic to the next.
std::string without_arguments(std::string_view wording) {
    std::string text(wording);
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at))
        text.replace(at, text.find('}', at) + 1 - at, "…");
    return text;
}

Json artifact_location(const std::string& name, Language language) {
    if (name != kStandardInput) return {{"uri", uri_of_path(name)}};
    return {{"uri", "stdin:"},
            {"description", message_string(language == Language::Chinese ? "标准输入" : "standard input")}};
}

Json region(const Place& place) {
    const auto begin = place.source->position(place.span.begin);
    const auto end = place.source->position(place.span.end);
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column}};
}

Json location(const Place& place, Language language) {
    return {{"physicalLocation",
             {{"artifactLocation", artifact_location(place.source->name(), language)},
              {"region", region(place)}}}};
}

// What replaces the text at the diagnostic's place, where putting it there is all there is to mend: the text
// marked is the misspelt word and no more, and the right one needs no quotes in YAML.
std::optional<std::string> replacement(const Diagnostic& diagnostic) {
    const auto& [source, span] = diagnostic.place;
    if (!source || !diagnostic.suggestion || diagnostic.arguments.empty()) return std::nullopt;
    if (span.in(source->text()) != diagnostic.arguments.front()) return std::nullopt;
    constexpr std::string_view kMeansSomethingInYaml = "\"'#:,[]{}&*!|>%@`\\\n";
    const std::string& word = *diagnostic.suggestion;
    if (word.empty() || word.front() == '-' || word.front() == '?' ||
        word.find_first_of(kMeansSomethingInYaml) != std::string::npos)
        return std::nullopt;
    // What the line's grammar cannot read may go on after the misspelt word, as in `wieght3`.
    if (diagnostic.code == base::Code::UnexpectedText) return std::nullopt;
    return word;
}

Json fix(const Diagnostic& diagnostic, const std::string& inserted, Language language) {
    return {{"description", message_string(base::hint_of(diagnostic, language))},
            {"artifactChanges",
             Json::array({{{"artifactLocation", artifact_location(diagnostic.place.source->name(), language)},
                           {"replacements", Json::array({{{"deletedRegion", region(diagnostic.place)},
                                                          {"insertedContent", {{"text", inserted}}}}})}}})}};
}

Json result(const Diagnostic& diagnostic, std::size_t rule, Language language) {
    std::string text = base::message_of(diagnostic, language);
    if (const std::string hint = base::hint_of(diagnostic, language); !hint.empty()) text += "\n" + hint;
    Json json{{"ruleId", base::code_text(diagnostic.code)},
              {"ruleIndex", rule},
              {"level", base::severity_text(base::severity_of(diagnostic.code))},
              {"message", message_string(std::move(text))}};
    if (diagnostic.place.source) json["locations"] = Json::array({location(diagnostic.place, language)});
    Json related = Json::array();
    for (const base::Related& other : diagnostic.related) {
        if (!other.place.source) continue;
        Json one{{"id", related.size() + 1}};
        one.update(location(other.place, language));
        one["message"] = message_string(base::relation_text(other, language));
        related.push_back(std::move(one));
    }
    if (!related.empty()) json["relatedLocations"] = std::move(related);
    if (const auto inserted = replacement(diagnostic))
        json["fixes"] = Json::array({fix(diagnostic, *inserted, language)});
    return json;
}

Json rule(const base::CatalogueEntry& entry, Language language) {
    Json json{{"id", base::code_text(entry.code)},
              {"shortDescription", message_string(without_arguments(entry.message.in(language)))},
              {"defaultConfiguration", {{"level", base::severity_text(entry.severity)}}}};
    if (const std::string_view hint = entry.hint.in(language); !hint.empty())
        json["help"] = message_string(without_arguments(hint));
    return json;
}

}  // namespace

std::string diagnostics_sarif(const base::Diagnostics& diagnostics, Language language,
                              std::string_view version) {
    std::vector<base::Code> codes;  // those that occur, in the catalogue's order
    Json rules = Json::array();
    for (const base::CatalogueEntry& entry : base::catalogue()) {
        if (std::ranges::find(diagnostics, entry.code, &Diagnostic::code) == diagnostics.end()) continue;
        codes.push_back(entry.code);
        rules.push_back(rule(entry, language));
    }
    Json results = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        const auto index = std::ranges::lower_bound(codes, diagnostic.code) - codes.begin();
        results.push_back(result(diagnostic, static_cast<std::size_t>(index), language));
    }
    const Json json{
        {"$schema",
         "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", Json::array({{{"tool",
                                {{"driver",
                                  {{"name", "yardstick"},
                                   {"version", version},
                                   {"language", language == Language::Chinese ? "zh-CN" : "en-US"},
                                   {"rules", std::move(rules)}}}}},
                               {"columnKind", "unicodeCodePoints"},
                               {"results", std::move(results)}}})}};
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string uri_of_path(std::string_view path) {
    std::string uri = path.starts_with('/') ? "file://" : "";
    bool first = !path.starts_with('/');
    while (!path.empty()) {
        const std::string_view segment = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(path.size(), segment.size() + 1));
        if (segment.empty() || segment == ".") continue;
        if (!first) uri += '/';
        first = false;
        for (const char byte : segment) {
            // RFC 3986's unreserved characters stand for themselves
            const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= '0' && byte <= '9') ||
                               std::string_view("-._~").find(byte) != std::string_view::npos;
            uri += plain ? std::string(1, byte) : fmt::format("%{:02X}", static_cast<unsigned char>(byte));
        }
    }
    return uri;
}

}  // namespace yardstick::report
