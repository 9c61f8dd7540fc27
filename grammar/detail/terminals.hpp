// SPDX-License-Identifier: Apache-2.0
// Terminals of the grammar that X3 has not: sets of words with a quick first look, and the run of a unit.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/detail/lexemes.hpp"
#include "grammar/detail/words.hpp"

namespace yardstick::grammar::detail {

// The symbol table of a list of spellings; with a meaning each, or none.
template <typename Meaning>
struct WordSymbols : x3::symbols<Meaning> {
    template <std::size_t n>
    explicit WordSymbols(const std::array<Spelling<Meaning>, n>& spellings) {
        for (const auto& [spelling, meaning] : spellings) this->add(std::string(spelling), meaning);
    }
};

// Latin words are matched by x3::no_case, and so kept in sets of their own: it orders other bytes otherwise.
struct PlainWords : x3::symbols<x3::unused_type> {
    template <typename... Lists>
    explicit PlainWords(const Lists&... lists) {
        (add_all(lists), ...);
    }

  private:
    template <typename List>
    void add_all(const List& list) {
        for (const auto& spelling : list) {
            if constexpr (std::is_convertible_v<decltype(spelling), std::string_view>)
                add(std::string(std::string_view(spelling)));
            else
                add(std::string(spelling.first));
        }
    }
};

// Which characters begin one of a set of words: most places of a text are passed over without looking a word
// up. One bit a character of one, two or three bytes; no spelling begins with a longer one.
class Beginnings {
  public:
    template <typename... Lists>
    explicit constexpr Beginnings(const Lists&... lists) {
        (add_all(lists), ...);
    }

    bool holds(const char* at, const char* end) const {
        const unsigned first = byte(at[0]);
        if (first < 0x80) return ascii_[first];
        if (first < 0xE0) return end - at >= 2 && has(two_[first & 31U], byte(at[1]));
        if (first < 0xF0) return end - at >= 3 && has(three_[row(at)], byte(at[2]));
        return false;
    }

  private:
    template <typename List>
    constexpr void add_all(const List& list) {
        for (const auto& spelling : list) {
            if constexpr (std::is_convertible_v<decltype(spelling), std::string_view>)
                add(spelling);
            else
                add(spelling.first);
        }
    }
    constexpr void add(std::string_view word) {
        const unsigned first = byte(word[0]);
        if (first < 0x80)
            ascii_[first] = ascii_[other_case(first)] = true;
        else if (first < 0xE0)
            two_[first & 31U] |= bit(byte(word[1]));
        else
            three_[row(word.data())] |= bit(byte(word[2]));
    }

    static constexpr unsigned byte(char c) { return static_cast<unsigned char>(c); }
    static constexpr unsigned other_case(unsigned c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; }
    static constexpr std::uint64_t bit(unsigned last) { return std::uint64_t{1} << (last & 63U); }
    static constexpr bool has(std::uint64_t bits, unsigned last) { return (bits & bit(last)) != 0; }
    static constexpr std::size_t row(const char* at) {
        return (byte(at[0]) & 15U) << 6U | (byte(at[1]) & 63U);
    }

    std::array<bool, 128> ascii_{};
    std::array<std::uint64_t, 32> two_{};      // by the first byte, a bit for each second one
    std::array<std::uint64_t, 1024> three_{};  // by the first two, a bit for each third one
};

inline std::size_t character_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xC0) return 1;
    return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

inline bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

inline bool may_be_wide_space(char lead) { return lead == '\xC2' || lead == '\xE2' || lead == '\xE3'; }

// --- predicates that spare look-ups: they may say yes to what then is none, never no to what is one

// Behind any spaces, one of a set of words.
struct Ahead : x3::parser<Ahead> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit Ahead(const Beginnings& beginnings) : beginnings_(&beginnings) {}

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(const char*& first, const char* const& last, const Context& /*context*/, RuleContext& /*rule*/,
               Attribute& /*attribute*/) const {
        const char* at = first;
        while (at != last && static_cast<unsigned char>(*at) <= ' ') ++at;
        return at != last && (beginnings_->holds(at, last) || may_be_wide_space(*at));
    }

  private:
    const Beginnings* beginnings_;
};

