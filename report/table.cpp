// SPDX-License-Identifier: Apache-2.0
// The terminal table.
#include "report/table.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/wording.hpp"

namespace yardstick::report {

namespace {

using base::Color;
using base::Decimal;
using base::Language;
using base::Rational;

enum class Emphasis { None, Heading, Category, Missed, Total };

constexpr std::size_t kColumns = 5;  // name, target, actual, weight, score

struct Row {
    std::array<std::string, kColumns> cells;
    Emphasis emphasis = Emphasis::None;
};

constexpr std::string_view kMissedMark = "✗ ";
constexpr std::string_view kNoMark = "  ";
constexpr std::string_view kGap = "  ";
constexpr std::string_view kIndent = "  ";
constexpr std::size_t kTabColumns = 4;

std::string_view style_of(Emphasis emphasis) {
    switch (emphasis) {
        case Emphasis::None:
            return "";
        case Emphasis::Heading:
            return "\x1b[1;4m";
        case Emphasis::Category:
            return "\x1b[1m";
        case Emphasis::Missed:
            return "\x1b[31m";
        case Emphasis::Total:
            return "\x1b[1m";
    }
    std::unreachable();
}

// A percentage cut, not rounded, after two places; `…` says that digits were cut.
std::string percentage(const Rational& share) {
    const Rational percent = share * 100;
    const Decimal cut = Decimal::rounded(percent, 2, base::Rounding::Down);
    return cut.value() == percent ? base::decimal_or_fraction(percent) + " %" : cut.text() + "… %";
}

class Table {
  public:
    Table(const ScoreReport& report, Language language, Color color)
        : report_(report), language_(language), color_(color) {}

    std::string text() {
        heading();
        if (report_.score.own)
            scorecard(say("部门整体绩效", "Department"), report_.targets.own, report_.results.own,
                      *report_.score.own);
        for (std::size_t i = 0; i < report_.score.projects.size(); ++i) {
            const indicators::Scorecard& project = report_.targets.projects[i];
            scorecard(project.name, project, report_.results.projects[i], report_.score.projects[i]);
        }
        flush();
        tasks();
        projects();
        department();
        return std::move(out_);
    }

  private:
    std::string say(std::string_view chinese, std::string_view english) const {
        return std::string(language_ == Language::Chinese ? chinese : english);
    }

    static std::string shown(const Rational& points) { return base::decimal_or_fraction(points); }
    std::string rounded(const Rational& points) const {
        return Decimal::rounded(points, report_.ruleset.score_places, report_.ruleset.score_rounding).text();
    }

    void line(std::string_view text, Emphasis emphasis = Emphasis::None) {
        const std::string_view style = color_ == Color::Always ? style_of(emphasis) : "";
        out_ += fmt::format("{}{}{}\n", style, text, style.empty() ? "" : "\x1b[0m");
    }

    // Rows are kept until their columns' widths are known.
    void row(std::string_view name, std::array<std::string, kColumns - 1> figures,
             Emphasis emphasis = Emphasis::None) {
        Row row{.cells = {base::printable(name, kTabColumns)}, .emphasis = emphasis};
        for (std::size_t i = 0; i < figures.size(); ++i)
            row.cells[i + 1] = base::printable(figures[i], kTabColumns);
        rows_.push_back(std::move(row));
    }
    void blank() { rows_.emplace_back(); }

    void flush() {
        std::array<std::size_t, kColumns> widths{};
        for (const Row& row : rows_) {
            const bool spans =
                std::ranges::all_of(row.cells.begin() + 1, row.cells.end(), &std::string::empty);
            for (std::size_t i = spans ? kColumns : 0; i < kColumns; ++i)
                widths[i] = std::max(widths[i], base::display_width(row.cells[i]));
        }
        for (const Row& row : rows_) {
            std::string text = base::pad_right(row.cells[0], widths[0]);
            for (std::size_t i = 1; i < kColumns; ++i) {
                const bool numeric = i >= 3;
                text += kGap;
                text += numeric ? base::pad_left(row.cells[i], widths[i])
                                : base::pad_right(row.cells[i], widths[i]);
            }
            text.erase(text.find_last_not_of(' ') + 1);
            line(text, row.emphasis);
        }
        rows_.clear();
    }

    void heading() {
        line(fmt::format("{}  {}", base::printable(report_.targets.department, kTabColumns),
                         language_ == Language::Chinese
                             ? fmt::format("{} 年度绩效自评", report_.targets.year)
                             : fmt::format("performance self-evaluation {}", report_.targets.year)),
             Emphasis::Heading);
        line(fmt::format("{}{}", say("评分规则：", "ruleset: "), report_.ruleset.name));
    }

