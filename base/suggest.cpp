// SPDX-License-Identifier: Apache-2.0
// Nearest known word, by optimal string alignment distance over code points.
#include "base/suggest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.hpp"

namespace yardstick::base {

namespace {

constexpr std::size_t kLongestCompared = 200;  // code points; the distance costs their product

std::vector<std::string_view> code_points(std::string_view text) {
    std::vector<std::string_view> points;
    for (std::size_t i = 0; i < text.size();) {
        points.push_back(text.substr(i, code_point_length(text.substr(i))));
        i += points.back().size();
    }
    return points;
}

std::size_t distance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
    std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i][j] = std::min({replaced, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[a.size()][b.size()];
}

// The form in which words are compared: folded, ASCII letters in lower case.
std::string plain(std::string_view text) {
    std::string folded = comparable_name(text);
    for (char& c : folded)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return folded;
}

// Whether one is the other with an ending in parentheses: `稿件数量` and `稿件数量（任务5）`.
bool differ_by_ending(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return !a.empty() && b.starts_with(a) && b.substr(a.size()).starts_with('(') && b.ends_with(')');
}

}  // namespace

std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates) {
    const std::string plain_word = plain(word);
    const auto points = code_points(plain_word);
    if (points.size() > kLongestCompared) return std::nullopt;
    std::optional<std::string> best;
    std::size_t best_distance = 0;
    for (const std::string& candidate : candidates) {
        const std::string plain_candidate = plain(candidate);
        const auto other = code_points(plain_candidate);
        const std::size_t longer = std::max(points.size(), other.size());
        const std::size_t allowed = std::max<std::size_t>(1, longer / 3);
        const std::size_t lengths_apart = longer - std::min(points.size(), other.size());
        const bool same = differ_by_ending(plain_word, plain_candidate) || plain_word == plain_candidate;
        if (!same && (other.size() > kLongestCompared || lengths_apart > allowed || longer < 2)) continue;
        const std::size_t d = same ? 0 : distance(points, other);
        if (d <= allowed && (!best || d < best_distance)) {
            best = candidate;
            best_distance = d;
        }
    }
    return best;
}

}  // namespace yardstick::base