// A date: what begins with one has few forms.
struct MayBeDate : x3::parser<MayBeDate> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(const char*& first, const char* const& last, const Context& /*context*/, RuleContext& /*rule*/,
               Attribute& /*attribute*/) const {
        const char* at = first;
        int digits = 0;
        while (at != last && take_digit(at, last)) ++digits;
        if (digits == 0) return at != last && kWordBeginnings.holds(at, last);
        if (digits == kDigitsOfDay) return true;
        while (at != last && static_cast<unsigned char>(*at) <= ' ') ++at;
        if (at == last) return false;
        const bool wide = static_cast<unsigned char>(*at) >= 0x80;
        const bool after_year = (wide && (kAfterYear.holds(at, last) || may_be_wide_space(*at))) ||
                                *at == '-' || *at == '/' || *at == '.' || *at == 'Q' || *at == 'H';
        return (digits == 4 && after_year) ||
               (digits <= 2 && (*at == '\xEF' || may_be_wide_space(*at) || starts_with_month(at, last)));
    }

  private:
    static constexpr Beginnings kAfterYear{kHalves, kQuarters,
                                           std::to_array<std::string_view>({"年", "－", "．"})};
    static constexpr Beginnings kWordBeginnings{kHalves, kQuarters, std::to_array<std::string_view>({"年"})};
    static constexpr int kDigitsOfDay = 8;  // `20240229`

    // In half or full width.
    static bool take_digit(const char*& at, const char* last) {
        constexpr std::string_view kWide = "\xEF\xBC";
        if (is_ascii_digit(*at)) {
            ++at;
            return true;
        }
        const bool wide = std::string_view(at, last).starts_with(kWide) && last - at >= 3 &&
                          at[2] >= '\x90' && at[2] <= '\x99';
        if (wide) at += 3;
        return wide;
    }
    static bool starts_with_month(const char* at, const char* last) {
        return std::string_view(at, last).starts_with("月");
    }
};
inline const MayBeDate may_be_date;

// --- units

// Non-ASCII beginnings of what ends a unit: what is reserved, spaces, digits, punctuation.
inline constexpr auto kUnitStops = std::to_array<std::string_view>(
    {"\u3000", "\u00A0", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007",
     "\u2008", "\u2009", "\u200A", "\u202F", "\u205F", "０",     "１",     "２",     "３",     "４",
     "５",     "６",     "７",     "８",     "９",     "，",     "．",     "－",     "−",      "＋",
     "％",     "‰",      "；",     "。",     "（",     "）",     "：",     "、",     "“",      "”",
     "±",      "～",     "〜",     "至",     "–",      "—"});

inline constexpr Beginnings kUnitStopBeginnings(kUnitStops, kComparatorSigns, kBoundWords,
                                                kApproximateAfterUnit, kWeightWords, kDirectionWords,
                                                kRuleWords);
inline const PlainWords unit_stops(kUnitStops, kComparatorSigns, kBoundWords, kApproximateAfterUnit,
                                   kWeightWords, kDirectionWords, kRuleWords);

// Latin words that end a unit which they follow or would begin.
inline const PlainWords unit_stop_words(kLatinBoundWords, kLatinWeightWords, kLatinDirectionWords,
                                        kLatinRuleWords);

// The run of a unit: `条`, `万元`, `元/人·月`, `m2`, `$`; letters with digits behind them, any other
// characters but those above, and `/ ^ *` inside.
struct UnitRun : x3::parser<UnitRun> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <typename Context, typename RuleContext, typename Attribute>
    bool parse(const char*& first, const char* const& last, const Context& /*context*/, RuleContext& /*rule*/,
               Attribute& /*attribute*/) const {
        const char* at = first;
        while (at != last) {
            const char c = *at;
            if (is_ascii_letter(c)) {
                if (is_stop_word(at, last)) break;
                while (at != last && (is_ascii_letter(*at) || is_ascii_digit(*at))) ++at;
            } else if (c == '$' || (at != first && (c == '/' || c == '^' || c == '*'))) {
                ++at;
            } else if (static_cast<unsigned char>(c) >= 0x80 && !stops(at, last)) {
                const std::size_t left = static_cast<std::size_t>(last - at);
                at += std::min(character_length(c), left);
            } else {
                break;
            }
        }
        const bool any = at != first;
        first = at;
        return any;
    }

  private:
    static bool stops(const char* at, const char* last) {
        return kUnitStopBeginnings.holds(at, last) && x3::parse(at, last, unit_stops);
    }
    static bool is_stop_word(const char* at, const char* last) {
        return x3::parse(at, last, x3::no_case[unit_stop_words]) && (at == last || !is_ascii_letter(*at));
    }
};
inline const UnitRun unit_run;

}  // namespace yardstick::grammar::detail
