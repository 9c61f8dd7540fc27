// SPDX-License-Identifier: Apache-2.0
// Suggestions from the tables of words.
#include "grammar/detail/suggestions.hpp"

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "grammar/detail/words.hpp"

namespace yardstick::grammar::detail {

namespace {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;

// The words that a misspelt clause may have meant.
std::vector<std::string> clause_words() {
    std::vector<std::string> words;
    const auto add = [&](const auto& list) {
        for (const auto& spelling : list) {
            if constexpr (std::is_convertible_v<decltype(spelling), std::string_view>)
                words.emplace_back(spelling);
            else
                words.emplace_back(spelling.first);
        }
    };
    add(kWeightWords);
    add(kDirectionWords);
    add(kLatinWeightWords);
    add(kLatinDirectionWords);
    return words;
}

// The comparator that three characters of the text are nearly: `不底于`.
std::optional<std::string> likely_comparator(std::string_view text) {
    constexpr std::size_t kBytes = 9;
    std::vector<std::string> words;
    for (const auto& [word, meaning] : kComparatorWords)
        if (word.size() == kBytes && word.starts_with("不")) words.emplace_back(word);
    for (std::size_t at = 0; at + kBytes <= text.size(); at += base::code_point_length(text.substr(at)))
        if (const std::string_view window = text.substr(at, kBytes); window.starts_with("不"))
            if (auto word = base::closest(window, words)) return word;
    return std::nullopt;
}

}  // namespace

void suggest_keywords(Diagnostics& diagnostics, std::string_view text) {
    for (Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.code == Code::NoComparator) diagnostic.suggestion = likely_comparator(text);
        if (diagnostic.code != Code::UnexpectedText) continue;
        const std::string_view written = diagnostic.place.span.in(text);
        for (const std::string_view word : kRuleWords)
            if (written.starts_with(word) && written.size() > word.size())
                diagnostic.suggestion = std::string(word) + " " + std::string(written.substr(word.size()));
        if (diagnostic.suggestion) continue;
        const std::string run = base::comparable_name(written);
        const std::size_t word_end = run.find_first_of(" 0123456789");
        diagnostic.suggestion = base::closest(std::string_view(run).substr(0, word_end), clause_words());
    }
}

}  // namespace yardstick::grammar::detail
