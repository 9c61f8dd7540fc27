// SPDX-License-Identifier: Apache-2.0
// The yardstick program: its commands and options.
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "base/suggest.hpp"
#include "cli/check_command.hpp"
#include "cli/exit_status.hpp"
#include "cli/files.hpp"
#include "cli/fmt_command.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/score_command.hpp"

namespace {

using yardstick::base::Color;
using yardstick::base::Language;
using yardstick::cli::ExitStatus;
using yardstick::cli::Format;

enum class ColorChoice { Auto, Always, Never };

// The language of the locale, by the rules of POSIX: the first of these variables that is set decides.
Language language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0')
            return std::string_view(value).starts_with("zh") ? Language::Chinese : Language::English;
    return Language::English;
}

// --lang is looked up before everything else, so that --help speaks it too.
Language language_of(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const std::string_view value = argument == "--lang" && i + 1 < argc ? argv[i + 1]
                                       : argument.starts_with("--lang=")    ? argument.substr(7)
                                                                            : std::string_view{};
        if (value == "zh") return Language::Chinese;
        if (value == "en") return Language::English;
    }
    return language_of_locale();
}

Color color_for(ColorChoice choice, std::FILE* stream) {
    if (choice != ColorChoice::Auto) return choice == ColorChoice::Always ? Color::Always : Color::Never;
    const char* no_color = std::getenv("NO_COLOR");
    if (no_color != nullptr && *no_color != '\0') return Color::Never;
    return ::isatty(::fileno(stream)) != 0 ? Color::Always : Color::Never;
}

class Program {
  public:
    explicit Program(Language language) : language_(language) {}

    int run(int argc, char** argv) {
        CLI::App app{
            say("准绳：按规则精确评定绩效指标的得分",
                "Yardstick: scores performance indicators exactly, by rules that cite their source")};
        app.name("yardstick");
        app.set_version_flag("--version", "yardstick " YARDSTICK_VERSION,
                             say("显示版本", "Show the version"));
        app.set_help_flag("-h,--help", say("显示帮助", "Show this help"));
        app.footer(say("退出状态：0 正常；1 输入有错误或发现；2 用法错误；3 程序自身的缺陷",
                       "Exit status: 0 fine; 1 the input has errors or findings; 2 usage; 3 our bug"));
        name_parts_of_help(app);
        add_common(app);
        CLI::App* score = define_score(app);
        CLI::App* check = define_check(app);
        CLI::App* format = define_fmt(app);
        if (const auto unknown = unknown_command(argc, argv, app)) return usage_fault(*unknown);
        try {
            std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error of write, not the end
            app.parse(argc, argv);
        } catch (const CLI::Success& wanted) {  // --help, --version
            return app.exit(wanted);
        } catch (const CLI::ParseError& error) {
            return usage_fault(worded(error));
        }
        if (score->parsed())
            if (const auto fault = fault_of(score_)) return usage_fault(*fault);
        if (score->parsed()) return status(yardstick::cli::run_score(finished(score_)));
        if (check->parsed()) return status(yardstick::cli::run_check(finished(check_)));
        if (format->parsed()) return status(yardstick::cli::run_fmt(finished(fmt_)));
        yardstick::cli::print(stderr, app.help());
        return status(ExitStatus::Usage);
    }

  private:
    // CLI11 speaks English only, and takes a misspelt command for an argument.
    std::optional<std::string> unknown_command(int argc, char** argv, const CLI::App& app) const {
        if (argc < 2 || argv[1][0] == '-') return std::nullopt;
        std::vector<std::string> names;
        for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
        if (std::ranges::find(names, argv[1]) != names.end()) return std::nullopt;
        std::string text =
            fmt::format(fmt::runtime(say("没有命令 `{}`", "there is no command `{}`")), argv[1]);
        if (const auto meant = yardstick::base::closest(argv[1], names))
            text += fmt::format(fmt::runtime(say("；是否想用 `{}`？", "; did you mean `{}`?")), *meant);
        return text;
    }

