// SPDX-License-Identifier: Apache-2.0
// cn-mof-2020: the national frame of performance self-evaluation.
#include "indicators/ruleset.hpp"

namespace yardstick::indicators {

namespace {

base::Decimal points(std::int64_t value) { return base::Decimal(value); }

}  // namespace

Ruleset cn_mof_2020() {
    const std::string form = "self-evaluation forms of central and provincial bodies (绩效自评表)";
    return {
        .name = "cn-mof-2020",
        .title = "项目支出绩效自评（全国通用框架）",
        .source = "财预〔2020〕10号 (in principle; not checked against the original text)",
        .total_points = points(100),
        .execution_points = points(10),
        .rules = {{.kind = Kind::AtLeast, .shape = Shape::Proportional, .source = form},
                  {.kind = Kind::AtMost,
                   .shape = Shape::InverseProportional,
                   .source = "notes on the forms of Hubei 2020, Jiangxi 2017 and Beijing 2016"},
                  {.kind = Kind::Equal,
                   .shape = Shape::ByDirection,
                   .source = "rules of a provincial platform: exceeding is not punished"},
                  {.kind = Kind::Within,
                   .shape = Shape::NearestBound,
                   .source = "a range is both an at-least and an at-most; the end that was missed decides"},
                  {.kind = Kind::Deadline,
                   .shape = Shape::AllOrNothing,
                   .source = "no form grades lateness; in time or not"},
                  {.kind = Kind::Qualitative,
                   .shape = Shape::ShareOfWeight,
                   .source = "form of Sichuan 2022: three tiers"}},
        .named_rules =
            {{.chinese = "比例",
              .english = "proportional",
              .targets = NamedRule::For::AtLeast,
              .parameters = {},
              .formula = "若 达标 则 权重 否则 若 指标值 > 0 则 权重 * 完成值 / 指标值 否则 0",
              .source = form},
             {.chinese = "反比例",
              .english = "inverse-proportional",
              .targets = NamedRule::For::AtMost,
              .parameters = {},
              .formula = "若 达标 则 权重 否则 若 指标值 > 0 且 完成值 > 0 则 权重 * 指标值 / 完成值 否则 0",
              .source = "notes on the forms of Hubei 2020, Jiangxi 2017 and Beijing 2016"},
             {.chinese = "全有或全无",
              .english = "all-or-nothing",
              .parameters = {},
              .formula = "若 达标 则 权重 否则 0",
              .source = "in use for deadlines and for control targets"},
             {.chinese = "每降扣分",
              .english = "step-deduction",
              .parameters =
                  {{.chinese = "每档", .english = "step", .kind = RuleParameter::Kind::LikeTarget},
                   {.chinese = "扣分", .english = "deduction", .kind = RuleParameter::Kind::Number}},
              .formula = "若 达标 则 权重 否则 权重 - 扣分 * 向上取整(绝对值(指标值 - 完成值) / 每档)",
              .source =
                  "scoring notes of satisfaction and workload indicators: a deduction for each step begun"}},
        .tiers = {{.names = {"达成", "达成年度指标", "达成预期指标", "achieved"},
                   .low = points(80),
                   .high = points(100),
                   .met = true},
                  {.names = {"部分达成", "部分达成年度指标并具有一定效果", "部分达成预期指标并具有一定效果",
                             "部分达成并具有一定效果", "partly achieved"},
                   .low = points(60),
                   .high = points(80),
                   .met = false},
                  {.names = {"未达成", "未达成年度指标且效果较差", "未达成预期指标且效果较差",
                             "未达成且效果较差", "not achieved"},
                   .low = points(0),
                   .high = points(60),
                   .met = false}},
        .grades = {{.grade = "优", .at_least = points(90)},
                   {.grade = "良", .at_least = points(80)},
                   {.grade = "中", .at_least = points(60)},
                   {.grade = "差", .at_least = points(0)}},
        .score_places = 2,
        .score_rounding = base::Rounding::HalfUp,
    };
}

}  // namespace yardstick::indicators
