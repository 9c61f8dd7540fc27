// SPDX-License-Identifier: Apache-2.0
// Fitting actuals.
#include "indicators/fit_actual.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "indicators/unit_slip.hpp"

namespace yardstick::indicators {

namespace {

using base::Code;
using base::Rational;
using base::Relation;

constexpr int kLargestScaleWithoutSlips = 1000;  // 条 and 人 are not taken for 万条 and 万人
constexpr int kMonthsOfYear = 12;

Actual actual_of(std::variant<Rational, Date, Answer, TierShare> value, std::string text) {
    return {.value = std::move(value), .text = std::move(text)};
}

// `0.85` or `8500 %` for `≥ 90 %`: a hundred times too small or too large, within a factor of three.
bool is_percentage_slip(const Rational& actual, const Rational& target) {
    if (actual.sign() <= 0 || target.sign() <= 0) return false;
    const Rational ratio = actual / target;
    const auto about = [&](const Rational& times) { return ratio * 3 >= times && ratio <= times * 3; };
    return about(Rational(100)) || about(Rational::fraction(1, 100));
}

class Fitting {
  public:
    Fitting(FileReader& file, const WrittenActual& written, const Indicator& indicator)
        : file_(file), node_(written.node), value_(written.value), indicator_(indicator) {}

    // To a number or a range, both of which have a unit.
    std::optional<Actual> number(const Unit& unit) {
        const auto* quantity = std::get_if<grammar::Quantity>(&value_.content);
        if (quantity == nullptr) return misfit(Code::ActualNotANumber);
        const std::string_view symbol = quantity->unit.in(node_.text);
        const Quantity actual{quantity->number, symbol.empty() ? unit : file_.units().find(symbol)};
        if (actual.unit.dimension != unit.dimension) return unlike(actual.unit, unit);
        report_slip(file_, node_, actual.text(), actual.in_base(), indicator_);
        return actual_of(actual.in_base(), actual.text());
    }

    std::optional<Actual> date(const Date& target, int year) {
        const auto dated = written_date(year);
        if (!dated) return misfit(Code::ActualNotADate);
        if (!keeps(*dated, indicator_.criterion.comparator, target)) return misfit(Code::DateTooCoarse);
        return actual_of(*dated, dated->text());
    }

    std::optional<Actual> answer() {
        const auto* answer = std::get_if<grammar::Answer>(&value_.content);
        if (answer == nullptr) return misfit(Code::ActualNotYesNo);
        return actual_of(Answer{answer->yes}, Answer{answer->yes}.text());
    }

    std::optional<Actual> tier(const Ruleset& ruleset) {
        const auto* share = std::get_if<grammar::WordsWithShare>(&value_.content);
        const std::string words((share != nullptr ? share->words : value_.span).in(node_.text));
        const auto index = ruleset.find_tier(words);
        const std::string tier_name = words.substr(0, words.find_last_not_of("0123456789. ") + 1);
        if (!index && share == nullptr && ruleset.find_tier(tier_name)) {  // `达成 95` lacks its `%`
            file_.report(Code::ShareMissing, node_, {tier_name, "95"});
            return std::nullopt;
        }
        if (!index) {
            file_.report(Code::ActualNotATier, node_, {node_.text});
            return std::nullopt;
        }
        const Tier& tier = ruleset.tiers[*index];
        if (share == nullptr) {
            file_.report(Code::ShareMissing, node_, {node_.text, tier.low.text()});
            return std::nullopt;
        }
        if (!tier.holds(share->percent)) {
            file_.report(Code::ShareOutsideTier, node_,
                         {share->percent.text() + " %", words, tier.range_text()});
            return std::nullopt;
        }
        return actual_of(TierShare{*index, share->percent}, words + " " + share->percent.text() + " %");
    }

  private:
    std::nullopt_t misfit(Code code) {
        file_.report(code, node_, {node_.text, indicator_.criterion.text()})
            .related.push_back({Relation::TargetHere, indicator_.place});
        return std::nullopt;
    }

    // Some pairs are confused so often that they are told apart by name.
    std::nullopt_t unlike(const Unit& a, const Unit& b) {
        const auto are = [&](std::string_view one, std::string_view other) {
            const Dimension first = file_.units().find(one).dimension;
            const Dimension second = file_.units().find(other).dimension;
            return (a.dimension == first && b.dimension == second) ||
                   (a.dimension == second && b.dimension == first);
        };
        if (are("工作日", "天")) return misfit(Code::DaysAndWorkingDays);
        if (are("个百分点", "%")) return misfit(Code::PercentAndPoints);
        misfit(Code::UnlikeUnits);
        if (auto meant = file_.units().nearest(a.symbol)) file_.last_reported().suggestion = std::move(meant);
        return std::nullopt;
    }

    std::optional<Date> written_date(int year) const {
        if (const auto* date = std::get_if<grammar::Date>(&value_.content)) return dated_in(*date, year);
        const auto* quantity = std::get_if<grammar::Quantity>(&value_.content);
        if (quantity == nullptr || base::comparable_name(quantity->unit.in(node_.text)) != "月")
            return std::nullopt;
        for (int month = 1; month <= kMonthsOfYear; ++month)
            if (quantity->number == base::Decimal(month)) return Date{year, grammar::Period::Month, month, 0};
        return std::nullopt;
    }

    FileReader& file_;
    const yaml::Node& node_;
    const grammar::Value& value_;
    const Indicator& indicator_;
};

}  // namespace

std::optional<Actual> fit_actual(FileReader& file, const WrittenActual& written, const Indicator& indicator,
                                 int year, const Ruleset* ruleset) {
    Fitting fitting(file, written, indicator);
    const auto& target = indicator.criterion.target;
    if (const auto* quantity = std::get_if<Quantity>(&target)) return fitting.number(quantity->unit);
    if (const auto* range = std::get_if<Range>(&target)) return fitting.number(range->unit);
    if (const auto* date = std::get_if<Date>(&target)) return fitting.date(*date, year);
    if (std::holds_alternative<Answer>(target)) return fitting.answer();
    return ruleset == nullptr ? std::nullopt : fitting.tier(*ruleset);
}

void report_slip(FileReader& file, const yaml::Node& node, const std::string& actual, const Rational& value,
                 const Indicator& indicator) {
    const auto* target = std::get_if<Quantity>(&indicator.criterion.target);
    if (target == nullptr) return;
    const auto report = [&](std::int64_t factor) {
        file.report(Code::SlippedActual, node, {actual, indicator.criterion.text(), std::to_string(factor)})
            .related.push_back({Relation::TargetHere, indicator.place});
    };
    if (target->unit.dimension == file.units().find("%").dimension) {
        if (is_percentage_slip(value, target->in_base())) report(100);
        return;
    }
    if (!is_money(target->unit) && target->unit.scale <= Rational(kLargestScaleWithoutSlips)) return;
    if (const auto slip = slip_between(value, target->in_base())) report(slip->factor);
}

}  // namespace yardstick::indicators
