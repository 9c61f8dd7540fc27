// SPDX-License-Identifier: Apache-2.0
// Builds the tree from yaml-cpp's events, which keep order, duplicates and marks; its node graph does not.
#include "indicators/yaml/document.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "base/utf8.hpp"
#include "indicators/yaml/scalar_offsets.hpp"

namespace yardstick::indicators::yaml {

namespace {

using base::ByteSpan;
using base::Code;
using base::Diagnostic;
using base::Diagnostics;
using base::SourceText;

// Thrown by the event handler to stop yaml-cpp; never leaves this file.
struct Refused {
    Code code;
    std::uint32_t offset;
    std::vector<std::string> arguments;
};

// yaml-cpp 0.7 makes a single byte of the escapes `\_` (U+00A0) and `\N` (U+0085); all else is UTF-8.
std::string in_utf8(std::string_view value) {
    std::string text;
    for (auto at = base::find_invalid_utf8(value); at; at = base::find_invalid_utf8(value)) {
        text += value.substr(0, *at);
        text += {'\xC2', value[*at]};
        value.remove_prefix(*at + 1);
    }
    return text.append(value);
}

class TreeBuilder : public YAML::EventHandler {
  public:
    explicit TreeBuilder(std::string_view source) : source_(source) {}

    std::uint32_t document_start() const { return document_start_; }
    std::optional<Node> take_root() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override { document_start_ = offset(mark); }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        const bool is_item = !stack_.empty() && stack_.back().node.kind == Node::Kind::List;
        add({.kind = Node::Kind::Empty,
             .offset = is_item ? dash_before(offset(mark)) : offset(mark),
             .text = {},
             .items = {},
             .entries = {}});
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        throw Refused{Code::YamlAnchor, offset(mark), {}};
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse(mark, tag, anchor);
        add({.kind = Node::Kind::Text,
             .offset = offset(mark),
             .text = in_utf8(value),
             .items = {},
             .entries = {}});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Node::Kind::List);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Node::Kind::Map);
    }
    void OnMapEnd() override { close(); }

  private:
    // A list or mapping still being filled; a mapping holds the key whose value comes next.
    struct Open {
        Node node;
        std::optional<Node> key;
    };

    static std::uint32_t offset(const YAML::Mark& mark) {
        return static_cast<std::uint32_t>(std::max(mark.pos, 0));
    }

    // An empty list item is marked where the next token stands, which may be lines below its dash.
    std::uint32_t dash_before(std::uint32_t at) const {
        std::size_t end = at;
        while (end > 0) {  // from the line of `at` upwards, the first that ends in a dash, comments left out
            const std::size_t line_break = source_.rfind('\n', end - 1);
            const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
            std::string_view line = source_.substr(begin, end - begin);
            line = line.substr(0, line.find(" #"));
            const std::size_t last = line.find_last_not_of(" \t\r");
            if (last != std::string_view::npos && line[last] == '-')
                return static_cast<std::uint32_t>(begin + last);
            if (last != std::string_view::npos && line.find_first_not_of(" \t") != std::string_view::npos &&
                line[last] != '#')
                return at;
            end = begin == 0 ? 0 : begin - 1;
        }
        return at;
    }

    static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) throw Refused{Code::YamlAnchor, offset(mark), {}};
    }
    void refuse(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
        refuse_anchor(mark, anchor);
        if (source_.substr(std::min<std::size_t>(offset(mark), source_.size())).starts_with('!'))
            throw Refused{Code::YamlTag, offset(mark), {"!"}};
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refused{Code::YamlTag, offset(mark), {tag}};  // those two: none written
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        refuse(mark, tag, anchor);
        if (stack_.size() >= kMaxDepth)
            throw Refused{Code::YamlTooDeep, offset(mark), {std::to_string(kMaxDepth)}};
        stack_.push_back(
            {.node = {.kind = kind, .offset = offset(mark), .text = {}, .items = {}, .entries = {}},
             .key = {}});
    }

    void close() {
        Node node = std::move(stack_.back().node);
        stack_.pop_back();
        add(std::move(node));
    }

    void add(Node node) {
        if (stack_.empty()) {
            root_ = std::move(node);
            return;
        }
        Open& parent = stack_.back();
        if (parent.node.kind == Node::Kind::List) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.key) {
            if (node.kind != Node::Kind::Text) throw Refused{Code::KeyNotText, node.offset, {}};
            parent.key = std::move(node);
        } else {
            parent.node.entries.push_back({.key = std::move(*parent.key), .value = std::move(node)});
            parent.key.reset();
        }
    }

    std::string_view source_;
    std::uint32_t document_start_ = 0;
    std::vector<Open> stack_;
    std::optional<Node> root_;
};

