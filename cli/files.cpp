// SPDX-License-Identifier: Apache-2.0
// Reading and writing files, over POSIX.
#include "cli/files.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/sha256.hpp"

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

std::optional<int> write_all(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const ssize_t count = ::write(descriptor, content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return errno;
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return std::nullopt;
}

// What `path` leads to, links followed; the path itself where nothing is there yet.
std::string followed(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    return resolved ? resolved.get() : path;
}

constexpr mode_t kNewFileMode = 0666;

}  // namespace

std::expected<InputText, Diagnostic> read_file(const std::string& path) {
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
    std::string sha256 = report::sha256(text);
    const bool has_byte_order_mark = text.starts_with("\xEF\xBB\xBF");
    return InputText{std::make_shared<const base::SourceText>(path, std::move(text)), std::move(sha256),
                     has_byte_order_mark};
}

std::optional<Diagnostic> write_file(const std::string& path, std::string_view content) {
    const std::string target = followed(path);
    struct stat existing{};
    const bool exists = ::stat(target.c_str(), &existing) == 0;
    if (exists && !S_ISREG(existing.st_mode)) {
        const FileDescriptor device(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
        if (device.get() < 0) return failed(Code::CannotWrite, path, errno);
        if (const auto error = write_all(device.get(), content))
            return failed(Code::CannotWrite, path, *error);
        return std::nullopt;
    }
    // Named after the process, and made anew: two runs at once do not meet, and nothing that is there is
    // touched.
    const std::string temporary = target + "." + std::to_string(::getpid()) + ".tmp";
    const FileDescriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kNewFileMode));
    if (file.get() < 0) return failed(Code::CannotWrite, path, errno);
    const auto give_up = [&](int error) {
        ::unlink(temporary.c_str());
        return failed(Code::CannotWrite, path, error);
    };
    if (const auto error = write_all(file.get(), content)) return give_up(*error);
    if (exists && ::fchmod(file.get(), existing.st_mode & 07777) != 0) return give_up(errno);
    if (::fsync(file.get()) != 0 || ::rename(temporary.c_str(), target.c_str()) != 0) return give_up(errno);
    return std::nullopt;
}

bool same_file(const std::string& a, const std::string& b) {
    struct stat first{};
    struct stat second{};
    return ::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0 &&
           first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

}  // namespace yardstick::cli
