// SPDX-License-Identifier: Apache-2.0
// The table of units, read from its data file, and how a written unit is looked up in it.
#include "indicators/unit.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <utility>

#include "base/decimal.hpp"
#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

namespace {

using base::Rational;

constexpr std::string_view kBuiltinUnits =
#include "embedded/units.yaml.inc"
    ;

constexpr std::string_view kMoney = "money";    // its name in units.yaml
constexpr std::string_view kUnknown = "unit ";  // before the unit, in the dimension of one that is not known

// Alone, `顿` and `园` are measure words like others; in `万顿` they are more likely 吨 and 元.
constexpr std::size_t kShortestWithLookalike = 2;
// The shortest spellings of which one character may be wrong: shorter words differ by one from too many.
constexpr std::size_t kShortestGuessed = 3;
constexpr std::size_t kShortestGuessedAscii = 5;

constexpr std::array<std::string_view, 6> kSeparators{"/", "·", "•", "・", "*", "×"};

[[noreturn]] void fail(const std::string& what) { throw std::runtime_error("units file: " + what); }

const yaml::Node& section(const yaml::Node& root, std::string_view key, yaml::Node::Kind kind) {
    const yaml::Entry* entry = root.find(key);
    if (entry == nullptr || entry->value.kind != kind) fail("no readable section `" + std::string(key) + "`");
    return entry->value;
}

Rational scale_of(const yaml::Entry& entry) {
    const auto scale = base::Decimal::parse(entry.value.text);
    if (!scale || scale->value().sign() <= 0) fail("bad scale of `" + entry.key.text + "`");
    return scale->value();
}

// The form in which spellings are compared.
std::string key_of(std::string_view spelling) {
    std::string key = base::comparable_name(spelling);
    std::erase(key, ' ');
    return key;
}

// None when there is no letter whose case could differ, or only one: `M` and `m`, `G` and `g` are different
// units to those who write them.
std::optional<std::string> lower_case(std::string key) {
    if (key.size() < 2) return std::nullopt;
    bool has_letters = false;
    for (char& c : key) {
        has_letters = has_letters || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return has_letters ? std::optional(std::move(key)) : std::nullopt;
}

Dimension unknown_dimension(const std::string& key) { return Dimension::base(std::string(kUnknown) + key); }

struct Part {
    std::string_view text;
    std::string_view separator;  // before it; empty for the first
};

// The parts of a compound; a single one for everything that is not a compound of acceptable length.
std::vector<Part> split(std::string_view text) {
    std::vector<Part> parts{{.text = text, .separator = {}}};
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto* const separator = std::ranges::find_if(
            kSeparators, [&](std::string_view candidate) { return rest.starts_with(candidate); });
        if (separator == kSeparators.end()) {
            ++at;
            continue;
        }
        parts.back().text = text.substr(begin, at - begin);
        if (parts.size() == kMaxUnitParts) return {{.text = text, .separator = {}}};
        at += separator->size();
        begin = at;
        parts.push_back({.text = text.substr(begin), .separator = *separator});
    }
    const auto is_empty = [](const Part& part) { return key_of(part.text).empty(); };
    if (std::ranges::any_of(parts, is_empty)) return {{.text = text, .separator = {}}};
    return parts;
}

bool is_long_enough_to_guess(std::string_view spelling) {
    const std::size_t length = base::count_code_points(spelling);
    return length >= (length == spelling.size() ? kShortestGuessedAscii : kShortestGuessed);
}

// Whether one character inserted, dropped, replaced, or swapped with its neighbour makes `b` of `a`.
bool is_one_edit_apart(std::string_view a, std::string_view b) {
    const auto same_start = [](std::string_view x, std::string_view y) {
        const std::size_t length = base::code_point_length(x);
        return x.substr(0, length) == y.substr(0, base::code_point_length(y));
    };
    const auto without_first = [](std::string_view x) { return x.substr(base::code_point_length(x)); };
    while (!a.empty() && !b.empty() && same_start(a, b)) {
        a = without_first(a);
        b = without_first(b);
    }
    if (a.empty() || b.empty()) return base::count_code_points(a) + base::count_code_points(b) <= 1;
    const std::string_view a_rest = without_first(a);
    const std::string_view b_rest = without_first(b);
    if (a_rest == b || a == b_rest || a_rest == b_rest) return true;
    return !a_rest.empty() && !b_rest.empty() && same_start(a, b_rest) && same_start(a_rest, b) &&
           without_first(a_rest) == without_first(b_rest);
}

}  // namespace

bool is_money(const Unit& unit) { return unit.dimension == Dimension::base(kMoney); }

Rational convert(const Rational& number, const Unit& from, const Unit& to) {
    if (from.dimension != to.dimension)
        throw std::invalid_argument("`" + from.symbol + "` cannot be converted to `" + to.symbol + "`");
    return number * from.scale / to.scale;
}

