// SPDX-License-Identifier: Apache-2.0
// Finding names in quotes.
#include "grammar/detail/quoted_name.hpp"

#include <cstdint>

namespace yardstick::grammar::detail {

namespace {

base::ByteSpan span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::optional<QuotedName> quoted_name(std::string_view text, std::size_t begin) {
    constexpr std::string_view kOpen = "“";
    constexpr std::string_view kClose = "”";
    if (text.substr(begin).starts_with(kOpen)) {
        const std::size_t close = text.find(kClose, begin);
        if (close == std::string_view::npos) return std::nullopt;
        return QuotedName{span_of(begin + kOpen.size(), close), close + kClose.size()};
    }
    if (begin >= text.size() || text[begin] != '"') return std::nullopt;
    for (std::size_t at = begin + 1; at < text.size(); ++at) {
        if (text[at] != '"') continue;
        if (at + 1 < text.size() && text[at + 1] == '"')
            ++at;
        else
            return QuotedName{span_of(begin + 1, at), at + 1};
    }
    return std::nullopt;
}

std::size_t opening_quote(std::string_view text) {
    constexpr std::string_view kWide = "“";
    return text.starts_with('"') ? 1 : text.starts_with(kWide) ? kWide.size() : 0;
}

bool closes_quote(std::string_view text) { return text.find("”") != std::string_view::npos; }

}  // namespace yardstick::grammar::detail
