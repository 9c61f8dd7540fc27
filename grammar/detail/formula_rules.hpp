// SPDX-License-Identifier: Apache-2.0
// The X3 grammar of formulas. After an operator, a parenthesis or a keyword nothing else can follow, so each
// is an expectation: the one that fails, and where, is the fault.
#pragma once

#include <string>
#include <vector>

#include "grammar/detail/formula_nodes.hpp"
#include "grammar/detail/formula_words.hpp"
#include "grammar/detail/lexemes.hpp"

namespace yardstick::grammar::detail::formula_rules {

using formula::Operator;

// --- nesting: bounded while parsing, and remembered for faults

enum class Opening { Parenthesis, If };

// What is open where the parse stands. When an expectation fails, it stays as it was then.
struct Nesting {
    struct Level {
        Opening opening;
        const char* begin;
    };
    std::vector<Level> open;
};

// The context tag under which a parse passes its Nesting.
struct NestingTag;

// Thrown where one more level would open, and caught where x3's own expectation failures are.
struct TooDeep {
    const char* where;
};

template <typename Subject>
struct NestedParser : x3::unary_parser<Subject, NestedParser<Subject>> {
    static bool const is_pass_through_unary = true;

    NestedParser(const Subject& subject, Opening opening)
        : x3::unary_parser<Subject, NestedParser<Subject>>(subject), opening_(opening) {}

    template <typename Iterator, typename Context, typename RuleContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const Context& context, RuleContext& rule_context,
               Attribute& attribute) const {
        auto& open = x3::get<NestingTag>(context).open;
        if (open.size() == kMaxFormulaDepth) throw TooDeep{first};
        open.push_back({opening_, first});
        const bool matched = this->subject.parse(first, last, context, rule_context, attribute);
        open.pop_back();
        return matched;
    }

  private:
    Opening opening_;
};

// nested(opening)[p]: p, one level deeper. Stands after a predicate for the token that opens the level.
struct nested {
    Opening opening;
    template <typename Subject>
    auto operator[](const Subject& subject) const {
        return NestedParser<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject),
                                                                                    opening);
    }
};

// --- words

const auto continuation = x3::char_('\x80', '\xBF');
const auto accented_letter = (x3::lit("\xC3") >> (continuation - x3::lit("\x97") - x3::lit("\xB7"))) |
                             (x3::char_('\xC4', '\xC8') >> continuation);  // À..ɏ without × and ÷
const auto wide_letter = (x3::lit("\xEF\xBC") >> x3::char_('\xA1', '\xBA')) |
                         (x3::lit("\xEF\xBD") >> x3::char_('\x81', '\x9A')) | "＿";
const auto ideograph = (x3::lit("\xE3") >> x3::char_('\x90', '\xBF') >> continuation) |  // U+3400 on
                       (x3::char_('\xE4', '\xE9') >> continuation >> continuation) |     // to U+9FFF
                       (x3::lit("\xEF") >> x3::char_('\xA4', '\xAB') >> continuation) |  // U+F900..U+FAFF
                       (x3::lit("\xF0") >> x3::char_('\xA0', '\xBF') >> continuation >> continuation) | "々" |
                       "〇";

struct NameStartTag;
const x3::rule<NameStartTag> name_start = "letter";
const auto name_start_def = x3::omit[letter | '_' | ideograph | wide_letter | accented_letter];
struct NameCharacterTag;
const x3::rule<NameCharacterTag> name_character = "letter or digit";
const auto name_character_def = name_start | x3::omit[digit];

// The spellings of one keyword, and of all words that are no names.
struct KeywordSymbols : x3::symbols<> {
    explicit KeywordSymbols(Keyword keyword) { add_words(keyword, keyword); }
    KeywordSymbols() {
        add_words(Keyword::If, Keyword::False);
        for (const auto& [op, spelling] : kComparisonWords) add(std::string(spelling));
    }

