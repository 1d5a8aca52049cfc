#include "book/write_book.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "aftermint/check.h"
#include "aftermint/encode_book.h"
#include "temporary_file.h"
#include "unusable.h"

namespace aftermint {
namespace {

void writeThrough(const std::string& path, std::string_view text) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) failToWrite(path);
  const bool written = writeAll(descriptor, text);
  const int why = errno;
  const bool closed = close(descriptor) == 0;
  if (!written) errno = why;
  if (!written || !closed) failToWrite(path);
}

}  // namespace

void writeWhole(const std::string& path, std::string_view text) {
  // A device or a pipe must not be replaced by a file.
  std::error_code ignored;  // writing reports the error
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
    writeThrough(path, text);
    return;
  }
  TemporaryFile file(path);
  file.write(text);
  file.keep();
}

WrittenBook writeBook(const Book& book, const std::string& path) {
  const std::string text = encode(book, true) + "\n";
  Decoded<Book> back = decodeBook(text);
  // An error of this program, not of its user: an import must make a valid book.
  if (!back) throw Unusable(std::move(back.faults), path);
  WrittenBook result;
  result.bytes = text.size();
  const IndexedBook indexed(std::move(*back.value));
  result.findings = check(indexed);
  const bool clean = std::none_of(result.findings.begin(), result.findings.end(),
                                  [](const Finding& finding) { return finding.severity == Severity::Error; });
  if (!clean) return result;
  if (path == "-") {
    std::fwrite(text.data(), 1, text.size(), stdout);
  } else {
    writeWhole(path, text);
  }
  result.written = true;
  return result;
}

}  // namespace aftermint
