// SPDX-License-Identifier: Apache-2.0
// Printing trees.
#include "grammar/print.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "grammar/parse.hpp"

namespace yardstick::grammar {

namespace {

std::string with_unit(std::string number, std::string_view unit) {
    return unit.empty() ? number : std::move(number) + " " + std::string(unit);
}

// Between the number and its unit, only what stands in the text decides how the number is spelt: `15,000`.
std::string digits_of(ByteSpan span, ByteSpan unit, std::string_view text) {
    const std::uint32_t end = unit == ByteSpan{} ? span.end : std::min(unit.begin, span.end);
    return base::comparable_name(ByteSpan{span.begin, end}.in(text));
}

// Line breaks and tabs become spaces, and runs of spaces one; nothing else changes.
std::string one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

// As it was written, but for the two signs that are written in full width by habit.
std::string unit_text(std::string_view unit) {
    std::string text(unit);
    const auto replace_from = [&text](std::size_t from, std::string_view wide, std::string_view narrow) {
        for (std::size_t at = text.find(wide, from); at != std::string::npos; at = text.find(wide, at))
            text.replace(at, wide.size(), narrow);
    };
    replace_from(0, "％", "%");
    replace_from(1, "／", "/");
    return text;
}

struct ToText {
    ByteSpan span;
    std::string_view text;

    std::string operator()(const Quantity& q) const {
        return with_unit(digits_of(span, q.unit, text), unit_text(q.unit.in(text)));
    }
    std::string operator()(const Range& r) const {
        return with_unit(r.low.text() + ".." + r.high.text(), unit_text(r.unit.in(text)));
    }
    std::string operator()(const Date& date) const { return date_text(date); }
    std::string operator()(const Answer& answer) const {
        const bool english = static_cast<unsigned char>(text[span.begin]) < 0x80;
        return english ? (answer.yes ? "yes" : "no") : (answer.yes ? "是" : "否");
    }
    std::string operator()(const WordsWithShare& w) const {
        return base::comparable_name(w.words.in(text)) + " " + w.percent.text() + "%";
    }
    std::string operator()(const Words&) const { return one_line(span.in(text)); }
    std::string operator()(const NotApplicable&) const { return std::string(span.in(text)); }
};

constexpr std::array<std::string_view, 4> kQuarterNames{"第一季度", "第二季度", "第三季度", "第四季度"};
constexpr std::array<std::string_view, 2> kHalfNames{"上半年", "下半年"};
constexpr std::array<std::string_view, 3> kTenDaysNames{"上旬", "中旬", "下旬"};

template <std::size_t n>
std::string_view named(const std::array<std::string_view, n>& names, int number) {
    return names.at(static_cast<std::size_t>(number - 1));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_ascii_at(std::string_view text, ByteSpan span) {
    return static_cast<unsigned char>(text[span.begin]) < 0x80;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The language of the keywords that the line has; of its name, where it has none.
bool is_written_in_english(const IndicatorLine& line, std::string_view text, std::string_view name) {
    if (line.weight && !is_digit(text[line.weight->span.begin])) return is_ascii_at(text, line.weight->span);
    if (line.direction) return is_ascii_at(text, line.direction->span);
    if (line.rule) return is_ascii_at(text, line.rule->span);
    return is_ascii(name);
}

// Whether `name` without quotes would be read as the name of the line that these parts make.
bool is_readable_bare(const std::string& name, const LineParts& parts) {
    const std::string line = name + " " + parts.criterion + " " + parts.clauses;
    const auto parsed = parse_indicator(line);
    return parsed.diagnostics.empty() && !parsed.tree->name_is_quoted && parsed.tree->name.in(line) == name;
}

std::string quoted(std::string name) {
    for (std::size_t at = name.find('"'); at != std::string::npos; at = name.find('"', at + 2))
        name.insert(at, 1, '"');
    return "\"" + name + "\"";
}

}  // namespace

std::string_view comparator_text(Comparator comparator) {
    switch (comparator) {
        case Comparator::AtLeast:
            return "≥";
        case Comparator::AtMost:
            return "≤";
        case Comparator::Equal:
            return "=";
        case Comparator::Greater:
            return ">";
        case Comparator::Less:
            return "<";
        case Comparator::Within:
            return "..";
        case Comparator::Qualitative:
            return "定性";
    }
    std::unreachable();
}

std::string date_text(const Date& date) {
    const bool in_file_year = !date.year;
    const std::string year = in_file_year ? "" : fmt::format("{:04}年", *date.year);
    switch (date.period) {
        case Period::Year:
            return in_file_year ? "年底" : year;
        case Period::Half:
            return year + std::string(named(kHalfNames, date.part));
        case Period::Quarter:
            return year + std::string(named(kQuarterNames, date.part));
        case Period::Month:
            return in_file_year ? fmt::format("{}月底", date.part)
                                : fmt::format("{:04}-{:02}", *date.year, date.part);
        case Period::TenDays:
            return fmt::format("{}{}月{}", year, date.part, named(kTenDaysNames, date.day));
        case Period::Day:
            return in_file_year ? fmt::format("{}月{}日", date.part, date.day)
                                : fmt::format("{:04}-{:02}-{:02}", *date.year, date.part, date.day);
    }
    std::unreachable();
}

std::string value_text(const Value& value, std::string_view text) {
    return std::visit(ToText{value.span, text}, value.content);
}

LineParts line_parts(const IndicatorLine& line, std::string_view text) {
    const std::string name = one_line(name_text(line, text));
    const bool english = is_written_in_english(line, text, name);
    const Criterion& criterion = line.criterion;
    LineParts parts;
    if (criterion.comparator != Comparator::Within) {
        const bool qualitative = criterion.comparator == Comparator::Qualitative;
        parts.criterion = qualitative && english ? "qualitative" : comparator_text(criterion.comparator);
        parts.criterion += " ";
    }
    parts.criterion += value_text(criterion.target, text);
    const auto add = [&](const std::string& clause) {
        parts.clauses += (parts.clauses.empty() ? "" : " ") + clause;
    };
    if (line.weight) add((english ? "weight " : "权重 ") + line.weight->weight.text());
    if (line.direction) {
        const bool positive = line.direction->direction == Direction::Positive;
        add(english ? (positive ? "positive" : "negative") : (positive ? "正向" : "反向"));
    }
    if (line.rule) {
        std::string rule = (english ? "by " : "按 ") + std::string(line.rule->name.in(text));
        if (!line.rule->arguments.empty()) {
            std::string arguments;
            for (const Value& argument : line.rule->arguments)
                arguments += (arguments.empty() ? "" : ", ") + value_text(argument, text);
            rule += "(" + arguments + ")";
        }
        add(rule);
    }
    parts.name = name;
    if (!is_readable_bare(name, parts)) parts.name = quoted(name);
    return parts;
}

std::string line_text(const IndicatorLine& line, std::string_view text) {
    const LineParts parts = line_parts(line, text);
    return parts.name + " " + parts.criterion + (parts.clauses.empty() ? "" : " " + parts.clauses);
}

}  // namespace yardstick::grammar
