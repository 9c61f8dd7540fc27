// SPDX-License-Identifier: Apache-2.0
// Reading and writing files, over POSIX.
#include "cli/files.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yardstick::cli {

namespace {

using base::Code;
using base::Diagnostic;

constexpr std::size_t kReadBlock = std::size_t{1} << 16;

class FileDescriptor {
  public:
    explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() {
        if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
    }
    int get() const { return descriptor_; }

  private:
    int descriptor_;
};

// The fault of a system call on `path`; `otherwise` where the reason has no code of its own.
Diagnostic failed(Code otherwise, const std::string& path, int error) {
    switch (error) {
        case ENOENT:
            return {.code = otherwise == Code::CannotWrite ? Code::NoSuchFolder : Code::NoSuchFile,
                    .place = {},
                    .arguments = {path}};
        case EISDIR:
            return {.code = Code::NotAFile, .place = {}, .arguments = {path}};
        case EACCES:
        case EPERM:
            return {.code = Code::NoPermission, .place = {}, .arguments = {path}};
        default:
            return {
                .code = otherwise, .place = {}, .arguments = {path, std::generic_category().message(error)}};
    }
}

}  // namespace

std::expected<std::shared_ptr<const base::SourceText>, Diagnostic> read_file(const std::string& path) {
    const FileDescriptor file(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return std::unexpected(failed(Code::CannotRead, path, errno));
    std::string text;
    std::array<char, kReadBlock> block{};
    while (true) {
        const ssize_t count = ::read(file.get(), block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::unexpected(failed(Code::CannotRead, path, errno));
        if (count == 0) break;
        text.append(block.data(), static_cast<std::size_t>(count));
        if (text.size() > base::kMaxFileBytes) {
            auto name = std::make_shared<const base::SourceText>(path, "");
            return std::unexpected(Diagnostic{.code = Code::FileTooLarge,
                                              .place = {name, {}},
                                              .arguments = {std::to_string(base::kMaxFileBytes)}});
        }
    }
    return std::make_shared<const base::SourceText>(path, std::move(text));
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view content) {
    std::string temporary = path + ".XXXXXX";
    const FileDescriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.get() < 0) return failed(Code::CannotWrite, path, errno);
    const auto give_up = [&] {
        const int error = errno;
        ::unlink(temporary.c_str());
        return failed(Code::CannotWrite, path, error);
    };
    while (!content.empty()) {
        const ssize_t count = ::write(file.get(), content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return give_up();
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    // mkstemp makes files for the owner alone; a report is as open as any new file.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(file.get(), 0666 & ~mask) != 0 || ::fsync(file.get()) != 0) return give_up();
    if (::rename(temporary.c_str(), path.c_str()) != 0) return give_up();
    return std::nullopt;
}

}  // namespace yardstick::cli