// Finds what the tree must not hold: keys given twice, keys that are too long, and harmful characters that
// escapes brought in.
class TreeCheck {
  public:
    TreeCheck(const std::shared_ptr<const SourceText>& source, Diagnostics& diagnostics)
        : source_(source), diagnostics_(diagnostics) {}

    void visit(const Node& node) {
        if (node.kind == Node::Kind::Text) check_text(node);
        for (const Node& item : node.items) visit(item);
        std::map<std::string, const Node*> seen;
        for (const Entry& entry : node.entries) {
            const auto [first, is_new] = seen.emplace(base::comparable_name(entry.key.text), &entry.key);
            if (!is_new)
                diagnostics_.push_back(
                    {.code = Code::DuplicateKey,
                     .place = place_of(source_, entry.key),
                     .arguments = {entry.key.text},
                     .suggestion = {},
                     .related = {{base::Relation::FirstGivenHere, place_of(source_, *first->second)}}});
            check_text(entry.key);
            if (entry.key.text.size() > kMaxKeyBytes)
                diagnostics_.push_back({.code = Code::LineTooLong,
                                        .place = place_of(source_, entry.key),
                                        .arguments = {std::to_string(kMaxKeyBytes)}});
            visit(entry.value);
        }
    }

  private:
    void check_text(const Node& node) {
        const auto found = base::find_harmful_character(node.text);
        if (!found) return;
        const auto begin = static_cast<std::uint32_t>(found->offset);
        diagnostics_.push_back({.code = Code::ControlCharacter,
                                .place = place_of(source_, node, {begin, begin + 1}),
                                .arguments = {found->name}});
    }

    const std::shared_ptr<const SourceText>& source_;
    Diagnostics& diagnostics_;
};

Diagnostic at_offset(const std::shared_ptr<const SourceText>& source, Code code, std::size_t offset,
                     std::vector<std::string> arguments) {
    const std::size_t end = source->text().size();
    const auto begin = static_cast<std::uint32_t>(std::min(offset, end));
    const auto length = begin < end ? base::code_point_length(source->text().substr(begin)) : 0;
    return {.code = code,
            .place = {source, {begin, begin + static_cast<std::uint32_t>(length)}},
            .arguments = std::move(arguments)};
}

// Faults of the bytes, which make parsing pointless.
std::optional<Diagnostic> fault_of_bytes(const std::shared_ptr<const SourceText>& source) {
    const std::string_view text = source->text();
    if (const auto at = base::find_invalid_utf8(text)) return at_offset(source, Code::NotUtf8, *at, {});
    if (const auto found = base::find_harmful_character(text))
        return at_offset(source, Code::ControlCharacter, found->offset, {found->name});
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return at_offset(source, Code::EmptyFile, 0, {});
    return std::nullopt;
}

// yaml-cpp counts and quotes bytes: the start of the character that `at` lies in, the end of the text at
// most.
std::size_t code_point_start(std::string_view text, std::size_t at) {
    at = std::min(at, text.size());
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
    return at;
}

// A message of yaml-cpp that ends in the first byte of a character, with all of that character, which `rest`
// begins with.
std::string whole_characters(const std::string& message, std::string_view rest) {
    const auto cut = base::find_invalid_utf8(message);
    if (!cut) return message;
    return message.substr(0, *cut) +
           std::string(rest.substr(0, rest.empty() ? 0 : base::code_point_length(rest)));
}

// A tab in the white space that begins the line of `at`, where it is the likely cause of a syntax error
// there.
std::optional<std::size_t> tab_in_indentation(std::string_view text, std::size_t at) {
    const std::size_t line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
    const std::size_t content = text.find_first_not_of(" \t", begin);
    const std::size_t tab = text.find('\t', begin);
    return tab < content ? std::optional(tab) : std::nullopt;
}

