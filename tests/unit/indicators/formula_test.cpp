// SPDX-License-Identifier: Apache-2.0
// What the types of formulas are, and what each fault of names and types is called and points at.
#include "indicators/formula.hpp"

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "formulas.hpp"

using namespace yardstick;
using namespace yardstick::indicators;
using base::Code;
using base::Relation;
using tests::formula_of;

namespace {

// "number", "day", "condition", or the dimension; the first fault where there is one.
std::string type(std::string_view text) {
    const auto formula = formula_of(text);
    if (!formula) return base::code_text(formula.error().at(0).code);
    if (formula->type().kind == FormulaType::Kind::Day) return "day";
    if (formula->type().kind == FormulaType::Kind::Condition) return "condition";
    return formula->type().is_number() ? "number" : formula->type().dimension.text();
}

using Faults = std::vector<std::pair<Code, std::string>>;

Faults faults(std::string_view text) {
    Faults found;
    const auto formula = formula_of(text);
    if (!formula)
        for (const base::Diagnostic& d : formula.error())
            found.emplace_back(d.code, std::string(d.place.span.in(text)));
    return found;
}

base::Diagnostic fault(std::string_view text) { return formula_of(text).error().at(0); }

// The related places of the first fault, each with what it is said to be.
std::vector<std::pair<Relation, std::string>> related(std::string_view text) {
    std::vector<std::pair<Relation, std::string>> found;
    const base::Diagnostic first = fault(text);
    for (const base::Related& place : first.related)
        found.emplace_back(place.relation, std::string(place.place.span.in(text)));
    return found;
}

}  // namespace

TEST_CASE("the formulas of the design have the types that rules need") {
    CHECK(type("if actual >= target then points else points * actual / target") == "number");
    CHECK(type("若 完成值 ≥ 指标值 则 权重 否则 权重 * 完成值 / 指标值") == "number");
    CHECK(type("max(0, points - 1 * ceil((rate - 3%) / 5%))") == "number");
    CHECK(type("if target = 0 then 0 else actual / target") == "number");
    CHECK(type("max(0, target - actual)") == "target");
}

TEST_CASE("either name of a variable works, compared as names are, quoted or not") {
    CHECK(type("spent + 支出") == "money");
    CHECK(type("\"结案数（任务5）\"") == "件");
    CHECK(type("\"结案数(任务5)\" / \" people \"") == "件/persons");
    CHECK(type("ｓｐｅｎｔ") == "money");
    CHECK(formula_of("spent / 人数 + 支出 / people - actual * 0")  // an unlike operand
              .error()
              .size() == 1);
    CHECK(formula_of("支出 / people + spent / 人数")->variables() == std::vector<std::size_t>{3, 4});
    CHECK(type("\"\"") == "YS417");
}

TEST_CASE("shares are numbers, other units have a dimension, and an unknown unit is one of its own") {
    CHECK(type("5%") == "number");
    CHECK(type("5% + 3‰ + 0.1") == "number");
    CHECK(type("1 万元 + 5 元") == "money");
    CHECK(type("1 万元 / 1 亿元") == "number");
    CHECK(type("3 箱 + 2 箱") == "箱");
    CHECK(type("3 箱 + 2 袋") == "YS419");
    CHECK(type("rate + 1") == "number");
    CHECK(type("64 元 / 人数 / 1 月") == "money/months·persons");
}

TEST_CASE("sums need like operands, products combine dimensions") {
    CHECK(type("spent + spent - 1 元") == "money");
    CHECK(type("spent * 2 / 3") == "money");
    CHECK(type("spent * spent / spent") == "money");
    CHECK(type("spent / spent") == "number");
    CHECK(type("1 / term") == "1/time");
    CHECK(type("-spent") == "money");
    CHECK(type("abs(-spent)") == "money");
    CHECK(faults("spent + people") == Faults{{Code::UnlikeOperands, "+"}});
    CHECK(faults("spent - 5") == Faults{{Code::UnlikeOperands, "-"}});
    CHECK(related("spent * 2 - (5 + 1)") ==
          std::vector<std::pair<Relation, std::string>>{{Relation::IsQuantity, "spent * 2"},
                                                        {Relation::IsNumber, "5 + 1"}});
    CHECK(fault("spent - 5").related.at(0).arguments == std::vector<std::string>{"元"});
    CHECK(fault("spent - 5").arguments == std::vector<std::string>{"-", "spent", "5"});
    CHECK(base::relation_text(fault("spent - 5").related.at(0), base::Language::English) ==
          "this measures `元`");
}

TEST_CASE("a literal zero without unit is a zero of every dimension, a zero computed is not") {
    CHECK(type("spent + 0") == "money");
    CHECK(type("0 - spent") == "money");
    CHECK(type("spent > 0") == "condition");
    CHECK(type("max(0, spent)") == "money");
    CHECK(type("max(spent, 0, 0.00, spent)") == "money");
    CHECK(type("max(0, 0)") == "number");
    CHECK(type("if met then 0 else spent") == "money");
    CHECK(type("if met then spent else 0") == "money");
    CHECK(type("clamp(spent, 0, 5 元)") == "money");
    CHECK(type("clamp(0, 0, 5 元)") == "money");
    CHECK(type("done + 0") == "day");
    CHECK(type("spent + (1 - 1)") == "YS419");
    CHECK(type("spent + 0%") == "YS419");
    CHECK(type("spent + 0 人") == "YS419");
    CHECK(type("done = 0") == "YS419");
    CHECK(type("max(0, spent, people)") == "YS419");
}

