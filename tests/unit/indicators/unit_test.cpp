// SPDX-License-Identifier: Apache-2.0
// Units: scales, prefixes, compounds, other spellings, units that are in no table, and guesses at those.
#include "indicators/unit.hpp"

#include <stdexcept>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include "loading.hpp"

using namespace yardstick;
using base::Rational;
using indicators::convert;
using indicators::Dimension;
using indicators::kMaxUnitParts;
using indicators::Unit;
using indicators::UnitTable;

namespace {

Unit find(std::string_view text) { return tests::units().find(text); }

bool same(std::string_view a, std::string_view b) {
    return find(a).known && find(b).known && find(a).dimension == find(b).dimension &&
           find(a).scale == find(b).scale;
}

Rational converted(const Rational& number, std::string_view from, std::string_view to) {
    return convert(number, find(from), find(to));
}

std::string nearest(std::string_view text) { return tests::units().nearest(text).value_or("none"); }

// `text` is a unit as a whole, and nothing in it was taken for a part.
void check_unknown_as_a_whole(const std::string& text) {
    CAPTURE(text);
    CHECK_FALSE(find(text).known);
    CHECK(find(text).dimension == Dimension::base("unit " + text));
    CHECK(find(text).scale == 1);
    CHECK(find(text).symbol == text);
}

// A units file of these sections, with those left out empty.
std::string file(const std::string& dimensions, const std::string& counts = "[]",
                 const std::string& aliases = "{}", const std::string& prefixes = "{}") {
    return "prefixes: " + prefixes + "\ndimensions: " + dimensions + "\ncounts: " + counts +
           "\naliases: " + aliases + "\nlookalikes: {}\n";
}

}  // namespace

// A binary fraction is not the decimal that was written.
static_assert(std::is_invocable_v<decltype(convert), Rational, Unit, Unit>);
static_assert(!std::is_invocable_v<decltype(convert), double, Unit, Unit>);

TEST_CASE("every unit of published tables is known") {
    for (const std::string unit :
         {"%",        "百分比", "‰",        "个百分点", "元",       "千元", "万元",   "亿元",   "万美元",
          "元/亩",    "元/件",  "元/人·月", "个",       "次",       "人",   "人次",   "万人次", "户",
          "件",       "案件数", "例",       "条",       "篇",       "项",   "套",     "台",     "辆",
          "本",       "场",     "期",       "箱",       "份",       "册",   "家",     "头",     "只",
          "亩",       "公顷",   "平方米",   "㎡",       "平方公里", "米",   "厘米",   "公里",   "分钟",
          "小时",     "天",     "日",       "工作日",   "周",       "月",   "季度",   "年",     "吨",
          "公斤",     "标箱",   "是/否",    "个月",     "立方米",   "毫米", "千瓦时", "度",     "美元",
          "学时",     "课时",   "床",       "株",       "℃",        "幢",   "名",     "处",     "万亩",
          "亿立方米", "次/年",  "万元/年",  "元/平方米"}) {
        CAPTURE(unit);
        CHECK(find(unit).known);
        CHECK(find(unit).symbol == unit);
    }
}

TEST_CASE("units of one dimension are converted exactly") {
    CHECK(converted(3, "亿元", "万元") == 30000);
    CHECK(converted(1, "元", "万元") == Rational::fraction(1, 10000));
    CHECK(converted(1, "分钟", "小时") == Rational::fraction(1, 60));
    CHECK(converted(10, "天", "周") == Rational::fraction(10, 7));
    CHECK(converted(7, "月", "年") == Rational::fraction(7, 12));
    CHECK(converted(5, "‰", "%") == Rational::fraction(1, 2));
    CHECK(converted(2, "公顷", "平方公里") == Rational::fraction(1, 50));
    CHECK(converted(15, "毫克/升", "克/立方米") == 15);
    CHECK(converted(1, "元/人/月", "万元/人·年") == Rational::fraction(12, 10000));
    CHECK(converted(90, "公里/小时", "米/秒") == 25);
}

TEST_CASE("a conversion between unlike units is a bug of ours") {
    CHECK_THROWS_AS(convert(1, find("工作日"), find("天")), std::invalid_argument);
    CHECK_THROWS_AS(convert(1, find("元"), find("")), std::invalid_argument);
    CHECK_THROWS_AS(convert(1, find("匣"), find("匾")), std::invalid_argument);
}

TEST_CASE("what is alike in words only is another dimension") {
    CHECK(find("工作日").dimension != find("天").dimension);
    CHECK(find("月").dimension != find("天").dimension);
    CHECK(find("年").dimension != find("天").dimension);
    CHECK(find("个百分点").dimension != find("%").dimension);
    CHECK(find("美元").dimension != find("元").dimension);
    CHECK(find("人次").dimension != find("人").dimension);
    CHECK(find("户次").dimension != find("户").dimension);
    CHECK(find("学时").dimension != find("课时").dimension);
    CHECK(find("亩").dimension != find("平方米").dimension);
    CHECK(find("箱").dimension != find("标箱").dimension);
}

