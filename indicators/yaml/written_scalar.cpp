// SPDX-License-Identifier: Apache-2.0
// Finding scalars in the source, and spelling others. What is found is read again before it is believed.
#include "indicators/yaml/written_scalar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "indicators/yaml/scalar_offsets.hpp"

namespace yardstick::indicators::yaml {

namespace {

constexpr std::string_view kBrackets = ",[]{}";
constexpr std::string_view kIndicators = ",[]{}#&*!|>'\"%@`";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

Document read_snippet(std::string text) {
    return read(std::make_shared<const base::SourceText>("", std::move(text)));
}

bool is_text(const std::optional<Node>& node, std::string_view text) {
    return node && node->kind == Node::Kind::Text && node->text == text;
}

// Whether a list of this one scalar holds this one text.
bool reads_as_item(std::string_view scalar, std::string_view text, Context context) {
    const std::string written(scalar);
    const auto document = read_snippet(context == Context::Flow ? "[" + written + "]" : "- " + written);
    return document.root && document.root->items.size() == 1 && is_text(document.root->items.front(), text);
}

// After the last byte of the value: the closing quote, white space and escaped line ends before it skipped.
std::size_t after_closing_quote(std::string_view source, std::size_t at, char quote) {
    while (at < source.size() && source[at] != quote) {
        const bool escaped_line_end = quote == '"' && source[at] == '\\';
        if (!is_space(source[at]) && !escaped_line_end) break;
        ++at;
    }
    return std::min(at + 1, source.size());
}

// YAML 1.2, 7.3.3, without what needs a look at the lines around.
bool may_be_plain(std::string_view text, Context context) {
    if (text.empty() || is_space(text.front()) || is_space(text.back())) return false;
    if (kIndicators.contains(text.front())) return false;
    constexpr std::array<std::string_view, 5> kNothing{"~", "null", "Null", "NULL", "---"};
    if (std::ranges::find(kNothing, text) != kNothing.end()) return false;
    const bool flow = context == Context::Flow;
    if (std::string_view("-?:").contains(text.front()) && (flow || text.size() == 1 || text[1] == ' '))
        return flow && text.size() > 1 && text.front() == '-' && text[1] >= '0' && text[1] <= '9' &&
               text.find_first_of(kBrackets) == std::string_view::npos && !text.contains(':');
    if (text.contains(": ") || text.ends_with(':') || text.contains(" #")) return false;
    if (text.find_first_of("\t\r\n") != std::string_view::npos) return false;
    return !flow || text.find_first_of(kBrackets) == std::string_view::npos;
}

}  // namespace

std::optional<WrittenScalar> written_scalar(std::string_view source, const Node& text) {
    if (text.kind != Node::Kind::Text || text.offset >= source.size()) return std::nullopt;
    const char first = source[text.offset];
    if (first == '|' || first == '>') return std::nullopt;
    const bool quoted = first == '\'' || first == '"';
    std::size_t end = text.offset + text.text.size();
    if (!quoted && source.substr(text.offset, text.text.size()) == text.text)
        return WrittenScalar{{text.offset, static_cast<std::uint32_t>(end)}, Quoting::Plain};
    end = scalar_offsets(source, text.offset, text.text).end;
    if (quoted) end = after_closing_quote(source, end, first);
    const base::ByteSpan span{text.offset, static_cast<std::uint32_t>(end)};
    if (span.end <= span.begin + 1 || (quoted && source[span.end - 1] != first)) return std::nullopt;
    if (!is_text(read_snippet(std::string(span.in(source))).root, text.text)) return std::nullopt;
    return WrittenScalar{span, !quoted ? Quoting::Plain : first == '"' ? Quoting::Double : Quoting::Single};
}

bool is_in_brackets(std::string_view source, const Node& node) {
    return node.offset < source.size() && (source[node.offset] == '{' || source[node.offset] == '[');
}

Quoting quoting_for(std::string_view text, Quoting written, Context context) {
    if (written != Quoting::Plain) return written;
    return may_be_plain(text, context) && reads_as_item(text, text, context) ? Quoting::Plain
                                                                             : Quoting::Single;
}

std::string escaped(std::string_view text, Quoting quoting) {
    if (quoting == Quoting::Plain) return std::string(text);
    std::string inside;
    for (const char c : text) {
        if (quoting == Quoting::Single && c == '\'') inside += '\'';
        if (quoting == Quoting::Double && (c == '"' || c == '\\')) inside += '\\';
        inside += c;
    }
    return inside;
}

std::string scalar_text(std::string_view text, Quoting quoting) {
    const std::string_view mark = quoting == Quoting::Plain ? "" : quoting == Quoting::Single ? "'" : "\"";
    return std::string(mark) + escaped(text, quoting) + std::string(mark);
}

}  // namespace yardstick::indicators::yaml