TEST_CASE("comparisons need like sides, and conditions have no order") {
    for (const char* op : {">=", "<=", "=", "≠", ">", "<"}) {
        CHECK(type(std::string("spent ") + op + " 5 元") == "condition");
        CHECK(type(std::string("done ") + op + " 2024-06-30") == "condition");
        CHECK(type(std::string("spent ") + op + " people") == "YS419");
        CHECK(type(std::string("spent ") + op + " done") == "YS419");
        CHECK(type(std::string("met ") + op + " spent") == "YS419");
    }
    CHECK(type("met = true") == "condition");
    CHECK(type("met ≠ (spent > 0)") == "condition");
    CHECK(faults("met < 是") == Faults{{Code::NeedsQuantity, "met"}});
    CHECK(faults("met < 是 and 5") == Faults{{Code::NeedsQuantity, "met"}, {Code::NeedsCondition, "5"}});
}

TEST_CASE("days differ by a quantity of 天, and are moved by one") {
    CHECK(type("done - 2024-06-30") == "time");
    CHECK(type("(done - 2024-06-30) / 1 天") == "number");
    CHECK(type("done - 2024-06-30 <= term") == "condition");
    CHECK(type("done + 30 天") == "day");
    CHECK(type("30 天 + done") == "day");
    CHECK(type("done - term") == "day");
    CHECK(type("max(done, 2024-06-30)") == "day");
    CHECK(type("clamp(done, 2024-01-01, 2024-12-31)") == "day");
    CHECK(type("if met then done else 2024-06-30") == "day");
    CHECK(faults("done + 30") == Faults{{Code::UnlikeOperands, "+"}});
    CHECK(related("done + 30") == std::vector<std::pair<Relation, std::string>>{{Relation::IsDay, "done"},
                                                                                {Relation::IsNumber, "30"}});
    CHECK(faults("done + 1 月") == Faults{{Code::UnlikeOperands, "+"}});
    CHECK(faults("done + done") == Faults{{Code::NeedsQuantity, "done"}, {Code::NeedsQuantity, "done"}});
    CHECK(faults("term - done") == Faults{{Code::NeedsQuantity, "done"}});
    CHECK(faults("done * 2") == Faults{{Code::NeedsQuantity, "done"}});
    CHECK(faults("2 / done") == Faults{{Code::NeedsQuantity, "done"}});
    CHECK(faults("-done") == Faults{{Code::NeedsQuantity, "done"}});
    CHECK(faults("abs(done)") == Faults{{Code::NeedsQuantity, "done"}});
    CHECK(faults("max(done, term)") == Faults{{Code::UnlikeOperands, "max"}});
}

TEST_CASE("and, or, not and if need conditions") {
    CHECK(type("met and not met or true") == "condition");
    CHECK(faults("met and 1") == Faults{{Code::NeedsCondition, "1"}});
    CHECK(faults("spent or done") == Faults{{Code::NeedsCondition, "spent"}, {Code::NeedsCondition, "done"}});
    CHECK(faults("not (spent)") == Faults{{Code::NeedsCondition, "spent"}});
    CHECK(faults("if spent then 1 else 2") == Faults{{Code::NeedsCondition, "spent"}});
    CHECK(fault("if spent then 1 else 2").arguments.at(0) == "if");
    CHECK(fault("若(spent) 则 1 否则 2").arguments.at(0) == "若");
    CHECK(fault("如果　spent 则 1 否则 2").arguments.at(0) == "如果");
    CHECK(faults("met + 1") == Faults{{Code::NeedsQuantity, "met"}});
    CHECK(faults("max(met, 1)") == Faults{{Code::NeedsQuantity, "met"}});
}

TEST_CASE("branches must be alike") {
    CHECK(type("if met then true else false") == "condition");
    CHECK(faults("if met then spent else (people)") == Faults{{Code::UnlikeBranches, "people"}});
    CHECK(related("if met then spent else people") ==
          std::vector<std::pair<Relation, std::string>>{{Relation::IsQuantity, "spent"},
                                                        {Relation::IsQuantity, "people"}});
    CHECK(faults("if met then 1 else met") == Faults{{Code::UnlikeBranches, "met"}});
}