    void scorecard(const std::string& title, const indicators::Scorecard& scorecard,
                   const indicators::ScorecardResults& results, const engine::ScorecardScore& score) {
        blank();
        row(title,
            {say("指标值", "target"), say("完成值", "actual"), say("权重", "weight"), say("得分", "score")},
            Emphasis::Heading);
        std::vector<std::string> open;  // categories whose heading stands
        for (std::size_t i = 0; i < scorecard.indicators.size(); ++i) {
            const indicators::Indicator& indicator = scorecard.indicators[i];
            category_headings(scorecard, score, i, open);
            const bool met = score.indicators[i].met;
            row(indent(indicator.path.size()) + std::string(met ? kNoMark : kMissedMark) + indicator.name,
                {indicator.criterion.text(), results.actuals[i]->text, indicator.weight.text(),
                 score.indicators[i].points.rounded.text()},
                met ? Emphasis::None : Emphasis::Missed);
        }
        execution(scorecard, results, score);
        row(say("合计", "total"),
            {"", grade_words(score.grade, language_), shown(score.available), score.total.rounded.text()},
            Emphasis::Total);
    }

    static std::string indent(std::size_t levels) {
        std::string spaces;
        for (std::size_t i = 0; i < levels; ++i) spaces += kIndent;
        return spaces;
    }

    // Headings, with their subtotals, of the categories that begin at indicator `at`.
    void category_headings(const indicators::Scorecard& scorecard, const engine::ScorecardScore& score,
                           std::size_t at, std::vector<std::string>& open) {
        const std::vector<std::string>& path = scorecard.indicators[at].path;
        const auto same = static_cast<std::size_t>(std::ranges::mismatch(path, open).in1 - path.begin());
        open = path;
        for (std::size_t level = same; level < path.size(); ++level) {
            const std::vector<std::string> category(path.begin(),
                                                    path.begin() + static_cast<std::ptrdiff_t>(level) + 1);
            const auto subtotal = std::ranges::find(score.categories, category, &engine::Subtotal::path);
            row(indent(level) + path[level], {"", "", shown(subtotal->available), rounded(subtotal->earned)},
                Emphasis::Category);
        }
    }

    void execution(const indicators::Scorecard& scorecard, const indicators::ScorecardResults& results,
                   const engine::ScorecardScore& score) {
        const std::string name = say("预算执行率", "budget execution");
        if (!score.execution) {
            row(name, {say("没有预算，不计分", "no budget, not scored"), "", "", ""});
            return;
        }
        const bool full = score.execution->rate >= Rational(1);
        row((full ? "" : std::string(kMissedMark)) + name,
            {results.adjusted ? results.adjusted->text() : scorecard.budget->text(),
             fmt::format("{} = {}", results.spent->text(), percentage(score.execution->rate)),
             report_.ruleset.execution_points.text(), score.execution->points.rounded.text()},
            full ? Emphasis::None : Emphasis::Missed);
    }

    void tasks() {
        if (!report_.score.own || report_.score.own->tasks.empty()) return;
        blank();
        row(say("任务", "task"), {"", "", say("权重", "weight"), say("得分", "score")}, Emphasis::Heading);
        for (const engine::Subtotal& subtotal : report_.score.own->tasks) {
            const auto task =
                std::ranges::find(report_.targets.tasks, subtotal.path.front(), &indicators::Task::key);
            row(fmt::format("{} {}", subtotal.path.front(), task->name),
                {"", "", shown(subtotal.available), rounded(subtotal.earned)});
        }
        flush();
    }

    void projects() {
        if (report_.score.projects.empty()) return;
        blank();
        row(say("项目", "project"),
            {say("预算", "budget"), say("等级", "grade"), say("满分", "points"), say("得分", "score")},
            Emphasis::Heading);
        for (std::size_t i = 0; i < report_.score.projects.size(); ++i) {
            const indicators::Scorecard& project = report_.targets.projects[i];
            const engine::ScorecardScore& score = report_.score.projects[i];
            row(project.name,
                {project.budget ? project.budget->text() : say("无", "none"),
                 grade_words(score.grade, language_), shown(score.available), score.total.rounded.text()});
        }
        flush();
    }

    void department() {
        blank();
        row(say("部门得分", "department score"), {"", say("等级", "grade"), "", say("得分", "score")},
            Emphasis::Heading);
        for (std::size_t i = 0; i < report_.score.scores.size(); ++i) {
            const engine::BasedScore& based = report_.score.scores[i];
            const std::string words(basis_words(based.basis, language_));
            row(i == 0 ? words : say("另算：", "also: ") + words,
                {"", grade_words(based.grade, language_), "", based.points.rounded.text()},
                i == 0 ? Emphasis::Total : Emphasis::None);
        }
        if (report_.score.scores.empty())
            row(say("无法计算：有项目没有预算", "cannot be made: a project has no budget"), {});
        flush();
    }

    const ScoreReport& report_;
    Language language_;
    Color color_;
    std::vector<Row> rows_;
    std::string out_;
};

}  // namespace

std::string scores_table(const ScoreReport& report, Language language, Color color) {
    return Table(report, language, color).text();
}

}  // namespace yardstick::report
