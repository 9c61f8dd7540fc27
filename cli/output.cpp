// SPDX-License-Identifier: Apache-2.0
// Standard output and standard error.
#include "cli/output.hpp"

#include <cerrno>
#include <system_error>

namespace yardstick::cli {

bool print(std::FILE* stream, std::string_view text) {
    errno = 0;
    const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size();
    const bool flushed = std::fflush(stream) == 0;
    return (written && flushed) || errno == EPIPE;
}

std::optional<base::Diagnostic> put_out(std::string_view text) {
    if (print(stdout, text)) return std::nullopt;
    return base::Diagnostic{.code = base::Code::CannotWrite,
                            .place = {},
                            .arguments = {"-", std::generic_category().message(errno)}};
}

}  // namespace yardstick::cli
