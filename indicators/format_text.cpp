// SPDX-License-Identifier: Apache-2.0
// Collects what is to be written anew as edits of the source, applies them, and reads the outcome again.
#include "indicators/format_text.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "grammar/parse.hpp"
#include "grammar/print.hpp"
#include "grammar/same_reading.hpp"
#include "indicators/fields.hpp"
#include "indicators/yaml/written_scalar.hpp"

namespace yardstick::indicators {

namespace {

using base::ByteSpan;
using base::Code;
using yaml::Context;
using yaml::Entry;
using yaml::Node;
using yaml::Quoting;
using yaml::WrittenScalar;

enum class Meaning { Line, Value };

struct Edit {
    ByteSpan span;
    std::string scalar;
    const Node* node;
    Meaning meaning;
};

// An indicator line, taken apart.
struct Line {
    const Node* node;
    WrittenScalar written;
    Quoting quoting;  // of what is written in its place
    grammar::LineParts parts;
};

std::string joined(const grammar::LineParts& parts) {
    return parts.name + " " + parts.criterion + (parts.clauses.empty() ? "" : " " + parts.clauses);
}

// Whether a blank line stands in what separates two items; lines that hold a comment are not blank.
bool has_blank_line(std::string_view between) {
    std::size_t begin = between.find('\n');
    while (begin != std::string_view::npos) {
        const std::size_t end = between.find('\n', begin + 1);
        if (end == std::string_view::npos) return false;  // the indentation of the second item
        if (between.substr(begin, end - begin).find_first_not_of(" \t\r\n") == std::string_view::npos)
            return true;
        begin = end;
    }
    return false;
}

// Whether a value has a canonical spelling. Words have none.
bool is_clean(const grammar::Value& value) {
    return std::holds_alternative<grammar::Quantity>(value.content) ||
           std::holds_alternative<grammar::Date>(value.content) ||
           std::holds_alternative<grammar::Answer>(value.content) ||
           std::holds_alternative<grammar::WordsWithShare>(value.content) ||
           std::holds_alternative<grammar::NotApplicable>(value.content);
}

// The columns of a list of lines.
struct Columns {
    std::size_t name = 0;  // widths that parts are padded to; 0: not at all
    std::size_t criterion = 0;
};

struct Widths {
    std::size_t narrowest = SIZE_MAX;
    std::size_t widest = 0;
    void add(std::size_t width) {
        narrowest = std::min(narrowest, width);
        widest = std::max(widest, width);
    }
    bool are_within(std::size_t padding) const { return widest - narrowest <= padding; }
};

class Collector {
  public:
    explicit Collector(const yaml::Document& document) : source_(document.source) {}

    void targets(const Node& root) {
        if (const Entry* entry = root.find("projects_budget")) amount(*entry, context_in(root));
        scorecard(root, context_in(root));
        each_project(root, [&](const Node& project, Context context) { scorecard(project, context); });
    }

    void results(const Node& root) {
        outcome(root, context_in(root));
        each_project(root, [&](const Node& project, Context context) { outcome(project, context); });
    }

    std::vector<Edit> take_edits() {
        std::ranges::sort(edits_, {}, [](const Edit& edit) { return edit.span.begin; });
        return std::move(edits_);
    }
    base::Diagnostics take_diagnostics() { return std::move(diagnostics_); }

  private:
    // Of the nodes in `node`, which itself stands in `outer`.
    Context context_in(const Node& node, Context outer = Context::Block) const {
        return outer == Context::Flow || yaml::is_in_brackets(source_->text(), node) ? Context::Flow
                                                                                     : Context::Block;
    }

    template <typename Visit>
    void each_project(const Node& root, const Visit& visit) {
        const Entry* projects = root.find("projects");
        if (projects == nullptr) return;
        const Context context = context_in(projects->value, context_in(root));
        for (const Entry& project : projects->value.entries)
            visit(project.value, context_in(project.value, context));
    }

    void scorecard(const Node& mapping, Context context) {
        if (const Entry* budget = mapping.find("budget")) {
            const Context inner = context_in(budget->value, context);
            amount(*budget, context);
            for (const Entry& part : budget->value.entries) amount(part, inner);
        }
        if (const Entry* indicators = mapping.find("indicators")) category(indicators->value, context);
    }

