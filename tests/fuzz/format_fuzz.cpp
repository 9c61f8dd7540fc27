// SPDX-License-Identifier: Apache-2.0
// Fuzz target: any bytes as a file to be formatted.
#include "indicators/checks.hpp"
#include "indicators/format_text.hpp"
#include "invariants.hpp"

using namespace yardstick;
using fuzz::require;
using indicators::Formatted;

namespace {

indicators::yaml::Document read(std::string_view text) {
    return indicators::yaml::read(std::make_shared<const base::SourceText>("input.yaml", std::string(text)));
}

// Which faults there are, without their places and words.
std::string codes(const indicators::yaml::Document& document) {
    static const indicators::UnitTable kUnits = indicators::builtin_units();
    std::string all;
    for (const base::Diagnostic& diagnostic :
         indicators::load_checked_targets(document, "", kUnits).diagnostics)
        all += base::code_text(diagnostic.code);
    return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document = read(fuzz::text_of(data, size));
    const Formatted once = indicators::format_text(document);  // throws where it would change what is said
    fuzz::require_sound(once.diagnostics);
    fuzz::require_ordered_by_place(once.diagnostics);
    require(once.text.has_value() != base::has_errors(once.diagnostics),
            "a file is formatted if it has no errors");
    if (!once.text) return 0;
    require((*once.text == document.source->text()) == once.changes.empty(), "every change is told");

    const auto document_after = read(*once.text);
    const Formatted twice = indicators::format_text(document_after);
    require(twice.text == once.text && twice.changes.empty(), "formatting is idempotent");
    require(codes(document_after) == codes(document), "a formatted file has the faults it had");
    return 0;
}