UnitTable::UnitTable(std::string_view yaml) {
    using Kind = yaml::Node::Kind;
    const auto document =
        yaml::read(std::make_shared<const base::SourceText>("units.yaml", std::string(yaml)));
    if (!document.diagnostics.empty() || !document.root) fail("not readable as YAML");
    const yaml::Node& root = *document.root;

    for (const yaml::Entry& prefix : section(root, "prefixes", Kind::Map).entries)
        prefixes_.push_back({.symbol = prefix.key.text, .dimension = {}, .scale = scale_of(prefix)});
    std::set<std::string> dimensions;
    for (const yaml::Entry& dimension : section(root, "dimensions", Kind::Map).entries) {
        dimensions.insert(dimension.key.text);
        if (dimension.value.entries.empty()) fail("no units of `" + dimension.key.text + "`");
        for (const yaml::Entry& unit : dimension.value.entries)
            add_unit(unit.key.text, Dimension::base(dimension.key.text), scale_of(unit));
    }
    for (const yaml::Node& unit : section(root, "counts", Kind::List).items) {
        if (!dimensions.insert(unit.text).second) fail("`" + unit.text + "` is a dimension already");
        add_unit(unit.text, Dimension::base(unit.text), 1);
    }
    for (const yaml::Entry& aliases : section(root, "aliases", Kind::Map).entries) {
        const auto index = index_of(key_of(aliases.key.text));
        if (!index) fail("aliases of no unit: `" + aliases.key.text + "`");
        for (const yaml::Node& alias : aliases.value.items) add_spelling(alias.text, *index);
    }
    for (const yaml::Entry& meant : section(root, "lookalikes", Kind::Map).entries)
        for (const yaml::Node& written : meant.value.items) lookalikes_[written.text] = meant.key.text;
}

void UnitTable::add_unit(const std::string& spelling, const Dimension& dimension, const Rational& scale) {
    if (scale == 1) base_units_.emplace(dimension.text(), spelling);
    units_.push_back({.symbol = spelling, .dimension = dimension, .scale = scale});
    add_spelling(spelling, units_.size() - 1);
}

void UnitTable::add_spelling(const std::string& spelling, std::size_t index) {
    const std::string key = key_of(spelling);
    if (key.empty() || !by_key_.emplace(key, index).second) fail("`" + spelling + "` stands there twice");
    if (auto lower = lower_case(key)) {
        const auto [entry, is_new] = by_lower_.emplace(std::move(*lower), index);
        if (!is_new && entry->second != index) entry->second = std::nullopt;
    }
    if (is_long_enough_to_guess(spelling)) spellings_.push_back(spelling);
}

std::optional<std::size_t> UnitTable::index_of(const std::string& key) const {
    if (const auto found = by_key_.find(key); found != by_key_.end()) return found->second;
    const auto lower = lower_case(key);
    if (!lower) return std::nullopt;
    const auto found = by_lower_.find(*lower);
    return found == by_lower_.end() ? std::nullopt : found->second;
}

std::optional<Unit> UnitTable::find_part(const std::string& key) const {
    if (const auto index = index_of(key)) return units_[*index];
    for (const Unit& prefix : prefixes_) {
        if (!key.starts_with(prefix.symbol)) continue;
        if (key == prefix.symbol) return prefix;
        if (const auto index = index_of(key.substr(prefix.symbol.size()))) {
            Unit unit = units_[*index];
            unit.scale = unit.scale * prefix.scale;
            return unit;
        }
    }
    return std::nullopt;
}

Unit UnitTable::find(std::string_view text) const {
    const std::string key = key_of(text);
    Unit unit{.symbol = std::string(text), .dimension = {}};
    if (key.empty()) return unit;
    if (auto found = find_part(key)) {
        found->symbol = std::move(unit.symbol);
        return *std::move(found);
    }
    bool divides = false;
    for (const Part& part : split(key)) {
        divides = divides || part.separator == "/";
        const std::string part_key(part.text);
        auto found = find_part(part_key);
        unit.known = unit.known && found.has_value();
        if (!found) found = Unit{.symbol = {}, .dimension = unknown_dimension(part_key)};
        unit.dimension = divides ? unit.dimension / found->dimension : unit.dimension * found->dimension;
        unit.scale = divides ? unit.scale / found->scale : unit.scale * found->scale;
    }
    return unit;
}

std::string UnitTable::text_of(const Dimension& dimension) const {
    return dimension.text([this](const std::string& name) {
        const auto found = base_units_.find(name);
        if (found != base_units_.end()) return found->second;
        return name.starts_with(kUnknown) ? name.substr(kUnknown.size()) : name;
    });
}

std::optional<std::string> UnitTable::nearest(std::string_view text) const {
    if (find(text).known) return std::nullopt;
    const std::string name = base::comparable_name(text);
    std::string meant;
    for (const Part& part : split(name)) {
        const auto nearest = nearest_part(base::comparable_name(part.text));
        if (!nearest) return std::nullopt;
        meant += part.separator;
        meant += *nearest;
    }
    return meant;
}

std::optional<std::string> UnitTable::nearest_part(const std::string& part) const {
    if (find_part(key_of(part))) return part;
    if (base::count_code_points(part) >= kShortestWithLookalike)
        if (auto replaced = with_lookalikes_replaced(part); find_part(key_of(replaced))) return replaced;
    if (auto spelling = nearest_spelling(part)) return spelling;
    for (const Unit& prefix : prefixes_)
        if (part.starts_with(prefix.symbol))
            if (const auto spelling =
                    nearest_spelling(base::comparable_name(part.substr(prefix.symbol.size()))))
                return prefix.symbol + *spelling;
    return std::nullopt;
}

std::string UnitTable::with_lookalikes_replaced(std::string_view part) const {
    std::string replaced;
    while (!part.empty()) {
        const std::string character(part.substr(0, base::code_point_length(part)));
        const auto meant = lookalikes_.find(character);
        replaced += meant == lookalikes_.end() ? character : meant->second;
        part.remove_prefix(character.size());
    }
    return replaced;
}

std::optional<std::string> UnitTable::nearest_spelling(const std::string& word) const {
    if (!is_long_enough_to_guess(word)) return std::nullopt;
    auto spelling = base::closest(word, spellings_);
    const std::string plain_word = lower_case(word).value_or(word);
    if (!spelling || !is_one_edit_apart(plain_word, lower_case(*spelling).value_or(*spelling)))
        return std::nullopt;
    return spelling;
}

UnitTable builtin_units() { return UnitTable(kBuiltinUnits); }

}  // namespace yardstick::indicators