  private:
    void add_words(Keyword first, Keyword last) {
        for (const auto& words : kKeywords) {
            if (words.meaning < first || words.meaning > last) continue;
            for (const std::string_view word : {words.english, words.chinese, words.other_chinese})
                if (!word.empty()) add(std::string(word));
        }
    }
};
const KeywordSymbols if_words(Keyword::If);
const KeywordSymbols then_words(Keyword::Then);
const KeywordSymbols else_words(Keyword::Else);
const KeywordSymbols reserved_words;

struct ReservedTag;
const x3::rule<ReservedTag> reserved = "keyword";
const auto reserved_def = reserved_words >> !name_character;
struct IfTag : Spanned {};
const x3::rule<IfTag, WordNode> if_word = "if";
const auto if_word_def = x3::omit[if_words >> !name_character];
struct ThenTag;
const x3::rule<ThenTag> then_word = "then";
const auto then_word_def = then_words >> !name_character;
struct ElseTag;
const x3::rule<ElseTag> else_word = "else";
const auto else_word_def = else_words >> !name_character;

struct WordTag : Spanned {};
const x3::rule<WordTag, WordNode> word = "word";
const auto word_def = x3::omit[!reserved >> name_start >> *name_character];

const auto open_parenthesis = x3::lit('(') | "（";
const auto close_parenthesis = x3::lit(')') | "）";
struct ClosingTag;
const x3::rule<ClosingTag> closing = "closing parenthesis";
const auto closing_def = close_parenthesis;

// --- operators

struct OperatorSymbols : x3::symbols<Operator> {
    template <typename Table>
    explicit OperatorSymbols(const Table& table) {
        for (const auto& [op, spelling] : table) add(std::string(spelling), op);
    }
};
const OperatorSymbols multiplicative_symbols(kMultiplicativeSymbols);
const OperatorSymbols additive_symbols(kAdditiveSymbols);
const OperatorSymbols comparison_symbols(kComparisonSymbols);
const OperatorSymbols comparison_words(kComparisonWords);

struct LogicalSymbols : x3::symbols<Operator> {
    LogicalSymbols(Keyword keyword, Operator op) {
        for (const auto& words : kKeywords) {
            if (words.meaning != keyword) continue;
            for (const std::string_view word : {words.english, words.chinese, words.other_chinese})
                if (!word.empty()) add(std::string(word), op);
        }
    }
};
const LogicalSymbols and_words(Keyword::And, Operator::And);
const LogicalSymbols or_words(Keyword::Or, Operator::Or);
const LogicalSymbols not_words(Keyword::Not, Operator::Not);

struct OperatorTag : Spanned {};
template <int level>
struct LevelTag : OperatorTag {};
const x3::rule<LevelTag<0>, OperatorNode> minus = "minus";
const auto minus_def = x3::omit[hyphen | "−"] >> x3::attr(Operator::Negate) >> span_to_come;
const x3::rule<LevelTag<1>, OperatorNode> multiplicative = "multiplicative operator";
const auto multiplicative_def = multiplicative_symbols >> span_to_come;
const x3::rule<LevelTag<2>, OperatorNode> additive = "additive operator";
const auto additive_def = additive_symbols >> span_to_come;
const x3::rule<LevelTag<3>, OperatorNode> comparator = "comparator";
const auto comparator_def = (comparison_symbols | (comparison_words >> !name_character)) >> span_to_come;
const x3::rule<LevelTag<4>, OperatorNode> not_operator = "not";
const auto not_operator_def = not_words >> !name_character >> span_to_come;
const x3::rule<LevelTag<5>, OperatorNode> and_operator = "and";
const auto and_operator_def = and_words >> !name_character >> span_to_come;
const x3::rule<LevelTag<6>, OperatorNode> or_operator = "or";
const auto or_operator_def = or_words >> !name_character >> span_to_come;

// --- literals

