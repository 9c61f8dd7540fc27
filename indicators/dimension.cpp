// SPDX-License-Identifier: Apache-2.0
// Arithmetic of dimensions: multiplying adds powers, dividing subtracts them.
#include "indicators/dimension.hpp"

#include <cstdlib>
#include <map>

namespace yardstick::indicators {

namespace {

using Powers = std::vector<std::pair<std::string, int>>;

Powers combined(const Powers& a, const Powers& b, int sign_of_b) {
    std::map<std::string, int> sums(a.begin(), a.end());
    for (const auto& [name, power] : b) sums[name] += sign_of_b * power;
    std::erase_if(sums, [](const auto& entry) { return entry.second == 0; });
    return {sums.begin(), sums.end()};
}

}  // namespace

Dimension Dimension::base(std::string_view name) {
    Dimension dimension;
    dimension.powers_.emplace_back(name, 1);
    return dimension;
}

Dimension operator*(const Dimension& a, const Dimension& b) {
    Dimension product;
    product.powers_ = combined(a.powers_, b.powers_, 1);
    return product;
}

Dimension operator/(const Dimension& a, const Dimension& b) {
    Dimension quotient;
    quotient.powers_ = combined(a.powers_, b.powers_, -1);
    return quotient;
}

std::string Dimension::text() const {
    return text([](const std::string& name) { return name; });
}

std::string Dimension::text(const std::function<std::string(const std::string&)>& name_of) const {
    std::string over;
    std::string under;
    for (const auto& [name, power] : powers_)
        for (int i = 0; i < std::abs(power); ++i) {
            if (power < 0)
                under += (under.empty() ? "/" : "·") + name_of(name);
            else
                over += (over.empty() ? "" : "·") + name_of(name);
        }
    if (over.empty() && !under.empty()) over = "1";
    return over + under;
}

}  // namespace yardstick::indicators
