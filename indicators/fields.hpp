// SPDX-License-Identifier: Apache-2.0
// What the loaders share: reading the fields of a mapping, each fault reported at its place.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "indicators/model.hpp"
#include "indicators/unit.hpp"
#include "indicators/yaml/document.hpp"

namespace yardstick::indicators {

// One file being loaded.
class FileReader {
  public:
    FileReader(const yaml::Document& document, const UnitTable& units)
        : source_(document.source), units_(units), diagnostics_(document.diagnostics) {}

    const UnitTable& units() const { return units_; }
    base::Diagnostics take_diagnostics();  // by place
    bool has_errors() const { return base::has_errors(diagnostics_); }

    base::Place place(const yaml::Node& node) const { return yaml::place_of(source_, node); }
    base::Place place(const yaml::Node& text, base::ByteSpan span) const {
        return yaml::place_of(source_, text, span);
    }

    base::Diagnostic& report(base::Code code, base::Place place, std::vector<std::string> arguments = {});
    base::Diagnostic& report(base::Code code, const yaml::Node& node,
                             std::vector<std::string> arguments = {}) {
        return report(code, place(node), std::move(arguments));
    }
    base::Diagnostic& last_reported() { return diagnostics_.back(); }
    // Adds faults that the grammar found in the text of `node`, at their places in the file.
    void report_in(const yaml::Node& node, base::Diagnostics found);

    // Whether `root` is a mapping that begins with `yardstick: KIND`; reports what it is instead.
    bool check_kind(const yaml::Node& root, std::string_view kind);
    // Whether `node` is a mapping; reports every key of it that is not known. `name` is what the user calls
    // it.
    bool check_mapping(const yaml::Node& node, std::string_view name,
                       std::initializer_list<std::string_view> known);
    // Whether the value under a key is a mapping; an empty value or another kind of node is reported.
    bool check_is_mapping(const yaml::Entry& entry);
    // The entry, or a report at the mapping's place.
    const yaml::Entry* required(const yaml::Node& mapping, std::string_view key,
                                const base::Place& reported_at);

    // The text under a key; an empty value or another kind of node is reported.
    std::optional<std::string> text(const yaml::Entry& entry);
    std::optional<std::string> text(const yaml::Node& mapping,
                                    std::string_view key);  // nothing where the key is not there
    std::optional<int> year(const yaml::Entry& entry);
    // An amount of money, not negative.
    std::optional<Quantity> amount(const yaml::Entry& entry);
    std::optional<Quantity> amount(const yaml::Node& mapping, std::string_view key);

  private:
    std::shared_ptr<const base::SourceText> source_;
    const UnitTable& units_;
    base::Diagnostics diagnostics_;
};

// Moves faults that the grammar found in the text of `node` to their places in the file.
void place_in_file(base::Diagnostics& found, const std::shared_ptr<const base::SourceText>& source,
                   const yaml::Node& node);

// The value of the key `yardstick`, which says what a file holds.
std::optional<std::string> kind_of_file(const yaml::Document& document);

}  // namespace yardstick::indicators
