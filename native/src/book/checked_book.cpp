#include "book/checked_book.h"

#include <algorithm>
#include <utility>

#include "aftermint/encode_book.h"
#include "book/publish.h"

namespace aftermint {

CheckedBook loadForServer(const std::string& path) {
  CheckedBook checked;
  checked.loaded = loadBook(path);
  checked.findings = check(*checked.loaded.book);
  checked.hasErrors = std::any_of(checked.findings.begin(), checked.findings.end(),
                                  [](const Finding& finding) { return finding.severity == Severity::Error; });
  return checked;
}

std::string CheckedBook::publishedText(std::span<const std::string> stopped) const {
  return encode(published(loaded.book->book(), findings, stopped));
}

}  // namespace aftermint
