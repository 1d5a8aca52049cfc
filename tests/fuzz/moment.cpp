#include <string_view>

#include "aftermint/encode_book.h"
#include "aftermint/explain.h"
#include "aftermint/render.h"
#include "aftermint/verify.h"
#include "aftermint/view.h"
#include "fuzz/doors.h"
#include "fuzz/faults.h"
#include "fuzz/shop.h"

namespace aftermint::fuzz {

std::string fuzzMoment(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Decoded<Moment> moment = decodeMoment(text);
  if (!moment) return brokenFaults(moment.faults);
  if (!moment.faults.empty()) return "a moment is both accepted and refused";
  if (fuzzShop() == nullptr) return "the book of the doors is refused";
  const IndexedBook& book = *fuzzShop();
  const Decision decision = decide(book, *moment.value);
  const std::string written = encode(decision);
  if (!isUtf8(written)) return "a decision is not valid UTF-8";
  if (encode(decide(book, *moment.value)) != written) return "the same moment gets two decisions";
  const Explanation explained = explain(book, *moment.value);
  if (encode(explained.decision) != written) return "an explanation explains another decision";
  if (!isUtf8(encode(explained))) return "an explanation is not valid UTF-8";
  if (decision.offer == nullptr) return {};

  const MoneyFormat money = [](Minor amount, std::string_view, std::string_view) { return std::to_string(amount); };
  const View tree = view(book, *moment.value, decision);
  const std::string html = toHtml(tree, money, "en");
  if (!isUtf8(html)) return "a view is not valid UTF-8";
  return {};
}

}  // namespace aftermint::fuzz
