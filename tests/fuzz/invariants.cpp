// SPDX-License-Identifier: Apache-2.0
// The shared checks. They print what is broken and abort: libFuzzer keeps the input.
#include "invariants.hpp"

#include <cstdio>
#include <cstdlib>

#include "base/render.hpp"
#include "base/utf8.hpp"

namespace yardstick::fuzz {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool begins_code_point(std::string_view text, std::size_t offset) {
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0U) != 0x80U;
}

void require_place(const base::Place& place) {
    require(place.source != nullptr, "a diagnostic of a file has a place in it");
    if (base::find_invalid_utf8(place.source->text()))
        require(place.span.begin <= place.span.end && place.span.end <= place.source->text().size(),
                "a place lies within its source");
    else
        require_span(place.span, place.source->text());
}

void require_fit_for_a_terminal(const std::string& text) {
    require(!base::find_invalid_utf8(text), "what is shown is UTF-8");
    require(!base::find_harmful_character(text), "what is shown holds no control characters");
}

}  // namespace

void require(bool holds, std::string_view promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
    std::abort();
}

std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

bool is_for_the_grammar(std::string_view text) {
    return !base::find_invalid_utf8(text) && !text.starts_with(kByteOrderMark);
}

void require_span(base::ByteSpan span, std::string_view text) {
    require(span.begin <= span.end, "a span does not end before it begins");
    require(span.end <= text.size(), "a span lies within the text");
    require(begins_code_point(text, span.begin) && begins_code_point(text, span.end),
            "a span begins and ends between code points");
}

void require_sound(const base::Diagnostics& diagnostics) {
    for (const base::Diagnostic& diagnostic : diagnostics) {
        require_place(diagnostic.place);
        for (const base::Related& related : diagnostic.related) require_place(related.place);
        for (const auto language : {base::Language::Chinese, base::Language::English}) {
            // Both throw where the catalogue has no entry, or a placeholder no argument.
            require(!base::message_of(diagnostic, language).empty(), "every diagnostic has a message");
            require_fit_for_a_terminal(base::render(diagnostic, language, base::Color::Never));
        }
    }
}

void require_sound_in(const base::Diagnostics& diagnostics, std::string_view text) {
    const auto source = std::make_shared<const base::SourceText>("input", std::string(text));
    base::Diagnostics placed = diagnostics;
    for (base::Diagnostic& diagnostic : placed) {
        diagnostic.place.source = source;
        for (base::Related& related : diagnostic.related) related.place.source = source;
    }
    require_sound(placed);
}

void require_ordered_by_place(const base::Diagnostics& diagnostics) {
    for (std::size_t i = 1; i < diagnostics.size(); ++i)
        require(diagnostics[i - 1].place.span.begin <= diagnostics[i].place.span.begin,
                "diagnostics of a file come in the order of their places");
}

std::string fingerprint(const base::Diagnostics& diagnostics) {
    std::string all;
    const auto add_span = [&all](base::ByteSpan span) {
        all += std::to_string(span.begin) + "-" + std::to_string(span.end) + "\n";
    };
    for (const base::Diagnostic& diagnostic : diagnostics) {
        all += base::code_text(diagnostic.code) + " ";
        add_span(diagnostic.place.span);
        for (const std::string& argument : diagnostic.arguments) all += argument + "\n";
        all += diagnostic.suggestion.value_or("(none)") + "\n";
        for (const base::Related& related : diagnostic.related) {
            all += base::relation_key(related.relation);
            add_span(related.place.span);
        }
    }
    return all;
}

}  // namespace yardstick::fuzz