    void category(const Node& node, Context outer) {
        const Context context = context_in(node, outer);
        for (const Entry& inner : node.entries) category(inner.value, context);
        if (node.kind == Node::Kind::List) list(node, context);
    }

    void list(const Node& list, Context context) {
        std::vector<Line> run;
        const auto end_run = [&] {
            set(run);
            run.clear();
        };
        for (const Node& item : list.items) {
            if (const Entry* entry = item.find("indicator")) single(entry->value, context_in(item, context));
            auto line = item.kind == Node::Kind::Text ? take_apart(item, context) : std::nullopt;
            if (!line || context == Context::Flow || (!run.empty() && is_apart(run.back(), *line))) end_run();
            if (line) run.push_back(*std::move(line));
        }
        end_run();
    }

    void single(const Node& node, Context context) {
        if (auto line = node.kind == Node::Kind::Text ? take_apart(node, context) : std::nullopt)
            set({*std::move(line)});
    }

    bool is_apart(const Line& before, const Line& after) const {
        return has_blank_line(
            ByteSpan{before.written.span.end, after.written.span.begin}.in(source_->text()));
    }

    // Nothing where the line has faults, which are reported, or stays as it is written.
    std::optional<Line> take_apart(const Node& node, Context context) {
        const auto parsed = grammar::parse_indicator(node.text);
        if (!parsed.tree || !parsed.diagnostics.empty()) {
            report(node, parsed.diagnostics);
            return std::nullopt;
        }
        const auto written = yaml::written_scalar(source_->text(), node);
        if (!written) return std::nullopt;
        Line line{&node, *written, Quoting::Plain, grammar::line_parts(*parsed.tree, node.text)};
        const std::string text = joined(line.parts);
        if (text.size() > grammar::kMaxLineBytes) return std::nullopt;
        line.quoting = yaml::quoting_for(text, written->quoting, context);
        return line;
    }

    // Columns between the left margin of the list and the end of the name.
    std::size_t name_width(const Line& line) const {
        const std::uint32_t begin = line.written.span.begin;
        const std::string_view before = source_->text().substr(0, begin);
        const std::size_t line_break = before.rfind('\n');
        const std::size_t margin =
            base::display_width(before.substr(line_break == std::string_view::npos ? 0 : line_break + 1));
        return margin + (line.quoting == Quoting::Plain ? 0 : 1) +
               base::display_width(yaml::escaped(line.parts.name, line.quoting));
    }

    static std::size_t criterion_width(const Line& line) {
        return base::display_width(yaml::escaped(line.parts.criterion, line.quoting));
    }

    Columns columns_of(const std::vector<Line>& run) const {
        if (run.size() < 2) return {};
        Widths names;
        Widths own_names;
        Widths criteria;
        for (const Line& line : run) {
            names.add(name_width(line));
            own_names.add(base::display_width(line.parts.name));
            criteria.add(criterion_width(line));
        }
        if (own_names.widest > kMaxAlignedName || !names.are_within(kMaxNamePadding)) return {};
        return {names.widest, criteria.are_within(kMaxCriterionPadding) ? criteria.widest : 0};
    }

    std::string text_of(const Line& line, Columns columns) const {
        if (columns.name == 0) return joined(line.parts);
        std::string text =
            line.parts.name + std::string(columns.name - name_width(line) + 1, ' ') + line.parts.criterion;
        if (line.parts.clauses.empty()) return text;
        const std::size_t criterion = criterion_width(line);
        return text +
               std::string(columns.criterion > criterion ? columns.criterion - criterion + 1 : 1, ' ') +
               line.parts.clauses;
    }

    void set(const std::vector<Line>& run) {
        Columns columns = columns_of(run);
        const auto is_too_long = [&](const Line& line) {
            return text_of(line, columns).size() > grammar::kMaxLineBytes;
        };
        if (std::ranges::any_of(run, is_too_long)) columns = {};
        for (const Line& line : run)
            replace(*line.node, line.written, text_of(line, columns), line.quoting, Meaning::Line);
    }

