// SPDX-License-Identifier: Apache-2.0
// The plain formulas.
#include "plain_formula.hpp"

#include <array>
#include <stdexcept>

namespace plain {

using Integer = boost::multiprecision::cpp_int;
using PartPointer = std::shared_ptr<const Part>;

namespace {

std::string pick(std::mt19937_64& random, const std::vector<std::string>& from) {
    return from[random() % from.size()];
}

// Days since 1970-01-01, by counting years and months.
bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
int days_in(int year, int month) {
    static const std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return kDays.at(static_cast<std::size_t>(month - 1)) + (month == 2 && is_leap(year) ? 1 : 0);
}
int days_since_1970(int year, int month, int day) {
    int days = day - 1;
    for (int y = 1970; y < year; ++y) days += is_leap(y) ? 366 : 365;
    for (int m = 1; m < month; ++m) days += days_in(year, m);
    return days;
}

std::string padded(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

PartPointer literal(std::mt19937_64& random, Type type) {
    Part part{type, "literal", {}, 0, 0, ""};
    const int hundredths = static_cast<int>(random() % 2000);
    const std::string decimal = std::to_string(hundredths / 100) + "." + padded(hundredths % 100);
    const Fraction number(hundredths, 100);
    switch (type) {
        case Type::Number: {
            const bool share = random() % 3 == 0;
            part.spelling = decimal + (share ? "%" : "");
            part.value = share ? Fraction(number / 100) : number;
            break;
        }
        case Type::Money: {
            const bool large = random() % 2 == 0;
            part.spelling = decimal + (large ? " 万元" : "元");
            part.value = large ? Fraction(number * 10000) : number;
            break;
        }
        case Type::Day: {
            const int year = 1970 + static_cast<int>(random() % 130);
            const int month = 1 + static_cast<int>(random() % 12);
            const int day = 1 + static_cast<int>(random() % static_cast<unsigned>(days_in(year, month)));
            part.spelling = std::to_string(year) + "-" + padded(month) + "-" + padded(day);
            part.value = days_since_1970(year, month, day);
            break;
        }
        case Type::Condition:
            part.value = random() % 2 == 0 ? 1 : 0;
            part.spelling =
                part.value == 1 ? pick(random, {"true", "真", "是"}) : pick(random, {"false", "假", "否"});
            break;
    }
    return std::make_shared<const Part>(part);
}

PartPointer variable(std::mt19937_64& random, Type type) {
    const int index = static_cast<int>(type) * 2 + static_cast<int>(random() % 2);
    return std::make_shared<const Part>(Part{type, "variable", {}, 0, index, variable_name(index)});
}

Integer floor_of(const Fraction& value) {
    Integer quotient = numerator(value) / denominator(value);
    if (value < 0 && quotient * denominator(value) != numerator(value)) --quotient;
    return quotient;
}

Fraction half_away_from_zero(const Fraction& value, const Fraction& scale) {
    const Fraction scaled = value * scale;
    const Fraction rounded = value < 0 ? Fraction(-floor_of(-scaled + Fraction(1, 2)))
                                       : Fraction(floor_of(scaled + Fraction(1, 2)));
    return rounded / scale;
}

}  // namespace

std::string variable_name(int variable) {
    static const std::array<std::string, kVariables> kNames{"权重",   "rate", "支出", "\"预算（元）\"",
                                                            "完成日", "due",  "达标", "met"};
    return kNames.at(static_cast<std::size_t>(variable));
}

Values random_values(std::mt19937_64& random) {
    Values values;
    for (int i = 0; i < 4; ++i)
        values.emplace_back(static_cast<int>(random() % 41) - 20, static_cast<int>(1 + random() % 9));
    for (int i = 0; i < 2; ++i) values.emplace_back(static_cast<int>(random() % 40000));
    for (int i = 0; i < 2; ++i) values.emplace_back(static_cast<int>(random() % 2));
    return values;
}

PartPointer random_part(std::mt19937_64& random, Type type, int depth) {
    if (depth == 0) return random() % 2 == 0 ? literal(random, type) : variable(random, type);
    Part part{type, "", {}, 0, 0, ""};
    const auto add = [&](Type of) { part.parts.push_back(random_part(random, of, depth - 1)); };
    switch (type) {
        case Type::Number:
            part.what = pick(random, {"+", "-", "*", "/", "negate", "if", "min", "max", "abs", "floor",
                                      "ceil", "round", "clamp", "days between", "money / money"});
            break;
        case Type::Money:
            part.what =
                pick(random, {"+", "-", "money *", "money /", "negate", "if", "min", "max", "abs", "clamp"});
            break;
        case Type::Day:
            part.what = pick(random, {"if", "min", "max", "day +", "day -", "literal"});
            break;
        case Type::Condition:
            part.what = pick(random, {"and", "or", "not", "if", ">=", "<=", "=", "!=", ">", "<"});
            break;
    }
    if (part.what == "literal") return literal(random, type);
    if (part.what == "if") {
        add(Type::Condition);
        add(type);
        add(type);
    } else if (part.what == "clamp") {
        for (int i = 0; i < 3; ++i) add(type);
    } else if (part.what == "min" || part.what == "max") {
        for (unsigned i = 0; i <= random() % 3; ++i) add(type);
    } else if (part.what == "days between") {
        add(Type::Day);
        add(Type::Day);
    } else if (part.what == "money / money") {
        add(Type::Money);
        add(Type::Money);
    } else if (part.what == "money *" || part.what == "money /") {
        add(Type::Money);
        add(Type::Number);
    } else if (part.what == "day +" || part.what == "day -") {
        add(Type::Day);
        part.value = static_cast<int>(random() % 500);
    } else if (part.what == "round") {
        add(Type::Number);
        part.value = static_cast<int>(random() % 21);
    } else if (part.what == "negate" || part.what == "not" || part.what == "abs" || part.what == "floor" ||
               part.what == "ceil") {
        add(type);
    } else if (type == Type::Condition && part.what != "and" && part.what != "or") {
        const bool equality = part.what == "=" || part.what == "!=";
        const Type of = static_cast<Type>(random() % (equality ? 4 : 3));
        add(of);
        add(of);
    } else {
        add(type);
        add(type);
    }
    return std::make_shared<const Part>(part);
}

std::string text(const Part& part, std::mt19937_64& random) {
    if (part.what == "literal" || part.what == "variable") {
        const bool parentheses = random() % 8 == 0;
        return parentheses ? "(" + part.spelling + ")" : part.spelling;
    }
    std::vector<std::string> parts;
    for (const PartPointer& p : part.parts) parts.push_back(text(*p, random));
    const auto space = [&] { return pick(random, {" ", "  ", "　", "\n"}); };
    const auto open = [&] { return pick(random, {"(", "（", "( "}); };
    const auto close = [&] { return pick(random, {")", "）", " )"}); };
    const auto joined = [&](const std::vector<std::string>& spellings) {
        return open() + parts[0] + space() + pick(random, spellings) + space() + parts[1] + close();
    };
    const auto called = [&](const std::vector<std::string>& spellings) {
        std::string out = pick(random, spellings) + open() + parts[0];
        for (std::size_t i = 1; i < parts.size(); ++i) out += pick(random, {", ", "，", " , "}) + parts[i];
        return out;
    };
    if (part.what == "if")
        return open() + pick(random, {"if", "若", "如果"}) + space() + parts[0] + space() +
               pick(random, {"then", "则", "那么"}) + space() + parts[1] + space() +
               pick(random, {"else", "否则"}) + space() + parts[2] + close();
    if (part.what == "+") return joined({"+", "＋"});
    if (part.what == "-") return joined({"-", "－", "−"});
    if (part.what == "*" || part.what == "money *") return joined({"*", "×", "·"});
    if (part.what == "/" || part.what == "money /" || part.what == "money / money") return joined({"/", "÷"});
    if (part.what == "days between") return "(" + joined({"-"}) + " / 1 天)";
    if (part.what == "day +" || part.what == "day -")
        return open() + parts[0] + space() + part.what.substr(4) + space() + part.value.str() + " 天" +
               close();
    if (part.what == "negate") return open() + "-" + parts[0] + close();
    if (part.what == "not")
        return open() + pick(random, {"not", "非", "不是"}) + space() + parts[0] + close();
    if (part.what == "and") return joined({"and", "且", "并且"});
    if (part.what == "or") return joined({"or", "或", "或者"});
    if (part.what == ">=") return joined({">=", "≥", "不低于"});
    if (part.what == "<=") return joined({"<=", "≤", "不超过"});
    if (part.what == "=") return joined({"=", "==", "等于"});
    if (part.what == "!=") return joined({"!=", "≠", "<>", "不等于"});
    if (part.what == ">") return joined({">", "＞", "大于"});
    if (part.what == "<") return joined({"<", "＜", "小于"});
    if (part.what == "min") return called({"min", "最小值"}) + close();
    if (part.what == "max") return called({"max", "最大值"}) + close();
    if (part.what == "abs") return called({"abs", "绝对值"}) + close();
    if (part.what == "floor") return called({"floor", "向下取整"}) + close();
    if (part.what == "ceil") return called({"ceil", "向上取整"}) + close();
    if (part.what == "clamp") return called({"clamp", "限定"}) + close();
    if (part.what == "round") return called({"round", "四舍五入"}) + ", " + part.value.str() + close();
    throw std::logic_error("plain formula: " + part.what);
}

std::optional<Fraction> value(const Part& part, const Values& values) {
    if (part.what == "literal") return part.value;
    if (part.what == "variable") return values.at(static_cast<std::size_t>(part.variable));
    const auto of = [&](std::size_t i) { return value(*part.parts.at(i), values); };
    const auto first = of(0);
    if (!first) return std::nullopt;
    const Fraction& a = *first;
    if (part.what == "if") return of(a == 1 ? 1 : 2);
    if (part.what == "and") return a == 1 ? of(1) : a;
    if (part.what == "or") return a == 1 ? a : of(1);
    if (part.what == "not") return Fraction(1 - a);
    if (part.what == "negate") return Fraction(-a);
    if (part.what == "abs") return a < 0 ? Fraction(-a) : a;
    if (part.what == "floor") return Fraction(floor_of(a));
    if (part.what == "ceil") return Fraction(-floor_of(-a));
    if (part.what == "day +" || part.what == "day -") {
        const Fraction day = part.what == "day +" ? Fraction(a + part.value) : Fraction(a - part.value);
        if (day < -719162 || day > 2932896) return std::nullopt;  // 0001-01-01 and 9999-12-31
        return day;
    }
    if (part.what == "round") {
        Fraction scale = 1;
        for (Fraction i = 0; i < part.value; i += 1) scale *= 10;
        return half_away_from_zero(a, scale);
    }
    if (part.what == "min" || part.what == "max") {
        Fraction best = a;
        for (std::size_t i = 1; i < part.parts.size(); ++i) {
            const auto other = of(i);
            if (!other) return std::nullopt;
            if (part.what == "min" ? *other < best : *other > best) best = *other;
        }
        return best;
    }
    const auto second = of(1);
    if (!second) return std::nullopt;
    const Fraction& b = *second;
    if (part.what == "+") return Fraction(a + b);
    if (part.what == "-" || part.what == "days between") return Fraction(a - b);
    if (part.what == "*" || part.what == "money *") return Fraction(a * b);
    if (part.what == "/" || part.what == "money /" || part.what == "money / money") {
        if (b == 0) return std::nullopt;
        return Fraction(a / b);
    }
    if (part.what == ">=") return Fraction(a >= b ? 1 : 0);
    if (part.what == "<=") return Fraction(a <= b ? 1 : 0);
    if (part.what == "=") return Fraction(a == b ? 1 : 0);
    if (part.what == "!=") return Fraction(a != b ? 1 : 0);
    if (part.what == ">") return Fraction(a > b ? 1 : 0);
    if (part.what == "<") return Fraction(a < b ? 1 : 0);
    if (part.what == "clamp") {
        const auto third = of(2);
        if (!third || b > *third) return std::nullopt;
        if (a < b) return b;
        return a > *third ? *third : a;
    }
    throw std::logic_error("plain formula: " + part.what);
}

}  // namespace plain