TEST_CASE("rounding is for bare numbers, to a constant number of places") {
    CHECK(type("floor(rate * 3)") == "number");
    CHECK(type("ceil(term / 1 天)") == "number");
    CHECK(type("round(2.5)") == "number");
    CHECK(type("round(2.5, 0)") == "number");
    CHECK(type("round(2.5, 20)") == "number");
    CHECK(faults("floor(spent)") == Faults{{Code::NeedsNumber, "spent"}});
    CHECK(faults("ceil(done)") == Faults{{Code::NeedsNumber, "done"}});
    CHECK(faults("round(met, 2)") == Faults{{Code::NeedsNumber, "met"}});
    for (const char* places : {"21", "-1", "1.5", "points", "2%", "1 天", "99999999999999999999"})
        CHECK(faults(std::string("round(2.5, ") + places + ")") == Faults{{Code::BadPlaces, places}});
}

TEST_CASE("each function says how many arguments it takes") {
    CHECK(type("min(1)") == "number");
    CHECK(type("max(1, 2, 3, 4, 5)") == "number");
    for (const char* call : {"min()", "abs()", "abs(1, 2)", "floor()", "ceil(1, 2)", "round()",
                             "round(1, 2, 3)", "clamp(1, 2)", "clamp(1, 2, 3, 4)"})
        CHECK(faults(call) ==
              Faults{{Code::WrongArgumentCount, std::string(call).substr(0, std::string(call).find('('))}});
    CHECK(fault("限定(1, 2)").arguments == std::vector<std::string>{"限定", "3", "2"});
}

TEST_CASE("dividing by a literal zero is found before any data is seen") {
    CHECK(faults("spent / 0") == Faults{{Code::DivisionByZero, "0"}});
    CHECK(faults("spent / (0.00%)") == Faults{{Code::DivisionByZero, "0.00%"}});
    CHECK(faults("spent / 0 人") == Faults{{Code::DivisionByZero, "0 人"}});
    CHECK(type("0 / spent") == "1/money");
}

TEST_CASE("an unknown name gets the nearest known one, and the names there are") {
    CHECK(faults("完成 / target") == Faults{{Code::UnknownVariable, "完成"}});
    CHECK(fault("actaul").suggestion == "actual");
    CHECK(fault("\"结案数\"").suggestion == "结案数（任务5）");
    CHECK(fault("xyzzy").arguments.at(1).starts_with("完成值 actual, 指标值 target, "));
    CHECK(fault("xyzzy").arguments.at(1).ends_with(", 结案数（任务5）, rate"));
    CHECK(read_formula("x", {}, tests::units()).error().at(0).arguments.at(1) == "–");
}

TEST_CASE("a keyword glued to a known name or unit is found, not an unknown name") {
    CHECK(faults("完成值大于指标值") == Faults{{Code::GluedKeyword, "大于"}});
    CHECK(fault("达标 且 完成值不低于指标值").place.span == base::ByteSpan{20, 29});
    CHECK(faults("非达标") == Faults{{Code::GluedKeyword, "非"}});
    CHECK(faults("term > 30天且 met") == Faults{{Code::GluedKeyword, "且"}});
    CHECK(faults("term > 30天或达标") == Faults{{Code::GluedKeyword, "或"}});
    CHECK(faults("\"完成值大于指标值\"") == Faults{{Code::UnknownVariable, "\"完成值大于指标值\""}});
    CHECK(faults("是否结案") == Faults{{Code::UnknownVariable, "是否结案"}});
}

TEST_CASE("a name after a number is not taken for its unit") {
    CHECK(faults("2 points + 1") == Faults{{Code::UnitIsAName, "points"}});
    CHECK(faults("2支出") == Faults{{Code::UnitIsAName, "支出"}});
}

TEST_CASE("all unknown names and all faults of independent parts are found in one run") {
    CHECK(faults("if foo then spent + people + 1 else max(bar, done * 2) / 0") ==
          Faults{{Code::UnknownVariable, "foo"},
                 {Code::UnlikeOperands, "+"},
                 {Code::UnknownVariable, "bar"},
                 {Code::NeedsQuantity, "done"},
                 {Code::DivisionByZero, "0"}});
    CHECK(faults("mini(foo) + 2023-02-30") == Faults{{Code::UnknownFunction, "mini"},
                                                     {Code::UnknownVariable, "foo"},
                                                     {Code::NotADay, "2023-02-30"}});
    CHECK(faults("spent / 1,000 + 1") ==
          Faults{{Code::AmbiguousComma, "1,000"}, {Code::UnlikeOperands, "+"}});
}

TEST_CASE("a tree that came with faults is not evaluated, even where nothing else is wrong") {
    const std::string_view text = "mini(1) + 2023-02-30";
    const auto parsed = grammar::parse_formula(text);
    const auto checked = check_formula(parsed.tree.value(), text, tests::formula_names(), tests::units());
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().empty());
}

TEST_CASE("among thousands of names none is guessed, since each guess looks at all of them") {
    const UnitTable units = builtin_units();
    const auto suggestion = [&](const Environment& names) {
        return read_formula("结按数", names, units).error().front().suggestion;
    };
    Environment names;
    names.push_back({"结案数", "", FormulaType::number()});
    CHECK(suggestion(names) == "结案数");
    for (int i = 0; i < 1000; ++i) names.push_back({"数" + std::to_string(i), "", FormulaType::number()});
    CHECK_FALSE(suggestion(names).has_value());
}
