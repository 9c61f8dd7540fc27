// SPDX-License-Identifier: Apache-2.0
// Suggestions for misspelt words.
#include "base/suggest.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using yardstick::base::closest;

TEST_CASE("the nearest word is suggested, and none where all are far") {
    const std::vector<std::string> words{"weight", "positive",       "negative",
                                         "权重",   "诉讼案件结案率", "执行案件结案率"};
    CHECK(closest("wieght", words) == "weight");
    CHECK(closest("negativ", words) == "negative");
    CHECK(closest("权種", words) == "权重");
    CHECK(closest("诉讼案结案率", words) == "诉讼案件结案率");
    CHECK(closest("WEIGHT", words) == "weight");
    CHECK(closest("稿件", std::vector<std::string>{"稿件数", "稿件（任务5）"}) == "稿件（任务5）");
    CHECK(closest("天气", words) == std::nullopt);
    CHECK(closest("x", words) == std::nullopt);
}

TEST_CASE("very long words are not compared at all") {
    CHECK(closest(std::string(5000, 'a'), std::vector<std::string>{std::string(5000, 'a')}) == std::nullopt);
}
