#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "fuzz/doors.h"
#include "fuzz/utf8.h"

namespace aftermint::fuzz {
namespace {

/** What is no JSON is quoted by bytes as they stand there; every other fault is told in UTF-8. */
std::string faultsAreTold(const List<Fault>& faults) {
  if (faults.empty()) return "a book is refused without a word";
  for (const Fault& fault : faults) {
    if (static_cast<std::size_t>(fault.code) >= kErrorCodeCodes.size()) return "a code that is none";
    const std::string name(toString(fault.code));
    if (fault.message.empty() || fault.hint.empty()) return name + " says nothing";
    if (!isUtf8(encodeFaults({fault}))) return name + " is told in no UTF-8";
  }
  return {};
}

std::string findingsAreTold(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (static_cast<std::size_t>(finding.code) >= kFindingCodeCodes.size()) return "a code that is none";
    if (finding.message.empty() || finding.hint.empty()) return std::string(toString(finding.code)) + " says nothing";
  }
  if (!isUtf8(encode(findings))) return "findings are told in no UTF-8";
  return {};
}

}  // namespace

std::string fuzzBook(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Decoded<Book> decoded = decodeBook(text);
  if (!decoded) return faultsAreTold(decoded.faults);
  if (!decoded.faults.empty()) return "a book is read and refused";

  const std::string written = encode(*decoded.value), pretty = encode(*decoded.value, true);
  const IndexedBook book(std::move(*decoded.value));
  const std::vector<Finding> findings = check(book);
  if (std::string broken = findingsAreTold(findings); !broken.empty()) return broken;
  if (encode(check(book)) != encode(findings)) return "two checks of one book differ";
  for (const std::string& id : refusedOffers(book.book(), findings)) {
    if (book.offer(id) == nullptr) return "an offer is refused that is not there";
  }

  Decoded<Book> again = decodeBook(written);
  if (!again) return "a book that was written is refused: " + std::string(encodeFaults(again.faults));
  if (encode(*again.value) != written) return "a book is written otherwise the second time";
  const Decoded<Book> fromPretty = decodeBook(pretty);
  if (!fromPretty || encode(*fromPretty.value) != written) return "a book written with indents is another book";
  const IndexedBook copy(std::move(*again.value));
  if (encode(check(copy)) != encode(findings)) return "a book that was written is checked otherwise";
  return {};
}

}  // namespace aftermint::fuzz