TEST_CASE("only 元 and its multiples are money") {
    CHECK(is_money(find("元")));
    CHECK(is_money(find("千万元")));
    CHECK_FALSE(is_money(find("美元")));
    CHECK_FALSE(is_money(find("元/人")));
    CHECK_FALSE(is_money(find("money")));
    CHECK_FALSE(is_money(find("")));
}

TEST_CASE("prefixes stand before every unit, and alone multiply a bare number") {
    CHECK(find("万元").scale == 10000);
    CHECK(find("百万元").scale == 1000000);
    CHECK(find("千万元").scale == 10000000);
    CHECK(find("万亿元").scale == Rational(1000000) * 1000000);
    CHECK(find("万 人次").scale == 10000);
    CHECK(find("万㎡").scale == 10000);
    CHECK(find("百万kWh").dimension == find("千瓦时").dimension);
    CHECK(find("万").dimension.is_number());
    CHECK(find("万").known);
    CHECK(converted(Rational::fraction(6273, 100), "万", "") == 627300);
}

TEST_CASE("a whole spelling goes before its beginning as a prefix") {
    CHECK(same("百分点", "个百分点"));
    CHECK(same("百分比", "%"));
    CHECK(same("千米", "公里"));
    CHECK(same("千克", "公斤"));
    CHECK(same("千瓦时", "kWh"));
    CHECK(same("千分比", "‰"));
}

TEST_CASE("prefixes are stacked only as numbers are spoken") {
    check_unknown_as_a_whole("亿万元");
    check_unknown_as_a_whole("百千元");
}

TEST_CASE("other spellings mean the same unit, and keep their own text") {
    CHECK(same("％", "%"));
    CHECK(same("案件数", "件"));
    CHECK(find("案件数").symbol == "案件数");
    CHECK(same("个月", "月"));
    CHECK(same("名", "人"));
    CHECK(same("平方千米", "km²"));
    CHECK(same("hours", "小时"));
    CHECK(same("working days", "工作日"));
    CHECK(same("workingdays", "工作日"));
    CHECK(same("percent", "%"));
    CHECK(same("persons", "人"));
    CHECK(same("cases", "件"));
    CHECK(same("yuan", "元"));
    CHECK(same("yuan/person/month", "元/人·月"));
    CHECK(same("台（套）", "台/套"));
}

TEST_CASE("the case of letters does not matter where it cannot mean another unit") {
    CHECK(same("KM", "km"));
    CHECK(same("KWH", "kWh"));
    CHECK(same("M²", "m²"));
    CHECK(same("Working Days", "working days"));
    check_unknown_as_a_whole("M");
    check_unknown_as_a_whole("T");

    const UnitTable powers(file("{power: {W: 1, MW: 1000000, mW: 0.001}}"));
    CHECK(powers.find("MW").scale == 1000000);
    CHECK(powers.find("mW").scale == Rational::fraction(1, 1000));
    CHECK_FALSE(powers.find("mw").known);
    CHECK_FALSE(powers.find("w").known);
}

TEST_CASE("what follows the first slash divides, however it is written") {
    const Unit wage = find("元/人·月");
    CHECK(wage.dimension.text() == "money/months·persons");
    for (const std::string spelling :
         {"元/人*月", "元/人/月", "元/月·人", "元／人•月", "元/人・月", "元/人×月", " 元 / 人 · 月 "}) {
        CAPTURE(spelling);
        CHECK(same(spelling, "元/人·月"));
    }
    CHECK(find("万元/年").scale == Rational::fraction(10000, 12));
    CHECK(find("次/年").dimension == find("次").dimension / find("月").dimension);
    CHECK(find("元/百人").scale == Rational::fraction(1, 100));
    CHECK(find("人·次/年").dimension == find("人").dimension * find("次").dimension / find("年").dimension);
    CHECK(find("元/件").dimension != find("元").dimension);
}

TEST_CASE("a dimension that cancels leaves a bare number") {
    CHECK(find("人/人").dimension.is_number());
    CHECK(find("万元/元").dimension.is_number());
    CHECK(find("万元/元").scale == 10000);
    CHECK(find("人/人").known);
}

TEST_CASE("a spelling of the table that looks like a compound is none") {
    CHECK(find("是/否").dimension == Dimension::base("是/否"));
    CHECK(same("yes/no", "是否"));
}

TEST_CASE("an unknown unit can be compared with itself alone") {
    CHECK(find("匣").dimension == find(" 匣 ").dimension);
    CHECK_FALSE(find("匣").known);
    CHECK(find("匣").dimension != find("匾").dimension);
    CHECK(find("money").dimension != find("元").dimension);
    CHECK(find("months").dimension == find("月").dimension);
    CHECK(find("").dimension.is_number());
    CHECK(find("").known);
    CHECK(find(" ").dimension.is_number());
}

TEST_CASE("an unknown part makes a compound unknown, and is its own dimension in it") {
    const Unit unit = find("万元/匣·月");
    CHECK_FALSE(unit.known);
    CHECK(unit.scale == 10000);
    CHECK(unit.dimension ==
          Dimension::base("money") / Dimension::base("unit 匣") / Dimension::base("months"));
    CHECK(unit.dimension != find("万元/匾·月").dimension);
}