// The first scalar whose opening quote has no partner: yaml-cpp takes the rest of the file for its text.
std::optional<std::uint32_t> unclosed_quote(std::string_view source, const Node& node) {
    if (node.kind == Node::Kind::Text && node.offset < source.size()) {
        const char quote = source[node.offset];
        if (quote == '"' || quote == '\'') {
            const std::size_t last = source.find_last_not_of(" \t\r\n");
            const std::uint32_t end = scalar_offsets(source, node.offset, node.text).end;
            if (end > last || source.find(quote, end) == std::string_view::npos) return node.offset;
        }
    }
    for (const Node& item : node.items)
        if (const auto found = unclosed_quote(source, item)) return found;
    for (const Entry& entry : node.entries) {
        if (const auto found = unclosed_quote(source, entry.key)) return found;
        if (const auto found = unclosed_quote(source, entry.value)) return found;
    }
    return std::nullopt;
}

}  // namespace

const Entry* Node::find(std::string_view key) const {
    const auto found = std::ranges::find(
        entries, key, [](const Entry& entry) -> std::string_view { return entry.key.text; });
    return found == entries.end() ? nullptr : &*found;
}

Document read(std::shared_ptr<const SourceText> source) {
    Document document{.source = source, .root = {}, .diagnostics = {}};
    if (auto fault = fault_of_bytes(source)) {
        document.diagnostics.push_back(std::move(*fault));
        return document;
    }
    const auto fail = [&](Code code, std::size_t offset, std::vector<std::string> arguments) {
        document.root.reset();
        document.diagnostics.push_back(at_offset(source, code, offset, std::move(arguments)));
    };
    std::istringstream in{std::string(source->text())};
    TreeBuilder builder(source->text());
    try {
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) {
            fail(Code::EmptyFile, 0, {});
            return document;
        }
        document.root = builder.take_root();
        TreeBuilder second(source->text());
        if (parser.HandleNextDocument(second)) {
            fail(Code::YamlSecondDocument, second.document_start(), {});
            return document;
        }
    } catch (const Refused& refused) {
        fail(refused.code, refused.offset, refused.arguments);
        return document;
    } catch (const YAML::Exception& error) {
        const std::size_t at = code_point_start(
            source->text(), error.mark.is_null() ? 0 : static_cast<std::size_t>(std::max(error.mark.pos, 0)));
        if (const auto tab = tab_in_indentation(source->text(), at))
            fail(Code::YamlTab, *tab, {});
        else if (source->text().substr(at).starts_with('*'))
            fail(Code::YamlAnchor, at, {});  // an alias to no anchor
        else
            fail(Code::YamlSyntax, at, {whole_characters(error.msg, source->text().substr(at))});
        return document;
    }
    if (document.root->kind == Node::Kind::Empty) {
        fail(Code::EmptyFile, 0, {});
        return document;
    }
    if (const auto quote = unclosed_quote(source->text(), *document.root)) {
        fail(Code::YamlUnclosedQuote, *quote, {});
        return document;
    }
    TreeCheck(source, document.diagnostics).visit(*document.root);
    return document;
}

base::Place place_of(const std::shared_ptr<const SourceText>& source, const Node& node, ByteSpan span) {
    if (node.kind != Node::Kind::Text) return at_offset(source, Code::YamlSyntax, node.offset, {}).place;
    const auto offsets = scalar_offsets(source->text(), node.offset, node.text);
    if (span.begin == span.end) {
        const std::uint32_t at =
            span.begin < offsets.bytes.size() ? offsets.bytes[span.begin].begin : offsets.end;
        return {source, {at, at}};
    }
    // The end is after the last byte, not before the next: between them may stand a line break.
    return {source, {offsets.bytes.at(span.begin).begin, offsets.bytes.at(span.end - 1).end}};
}

base::Place place_of(const std::shared_ptr<const SourceText>& source, const Node& node) {
    return place_of(source, node, {0, static_cast<std::uint32_t>(node.text.size())});
}

}  // namespace yardstick::indicators::yaml