// A comma before three digits is taken with the number, so that `max(1,000)` is not read in silence as one
// number or as two.
const auto three_digits = digit >> digit >> digit;
struct MagnitudeTag : Spanned {};
const x3::rule<MagnitudeTag, NumberNode> magnitude = "number";
const auto magnitude_def =
    x3::omit[((digit >> -digit >> -digit >> +(comma >> three_digits >> !digit)) | +digit) >>
             -(point >> +digit)];

const auto unit_symbol = x3::lit('$') | "￥" | "¥" | "€" | "°" | "²" | "³" |
                         (x3::lit("\xE2") >> ((x3::lit("\x84") >> continuation) |
                                              (x3::lit("\x85") >> x3::char_('\x80', '\x8F')))) |  // ℃
                         (x3::lit("\xE3") >> x3::char_('\x8C', '\x8F') >> continuation);          // ㎡
struct UnitTag : Spanned {};
const x3::rule<UnitTag, WordNode> unit = "unit";
const auto unit_def = x3::omit[percent_sign | "‰" |
                               (!reserved >> (name_start | unit_symbol) >> *(name_character | unit_symbol))];

const auto other_notation = (x3::lit('e') | 'E' | 'x' | 'X') >> (digit | sign);  // `1e3`, `0x10`
struct LiteralTag : Spanned {};
const x3::rule<LiteralTag, LiteralNode> literal = "literal";
const auto literal_def = magnitude >> ((!other_notation >> spaces >> unit) | x3::attr(WordNode{}));

// `2024-06-30`; `2024-06` is taken too, for it is more likely a month than a subtraction.
const auto this_age = &(x3::lit("19") | "20" | "１９" | "２０");
struct DayTag : Spanned {};
const x3::rule<DayTag, DayNode> day = "day";
const auto four_digits = digit >> digit >> digit >> digit;
const auto day_def = x3::omit[(four_digits >> hyphen >> +digit >> hyphen >> +digit) |
                              (this_age >> four_digits >> hyphen >> digit >> -digit >>
                               !(digit | point | name_start | percent_sign))];

struct TruthSymbols : x3::symbols<bool> {
    TruthSymbols() {
        for (const auto& words : kKeywords) {
            if (words.meaning != Keyword::True && words.meaning != Keyword::False) continue;
            for (const std::string_view word : {words.english, words.chinese, words.other_chinese})
                if (!word.empty()) add(std::string(word), words.meaning == Keyword::True);
        }
    }
};
const TruthSymbols truth_words;
struct TruthTag : Spanned {};
const x3::rule<TruthTag, TruthNode> truth = "truth value";
const auto truth_def = truth_words >> !name_character >> span_to_come;

struct NameRestTag;
const x3::rule<NameRestTag> quoted_rest = "closing quote";
const auto quoted_rest_def = x3::omit[*("\"\"" | (any_byte - '"')) >> '"'];
struct QuotedNameTag : Spanned {};
const x3::rule<QuotedNameTag, QuotedNameNode> quoted_name = "quoted name";
const auto quoted_name_def = x3::omit['"' > quoted_rest];

// --- expressions, from the tightest binding to the loosest

struct ExpressionTag;
const x3::rule<ExpressionTag, ExpressionNode> expression = "expression";

struct ArgumentsTag;
const x3::rule<ArgumentsTag, std::vector<ExpressionNode>> arguments = "arguments";
const auto arguments_def =
    nested{Opening::Parenthesis}[(open_parenthesis >> spaces >>
                                  -(!close_parenthesis >> (expression % (spaces >> comma >> spaces))) >>
                                  spaces) > closing];
struct CallTag : Spanned {};
const x3::rule<CallTag, CallNode> call = "call";
const auto call_def = word >> spaces >> &open_parenthesis >> arguments;

struct GroupTag : Spanned {};
const x3::rule<GroupTag, GroupNode> group = "parentheses";
const auto group_def =
    &open_parenthesis >>
    nested{Opening::Parenthesis}[(open_parenthesis >> spaces >> expression >> spaces) > closing] >>
    span_to_come;

