// SPDX-License-Identifier: Apache-2.0
// The grammar on the court's indicator lines, beside a plain splitter of the same lines and a bare reading of
// their bytes.
#include <array>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>

#include "grammar/parse.hpp"
#include "loading.hpp"

using namespace yardstick;

namespace {

void collect_lines(const indicators::yaml::Node& node, std::vector<std::string>& lines) {
    using Kind = indicators::yaml::Node::Kind;
    for (const indicators::yaml::Node& item : node.items)
        if (item.kind == Kind::Text) lines.push_back(item.text);
    for (const indicators::yaml::Entry& entry : node.entries) collect_lines(entry.value, lines);
}

// The texts of all lists in the file: its indicator lines, and nothing else.
const std::vector<std::string>& lines() {
    static const std::vector<std::string> kLines = [] {
        const auto document = indicators::yaml::read(tests::source(tests::file_text(
            std::string(YARDSTICK_SOURCE_DIR) + "/examples/jinjiang-court-2024/targets.yaml")));
        std::vector<std::string> found;
        collect_lines(document.root.value(), found);
        return found;
    }();
    return kLines;
}

// The same lines, each ended by a newline.
const std::string& all_bytes() {
    static const std::string kBytes = [] {
        std::string bytes;
        for (const std::string& line : lines()) bytes += line + '\n';
        return bytes;
    }();
    return kBytes;
}

void count(benchmark::State& state) {
    const auto iterations = static_cast<std::int64_t>(state.iterations());
    const auto line_count = static_cast<std::int64_t>(lines().size());
    state.SetItemsProcessed(iterations * line_count);
    state.SetBytesProcessed(iterations * static_cast<std::int64_t>(all_bytes().size()));
    state.counters["s_per_line"] =
        benchmark::Counter(static_cast<double>(line_count),
                           benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

// --- a splitter: where the parts of a well-formed line are, and nothing about those of any other

struct Parts {
    std::string_view name;
    std::string_view comparator;
    std::string_view number;  // or the words of a qualitative target
    std::string_view unit;
    std::string_view weight;
    std::string_view direction;
};

// Whether a comparator may begin with this byte.
constexpr std::array<bool, 256> kBeginsComparator = [] {
    std::array<bool, 256> table{};
    for (const char byte : {'<', '=', '>'}) table[static_cast<unsigned char>(byte)] = true;
    table[0xE2] = true;  // ≥ ≤
    table[0xE5] = true;  // 定性
    return table;
}();

// The comparator at the start of `text`; empty where there is none.
std::string_view comparator_at(std::string_view text) {
    for (const std::string_view word : {"≥", "≤", ">=", "<=", "=", ">", "<", "定性 "})
        if (text.starts_with(word)) return text.substr(0, word.size());
    return {};
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// The word at the start of `rest`, which is then taken off, with the spaces after it.
std::string_view take_word(std::string_view& rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    return word;
}

std::string_view take_number(std::string_view& rest) {
    std::size_t size = 0;
    while (size < rest.size() && ((rest[size] >= '0' && rest[size] <= '9') || rest[size] == '.')) ++size;
    const std::string_view number = rest.substr(0, size);
    rest.remove_prefix(size);
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    return number;
}

std::optional<Parts> split(std::string_view line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (!kBeginsComparator[static_cast<unsigned char>(line[at])]) continue;
        const std::string_view comparator = comparator_at(line.substr(at));
        if (comparator.empty()) continue;
        Parts parts;
        parts.name = trimmed(line.substr(0, at));
        parts.comparator = trimmed(comparator);
        std::string_view rest = line.substr(at + comparator.size());
        while (rest.starts_with(' ')) rest.remove_prefix(1);
        parts.number = take_number(rest);
        if (parts.number.empty()) parts.number = take_word(rest);
        while (!rest.empty()) {
            const std::string_view word = take_word(rest);
            if (word == "权重")
                parts.weight = take_number(rest);
            else if (word == "正向" || word == "反向" || word == "正向指标" || word == "反向指标")
                parts.direction = word;
            else if (parts.unit.empty())
                parts.unit = word;
            else
                return std::nullopt;
        }
        return parts;
    }
    return std::nullopt;
}

// --- what is measured

void parse_indicator_lines(benchmark::State& state) {
    for (auto _ : state)
        for (const std::string& line : lines()) benchmark::DoNotOptimize(grammar::parse_indicator(line));
    count(state);
}

void split_lines_plainly(benchmark::State& state) {
    for (const std::string& line : lines()) {  // both must find the same parts
        const auto parts = split(line);
        const auto parsed = grammar::parse_indicator(line);
        if (!parts || !parsed.tree || parts->name != parsed.tree->name.in(line) ||
            parts->comparator != parsed.tree->criterion.comparator_span.in(line))
            throw std::logic_error("the splitter reads otherwise than the grammar: " + line);
    }
    for (auto _ : state)
        for (const std::string& line : lines()) benchmark::DoNotOptimize(split(line));
    count(state);
}

void find_line_ends(benchmark::State& state) {
    const std::string& bytes = all_bytes();
    for (auto _ : state) {
        const char* at = bytes.data();
        const char* const end = at + bytes.size();
        while (at != end) {
            at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))) + 1;
            benchmark::DoNotOptimize(at);
        }
    }
    count(state);
}

void add_up_bytes(benchmark::State& state) {
    for (auto _ : state) {
        unsigned sum = 0;
        for (const char byte : all_bytes()) sum += static_cast<unsigned char>(byte);
        benchmark::DoNotOptimize(sum);
    }
    count(state);
}

}  // namespace

BENCHMARK(parse_indicator_lines)->Unit(benchmark::kMicrosecond);
BENCHMARK(split_lines_plainly)->Unit(benchmark::kMicrosecond);
BENCHMARK(find_line_ends)->Unit(benchmark::kMicrosecond);
BENCHMARK(add_up_bytes)->Unit(benchmark::kMicrosecond);
