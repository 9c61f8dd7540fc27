// SPDX-License-Identifier: Apache-2.0
// Finds the reading of a line: where its name ends, and what the rest says.
#include "grammar/parse.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "grammar/detail/convert.hpp"
#include "grammar/detail/line_rules.hpp"
#include "grammar/detail/name_pieces.hpp"
#include "grammar/detail/quoted_name.hpp"
#include "grammar/detail/suggestions.hpp"

namespace yardstick::grammar {

namespace {

using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using detail::fault;
namespace x3 = boost::spirit::x3;

ByteSpan span_of(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// Parses from `at`, and moves it behind what was matched.
template <typename Rule, typename Node>
bool parse_at(std::string_view text, std::size_t& at, const Rule& rule, Node& node) {
    const char* first = text.data() + at;
    const char* const last = text.data() + text.size();
    if (!x3::parse(first, last, x3::with<detail::TextBegin>(text.data())[rule], node)) return false;
    at = static_cast<std::size_t>(first - text.data());
    return true;
}

template <typename Rule>
void skip(std::string_view text, std::size_t& at, const Rule& rule) {
    const char* first = text.data() + at;
    x3::parse(first, text.data() + text.size(), rule);
    at = static_cast<std::size_t>(first - text.data());
}

std::size_t skip_spaces(std::string_view text, std::size_t from) {
    while (from < text.size() && text[from] == ' ') ++from;
    const auto next = static_cast<unsigned char>(from < text.size() ? text[from] : 'x');
    const bool may_be_space = next < ' ' || next == 0xC2 || next == 0xE2 || next == 0xE3;
    if (may_be_space) skip(text, from, detail::spaces);
    return from;
}

// The end of the text in [begin, end) without white space behind it.
std::size_t end_without_spaces(std::string_view text, std::size_t begin, std::size_t end) {
    while (end > begin) {
        std::size_t start = end - 1;  // of the last character
        while (start > begin && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80) --start;
        if (skip_spaces(text.substr(0, end), start) != end) break;
        end = start;
    }
    return end;
}

// Where a comparator may begin.
constexpr detail::Beginnings kComparatorBeginnings(detail::kComparatorSigns, detail::kComparatorWords,
                                                   detail::kComparatorPhrases, detail::kQualitativeWords,
                                                   detail::kLatinQualitativeWords);

// A way to split the line into name and the rest; it has a tree.
using Reading = Parsed<IndicatorLine>;

// One clause, or what stands in its place; the usual ones first.
void read_clause(std::string_view text, std::size_t& at, detail::Converter& converter, IndicatorLine& line) {
    if (detail::WeightNode weight; parse_at(text, at, detail::weight, weight)) {
        converter.clause(weight, line);
        return;
    }
    if (detail::DirectionNode direction; parse_at(text, at, detail::direction, direction)) {
        converter.clause(direction, line);
        return;
    }
    detail::ClauseNode clause;
    parse_at(text, at, detail::other_clause, clause);  // matches at least one byte, whatever it is
    converter.clause(clause, line);
}

// What stands behind the criterion, to the end of the line.
void read_clauses(std::string_view text, std::size_t at, detail::Converter& converter, IndicatorLine& line) {
    while (converter.fault_count() < kMaxFaultsOfLine) {
        at = skip_spaces(text, at);
        std::size_t behind_comma = at;
        skip(text, behind_comma, detail::comma);
        if (behind_comma != at) behind_comma = skip_spaces(text, behind_comma);
        if (at == text.size()) return;
        if (behind_comma < text.size()) at = behind_comma;  // a comma at the end is a fault
        read_clause(text, at, converter, line);
    }
}

// The last bytes of the pieces that make another word of a comparator: few names end in one.
constexpr std::array<bool, 256> kLastBytesOfPieces = [] {
    std::array<bool, 256> bytes{};
    for (const std::string_view piece : detail::kBeforeNoComparator)
        bytes[static_cast<unsigned char>(piece.back())] = true;
    for (const std::string_view piece : detail::kLatinBeforeNoComparator)
        bytes[static_cast<unsigned char>(piece.back())] = true;
    return bytes;
}();

// Where the piece begins that makes another word of the comparator behind it, `不` of `不等于` and of `不
// 等于`; the comparator's own beginning where there is none.
std::size_t piece_before_comparator(std::string_view text, const IndicatorLine& line) {
    const std::size_t comparator = line.criterion.comparator_span.begin;
    if (line.name_is_quoted || line.criterion.comparator == Comparator::Qualitative) return comparator;
    std::size_t found = comparator;
    const std::string_view words = text.substr(0, line.name.end);
    if (words.empty() || !kLastBytesOfPieces[static_cast<unsigned char>(words.back())]) return comparator;
    for (const std::string_view piece : detail::kBeforeNoComparator)
        if (words.ends_with(piece)) found = std::min(found, words.size() - piece.size());
    for (const std::string_view piece : detail::kLatinBeforeNoComparator)
        if (words.ends_with(piece) && (words.size() == piece.size() ||
                                       !detail::is_ascii_letter(words[words.size() - piece.size() - 1])))
            found = std::min(found, words.size() - piece.size());
    return found;
}

// Where a piece at the end of the name begins that belongs to the target behind it: a number of its own,
// `约`, a year that a date without one does not know. The end of the name where there is none.
std::size_t piece_before_target(std::string_view text, const IndicatorLine& line) {
    const std::string_view words = text.substr(0, line.name.end);
    const auto ends_with_one_of = [&](const auto& pieces) -> std::size_t {
        std::size_t longest = 0;
        for (const std::string_view piece : pieces)
            if (words.ends_with(piece)) longest = std::max(longest, piece.size());
        return longest;
    };
    if (line.name_is_quoted) return words.size();
    if (const auto* date = std::get_if<Date>(&line.criterion.target.content);
        date != nullptr && !date->year) {
        if (const std::size_t size = ends_with_one_of(detail::kYearPieces)) return words.size() - size;
    }
    if (line.criterion.form == ComparatorForm::Before) return words.size();
    if (const std::size_t size = ends_with_one_of(detail::kApproximateBefore)) return words.size() - size;
    if (const std::size_t size = ends_with_one_of(detail::kNumberPieces)) return words.size() - size;
    std::size_t digits = words.size();
    while (digits > line.name.begin && detail::is_ascii_digit(words[digits - 1])) --digits;
    const bool number_of_its_own =
        digits == line.name.begin || end_without_spaces(words, line.name.begin, digits) < digits;
    return number_of_its_own ? digits : words.size();
}

// Fills in `reading`, which is empty.
void read_line(std::string_view text, ByteSpan name, bool quoted, const detail::CriterionNode& criterion,
               std::size_t criterion_end, Reading& reading) {
    IndicatorLine& line = reading.tree.emplace();
    line.name = name;
    line.name_is_quoted = quoted;
    detail::Converter converter(text, reading.diagnostics);
    converter.criterion(criterion, false, line.criterion);
    if (skip_spaces(text, name.begin) >= name.end) {
        const ByteSpan comparator = line.criterion.comparator_span;
        reading.diagnostics.insert(
            reading.diagnostics.begin(),
            fault(Code::NoName, comparator == ByteSpan{} ? line.criterion.span : comparator));
    }
    if (line.criterion.form == ComparatorForm::Before)
        if (const std::size_t before = piece_before_comparator(text, line);
            before < line.criterion.span.begin) {
            const ByteSpan whole = span_of(before, line.criterion.comparator_span.end);
            reading.diagnostics.push_back(
                fault(Code::NoSuchComparator, whole, {std::string(whole.in(text))}));
        }
    if (const std::size_t piece = piece_before_target(text, line); piece < line.name.end) {
        const ByteSpan whole = span_of(piece, line.criterion.target.span.end);
        const bool is_date = std::holds_alternative<Date>(line.criterion.target.content);
        reading.diagnostics.push_back(
            fault(is_date ? Code::NoSuchDate : Code::UnreadableValue, whole, {std::string(whole.in(text))}));
    }
    read_clauses(text, criterion_end, converter, line);
}

// A criterion with its comparator before, behind or in the target, found in a text.
struct Found {
    detail::CriterionNode criterion;
    std::size_t begin;
    std::size_t end;
};

// A comparator and the target it is followed by, faulty or not.
bool parse_criterion_at(std::string_view text, std::size_t& at, detail::CriterionNode& criterion) {
    if (parse_at(text, at, detail::comparator, criterion.comparator)) {
        at = skip_spaces(text, at);
        return parse_at(text, at, detail::target, criterion.target);
    }
    if (!parse_at(text, at, detail::qualitative, criterion.comparator)) return false;
    at = skip_spaces(text, at);
    return parse_at(text, at, detail::outcome_target, criterion.target);
}

// Finds comparators from left to right.
class ComparatorScan {
  public:
    ComparatorScan(std::string_view text, std::size_t begin) : text_(text), begin_(begin), at_(begin) {}

    // The next comparator with its target; none of the two behind one another, `≥ ≥ 5`, is one more.
    std::optional<Found> next() {
        const char* const end = text_.data() + text_.size();
        for (; at_ < text_.size(); at_ += detail::character_length(text_[at_])) {
            if (!kComparatorBeginnings.holds(text_.data() + at_, end)) continue;
            if (detail::is_ascii_letter(text_[at_]) && at_ > begin_ &&
                detail::is_ascii_letter(text_[at_ - 1]))
                continue;
            Found found{{}, at_, at_};
            if (!parse_criterion_at(text_, found.end, found.criterion)) continue;
            const auto& comparator = found.criterion.comparator;
            const bool qualitative = comparator.comparator == Comparator::Qualitative;
            if (qualitative && at_ != begin_ && end_without_spaces(text_, begin_, at_) == at_) continue;
            const std::size_t after = comparator.span.end;
            const bool repeated =
                after_comparator_ != 0 && skip_spaces(text_, after_comparator_) == found.begin;
            if (!qualitative) after_comparator_ = after;
            at_ = after;
            if (!repeated) return found;
            --at_;  // the loop goes on behind the comparator, whose last byte stands alone
        }
        return std::nullopt;
    }

  private:
    std::string_view text_;
    std::size_t begin_;
    std::size_t at_;
    std::size_t after_comparator_ = 0;  // of the comparator before
};

// A target with its comparator behind or in it.
bool parse_bounded_at(std::string_view text, std::size_t& at, detail::CriterionNode& criterion) {
    if (!parse_at(text, at, detail::bounded, criterion.target)) return false;
    if (const auto* measure = boost::get<detail::MeasureNode>(&criterion.target.get()))
        return measure->bound.span != ByteSpan{} || measure->upper.span != ByteSpan{};
    const auto* dated = boost::get<detail::DatedNode>(&criterion.target.get());
    return dated != nullptr && dated->edge.edge == DateEdge::Before;
}

// Finds targets with their comparator behind or in them: `98 %以上`, `18..26 ℃`, `6月30日前`.
class BoundScan {
  public:
    BoundScan(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

    std::optional<Found> next() {
        while (at_ < text_.size()) {
            Found found{{}, at_, at_};
            const bool is_bounded = may_begin() && parse_bounded_at(text_, found.end, found.criterion);
            if (is_bounded ||
                found.end > at_)  // a whole date or quantity: its parts are no targets of their own
                at_ = found.end;
            else
                at_ += std::min(detail::character_length(text_[at_]), text_.size() - at_);
            if (is_bounded) return found;
        }
        return std::nullopt;
    }

  private:
    // Not inside a number or a word with digits: `A12`, `3.5`.
    bool may_begin() const {
        if (at_ == 0) return true;
        const char before = text_[at_ - 1];
        const bool is_sign = text_[at_] == '-' || text_[at_] == '+';
        if (is_sign && end_without_spaces(text_, 0, at_) == at_) return false;
        return !detail::is_ascii_digit(before) && !detail::is_ascii_letter(before) && before != '.' &&
               before != ',';
    }
    std::string_view text_;
    std::size_t at_;
};

// A comparator that is a sign or 定性 is hardly ever part of a name; a word may be one: `65岁以上老人数`.
bool is_plain(const Reading& reading, std::string_view text) {
    const Criterion& criterion = reading.tree->criterion;
    if (criterion.form != ComparatorForm::Before) return false;
    if (criterion.comparator == Comparator::Qualitative) return true;
    return x3::parse(text.data() + criterion.comparator_span.begin, text.data() + text.size(),
                     detail::comparator_signs);
}

// What joins two criteria.
constexpr auto kJoiningWords =
    std::to_array<std::string_view>({"且", "并且", "并", "和", "及", "、", "，", ",", "但", "and"});

// The readings of a line with a bare name, as they are found from left to right.
class Readings {
  public:
    // The reading that is chosen will be in `best`, which is empty.
    Readings(std::string_view text, std::size_t begin, Reading& best)
        : text_(text), begin_(begin), best_(best) {}

    // Whether there may be more; false where there are too many.
    template <typename Scan>
    bool collect(Scan scan) {
        while (auto found = scan.next()) {
            if (++count_ > kMaxComparators) return false;
            const ByteSpan name = span_of(begin_, end_without_spaces(text_, begin_, found->begin));
            if (!best_.tree) {
                read_line(text_, name, false, found->criterion, found->end, best_);
                consider(best_);
            } else {
                Reading reading;
                read_line(text_, name, false, found->criterion, found->end, reading);
                if (consider(reading)) best_ = std::move(reading);
            }
        }
        return true;
    }

    bool is_empty() const { return count_ == 0; }
    bool has_clean() const { return has_clean_; }
    bool has_plain() const { return has_plain_; }

    // Adds the faults that only several readings show.
    void compare() {
        if (!has_clean_) return;
        const IndicatorLine& line = *best_.tree;
        const auto text_of = [&](ByteSpan span) { return std::string(span.in(text_)); };
        const ByteSpan chosen = line.criterion.span;
        if (inner_ && inner_->begin < chosen.begin && inner_->end > chosen.begin) {  // `不少于 5 天内`
            best_.diagnostics.push_back(
                fault(Code::TwoComparators, line.criterion.comparator_span,
                      {text_of(line.criterion.comparator_span), text_of(inner_comparator_)}));
            best_.diagnostics.back().related.push_back(
                {base::Relation::FirstGivenHere, {.source = nullptr, .span = inner_comparator_}});
        } else if (inner_ && (inner_is_plain_ || ends_name(*inner_, line.name))) {
            best_.diagnostics.push_back(
                fault(Code::TwoCriteria, *inner_, {text_of(*inner_), text_of(line.criterion.span)}));
        } else if (other_name_) {
            Diagnostic diagnostic =
                fault(Code::AmbiguousLine, line.name, {text_of(line.name), text_of(*other_name_)});
            diagnostic.related.push_back(
                {base::Relation::OtherReading, {.source = nullptr, .span = *other_name_}});
            best_.diagnostics.push_back(std::move(diagnostic));
        }
    }

  private:
    // Notes the reading; whether it is better than those before.
    bool consider(const Reading& reading) {
        if (reading.diagnostics.empty()) {
            if (has_clean_ && !other_name_) other_name_ = reading.tree->name;
            return !std::exchange(has_clean_, true);
        }
        if (has_clean_) return false;
        const bool plain = is_plain(reading, text_);
        // A criterion that was passed over all the same: `≥ 90 %`, `定性 …`; a word's only where the name
        // ends.
        if (!inner_is_plain_ && is_criterion(reading)) {
            inner_ = reading.tree->criterion.span;
            inner_comparator_ = reading.tree->criterion.comparator_span;
            inner_is_plain_ = plain;
        }
        const bool fewer_faults = reading.diagnostics.size() < best_.diagnostics.size();
        const bool better = (plain && !has_plain_) || (plain == has_plain_ && fewer_faults);
        has_plain_ |= plain;
        return better;
    }

    // `不低于 90%` and `18以上` at the end of a name are criteria of their own, also before `且`;
    // `低于 3 元的企业数` and `65岁以上老人数` name what is counted.
    bool ends_name(ByteSpan criterion, ByteSpan name) const {
        if (criterion.end > name.end) return false;
        const std::string_view rest = ByteSpan{criterion.end, name.end}.in(text_);
        const std::size_t begin = skip_spaces(rest, 0);
        if (begin < rest.size() &&
            std::ranges::find(kJoiningWords, rest.substr(begin)) == kJoiningWords.end())
            return false;
        const std::string_view last = criterion.in(text_);
        return detail::is_ascii_digit(last.back()) || last.ends_with("%") || last.ends_with("％") ||
               std::ranges::any_of(detail::kBoundWords,
                                   [&](const auto& word) { return last.ends_with(word.first); });
    }

    static bool is_criterion(const Reading& reading) {
        return reading.tree->criterion.comparator == Comparator::Qualitative ||
               !std::holds_alternative<Words>(reading.tree->criterion.target.content);
    }

    std::string_view text_;
    std::size_t begin_;
    std::size_t count_ = 0;
    Reading& best_;  // the first clean one, or that with the fewest faults
    bool has_clean_ = false;
    bool has_plain_ = false;              // whether there is one with a sign for its comparator
    std::optional<ByteSpan> other_name_;  // of the second clean reading
    std::optional<ByteSpan> inner_;       // a criterion before the first clean reading's
    ByteSpan inner_comparator_;           // of that
    bool inner_is_plain_ = false;
};

Diagnostic too_long(std::string_view text) {
    return fault(Code::LineTooLong, span_of(0, text.size()), {std::to_string(kMaxLineBytes)});
}

}  // namespace

Parsed<IndicatorLine> parse_indicator(std::string_view text) {
    if (text.size() > kMaxLineBytes) return {std::nullopt, {too_long(text)}};
    const std::size_t begin = skip_spaces(text, 0);
    if (begin == text.size()) return {std::nullopt, {fault(Code::EmptyLine, span_of(0, text.size()))}};

    Reading reading;
    // A quoted name is one that is followed by a criterion; `"三公"经费控制率 ≤ 100 %` has a bare name.
    const auto quoted = detail::quoted_name(text, begin);
    if (quoted) {
        detail::CriterionNode criterion;
        std::size_t end = skip_spaces(text, quoted->end);
        if (parse_criterion_at(text, end, criterion) || parse_bounded_at(text, end, criterion)) {
            read_line(text, quoted->name, true, criterion, end, reading);
            detail::suggest_keywords(reading.diagnostics, text);
            return reading;
        }
    }
    const auto fail = [&](Code code, std::vector<std::string> arguments) {
        const ByteSpan all = span_of(begin, end_without_spaces(text, begin, text.size()));
        reading = {std::nullopt, {fault(code, all, std::move(arguments))}};
    };
    Readings readings(text, begin, reading);
    bool few = readings.collect(ComparatorScan(text, begin));
    if (few && !readings.has_clean() && !readings.has_plain()) few = readings.collect(BoundScan(text, begin));
    if (!few) {
        fail(Code::TooManyComparators, {std::to_string(kMaxComparators)});
    } else if (readings.is_empty()) {
        fail(Code::NoComparator, {});
        detail::suggest_keywords(reading.diagnostics, text);
    } else {
        readings.compare();
        if (const std::size_t size = detail::opening_quote(text.substr(begin));
            size > 0 && !quoted && !detail::closes_quote(text))
            reading.diagnostics.push_back(fault(Code::UnclosedQuote, span_of(begin, begin + size)));
        detail::suggest_keywords(reading.diagnostics, text);
    }
    return reading;
}

Parsed<Criterion> parse_criterion(std::string_view text) {
    if (text.size() > kMaxLineBytes) return {std::nullopt, {too_long(text)}};
    const std::string_view trimmed = text.substr(0, end_without_spaces(text, 0, text.size()));
    std::size_t at = skip_spaces(trimmed, 0);
    detail::CriterionNode node;
    if (parse_at(trimmed, at, detail::comparator, node.comparator)) at = skip_spaces(trimmed, at);
    parse_at(trimmed, at, detail::cell, node.target);  // matches whatever stands there
    Parsed<Criterion> parsed;
    detail::Converter(trimmed, parsed.diagnostics).criterion(node, true, parsed.tree.emplace());
    return parsed;
}

Parsed<Value> parse_value(std::string_view text) {
    if (text.size() > kMaxLineBytes) return {std::nullopt, {too_long(text)}};
    if (skip_spaces(text, 0) == text.size())
        return {std::nullopt, {fault(Code::EmptyLine, span_of(0, text.size()))}};
    detail::ValueNode node;
    std::size_t at = 0;
    if (!parse_at(text, at, detail::value, node))
        return {std::nullopt, {fault(Code::UnreadableValue, span_of(0, text.size()), {std::string(text)})}};
    Parsed<Value> parsed;
    parsed.tree = detail::Converter(text, parsed.diagnostics).value(node);
    return parsed;
}

std::string name_text(const IndicatorLine& line, std::string_view text) {
    std::string name(line.name.in(text));
    const bool doubled = line.name_is_quoted && line.name.begin > 0 && text[line.name.begin - 1] == '"';
    if (!doubled) return name;
    for (std::size_t at = name.find("\"\""); at != std::string::npos; at = name.find("\"\"", at + 1))
        name.erase(at, 1);
    return name;
}

}  // namespace yardstick::grammar
