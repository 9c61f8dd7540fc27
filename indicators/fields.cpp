// SPDX-License-Identifier: Apache-2.0
// Reading fields of YAML mappings.
#include "indicators/fields.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/suggest.hpp"
#include "grammar/parse.hpp"

namespace yardstick::indicators {

using base::Code;
using base::Diagnostic;

Diagnostic& FileReader::report(Code code, base::Place place, std::vector<std::string> arguments) {
    diagnostics_.push_back({.code = code, .place = std::move(place), .arguments = std::move(arguments)});
    return diagnostics_.back();
}

base::Diagnostics FileReader::take_diagnostics() {
    base::sort_by_place(diagnostics_);
    return std::move(diagnostics_);
}

void FileReader::report_in(const yaml::Node& node, base::Diagnostics found) {
    place_in_file(found, source_, node);
    std::ranges::move(found, std::back_inserter(diagnostics_));
}

bool FileReader::check_kind(const yaml::Node& root, std::string_view kind) {
    if (root.kind != yaml::Node::Kind::Map) {
        report(Code::ExpectedMapping, root, {source_->name()});
        return false;
    }
    const yaml::Entry* entry = required(root, "yardstick", place(root));
    if (entry == nullptr) return false;
    const auto found = text(*entry);
    if (found && *found != kind) report(Code::WrongKindOfFile, entry->value, {*found, std::string(kind)});
    return found == kind;
}

bool FileReader::check_mapping(const yaml::Node& node, std::string_view name,
                               std::initializer_list<std::string_view> known) {
    if (node.kind != yaml::Node::Kind::Map) {
        report(Code::ExpectedMapping, node, {std::string(name)});
        return false;
    }
    for (const yaml::Entry& entry : node.entries) {
        if (std::ranges::find(known, entry.key.text) != known.end()) continue;
        const std::vector<std::string> candidates(known.begin(), known.end());
        Diagnostic& diagnostic =
            report(Code::UnknownKey, entry.key, {entry.key.text, fmt::format("{}", fmt::join(known, ", "))});
        diagnostic.suggestion = base::closest(entry.key.text, candidates);
    }
    return true;
}

bool FileReader::check_is_mapping(const yaml::Entry& entry) {
    if (entry.value.kind == yaml::Node::Kind::Map) return true;
    if (entry.value.kind == yaml::Node::Kind::Empty)
        report(Code::EmptyValue, entry.key, {entry.key.text});
    else
        report(Code::ExpectedMapping, entry.value, {entry.key.text});
    return false;
}

const yaml::Entry* FileReader::required(const yaml::Node& mapping, std::string_view key,
                                        const base::Place& reported_at) {
    const yaml::Entry* entry = mapping.find(key);
    if (entry == nullptr) report(Code::MissingKey, reported_at, {std::string(key)});
    return entry;
}

std::optional<std::string> FileReader::text(const yaml::Entry& entry) {
    switch (entry.value.kind) {
        case yaml::Node::Kind::Text:
            if (!entry.value.text.empty()) return entry.value.text;
            [[fallthrough]];
        case yaml::Node::Kind::Empty:
            report(Code::EmptyValue, entry.key, {entry.key.text});
            return std::nullopt;
        case yaml::Node::Kind::List:
        case yaml::Node::Kind::Map:
            report(Code::ExpectedText, entry.value, {entry.key.text});
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> FileReader::text(const yaml::Node& mapping, std::string_view key) {
    const yaml::Entry* entry = mapping.find(key);
    return entry == nullptr ? std::nullopt : text(*entry);
}

std::optional<int> FileReader::year(const yaml::Entry& entry) {
    const auto written = text(entry);
    if (!written) return std::nullopt;
    int year = 0;
    const auto [end, error] = std::from_chars(written->data(), written->data() + written->size(), year);
    if (error == std::errc() && end == written->data() + written->size() && written->size() == 4 &&
        year >= 1000)
        return year;
    report(Code::BadYear, entry.value, {*written});
    return std::nullopt;
}

std::optional<Quantity> FileReader::amount(const yaml::Entry& entry) {
    const auto written = text(entry);
    if (!written) return std::nullopt;
    auto parsed = grammar::parse_value(*written);
    if (!parsed.diagnostics.empty()) {
        report_in(entry.value, std::move(parsed.diagnostics));
        return std::nullopt;
    }
    const auto* quantity = std::get_if<grammar::Quantity>(&parsed.tree->content);
    if (quantity == nullptr) {
        report(Code::NotAnAmount, entry.value, {*written});
        return std::nullopt;
    }
    Quantity amount{quantity->number, units_.find(quantity->unit.in(*written))};
    if (!is_money(amount.unit)) {
        report(Code::NotAnAmount, entry.value, {*written});
        return std::nullopt;
    }
    if (amount.number.value().sign() < 0) {
        report(Code::NegativeAmount, entry.value, {*written});
        return std::nullopt;
    }
    return amount;
}

std::optional<Quantity> FileReader::amount(const yaml::Node& mapping, std::string_view key) {
    const yaml::Entry* entry = mapping.find(key);
    return entry == nullptr ? std::nullopt : amount(*entry);
}

void place_in_file(base::Diagnostics& found, const std::shared_ptr<const base::SourceText>& source,
                   const yaml::Node& node) {
    for (Diagnostic& diagnostic : found) {
        diagnostic.place = yaml::place_of(source, node, diagnostic.place.span);
        for (base::Related& related : diagnostic.related)
            related.place = yaml::place_of(source, node, related.place.span);
    }
}

std::optional<std::string> kind_of_file(const yaml::Document& document) {
    if (!document.root || document.root->kind != yaml::Node::Kind::Map) return std::nullopt;
    const yaml::Entry* entry = document.root->find("yardstick");
    return entry == nullptr ? std::nullopt : std::optional(entry->value.text);
}

}  // namespace yardstick::indicators