struct PrimaryTag;
const x3::rule<PrimaryTag, PrimaryNode> primary = "value";
const auto primary_def = day | literal | truth | call | word | quoted_name | group;

struct UnaryTag : Spanned {};
const x3::rule<UnaryTag, UnaryNode> unary = "unary";
const auto unary_def = *(minus >> spaces) > primary;

struct ProductStepTag;
const x3::rule<ProductStepTag, ProductStep> product_step = "factor";
const auto product_step_def = spaces >> multiplicative >> spaces >> unary;
struct ProductTag : Spanned {};
const x3::rule<ProductTag, ProductNode> product = "product";
const auto product_def = unary >> *product_step;

struct SumStepTag;
const x3::rule<SumStepTag, SumStep> sum_step = "term";
const auto sum_step_def = spaces >> additive >> spaces >> product;
struct SumTag : Spanned {};
const x3::rule<SumTag, SumNode> sum = "sum";
const auto sum_def = product >> *sum_step;

// Chains are read whole, so that the fault can show both comparisons.
struct ComparisonStepTag;
const x3::rule<ComparisonStepTag, ComparisonStep> comparison_step = "compared";
const auto comparison_step_def = spaces >> comparator >> spaces >> sum;
struct ComparisonTag : Spanned {};
const x3::rule<ComparisonTag, ComparisonNode> comparison = "comparison";
const auto comparison_def = sum >> *comparison_step;

struct NegationTag : Spanned {};
const x3::rule<NegationTag, NegationNode> negation = "negation";
const auto negation_def = *(not_operator >> spaces) >> comparison;

struct ConjunctionStepTag;
const x3::rule<ConjunctionStepTag, ConjunctionStep> conjunction_step = "conjunct";
const auto conjunction_step_def = spaces >> and_operator >> spaces >> negation;
struct ConjunctionTag : Spanned {};
const x3::rule<ConjunctionTag, ConjunctionNode> conjunction = "conjunction";
const auto conjunction_def = negation >> *conjunction_step;

struct DisjunctionStepTag;
const x3::rule<DisjunctionStepTag, DisjunctionStep> disjunction_step = "disjunct";
const auto disjunction_step_def = spaces >> or_operator >> spaces >> conjunction;
struct DisjunctionTag : Spanned {};
const x3::rule<DisjunctionTag, DisjunctionNode> disjunction = "disjunction";
const auto disjunction_def = conjunction >> *disjunction_step;

struct ConditionalTag : Spanned {};
const x3::rule<ConditionalTag, ConditionalNode> conditional = "conditional";
const auto conditional_def =
    &if_word >> nested{Opening::If}[(if_word >> spaces >> expression >> spaces) > then_word > spaces >
                                    expression > spaces > else_word > spaces > expression];

const auto expression_def = conditional | disjunction;

// --- for faults: the token that stands somewhere

struct TokenTag;
const x3::rule<TokenTag> token = "token";
const auto token_def =
    x3::omit[+name_character | comparison_symbols | additive_symbols | multiplicative_symbols |
             open_parenthesis | close_parenthesis | comma | '"' | percent_sign | "‰"];

BOOST_SPIRIT_DEFINE(name_start, name_character, reserved, if_word, then_word, else_word, word, closing, token)
BOOST_SPIRIT_DEFINE(minus, multiplicative, additive, comparator, not_operator, and_operator, or_operator)
BOOST_SPIRIT_DEFINE(magnitude, unit, literal, day, truth, quoted_rest, quoted_name)
BOOST_SPIRIT_DEFINE(arguments, call, group, primary, unary, product_step, product, sum_step, sum)
BOOST_SPIRIT_DEFINE(comparison_step, comparison, negation, conjunction_step, conjunction, disjunction_step,
                    disjunction, conditional, expression)

}  // namespace yardstick::grammar::detail::formula_rules