    // Spending, its adjusted budget, figures, and actuals.
    void outcome(const Node& mapping, Context context) {
        for (const std::string_view key : {"adjusted", "spent"})
            if (const Entry* entry = mapping.find(key)) amount(*entry, context);
        if (const Entry* figures = mapping.find("figures")) {
            const Context in_figures = context_in(figures->value, context);
            for (const Entry& figure : figures->value.entries) value(figure.value, in_figures);
        }
        const Entry* actuals = mapping.find("actuals");
        if (actuals == nullptr) return;
        const Context in_actuals = context_in(actuals->value, context);
        for (const Entry& entry : actuals->value.entries) {
            value(entry.value, in_actuals);
            if (const Entry* actual = entry.value.find("actual"))
                value(actual->value, context_in(entry.value, in_actuals));
        }
    }

    // Amounts are nothing but values, so that their faults are faults of the file.
    void amount(const Entry& entry, Context context) {
        if (entry.value.kind != Node::Kind::Text || entry.value.text.empty()) return;
        report(entry.value, grammar::parse_value(entry.value.text).diagnostics);
        value(entry.value, context);
    }

    void value(const Node& node, Context context) {
        if (node.kind != Node::Kind::Text) return;
        const auto parsed = grammar::parse_value(node.text);
        if (!parsed.tree || !parsed.diagnostics.empty()) return;
        if (!is_clean(*parsed.tree)) return;
        const auto written = yaml::written_scalar(source_->text(), node);
        std::string text = grammar::value_text(*parsed.tree, node.text);
        if (!written || text.size() > grammar::kMaxLineBytes) return;
        const Quoting quoting = yaml::quoting_for(text, written->quoting, context);
        replace(node, *written, text, quoting, Meaning::Value);
    }

    void replace(const Node& node, const WrittenScalar& written, const std::string& text, Quoting quoting,
                 Meaning meaning) {
        const bool is_on_one_line = !written.span.in(source_->text()).contains('\n');
        if (text == node.text && is_on_one_line) return;
        edits_.push_back({written.span, yaml::scalar_text(text, quoting), &node, meaning});
    }

    void report(const Node& node, base::Diagnostics found) {
        place_in_file(found, source_, node);
        std::ranges::move(found, std::back_inserter(diagnostics_));
    }

    std::shared_ptr<const base::SourceText> source_;
    std::vector<Edit> edits_;
    base::Diagnostics diagnostics_;
};

std::string applied(std::string_view source, std::span<const Edit> edits, ByteSpan within) {
    std::string text;
    std::uint32_t at = within.begin;
    for (const Edit& edit : edits) {
        text += ByteSpan{at, edit.span.begin}.in(source);
        text += edit.scalar;
        at = edit.span.end;
    }
    text += ByteSpan{at, within.end}.in(source);
    return text;
}

// Numbers of lines, for offsets that only grow: a file may be one line of megabytes.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}

    std::size_t line_of(std::uint32_t offset) {
        line_ += static_cast<std::size_t>(std::ranges::count(text_.substr(at_, offset - at_), '\n'));
        at_ = offset;
        return line_;
    }

  private:
    std::string_view text_;
    std::uint32_t at_ = 0;
    std::size_t line_ = 1;
};

// The edits as changes of whole lines; those that touch a line together are one change.
std::vector<ChangedLines> changes_of(const base::SourceText& source, std::span<const Edit> edits) {
    std::vector<ChangedLines> changes;
    LineCounter counter(source.text());
    std::vector<std::pair<std::size_t, std::size_t>> lines_of;  // first and last of each edit
    for (const Edit& edit : edits) {
        const std::size_t first_line = counter.line_of(edit.span.begin);
        lines_of.emplace_back(first_line, counter.line_of(edit.span.end));
    }
    for (std::size_t first = 0; first < edits.size();) {
        const std::size_t first_line = lines_of[first].first;
        std::size_t last_line = lines_of[first].second;
        std::size_t end = first + 1;
        for (; end < edits.size() && lines_of[end].first == last_line; ++end)
            last_line = lines_of[end].second;
        const ByteSpan lines{source.line_span(first_line).begin, source.line_span(last_line).end};
        changes.push_back({first_line, std::string(lines.in(source.text())),
                           applied(source.text(), edits.subspan(first, end - first), lines)});
        first = end;
    }
    return changes;
}

// Holds the tree that was formatted against the tree of the outcome.
class Comparison {
  public:
    Comparison(const base::SourceText& source, std::span<const Edit> edits) : source_(source) {
        for (const Edit& edit : edits) rewritten_.emplace(edit.node, edit.meaning);
    }

