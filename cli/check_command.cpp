// SPDX-License-Identifier: Apache-2.0
// yardstick check: every fault and finding of the files, without scoring them.
#include "cli/check_command.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "cli/diagnostics_output.hpp"
#include "cli/files.hpp"
#include "cli/output.hpp"
#include "indicators/checks.hpp"
#include "indicators/fields.hpp"
#include "indicators/load_results.hpp"
#include "report/json.hpp"
#include "report/sarif.hpp"

namespace yardstick::cli {

namespace {

using base::Code;
using base::Diagnostics;
using indicators::yaml::Document;

class Check {
  public:
    explicit Check(const CheckOptions& options) : options_(options), units_(indicators::builtin_units()) {}

    Diagnostics run(const std::vector<Document>& documents) {
        for (const Document& document : documents)
            if (!is_results(document)) check_targets(document);
        for (const Document& document : documents)
            if (is_results(document)) check_results(document);
        return std::move(found_);
    }

  private:
    static bool is_results(const Document& document) {
        return indicators::kind_of_file(document) == "results";
    }

    void add(Diagnostics diagnostics) { std::ranges::move(diagnostics, std::back_inserter(found_)); }

    void check_targets(const Document& document) {
        auto checked = indicators::load_checked_targets(document, options_.ruleset, units_);
        add(std::move(checked.diagnostics));
        if (checked.value)
            checked_.push_back(std::move(*checked.value));
        else
            has_unread_targets_ = true;
    }

    // Results are checked against the targets of the same department and year, or the only ones there are.
    void check_results(const Document& document) {
        const auto match = std::ranges::find_if(
            checked_, [&](const auto& checked) { return heading_fits(document, checked.targets); });
        if (match != checked_.end() || checked_.size() == 1) {
            const auto& [targets, ruleset] = match != checked_.end() ? *match : checked_.front();
            add(indicators::load_results(document, targets, ruleset ? &*ruleset : nullptr, units_)
                    .diagnostics);
            return;
        }
        add(document.diagnostics);
        if (!has_unread_targets_)
            found_.push_back({.code = Code::ResultsAlone,
                              .place = indicators::yaml::place_of(document.source, *document.root)});
    }

    static bool heading_fits(const Document& document, const indicators::Targets& targets) {
        const auto* department = document.root->find("department");
        const auto* year = document.root->find("year");
        return department != nullptr && year != nullptr &&
               base::comparable_name(department->value.text) == base::comparable_name(targets.department) &&
               year->value.text == std::to_string(targets.year);
    }

    const CheckOptions& options_;
    indicators::UnitTable units_;
    std::vector<indicators::CheckedTargets> checked_;
    bool has_unread_targets_ = false;
    Diagnostics found_;
};

std::string formatted(const Diagnostics& found, const CheckOptions& options) {
    switch (options.format) {
        case Format::Table:
            return diagnostics_text(found, options.language, options.output_color);
        case Format::Json:
            return report::diagnostics_json(found, options.language);
        case Format::Sarif:
            return report::diagnostics_sarif(found, options.language, YARDSTICK_VERSION);
    }
    std::unreachable();
}

}  // namespace

ExitStatus run_check(const CheckOptions& options) {
    std::vector<Document> documents;
    bool all_read = true;
    for (const std::string& path : options.files) {
        auto file = read_file(path);
        if (file) {
            documents.push_back(indicators::yaml::read(std::move(file->source)));
        } else {
            print(stderr, base::render(file.error(), options.language, options.message_color));
            all_read = false;
        }
    }
    if (!all_read) return ExitStatus::Usage;

    const Diagnostics found = Check(options).run(documents);
    const auto output_fault = put_out(formatted(found, options));
    const std::string_view nothing =
        options.language == base::Language::Chinese ? "没有发现问题\n" : "nothing to report\n";
    print(stderr, found.empty() ? std::string(nothing) : diagnostics_count(found, options.language));
    if (output_fault) {
        print(stderr, base::render(*output_fault, options.language, options.message_color));
        return ExitStatus::Usage;
    }
    const bool clean = std::ranges::all_of(
        found, [](const base::Diagnostic& d) { return base::severity_of(d.code) == base::Severity::Note; });
    return clean ? ExitStatus::Fine : ExitStatus::Findings;
}

}  // namespace yardstick::cli
