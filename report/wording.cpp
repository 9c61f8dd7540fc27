// SPDX-License-Identifier: Apache-2.0
// Words for reports.
#include "report/wording.hpp"

#include <array>
#include <utility>

namespace yardstick::report {

std::string_view basis_words(engine::Basis basis, base::Language language) {
    const bool chinese = language == base::Language::Chinese;
    switch (basis) {
        case engine::Basis::OwnScorecard:
            return chinese ? "部门自身指标表" : "the department's own scorecard";
        case engine::Basis::ProjectsByBudget:
            return chinese ? "各项目得分按预算加权平均" : "mean of the projects, weighted by budget";
    }
    std::unreachable();
}

std::string grade_words(std::string_view grade, base::Language language) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kGrades{
        {{"优", "excellent"}, {"良", "good"}, {"中", "fair"}, {"差", "poor"}}};
    std::string words(grade);
    if (language == base::Language::English)
        for (const auto& [chinese, english] : kGrades)
            if (grade == chinese) words += " (" + std::string(english) + ")";
    return words;
}

}  // namespace yardstick::report
