// SPDX-License-Identifier: Apache-2.0
// The ruleset cn-mof-2020 and looking things up in it.
#include "indicators/ruleset.hpp"

#include <doctest/doctest.h>

using namespace yardstick;
using namespace yardstick::indicators;
using base::Decimal;
using base::Rational;

TEST_CASE("every kind has a rule with its source") {
    const Ruleset ruleset = cn_mof_2020();
    for (const Kind kind : {Kind::AtLeast, Kind::AtMost, Kind::Equal, Kind::Deadline, Kind::Qualitative})
        CHECK_FALSE(ruleset.rule_for(kind).source.empty());
    CHECK_THROWS(Ruleset{}.rule_for(Kind::Equal));
}

TEST_CASE("tiers meet without gap or overlap from 0 to 100") {
    const Ruleset ruleset = cn_mof_2020();
    for (int hundredths = 0; hundredths <= 10000; ++hundredths) {
        const Decimal percent =
            Decimal::rounded(Rational::fraction(hundredths, 100), 2, base::Rounding::Down);
        int holding = 0;
        for (const Tier& tier : ruleset.tiers) holding += tier.holds(percent) ? 1 : 0;
        CHECK(holding == 1);
    }
    CHECK(ruleset.tiers[0].range_text() == "[80 %, 100 %]");
    CHECK(ruleset.tiers[1].range_text() == "[60 %, 80 %)");
}

TEST_CASE("grades are read from the exact total: 89.996 is not yet 优") {
    const Ruleset ruleset = cn_mof_2020();
    CHECK(ruleset.grade_of(Rational(90)) == "优");
    CHECK(ruleset.grade_of(Rational::fraction(89996, 1000)) == "良");
    CHECK(ruleset.grade_of(Rational(60)) == "中");
    CHECK(ruleset.grade_of(Rational::fraction(5999, 100)) == "差");
    CHECK(ruleset.grade_of(Rational(0)) == "差");
}

TEST_CASE("two rulesets that score differently have different canonical texts") {
    const Ruleset ruleset = cn_mof_2020();
    Ruleset other = ruleset;
    CHECK(canonical_text(other) == canonical_text(ruleset));
    other.tiers[1].low = Decimal(50);
    CHECK(canonical_text(other) != canonical_text(ruleset));
    other = ruleset;
    other.score_rounding = base::Rounding::HalfEven;
    CHECK(canonical_text(other) != canonical_text(ruleset));
    other = ruleset;
    other.rules[1].shape = Shape::AllOrNothing;
    CHECK(canonical_text(other) != canonical_text(ruleset));
}

TEST_CASE("a ruleset is chosen by the command line before the file, and a misspelt name gets a suggestion") {
    Targets targets;
    targets.ruleset = "cn-mof-2020";
    CHECK(choose_ruleset("", targets).value->name == "cn-mof-2020");
    CHECK(choose_ruleset("cn-mof-202", targets).diagnostics.front().suggestion == "cn-mof-2020");
    targets.ruleset.reset();
    CHECK(choose_ruleset("", targets).diagnostics.front().code == base::Code::NoRuleset);
    CHECK(choose_ruleset("cn-mof-2020", targets).value.has_value());
}
