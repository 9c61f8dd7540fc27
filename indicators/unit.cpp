// SPDX-License-Identifier: Apache-2.0
// The table of units, read from its data file.
#include "indicators/unit.hpp"

#include <stdexcept>
#include <utility>

#include "base/decimal.hpp"
#include "base/utf8.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

namespace {

constexpr std::string_view kBuiltinUnits =
#include "embedded/units.yaml.inc"
    ;

const yaml::Node& section(const yaml::Document& document, std::string_view key) {
    const yaml::Entry* entry = document.root ? document.root->find(key) : nullptr;
    if (!document.diagnostics.empty() || entry == nullptr || entry->value.kind != yaml::Node::Kind::Map)
        throw std::runtime_error("the units file has no readable section `" + std::string(key) + "`");
    return entry->value;
}

}  // namespace

UnitTable::UnitTable(std::string_view yaml) {
    const auto document =
        yaml::read(std::make_shared<const base::SourceText>("units.yaml", std::string(yaml)));
    for (const yaml::Entry& dimension : section(document, "dimensions").entries)
        for (const yaml::Entry& unit : dimension.value.entries) {
            const auto scale = base::Decimal::parse(unit.value.text);
            if (!scale || scale->value().sign() <= 0)
                throw std::runtime_error("units file: bad scale of `" + unit.key.text + "`");
            if (!known_
                     .emplace(base::comparable_name(unit.key.text), Known{dimension.key.text, scale->value()})
                     .second)
                throw std::runtime_error("units file: `" + unit.key.text + "` stands in two dimensions");
        }
    for (const yaml::Entry& alias : section(document, "aliases").entries) {
        const auto meant = known_.find(base::comparable_name(alias.value.text));
        if (meant == known_.end() ||
            !known_.emplace(base::comparable_name(alias.key.text), meant->second).second)
            throw std::runtime_error("units file: bad alias `" + alias.key.text + "`");
    }
}

Unit UnitTable::find(std::string_view text) const {
    const std::string name = base::comparable_name(text);
    if (const auto found = known_.find(name); found != known_.end())
        return {std::string(text), found->second.dimension, found->second.scale};
    return {std::string(text), name.empty() ? name : "unit " + name, 1};
}

UnitTable builtin_units() { return UnitTable(kBuiltinUnits); }

}  // namespace yardstick::indicators
