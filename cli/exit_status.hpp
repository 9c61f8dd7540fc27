// SPDX-License-Identifier: Apache-2.0
// What the program's exit status says.
#pragma once

namespace yardstick::cli {

enum class ExitStatus : int {
    Fine = 0,
    Findings = 1,  // the input has errors or findings
    Usage = 2,     // the command line is wrong, or names a file that cannot be read or written
    OurBug = 3,
};

}  // namespace yardstick::cli
