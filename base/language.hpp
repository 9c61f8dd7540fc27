// SPDX-License-Identifier: Apache-2.0
// The languages in which the project speaks to people.
#pragma once

namespace yardstick::base {

enum class Language { Chinese, English };

}  // namespace yardstick::base