    std::string worded(const CLI::ParseError& error) const {
        std::string text = error.what();
        if (language_ == Language::English) return text;
        const auto after = [&](std::string_view english) {
            return text.substr(std::min(text.size(), english.size()));
        };
        constexpr std::string_view kRequired = " is required";
        constexpr std::string_view kExtra = "The following argument was not expected: ";
        constexpr std::string_view kExtras = "The following arguments were not expected: ";
        if (text.ends_with(kRequired)) return "缺少 " + text.substr(0, text.size() - kRequired.size());
        if (text.starts_with(kExtra)) return "多余的参数：" + after(kExtra);
        if (text.starts_with(kExtras)) return "多余的参数：" + after(kExtras);
        return text;
    }

    // What no single option can tell.
    std::optional<std::string> fault_of(const yardstick::cli::ScoreOptions& options) const {
        if (options.targets == "-" && options.results == "-")
            return say("标准输入只能用作一个文件", "standard input can be one of the files only");
        for (const std::string& input : {options.targets, options.results})
            if (!options.output.empty() && yardstick::cli::same_file(options.output, input))
                return fmt::format(fmt::runtime(say("不能把结果写到输入文件 {} 上",
                                                    "the output would replace the input file {}")),
                                   input);
        return std::nullopt;
    }

    int usage_fault(const std::string& what) const {
        fmt::print(stderr, "yardstick: {}\n{}\n", what,
                   say("用法见 yardstick --help", "see yardstick --help"));
        return status(ExitStatus::Usage);
    }

    static int status(ExitStatus status) { return static_cast<int>(status); }

    std::string say(std::string_view chinese, std::string_view english) const {
        return std::string(language_ == Language::Chinese ? chinese : english);
    }

    void name_parts_of_help(CLI::App& app) const {
        if (language_ == Language::English) return;
        for (const auto& [english, chinese] : {std::pair{"Usage", "用法"},
                                               {"Options", "选项"},
                                               {"OPTIONS", "选项"},
                                               {"Positionals", "参数"},
                                               {"Subcommands", "命令"},
                                               {"SUBCOMMAND", "命令"}})
            app.get_formatter()->label(english, chinese);
        app.option_defaults()->group("选项");
        app.get_help_ptr()->group("选项");
        app.get_version_ptr()->group("选项");
    }

    void in_language(CLI::App& command) const {
        if (language_ == Language::Chinese) {
            command.get_help_ptr()->group("选项");
            command.group("命令");
        }
    }

    CLI::App* define_score(CLI::App& app) {
        CLI::App* command = app.add_subcommand(
            "score", say("由指标文件和结果文件评定项目和部门得分",
                         "Score a department's projects and itself from targets and results"));
        in_language(*command);
        command
            ->add_option("TARGETS", score_.targets,
                         say("指标文件（YAML）；- 为标准输入", "Targets file (YAML); - is standard input"))
            ->required();
        command->add_option("RESULTS", score_.results, say("结果文件（YAML）", "Results file (YAML)"))
            ->required();
        command->add_option(
            "--ruleset", score_.ruleset,
            say("评分规则，代替指标文件中写的规则", "Ruleset, instead of the one that the targets name"));
        add_choice(*command, "--format", score_.format, {{"table", Format::Table}, {"json", Format::Json}},
                   say("输出格式：table（默认）或 json", "Output format: table (the default) or json"));
        command->add_option("-o,--output", score_.output,
                            say("写入文件（整个写成，或不写）", "Write to this file, whole or not at all"));
        add_common(*command);
        command->footer(
            say("例：yardstick score targets.yaml results.yaml\n    yardstick score targets.yaml "
                "results.yaml --format json -o scores.json",
                "Examples: yardstick score targets.yaml results.yaml\n"
                "          yardstick score targets.yaml results.yaml --format json -o scores.json"));
        return command;
    }

