// SPDX-License-Identifier: Apache-2.0
// yardstick fmt: files in their canonical spelling.
#include "cli/fmt_command.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cli/diagnostics_output.hpp"
#include "cli/files.hpp"
#include "cli/output.hpp"
#include "indicators/format_text.hpp"

namespace yardstick::cli {

namespace {

using base::Color;
using base::Diagnostic;
using base::Language;
using indicators::ChangedLines;
using indicators::Formatted;

constexpr std::string_view kStandardInput = "-";
constexpr std::size_t kTabColumns = 4;

// Each line of `text` behind `sign`.
std::string marked(std::string_view sign, std::string_view text, Color color) {
    const bool removed = sign == "-";
    std::string lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\r')) line.remove_suffix(1);
        std::string shown = std::string(sign) + base::printable(line, kTabColumns);
        if (color == Color::Always)
            shown = (removed ? "\x1b[31m" : "\x1b[32m") + std::move(shown) + "\x1b[0m";
        lines += shown + "\n";
        begin = end + 1;
    }
    return lines;
}

class Formatter {
  public:
    explicit Formatter(const FmtOptions& options) : options_(options) {}

    ExitStatus run() {
        for (const std::string& path : options_.files) format(path);
        print(stderr, summary());
        return status_;
    }

  private:
    void format(const std::string& path) {
        auto file = read_file(path);
        if (!file) return fail(file.error());
        const Formatted formatted = indicators::format_text(indicators::yaml::read(file->source));
        if (!formatted.diagnostics.empty())
            print(stderr, diagnostics_text(formatted.diagnostics, options_.language, options_.message_color));
        if (!formatted.text) {
            ++faulty_;
            return worsen(ExitStatus::Findings);
        }
        if (options_.check) return show(path, formatted);
        const std::string text = (file->has_byte_order_mark ? "\xEF\xBB\xBF" : "") + *formatted.text;
        if (path == kStandardInput) {
            if (const auto fault = put_out(text)) fail(*fault);
        } else if (!formatted.changes.empty()) {
            if (const auto fault = write_file(path, text)) return fail(*fault);
            print(stderr, fmt::format(fmt::runtime(say("已改写 {}\n", "formatted {}\n")), path));
        }
    }

    void show(const std::string& path, const Formatted& formatted) {
        if (formatted.changes.empty()) return;
        ++not_canonical_;
        worsen(ExitStatus::Findings);
        std::string text;
        for (const ChangedLines& change : formatted.changes)
            text += fmt::format("{}:{}\n", path, change.line) +
                    marked("-", change.before, options_.output_color) +
                    marked("+", change.after, options_.output_color);
        if (const auto fault = put_out(text)) fail(*fault);
    }

    std::string summary() const {
        std::string text;
        if (faulty_ > 0 && options_.language == Language::Chinese)
            text += fmt::format("{} 个文件有错误，没有改写\n", faulty_);
        else if (faulty_ > 0)
            text += faulty_ == 1 ? std::string("1 file has errors and is left as it is\n")
                                 : fmt::format("{} files have errors and are left as they are\n", faulty_);
        if (not_canonical_ > 0 && options_.language == Language::Chinese)
            text += fmt::format("{} 个文件不是规范写法；用 yardstick fmt 改写\n", not_canonical_);
        else if (not_canonical_ == 1)
            text += "1 file is not canonical; yardstick fmt rewrites it\n";
        else if (not_canonical_ > 1)
            text += fmt::format("{} files are not canonical; yardstick fmt rewrites them\n", not_canonical_);
        if (options_.check && status_ == ExitStatus::Fine) text += say("都是规范写法\n", "all canonical\n");
        return text;
    }

    void fail(const Diagnostic& fault) {
        print(stderr, base::render(fault, options_.language, options_.message_color));
        worsen(ExitStatus::Usage);
    }

    void worsen(ExitStatus status) { status_ = std::max(status_, status); }

    std::string_view say(std::string_view chinese, std::string_view english) const {
        return options_.language == Language::Chinese ? chinese : english;
    }

    const FmtOptions& options_;
    ExitStatus status_ = ExitStatus::Fine;
    int not_canonical_ = 0;
    int faulty_ = 0;
};

}  // namespace

ExitStatus run_fmt(const FmtOptions& options) { return Formatter(options).run(); }

}  // namespace yardstick::cli
