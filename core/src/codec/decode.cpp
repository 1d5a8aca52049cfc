#include "aftermint/codec.h"
#include "codec/links.h"
#include "codec/locate.h"
#include "codec/reader.h"
#include "codec/shapes.h"
#include "codec/syntax_text.h"

namespace aftermint {
namespace {

using codec::Found;
using codec::Reader;
using codec::Shape;
using codec::Why;

Fault tooLarge() {
  Fault fault;
  fault.code = ErrorCode::TooLarge;
#if !AFTERMINT_PAGE
  codec::explain(fault, Found{Why::TooLarge, nullptr, codec::Kind::Free, nullptr, {}});
#endif
  return fault;
}

#if !AFTERMINT_PAGE
/** Says of a text that is not JSON what it is instead, where that is known. */
void nameSyntax(std::string_view text, Fault& fault) {
  codec::Named named = codec::nameSyntaxFault(text);
  if (named.what.empty()) return;
  if (named.isWhole) {
    fault.message = "This is not JSON: " + named.what + ".";
  } else {
    fault.message.pop_back();  // the full stop
    fault.message += ": " + named.what + ".";
  }
  fault.mend = std::move(named.mend);
}
#endif

/** Reads `text` by `shape` (free where null) into `target`; faults say what is wrong. */
void readText(std::string_view text, const Shape* shape, void* target, ErrorCode code, const Limits& limits,
              List<Fault>& faults) {
  if (text.size() > limits.bytes) {
    faults.push_back(tooLarge());
    return;
  }
  Reader reader(shape, target, code, limits, faults);
  reader.read(text);
#if !AFTERMINT_PAGE
  if (reader.brokenAt() != 0) nameSyntax(text, faults.back());
  codec::locate(text, reader.brokenAt(), faults);
#endif
}

template <class T>
Decoded<T> decode(std::string_view text, const Shape* shape, ErrorCode code, const Limits& limits) {
  Decoded<T> out;
  T value;
  readText(text, shape, &value, code, limits, out.faults);
  if (out.faults.empty()) out.value.emplace(std::move(value));
  return out;
}

}  // namespace

Decoded<Book> decodeBook(std::string_view text, const Limits& limits) {
  Decoded<Book> out = decode<Book>(text, &codec::kBookShape, ErrorCode::BookSchema, limits);
  if (!out) return out;
  if (out.value->products.size() > limits.products) {
    Fault fault = tooLarge();
    fault.pointer = "/products";
    out.faults.push_back(std::move(fault));
  }
#if !AFTERMINT_PAGE
  codec::checkLinks(*out.value, limits, out.faults);
#endif
  if (out.faults.empty()) return out;
  out.value.reset();
#if !AFTERMINT_PAGE
  codec::locate(text, 0, out.faults);
#endif
  return out;
}

Decoded<Moment> decodeMoment(std::string_view text, const Limits& limits) {
  return decode<Moment>(text, &codec::kMomentShape, ErrorCode::MomentSchema, limits);
}

#if !AFTERMINT_PAGE
Decoded<Accept> decodeAccept(std::string_view text, const Limits& limits) {
  return decode<Accept>(text, &codec::kAcceptShape, ErrorCode::AcceptSchema, limits);
}

Decoded<StoreCounts> decodeCounts(std::string_view text, const Limits& limits) {
  return decode<StoreCounts>(text, &codec::kCountsShape, ErrorCode::CountsSchema, limits);
}

Decoded<Answer> decodeAnswer(std::string_view text, const Limits& limits) {
  return decode<Answer>(text, &codec::kAnswerShape, ErrorCode::AnswerSchema, limits);
}

Decoded<Value> decodeValue(std::string_view text, const Limits& limits) {
  return decode<Value>(text, nullptr, ErrorCode::JsonSyntax, limits);
}
#endif

}  // namespace aftermint