    void require_same(const Node& before, const Node& after) const {
        if (before.kind != after.kind || before.items.size() != after.items.size() ||
            before.entries.size() != after.entries.size() || !is_same_text(before, after))
            throw std::logic_error("formatting would change what is said at " + source_.name() + ":" +
                                   std::to_string(source_.position(before.offset).line));
        for (std::size_t i = 0; i < before.items.size(); ++i) require_same(before.items[i], after.items[i]);
        for (std::size_t i = 0; i < before.entries.size(); ++i) {
            require_same(before.entries[i].key, after.entries[i].key);
            require_same(before.entries[i].value, after.entries[i].value);
        }
    }

  private:
    bool is_same_text(const Node& before, const Node& after) const {
        const auto rewritten = rewritten_.find(&before);
        if (rewritten == rewritten_.end()) return before.text == after.text;
        return rewritten->second == Meaning::Line ? grammar::same_line(before.text, after.text)
                                                  : grammar::same_value(before.text, after.text);
    }

    const base::SourceText& source_;
    std::map<const Node*, Meaning> rewritten_;
};

void require_same(const yaml::Document& before, const std::string& text, std::span<const Edit> edits) {
    const auto after = yaml::read(std::make_shared<const base::SourceText>(before.source->name(), text));
    if (!after.root || base::has_errors(after.diagnostics))
        throw std::logic_error("formatting would make " + before.source->name() + " unreadable");
    Comparison(*before.source, edits).require_same(*before.root, *after.root);
}

base::Diagnostic not_of_a_kind(const yaml::Document& document) {
    const auto place = [&](const Node& node) { return yaml::place_of(document.source, node); };
    const Node& root = *document.root;
    if (root.kind != Node::Kind::Map)
        return {.code = Code::ExpectedMapping, .place = place(root), .arguments = {document.source->name()}};
    const Entry* kind = root.find("yardstick");
    if (kind == nullptr) return {.code = Code::MissingKey, .place = place(root), .arguments = {"yardstick"}};
    if (kind->value.kind != Node::Kind::Text || kind->value.text.empty())
        return {.code = Code::EmptyValue, .place = place(kind->key), .arguments = {"yardstick"}};
    return {.code = Code::WrongKindOfFile,
            .place = place(kind->value),
            .arguments = {kind->value.text, "targets|results"}};
}

}  // namespace

Formatted format_text(const yaml::Document& document) {
    Formatted formatted{.text = {}, .changes = {}, .diagnostics = document.diagnostics};
    if (!document.root) return formatted;
    Collector collector(document);
    const auto kind = kind_of_file(document);
    if (kind == "targets")
        collector.targets(*document.root);
    else if (kind == "results")
        collector.results(*document.root);
    else
        formatted.diagnostics.push_back(not_of_a_kind(document));
    std::ranges::move(collector.take_diagnostics(), std::back_inserter(formatted.diagnostics));
    base::sort_by_place(formatted.diagnostics);
    if (base::has_errors(formatted.diagnostics)) return formatted;

    const std::vector<Edit> edits = collector.take_edits();
    const std::string_view source = document.source->text();
    std::string text = applied(source, edits, {0, static_cast<std::uint32_t>(source.size())});
    if (text.size() > base::kMaxFileBytes) {
        formatted.diagnostics.push_back({.code = Code::FileTooLarge,
                                         .place = {document.source, {}},
                                         .arguments = {std::to_string(base::kMaxFileBytes)}});
        return formatted;
    }
    if (!edits.empty()) require_same(document, text, edits);
    formatted.changes = changes_of(*document.source, edits);
    formatted.text = std::move(text);
    return formatted;
}

}  // namespace yardstick::indicators
