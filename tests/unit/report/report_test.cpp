// SPDX-License-Identifier: Apache-2.0
// Fingerprints and words. (What reports look like: tests/golden.)
#include <doctest/doctest.h>

#include "report/sha256.hpp"
#include "report/wording.hpp"

using namespace yardstick;

TEST_CASE("fingerprints are those of FIPS 180-4") {
    CHECK(report::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(report::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("grades are translated in English reports only") {
    CHECK(report::grade_words("优", base::Language::English) == "优 (excellent)");
    CHECK(report::grade_words("优", base::Language::Chinese) == "优");
    CHECK(report::grade_words("A", base::Language::English) == "A");
}
