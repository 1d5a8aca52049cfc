/** @file The workshop's module, which has every function: for tools and for Node servers. */
#include <emscripten/bind.h>

#include "aftermint/check.h"
#include "aftermint/explain.h"
#include "aftermint/reading.h"
#include "doors.h"
#include "workbench.h"

namespace aftermint::doors {
namespace {

Answer noBook() {
  std::vector<Fault> faults(1);
  faults[0].code = ErrorCode::NoBook;
  return encodeFaults(faults);
}

Answer check(Given bookText) {
  Decoded<Book> book = decodeBook(bookText.view());
  if (!book) return encodeFaults(book.faults);
  return encode(aftermint::check(IndexedBook(std::move(*book.value))));
}

/** Checks an open book, and never makes its offers with a finding of severity error again. Answers with the findings.
 */
Answer enforce(int book) {
  IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const std::vector<Finding> findings = aftermint::check(*opened);
  for (const Text& offer : refusedOffers(opened->book(), findings)) opened->refuse(offer);
  return encode(findings);
}

/** Decides, and answers with the decision and the reasons for every candidate. */
Answer explain(int book, Given momentText) {
  const IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (!moment) return encodeFaults(moment.faults);
  return encode(aftermint::explain(*opened, *moment.value));
}

Answer verify(int book, Given acceptText) {
  const IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const Decoded<Accept> accept = decodeAccept(acceptText.view());
  if (!accept) return encodeFaults(accept.faults);
  return encode(aftermint::verify(*opened, *accept.value));
}

Answer read(Given countsText) {
  const Decoded<Counts> counts = decodeCounts(countsText.view());
  if (!counts) return encodeFaults(counts.faults);
  return encode(aftermint::read(*counts.value));
}

}  // namespace
}  // namespace aftermint::doors

EMSCRIPTEN_BINDINGS(aftermint_workshop) {
  // Must come before the functions, which check whether they return a text (embind.js).
  emscripten::internal::_embind_register_std_string(emscripten::internal::TypeID<aftermint::doors::Answer>::get(), "");
  emscripten::function("open", &aftermint::doors::open);
  emscripten::function("decide", &aftermint::doors::decide);
  emscripten::function("view", &aftermint::doors::view);
  emscripten::function("close", &aftermint::doors::close);
  emscripten::function("check", &aftermint::doors::check);
  emscripten::function("enforce", &aftermint::doors::enforce);
  emscripten::function("explain", &aftermint::doors::explain);
  emscripten::function("verify", &aftermint::doors::verify);
  emscripten::function("read", &aftermint::doors::read);
  emscripten::function("inspect", &aftermint::doors::inspect);
  emscripten::function("publicText", &aftermint::doors::publicText);
  emscripten::function("publishedText", &aftermint::doors::publishedText);
  emscripten::function("partition", &aftermint::doors::partition);
  emscripten::function("shardFiles", &aftermint::doors::shardFiles);
  emscripten::function("shardHead", &aftermint::doors::shardHead);
  emscripten::function("judgeCopy", &aftermint::doors::judgeCopy);
  emscripten::function("faultsOf", &aftermint::doors::faultsOf);
  emscripten::function("basis", &aftermint::doors::basis);
}
