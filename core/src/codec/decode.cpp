/** @file Books and moments from JSON. */
#include "codec/decode.h"

#include "codec/faults.h"
#include "codec/reader.h"
#include "codec/shapes.h"

namespace aftermint {
namespace codec {
namespace {

Fault tooLarge() {
  Fault fault;
  fault.code = ErrorCode::TooLarge;
  explain(fault, Found{Why::TooLarge, nullptr, Kind::Free, nullptr, {}});
  return fault;
}

}  // namespace

void readText(std::string_view text, const Shape* shape, void* target, ErrorCode code, const Limits& limits,
              List<Fault>& faults) {
  if (text.size() > limits.bytes) {
    faults.push_back(tooLarge());
    return;
  }
  Reader reader(shape, target, code, limits, faults);
  reader.read(text);
  if (reader.brokenAt() != 0) explainSyntax(text, faults.back());
  locate(text, reader.brokenAt(), faults);
}

}  // namespace codec

Decoded<Book> decodeBook(std::string_view text, const Limits& limits) {
  Decoded<Book> out = codec::decode<Book>(text, &codec::kBookShape, ErrorCode::BookSchema, limits);
  if (!out) return out;
  if (out.value->products.size() > limits.products) {
    Fault fault = codec::tooLarge();
    fault.pointer = "/products";
    out.faults.push_back(std::move(fault));
  }
  codec::checkLinks(*out.value, limits, out.faults);
  if (out.faults.empty()) return out;
  out.value.reset();
  codec::locate(text, 0, out.faults);
  return out;
}

Decoded<Moment> decodeMoment(std::string_view text, const Limits& limits) {
  return codec::decode<Moment>(text, &codec::kMomentShape, ErrorCode::MomentSchema, limits);
}

}  // namespace aftermint
