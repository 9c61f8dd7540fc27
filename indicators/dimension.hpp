// SPDX-License-Identifier: Apache-2.0
// Which kind of thing a quantity measures: what can be compared with, added to and divided by what.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yardstick::indicators {

// A product of powers of base dimensions: money; persons; money / (persons x months). The empty product is
// that of bare numbers.
class Dimension {
  public:
    Dimension() = default;
    // The base dimension of this name.
    static Dimension base(std::string_view name);

    friend Dimension operator*(const Dimension& a, const Dimension& b);
    friend Dimension operator/(const Dimension& a, const Dimension& b);
    friend bool operator==(const Dimension&, const Dimension&) = default;

    bool is_number() const { return powers_.empty(); }
    // "money", "money/months·persons", "1/months"; empty for a bare number.
    std::string text() const;
    // The same, each base dimension under another name.
    std::string text(const std::function<std::string(const std::string&)>& name_of) const;

  private:
    std::vector<std::pair<std::string, int>> powers_;  // by name, none zero
};

}  // namespace yardstick::indicators
