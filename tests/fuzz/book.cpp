#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "fuzz/doors.h"
#include "fuzz/faults.h"

namespace aftermint::fuzz {
namespace {

std::string checkFindingTexts(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (static_cast<std::size_t>(finding.code) >= kFindingCodeCodes.size()) return "an unknown code";
    if (finding.message.empty() || finding.hint.empty())
      return std::string(toString(finding.code)) + " has no message or no hint";
  }
  if (!isUtf8(encode(findings))) return "findings are not valid UTF-8";
  return {};
}

}  // namespace

std::string fuzzBook(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  Decoded<Book> decoded = decodeBook(text);
  if (!decoded) return brokenFaults(decoded.faults);
  if (!decoded.faults.empty()) return "a book is both accepted and refused";

  const std::string written = encode(*decoded.value), pretty = encode(*decoded.value, true);
  const IndexedBook book(std::move(*decoded.value));
  const std::vector<Finding> findings = check(book);
  if (std::string broken = checkFindingTexts(findings); !broken.empty()) return broken;
  if (encode(check(book)) != encode(findings)) return "two checks of one book differ";
  for (const std::string& id : refusedOffers(book.book(), findings)) {
    if (book.offer(id) == nullptr) return "an offer is refused that is not in the book";
  }

  Decoded<Book> again = decodeBook(written);
  if (!again) return "an encoded book is refused: " + std::string(encodeFaults(again.faults));
  if (encode(*again.value) != written) return "encoding a book twice gives different texts";
  const Decoded<Book> fromPretty = decodeBook(pretty);
  if (!fromPretty || encode(*fromPretty.value) != written) return "a book changes when it is written with indents";
  const IndexedBook copy(std::move(*again.value));
  if (encode(check(copy)) != encode(findings)) return "an encoded book gets different findings";
  return {};
}

}  // namespace aftermint::fuzz
