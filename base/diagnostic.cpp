// SPDX-License-Identifier: Apache-2.0
// Messages and hints of diagnostics, filled in from the catalogue.
#include "base/diagnostic.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/catalogue.hpp"

namespace yardstick::base {

namespace {

const CatalogueEntry& entry_of(Code code) {
    const auto entries = catalogue();
    const auto found = std::ranges::lower_bound(entries, code, {}, &CatalogueEntry::code);
    if (found == entries.end() || found->code != code)
        throw std::logic_error("a diagnostic code without a catalogue entry");
    return *found;
}

std::string filled_in(std::string_view wording, const std::vector<std::string>& arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const std::string& argument : arguments) store.push_back(std::cref(argument));
    return fmt::vformat(fmt::string_view(wording.data(), wording.size()), store);
}

}  // namespace

std::string code_text(Code code) { return fmt::format("YS{:03}", std::to_underlying(code)); }

Severity severity_of(Code code) { return entry_of(code).severity; }

std::string_view severity_text(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "error";
        case Severity::Warning:
            return "warning";
        case Severity::Note:
            return "note";
    }
    std::unreachable();
}

std::string message_of(const Diagnostic& diagnostic, Language language) {
    return filled_in(entry_of(diagnostic.code).message.in(language), diagnostic.arguments);
}

std::string hint_of(const Diagnostic& diagnostic, Language language) {
    if (diagnostic.suggestion)
        return fmt::format(
            fmt::runtime(language == Language::Chinese ? "是否想写 `{}`？" : "did you mean `{}`?"),
            *diagnostic.suggestion);
    return filled_in(entry_of(diagnostic.code).hint.in(language), diagnostic.arguments);
}

std::string relation_text(const Related& related, Language language) {
    const auto in = [&](Wording wording) { return filled_in(wording.in(language), related.arguments); };
    switch (related.relation) {
        case Relation::FirstGivenHere:
            return in({"首次给出于此", "first given here"});
        case Relation::TargetHere:
            return in({"指标在此", "the target stands here"});
        case Relation::CouldBeThis:
            return in({"可能是这一个", "it could be this one"});
        case Relation::OtherReading:
            return in({"另一种理解的名称", "the name in the other reading"});
        case Relation::OpenedHere:
            return in({"由此开始", "it begins here"});
        case Relation::IsNumber:
            return in({"这是不带单位的数", "this is a bare number"});
        case Relation::IsQuantity:
            return in({"这是以 `{0}` 计的量", "this measures `{0}`"});
        case Relation::IsDay:
            return in({"这是日期", "this is a date"});
        case Relation::IsCondition:
            return in({"这是真假判断", "this is a condition, true or false"});
    }
    std::unreachable();
}

std::string_view relation_key(Relation relation) {
    switch (relation) {
        case Relation::FirstGivenHere:
            return "first-given-here";
        case Relation::TargetHere:
            return "target-here";
        case Relation::CouldBeThis:
            return "could-be-this";
        case Relation::OtherReading:
            return "other-reading";
        case Relation::OpenedHere:
            return "opened-here";
        case Relation::IsNumber:
            return "is-number";
        case Relation::IsQuantity:
            return "is-quantity";
        case Relation::IsDay:
            return "is-day";
        case Relation::IsCondition:
            return "is-condition";
    }
    std::unreachable();
}

bool has_errors(std::span<const Diagnostic> diagnostics) {
    return std::ranges::any_of(diagnostics,
                               [](const Diagnostic& d) { return severity_of(d.code) == Severity::Error; });
}

void sort_by_place(Diagnostics& diagnostics) {
    std::vector<const SourceText*> files;  // in the order in which they first occur
    std::vector<std::tuple<std::size_t, std::uint32_t, std::size_t>>
        order;  // file, offset, index in the list
    for (const Diagnostic& d : diagnostics) {
        auto file = std::ranges::find(files, d.place.source.get());
        if (file == files.end()) file = files.insert(file, d.place.source.get());
        order.emplace_back(file - files.begin(), d.place.span.begin, order.size());
    }
    std::ranges::sort(order);
    Diagnostics sorted;
    sorted.reserve(diagnostics.size());
    for (const auto& [file, offset, index] : order) sorted.push_back(std::move(diagnostics[index]));
    diagnostics = std::move(sorted);
}

}  // namespace yardstick::base
