/** @file The workshop's module: every verb, for the studio and for Node servers. */
#include <emscripten/bind.h>

#include "doors.h"

namespace aftermint::doors {
namespace {

Crossing noBook() {
  std::vector<Fault> faults(1);
  faults[0].code = ErrorCode::NoBook;
  return std::string_view(encodeFaults(faults));
}

Crossing check(Crossing bookText) {
  Decoded<Book> book = decodeBook(bookText.view());
  if (!book) return std::string_view(encodeFaults(book.faults));
  return std::string_view(encode(aftermint::check(IndexedBook(std::move(*book.value)))));
}

/** Checks an open book; from now on an offer with a finding of severity error is not made. Answers with the findings.
 */
Crossing enforce(int book) {
  IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const std::vector<Finding> findings = aftermint::check(*opened);
  for (const Text& offer : refusedOffers(opened->book(), findings)) opened->refuse(offer);
  return std::string_view(encode(findings));
}

/** Decides, and gives every candidate as it was judged beside the decision. */
Crossing explain(int book, Crossing momentText) {
  const IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (!moment) return std::string_view(encodeFaults(moment.faults));
  return std::string_view(encode(aftermint::explain(*opened, *moment.value)));
}

Crossing verify(int book, Crossing acceptText) {
  const IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const Decoded<Accept> accept = decodeAccept(acceptText.view());
  if (!accept) return std::string_view(encodeFaults(accept.faults));
  return std::string_view(encode(aftermint::verify(*opened, *accept.value)));
}

Crossing read(Crossing countsText) {
  const Decoded<StoreCounts> counts = decodeCounts(countsText.view());
  if (!counts) return std::string_view(encodeFaults(counts.faults));
  return std::string_view(encode(aftermint::read(*counts.value)));
}

}  // namespace
}  // namespace aftermint::doors

EMSCRIPTEN_BINDINGS(aftermint_workshop) {
  // Before the doors, which ask whether they give a text (embind.js).
  emscripten::internal::_embind_register_std_string(emscripten::internal::TypeID<aftermint::doors::Crossing>::get(),
                                                    "");
  emscripten::function("open", &aftermint::doors::open);
  emscripten::function("decide", &aftermint::doors::decide);
  emscripten::function("present", &aftermint::doors::present);
  emscripten::function("close", &aftermint::doors::close);
  emscripten::function("check", &aftermint::doors::check);
  emscripten::function("enforce", &aftermint::doors::enforce);
  emscripten::function("explain", &aftermint::doors::explain);
  emscripten::function("verify", &aftermint::doors::verify);
  emscripten::function("read", &aftermint::doors::read);
}
