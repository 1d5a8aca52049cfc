#include "aftermint/answer.h"

#include <string_view>

#include "aftermint/encode_book.h"
#include "draft/draft.h"
#include "draft/find_answer.h"
#include "fuzz/doors.h"
#include "fuzz/faults.h"
#include "fuzz/shop.h"

namespace aftermint::fuzz {
namespace {

std::string brokenDraft(const draft::Drafted& drafted) {
  bool hasError = false;
  for (const draft::DraftFinding& finding : drafted.findings) {
    if (finding.code.empty() || finding.message.empty() || finding.hint.empty()) return "a finding is not complete";
    if (!isUtf8(finding.message) || !isUtf8(finding.hint) || !isUtf8(finding.pointer)) return "a finding is not UTF-8";
    hasError = hasError || finding.severity == Severity::Error;
  }
  if (!drafted.passed) return hasError ? "" : "a draft fails without an error";
  if (drafted.offer.approved) return "a draft is approved";
  Book book = fuzzShop()->book();
  book.offers.push_back(drafted.offer);
  const Decoded<Book> again = decodeBook(encode(book));
  return again ? "" : "a draft that passes makes the book unreadable: " + std::string(encodeFaults(again.faults));
}

}  // namespace

std::string fuzzAnswer(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (fuzzShop() == nullptr) return "the book of the doors is refused";
  try {
    const draft::FoundAnswer found = draft::findAnswer(text, "a.txt");
    if (found.line == 0 || found.column == 0) return "an answer has no place";
    if (!decodeAnswer(found.text)) return "the answer alone is refused";
    for (const Placement placement : {Placement::Checkout, Placement::PostPurchase}) {
      const draft::Asked asked{fuzzShop()->product("kettle"), placement};
      for (const draft::Drafted& drafted : draft::draftOffers(*fuzzShop(), found.answer, asked)) {
        if (std::string broken = brokenDraft(drafted); !broken.empty()) return broken;
      }
    }
  } catch (const Unusable& unusable) {
    return brokenFaults(unusable.faults());
  }
  return {};
}

}  // namespace aftermint::fuzz
