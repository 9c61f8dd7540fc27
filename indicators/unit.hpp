// SPDX-License-Identifier: Apache-2.0
// Units of measure: what can be compared with what, and at which scale.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/rational.hpp"
#include "indicators/dimension.hpp"

namespace yardstick::indicators {

// Units that a compound may be made of: `元/人·月` has three.
inline constexpr std::size_t kMaxUnitParts = 8;

// A unit as it was written. Two units can be compared when their dimensions are equal.
struct Unit {
    std::string symbol;        // as written; empty: none
    Dimension dimension;       // that of bare numbers for no unit
    base::Rational scale = 1;  // this unit in the dimension's base units: 万元 is 10000 元
    bool known = true;         // false: it, or a part of it, is not in the table
};

// Whether this is 元 or a multiple of it.
bool is_money(const Unit& unit);

// `number` of `from`, as a number of `to`; exact. Units that cannot be compared throw std::invalid_argument:
// whoever converts has checked them.
base::Rational convert(const base::Rational& number, const Unit& from, const Unit& to);

// The known units. Immutable once made; share it freely between threads.
class UnitTable {
  public:
    // Reads the text of a units file, whose form is described at the head of units.yaml. A fault in it throws
    // std::runtime_error: the file is part of the program.
    explicit UnitTable(std::string_view yaml);

    // The unit of this spelling. Full-width forms and spaces do not matter; nor does the case of letters,
    // unless the spelling is a single letter (`M` is not 米) or means another unit in another case. In this
    // order: a spelling of the table; a prefix (`万`), or a prefix and a spelling (`万元`); a compound of
    // such parts with `/` and `·` (also `•`, `・`, `*`, `×`), where all that follows the first `/` divides.
    // A part that is none of these is the base dimension "unit X", scale 1. So is the whole text, when it has
    // an empty part or more than kMaxUnitParts. The empty text is the unit of bare numbers.
    Unit find(std::string_view text) const;

    // What may have been meant by a unit that is not known; none for one that is. Guessed per part of a
    // compound, behind its prefix. Short legal words differ in one character (`人天`, `人次`), so a guess
    // needs one of two reasons. In a part of two characters or more, all that differ are listed as
    // lookalikes (`万员`: 万元). Or one character inserted, dropped, replaced or swapped makes it a spelling,
    // and both have three characters or more, five for ASCII (`工做日`, `housr`).
    std::optional<std::string> nearest(std::string_view text) const;

    // The dimension in its base units: 元, 元/秒; a part of an unknown unit as it was written.
    std::string text_of(const Dimension& dimension) const;

    // In the order of the file: the units by their first spelling, and the prefixes, which are units of bare
    // numbers.
    std::span<const Unit> units() const { return units_; }
    std::span<const Unit> prefixes() const { return prefixes_; }

  private:
    std::optional<std::size_t> index_of(const std::string& key) const;
    std::optional<Unit> find_part(const std::string& key) const;
    std::optional<std::string> nearest_part(const std::string& part) const;
    std::string with_lookalikes_replaced(std::string_view part) const;
    std::optional<std::string> nearest_spelling(const std::string& word) const;
    void add_unit(const std::string& spelling, const Dimension& dimension, const base::Rational& scale);
    void add_spelling(const std::string& spelling, std::size_t index);

    std::vector<Unit> units_;
    std::vector<Unit> prefixes_;
    std::vector<std::string> spellings_;                          // long enough to be guessed
    std::map<std::string, std::string> base_units_;               // by the name of the dimension
    std::map<std::string, std::size_t> by_key_;                   // into units_
    std::map<std::string, std::optional<std::size_t>> by_lower_;  // none: several units
    std::map<std::string, std::string> lookalikes_;               // the character meant, by the one written
};

// The table that is built in (units.yaml).
UnitTable builtin_units();

}  // namespace yardstick::indicators
