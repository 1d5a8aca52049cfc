/** @file An accept from JSON, and the verdict on it as JSON. */
#include "aftermint/codec.h"
#include "codec/decode.h"
#include "codec/encode_items.h"
#include "codec/shapes.h"
#include "codec/writer.h"

namespace aftermint {
namespace codec {
namespace {

constexpr std::array kShownPriceFields{
    one<&Accept::amount>("amount", kMust, Kind::Money, "", kMoney),
    one<&Accept::currency>("currency", kMust, Kind::Currency, ""),
};
constexpr Shape kShownPriceShape = shapeOf<Accept, kShownPriceFields>("price");

/** The shown price is one object in JSON and two members of Accept, so its slot is the Accept itself. */
constexpr Entry shownPrice() {
  Entry field = one<&Accept::offer>("price", kMay, Kind::Record, "", {}, &kShownPriceShape);
  field.slot = [](void* owner) { return owner; };
  field.peek = [](const void* owner) { return owner; };
  return field;
}

constexpr std::array kAcceptFields{
    one<&Accept::moment>("moment", kMust, Kind::Record, "", {}, &kMomentShape),
    one<&Accept::offer>("offer", kMust, Kind::Text, "", {1, 256}),
    one<&Accept::consent>("consent", kMay, Kind::Boolean, ""),
    shownPrice(),
};

constexpr Shape kAcceptShape = shapeOf<Accept, kAcceptFields>("accept");

}  // namespace
}  // namespace codec

Decoded<Accept> decodeAccept(std::string_view text, const Limits& limits) {
  return codec::decode<Accept>(text, &codec::kAcceptShape, ErrorCode::AcceptSchema, limits);
}

std::string encode(const AcceptResult& result) {
  codec::Writer out;
  out.open('{').key("ok").boolean(true).field("verdict", toString(result.verdict)).key("offer");
  if (result.offer != nullptr) {
    out.text(result.offer->id);
  } else {
    out.raw("null");
  }
  out.field("reason", toString(result.reason));
  if (result.items != nullptr) {
    out.key("price").open('{').field("amount", result.price).field("currency", result.currency).close('}');
    codec::writeItems(out, *result.items, result.times);
    codec::writeArms(out, result.arms);
    if (result.replaces != nullptr) codec::writePiece(out.key("replaces"), *result.replaces, 1);
  }
  return out.close('}').take();
}

}  // namespace aftermint