TEST_CASE("a compound has a bounded number of parts") {
    std::string unit = "人";
    for (std::size_t parts = 1; parts < kMaxUnitParts; ++parts) unit += "·人";
    CHECK(find(unit).known);
    check_unknown_as_a_whole(unit + "·人");
    check_unknown_as_a_whole(unit + "/人");
    CHECK(nearest(unit + "·人") == "none");
}

TEST_CASE("hostile texts are unknown as a whole") {
    for (const std::string text :
         {"/", "元/", "/人", "元//人", "·", "··", "元/·人", "元·", "×", "unit", "\xFF\xFE"})
        check_unknown_as_a_whole(text);
    CHECK_FALSE(find("元/\xC2").known);  // half a `·`
    std::string slashes(100000, '/');
    check_unknown_as_a_whole(slashes);
    CHECK(nearest(slashes) == "none");
    std::string prefixes;
    for (int i = 0; i < 30000; ++i) prefixes += "万";
    check_unknown_as_a_whole(prefixes);
    CHECK(nearest(prefixes) == "none");
    check_unknown_as_a_whole(prefixes + "元");
    CHECK(nearest("元/" + prefixes) == "none");
}

TEST_CASE("a known unit has no other that may have been meant") {
    for (const std::string unit : {"元", "场次", "人次", "hour", "元/人·月", "万", "种", ""}) {
        CAPTURE(unit);
        CHECK(nearest(unit) == "none");
    }
}

TEST_CASE("a lookalike of a known unit is guessed, behind its prefix and in compounds") {
    CHECK(nearest("万员") == "万元");
    CHECK(nearest("亿园") == "亿元");
    CHECK(nearest("方元") == "万元");
    CHECK(nearest("萬條") == "万条");
    CHECK(nearest("公倾") == "公顷");
    CHECK(nearest("分种") == "分钟");
    CHECK(nearest("标厢") == "标箱");
    CHECK(nearest("万员/年") == "万元/年");
    CHECK(nearest("元 / 入次·月") == "元/人次·月");
    CHECK(nearest("万 员") == "万 元");
}

TEST_CASE("one wrong character is guessed in long spellings") {
    CHECK(nearest("工做日") == "工作日");
    CHECK(nearest("作工日") == "工作日");
    CHECK(nearest("万立方来") == "万立方米");
    CHECK(nearest("万 立方来") == "万立方米");
    CHECK(nearest("housr") == "hours");
    CHECK(nearest("Mintes") == "minutes");
    CHECK(nearest("prcent") == "percent");
    CHECK(nearest("workng days") == "working days");
    CHECK(nearest("yuan/persn") == "yuan/person");
}

TEST_CASE("legal words that happen to be near a unit are not guessed at") {
    for (const std::string unit :
         {"方",   "顿",   "园",   "元/园",  "人天",  "匣", "万匣", "百万匣", "元/匣",  "户均",
          "元人", "dogs", "ways", "houses", "towns", "mg", "社区", "万社区", "平均数", "元/万匾"}) {
        CAPTURE(unit);
        CHECK(nearest(unit) == "none");
    }
}

TEST_CASE("the units are listed in the order of the file, first spellings only") {
    const UnitTable table(file("{money: {元: 1, 角: 0.1}}", "[条]", "{元: [yuan]}", "{万: 10000}"));
    REQUIRE(table.units().size() == 3);
    CHECK(table.units()[0].symbol == "元");
    CHECK(table.units()[1].scale == Rational::fraction(1, 10));
    CHECK(table.units()[2].dimension == Dimension::base("条"));
    REQUIRE(table.prefixes().size() == 1);
    CHECK(table.prefixes()[0].symbol == "万");
    CHECK(table.prefixes()[0].scale == 10000);
}

TEST_CASE("a faulty units file is a bug of ours") {
    CHECK_NOTHROW(UnitTable(file("{a: {x: 1}}", "[z]", "{x: [y]}")));
    CHECK_THROWS_AS(UnitTable("yardstick: units\n"), std::runtime_error);
    CHECK_THROWS_AS(UnitTable("["), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1, y: 0}}")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1, y: many}}")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {}}")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1}, b: {x: 1}}")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1}}", "[x]")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1}}", "[a]")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1}}", "[]", "{z: [y]}")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1}}", "[]", "{x: [x]}")), std::runtime_error);
    CHECK_THROWS_AS(UnitTable(file("{a: {x: 1}}", "[]", "{}", "{万: -1}")), std::runtime_error);
}

TEST_CASE("a dimension is shown in its base units, and unknown units as they were written") {
    const auto shown = [](std::string_view unit) {
        return tests::units().text_of(tests::units().find(unit).dimension);
    };
    CHECK(shown("") == "");
    CHECK(shown("万元") == "元");
    CHECK(shown("件") == "件");
    CHECK(shown("万元/小时") == "元/秒");
    CHECK(shown("元/人·年") == "元/月·人");
    CHECK(shown("公里*米") == "米·米");
    CHECK(shown("窟/天") == "窟/秒");
    CHECK(tests::units().text_of(indicators::Dimension::base("target")) == "target");
}