    CLI::App* define_check(CLI::App& app) {
        CLI::App* command = app.add_subcommand(
            "check",
            say("检查文件，一次列出所有错误和疑点", "Check files: every error and finding, in one run"));
        in_language(*command);
        command
            ->add_option("FILE", check_.files,
                         say("指标文件；结果文件与其指标文件一起给出",
                             "Targets files; results files together with their targets"))
            ->required();
        command->add_option(
            "--ruleset", check_.ruleset,
            say("评分规则，代替指标文件中写的规则", "Ruleset, instead of the one that the targets name"));
        add_choice(*command, "--format", check_.format,
                   {{"table", Format::Table}, {"json", Format::Json}, {"sarif", Format::Sarif}},
                   say("输出格式：table（默认）、json，或供编辑器和 CI 用的 sarif",
                       "Output format: table (the default), json, or sarif for editors and CI"));
        add_common(*command);
        command->footer(say("例：yardstick check targets.yaml results.yaml",
                            "Example: yardstick check targets.yaml results.yaml"));
        return command;
    }

    CLI::App* define_fmt(CLI::App& app) {
        CLI::App* command = app.add_subcommand(
            "fmt", say("把文件改写为规范写法，注释和版面不变",
                       "Rewrite files in their canonical spelling; comments and layout stay"));
        in_language(*command);
        command
            ->add_option("FILE", fmt_.files,
                         say("指标文件和结果文件；- 为从标准输入到标准输出",
                             "Targets and results files; - is standard input to standard output"))
            ->required();
        command->add_flag("--check", fmt_.check,
                          say("不写文件，列出会改写的行；有则退出状态为 1",
                              "Write nothing; show the lines that would change, and exit with 1 if any"));
        add_common(*command);
        command->footer(say("例：yardstick fmt targets.yaml results.yaml\n    yardstick fmt --check *.yaml",
                            "Examples: yardstick fmt targets.yaml results.yaml\n"
                            "          yardstick fmt --check *.yaml"));
        return command;
    }

    void add_common(CLI::App& command) {
        add_choice(
            command, "--color", color_,
            {{"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}},
            say("颜色：auto（默认：终端上）、always 或 never",
                "Colour: auto (the default: on a terminal), always or never"));
        add_choice(command, "--lang", language_, {{"zh", Language::Chinese}, {"en", Language::English}},
                   say("语言：zh 或 en；默认依区域设置", "Language: zh or en; the locale's by default"));
    }

    // An option that takes one of a few words.
    template <typename Value>
    void add_choice(CLI::App& command, const std::string& option, Value& value,
                    const std::vector<std::pair<std::string, Value>>& choices, const std::string& help) {
        std::string words;
        for (const auto& [word, meaning] : choices) words += (words.empty() ? "" : "|") + word;
        const std::string fault = option + ": " + say("应为 ", "expected ") + words;
        command
            .add_option_function<std::string>(
                option,
                [choices, fault, &value](const std::string& word) {
                    const auto found =
                        std::ranges::find(choices, word, &std::pair<std::string, Value>::first);
                    if (found == choices.end()) throw CLI::ValidationError(fault);
                    value = found->second;
                },
                help)
            ->option_text(words);
    }

    template <typename Options>
    Options& finished(Options& options) {
        options.language = language_;
        options.output_color = color_for(color_, stdout);
        options.message_color = color_for(color_, stderr);
        return options;
    }

    Language language_;
    yardstick::cli::ScoreOptions score_;
    yardstick::cli::CheckOptions check_;
    yardstick::cli::FmtOptions fmt_;
    ColorChoice color_ = ColorChoice::Auto;
};

}  // namespace

int main(int argc, char** argv) {
    try {
        return Program(language_of(argc, argv)).run(argc, argv);
    } catch (const std::exception& error) {
        yardstick::cli::print(
            stderr, fmt::format("yardstick: this is a bug of ours, please report it: {}\n", error.what()));
        return static_cast<int>(ExitStatus::OurBug);
    }
}
