// SPDX-License-Identifier: Apache-2.0
// Rendering a diagnostic for the terminal.
#include "base/render.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace yardstick::base {

namespace {

constexpr std::size_t kShownColumns = 100;  // of a source line
constexpr std::size_t kColumnsBefore = 60;  // of these, before the carets, when the line does not fit
constexpr std::uint32_t kShownBytes =
    1000;  // of a source line, on either side: more than the columns shown can have
constexpr std::size_t kTabColumns = 4;
constexpr std::string_view kEllipsis = "…";

struct Style {
    std::string_view on;
    std::string_view off;
};

Style style_of(Severity severity, Color color) {
    if (color == Color::Never) return {"", ""};
    switch (severity) {
        case Severity::Error:
            return {"\x1b[1;31m", "\x1b[0m"};
        case Severity::Warning:
            return {"\x1b[1;33m", "\x1b[0m"};
        case Severity::Note:
            return {"\x1b[1;36m", "\x1b[0m"};
    }
    return {"", ""};
}

std::string_view severity_word(Severity severity, Language language) {
    if (language == Language::English) return severity_text(severity);
    switch (severity) {
        case Severity::Error:
            return "错误";
        case Severity::Warning:
            return "警告";
        case Severity::Note:
            return "说明";
    }
    return "";
}

// One line of source, cut to a window around `marked` and made printable, and where the carets go.
struct Excerpt {
    std::string text;
    std::size_t caret_column = 0;  // display columns before the carets
    std::size_t caret_count = 1;
};

Excerpt excerpt_of(std::string_view line, ByteSpan marked) {
    // Bytes far from the carets are not shown, so a huge line need not be looked at whole.
    const std::uint32_t begin = marked.begin > kShownBytes ? marked.begin - kShownBytes : 0;
    const auto end = static_cast<std::uint32_t>(
        std::min<std::size_t>(line.size(), std::size_t{marked.begin} + kShownBytes));
    line = ByteSpan{begin, end}.in(line);
    marked = {marked.begin - begin, std::min(marked.end, end) - begin};
    const auto shown = [](std::string_view part) { return printable(part, kTabColumns); };
    std::string before = shown(line.substr(0, marked.begin));
    std::string inside = shown(marked.in(line));
    std::string after = shown(line.substr(marked.end));
    if (display_width(before) + display_width(inside) + display_width(after) > kShownColumns) {
        if (display_width(before) > kColumnsBefore)
            before = std::string(kEllipsis) + last_columns(before, kColumnsBefore - 1);
        const std::size_t left = kShownColumns - display_width(before);
        if (display_width(inside) > left) inside = first_columns(inside, left - 1) + std::string(kEllipsis);
        const std::size_t rest = left - std::min(left, display_width(inside));
        if (display_width(after) > rest)
            after = first_columns(after, rest > 0 ? rest - 1 : 0) + std::string(kEllipsis);
    }
    return {.text = before + inside + after,
            .caret_column = display_width(before),
            .caret_count = std::max<std::size_t>(1, display_width(inside))};
}

std::string location(const Place& place) {
    const LineColumn at = place.source->position(place.span.begin);
    return fmt::format("{}:{}:{}", printable(place.source->name(), kTabColumns), at.line, at.column);
}

}  // namespace

std::string render(const Diagnostic& diagnostic, Language language, Color color) {
    const Severity severity = severity_of(diagnostic.code);
    const Style style = style_of(severity, color);
    const std::string_view colon = language == Language::Chinese ? "：" : ": ";
    std::string out = fmt::format("{}{}[{}]{}{}{}\n", style.on, severity_word(severity, language),
                                  code_text(diagnostic.code), style.off, colon,
                                  printable(message_of(diagnostic, language), kTabColumns));

    std::string margin = "  ";
    if (const Place& place = diagnostic.place; place.source) {
        const std::size_t line = place.source->position(place.span.begin).line;
        const ByteSpan line_span = place.source->line_span(line);
        const auto in_line = [&](std::uint32_t offset) {
            return std::clamp(offset, line_span.begin, line_span.end) - line_span.begin;
        };
        const Excerpt excerpt = excerpt_of(line_span.in(place.source->text()),
                                           {in_line(place.span.begin), in_line(place.span.end)});
        const std::string number = std::to_string(line);
        margin = std::string(number.size() + 1, ' ');
        out += fmt::format("{}--> {}\n{}|\n{} | {}\n{}| {}{}{}{}\n", margin, location(place), margin, number,
                           excerpt.text, margin, std::string(excerpt.caret_column, ' '), style.on,
                           std::string(excerpt.caret_count, '^'), style.off);
    }
    for (const Related& related : diagnostic.related) {
        out += fmt::format("{}= {}", margin, relation_text(related, language));
        out += related.place.source ? fmt::format("{}{}\n", colon, location(related.place)) : "\n";
    }
    if (const std::string hint = hint_of(diagnostic, language); !hint.empty())
        out += fmt::format("{}= {}\n", margin, printable(hint, kTabColumns));
    return out;
}

}  // namespace yardstick::base
