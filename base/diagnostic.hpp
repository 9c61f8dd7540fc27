// SPDX-License-Identifier: Apache-2.0
// A fault in the input, as data: stable code, place, and the words that go into its message.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/source_text.hpp"

namespace yardstick::base {

// The number is the code that users see (110 is `YS110`) and never changes its meaning. Texts and severities
// stand in catalogue.cpp; docs/diagnostics.md explains each with an example.
enum class Code : std::uint16_t {
    // Files and their bytes
    CannotRead = 1,
    FileTooLarge = 2,
    NotUtf8 = 3,
    ControlCharacter = 4,
    CannotWrite = 5,
    NoSuchFile = 6,
    NotAFile = 7,
    NoPermission = 8,
    NoSuchFolder = 9,
    // YAML
    YamlSyntax = 10,
    YamlAnchor = 11,
    YamlTag = 12,
    YamlTooDeep = 13,
    YamlSecondDocument = 14,
    EmptyFile = 15,
    DuplicateKey = 16,
    UnknownKey = 17,
    ExpectedMapping = 18,
    ExpectedText = 19,
    ExpectedList = 20,
    MissingKey = 21,
    WrongKindOfFile = 22,
    EmptyValue = 23,
    KeyNotText = 24,
    YamlTab = 25,
    YamlUnclosedQuote = 26,
    ColonInLine = 27,
    // The indicator line and other values
    EmptyLine = 101,
    LineTooLong = 102,
    NoComparator = 103,
    NoName = 104,
    NoValue = 105,
    UnreadableValue = 106,
    BadGrouping = 107,
    TooManyDigits = 108,
    NoSuchDate = 109,
    UnexpectedText = 110,
    WeightWithoutNumber = 111,
    ClauseTwice = 112,
    UnclosedQuote = 113,
    AmbiguousLine = 114,
    NoExpectedOutcome = 115,
    NoWeight = 116,
    TwoCriteria = 117,
    TooManyComparators = 118,
    MonthsOrMonth = 119,
    TwoComparators = 120,
    RangeReversed = 121,
    WordsMeasureNothing = 122,
    ApproximateNumber = 123,
    RangeOfTwoUnits = 124,
    BoundForActual = 125,
    UnclosedArguments = 126,
    TooManyArguments = 127,
    NoSuchComparator = 128,
    // Targets
    UnlikeUnits = 201,
    WeightNotPositive = 202,
    DuplicateIndicator = 203,
    DirectionContradicts = 204,
    UnknownTask = 205,
    NotAnAmount = 206,
    NegativeAmount = 207,
    WeightsOffFrame = 208,
    BudgetPartsOff = 209,
    ProjectBudgetsOff = 210,
    BadYear = 211,
    NothingToScore = 212,
    DuplicateId = 213,
    UnknownRuleset = 214,
    NoRuleset = 215,
    TooManyIndicators = 216,
    ZeroBudget = 217,
    DaysAndWorkingDays = 218,
    PercentAndPoints = 219,
    UnknownRule = 220,
    RuleArguments = 221,
    UnitLikeAnother = 222,
    SlippedAmount = 223,
    RuleNeedsQuantity = 224,
    RuleArgumentUnit = 225,
    RuleArgumentNotPositive = 226,
    RuleAgainstComparator = 227,
    // Results
    NoSuchIndicator = 301,
    AmbiguousName = 302,
    ActualTwice = 303,
    MissingActual = 304,
    NoSuchProject = 305,
    ActualNotANumber = 306,
    ActualNotADate = 307,
    ActualNotATier = 308,
    ShareMissing = 309,
    ShareOutsideTier = 310,
    NotApplicableUnruled = 311,
    OtherDepartment = 312,
    OtherYear = 313,
    SpentMissing = 314,
    SpentWithoutBudget = 315,
    MissingProject = 316,
    NoDepartmentScore = 317,
    ResultsAlone = 318,
    AdjustedWithoutBudget = 319,
    SlippedActual = 320,
    DateTooCoarse = 321,
    ActualNotYesNo = 322,
    DerivedUnlikeTarget = 323,
    FigureTwice = 324,
    FigureNotANumber = 325,
    TooManyFigures = 326,
    UnusedFigure = 327,
    // Formulas
    EmptyFormula = 401,
    FormulaTooDeep = 402,
    FormulaTooLarge = 403,
    NoOperand = 404,
    FormulaEndsEarly = 405,
    NoThen = 406,
    NoElse = 407,
    UnclosedParenthesis = 408,
    UnopenedParenthesis = 409,
    UnexpectedInFormula = 410,
    UnknownCharacter = 411,
    ChainedComparison = 412,
    GluedKeyword = 413,
    AmbiguousComma = 414,
    NotADay = 415,
    UnknownFunction = 416,
    UnknownVariable = 417,
    WrongArgumentCount = 418,
    UnlikeOperands = 419,
    UnlikeBranches = 420,
    NeedsNumber = 421,
    NeedsCondition = 422,
    NeedsQuantity = 423,
    UnitIsAName = 424,
    BadPlaces = 425,
    DivisionByZero = 426,
    NotWholeDays = 427,
    DayOutOfRange = 428,
    EmptyRange = 429,
};

enum class Severity { Error, Warning, Note };

// How another place bears on a diagnostic.
enum class Relation {
    FirstGivenHere,
    TargetHere,
    CouldBeThis,
    OtherReading,
    OpenedHere,
    IsNumber,
    IsQuantity,  // of the dimension that is its argument
    IsDay,
    IsCondition,
};

struct Related {
    Relation relation = Relation::FirstGivenHere;
    Place place;
    std::vector<std::string> arguments = {};  // for the placeholders of relation_text
};

struct Diagnostic {
    Code code = Code::CannotRead;
    Place place;
    std::vector<std::string> arguments = {};     // for the placeholders of the catalogue's texts
    std::optional<std::string> suggestion = {};  // the known word that was probably meant
    std::vector<Related> related = {};
};

using Diagnostics = std::vector<Diagnostic>;

std::string code_text(Code code);  // "YS110"
Severity severity_of(Code code);
std::string_view severity_text(Severity severity);  // "error", "warning", "note", as in JSON

std::string message_of(const Diagnostic& diagnostic, Language language);
// How to mend it, the suggestion included; empty where the message says all.
std::string hint_of(const Diagnostic& diagnostic, Language language);
std::string relation_text(const Related& related, Language language);
std::string_view relation_key(Relation relation);  // "first-given-here", ..., as in JSON

bool has_errors(std::span<const Diagnostic> diagnostics);

// Orders by file in the order given, then by place, keeping the order of those at the same place.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace yardstick::base
