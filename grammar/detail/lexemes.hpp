// SPDX-License-Identifier: Apache-2.0
// What the line's grammar and the formula's have in common: characters, numbers, and spans for nodes. Bytes
// of UTF-8 are parsed; every non-ASCII spelling is a literal or a key of a symbol table.
#pragma once

#include <cstdint>
#include <type_traits>

#include <boost/spirit/home/x3.hpp>

#include "base/source_text.hpp"

namespace yardstick::grammar::detail {

namespace x3 = boost::spirit::x3;

// Every node that has a `span` gets it from the rule that made it (Spanned, below).
struct TextNode {
    base::ByteSpan span;
};

struct NumberNode : TextNode {};

// The context tag under which a parse passes the beginning of its text.
struct TextBegin;

// A node with one member besides its span is adapted with both, so that X3 sees a sequence of two; this fills
// the place until on_success does. (A semantic action would hide the node from on_success.)
const auto span_to_come = x3::attr(base::ByteSpan{});

// Base of the rule tags: writes the span of what the rule matched.
struct Spanned {
    template <typename Iterator, typename Node, typename Context>
    void on_success(const Iterator& first, const Iterator& last, Node& node, const Context& context) {
        if constexpr (std::is_base_of_v<TextNode, Node>) {  // not in a predicate, where nothing is filled in
            const char* begin = x3::get<TextBegin>(context);
            node.span = {static_cast<std::uint32_t>(first - begin), static_cast<std::uint32_t>(last - begin)};
        }
    }
};

// --- characters

const auto wide_space =
    x3::lit("\u3000") | "\u00A0" | (x3::lit("\xE2\x80") >> x3::char_('\x80', '\x8A')) | "\u202F" | "\u205F";
const auto space =
    x3::lit(' ') | '\t' | '\n' | '\r' | wide_space;  // a literal block of YAML keeps its line breaks
const auto spaces = x3::omit[*space];
const auto comma = x3::lit(',') | "，";
const auto digit = x3::char_('0', '9') | (x3::lit("\xEF\xBC") >> x3::char_('\x90', '\x99'));  // ０..９
const auto point = x3::lit('.') | "．";
const auto hyphen = x3::lit('-') | "－";
const auto sign = hyphen | "−" | '+' | "＋";
const auto letter = x3::char_('a', 'z') | x3::char_('A', 'Z');
const auto any_byte = x3::char_;
const auto percent_sign = x3::lit('%') | "％";

// --- numbers: recognised here, converted by base::Decimal

struct NumberTag : Spanned {};
const x3::rule<NumberTag, NumberNode> number = "number";
const auto number_def = x3::omit[-sign >> digit >> *(digit | (comma >> &digit)) >> -(point >> +digit)];
BOOST_SPIRIT_DEFINE(number)

}  // namespace yardstick::grammar::detail
