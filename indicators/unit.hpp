// SPDX-License-Identifier: Apache-2.0
// Units of measure: what can be compared with what, and at which scale.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/rational.hpp"

namespace yardstick::indicators {

// A unit as it was written. Two units can be compared when their dimensions are the same text.
struct Unit {
    std::string symbol;        // as written; empty: none
    std::string dimension;     // of units.yaml; "unit X" for X that is in no table; empty: a bare number
    base::Rational scale = 1;  // this unit in the dimension's base unit: 万元 is 10000 元
};

inline constexpr std::string_view kMoney = "money";

// The known units. Immutable once made; share it freely between threads.
class UnitTable {
  public:
    // Reads the text of a units file: `dimensions:` with the scale of each unit, `aliases:` with other
    // spellings. A fault in it throws std::runtime_error: the file is part of the program.
    explicit UnitTable(std::string_view yaml);

    // The unit of this spelling (compared as names are: full-width forms and spaces do not matter). One that
    // is not in the table is its own dimension, with scale 1; the empty text is the unit of bare numbers.
    Unit find(std::string_view text) const;

  private:
    struct Known {
        std::string dimension;
        base::Rational scale;
    };
    std::map<std::string, Known, std::less<>> known_;
};

// The table that is built in (units.yaml).
UnitTable builtin_units();

}  // namespace yardstick::indicators
