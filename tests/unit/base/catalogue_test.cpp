// SPDX-License-Identifier: Apache-2.0
// The catalogue: complete, ordered, and the same in both languages.
#include "base/catalogue.hpp"

#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace yardstick::base;

namespace {

std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        found.emplace(text.substr(at, text.find('}', at) - at + 1));
    return found;
}

}  // namespace

TEST_CASE("codes stand in ascending order, each once") {
    CHECK(std::ranges::adjacent_find(catalogue(), std::ranges::greater_equal{}, &CatalogueEntry::code) ==
          catalogue().end());
}

TEST_CASE("every message is worded in both languages, with the same placeholders") {
    for (const CatalogueEntry& entry : catalogue()) {
        CAPTURE(code_text(entry.code));
        CHECK_FALSE(entry.message.chinese.empty());
        CHECK_FALSE(entry.message.english.empty());
        CHECK(entry.hint.chinese.empty() == entry.hint.english.empty());
        CHECK(placeholders(entry.message.chinese) == placeholders(entry.message.english));
        CHECK(placeholders(entry.hint.chinese) == placeholders(entry.hint.english));
    }
}
