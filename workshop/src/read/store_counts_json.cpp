/** @file Reads counts from JSON, and writes readings as JSON. */
#include "aftermint/store_reading.h"
#include "codec/decode.h"
#include "codec/writer.h"

namespace aftermint {
namespace codec {
namespace {

constexpr std::array kOfferCountsFields{
    one<&OfferCounts::offer>("offer", kMust, Kind::Text, "", {1, 256}),
    one<&OfferCounts::placement>("placement", kMust, Kind::Text, "", {1, 64}),
    one<&OfferCounts::exposures>("exposures", kMust, Kind::Integer, "", kMoney),
    one<&OfferCounts::accepts>("accepts", kMust, Kind::Integer, "", kMoney),
    one<&OfferCounts::declines>("declines", kMay, Kind::Integer, "", kMoney),
    one<&OfferCounts::undos>("undos", kMay, Kind::Integer, "", kMoney),
    one<&OfferCounts::revenue>("revenue", kMay, Kind::Money, "", {-1'000'000'000'000'000, 1'000'000'000'000'000}),
};
constexpr Shape kOfferCountsShape = shapeOf<OfferCounts, kOfferCountsFields>("row");

constexpr std::array kStoreCountsFields{
    one<&StoreCounts::currency>("currency", kMust, Kind::Currency, ""),
    one<&StoreCounts::orders>("orders", kMust, Kind::Integer, "", kMoney),
    one<&StoreCounts::orderValue>("orderValue", kMust, Kind::Money, "", {0, 1'000'000'000'000'000}),
    one<&StoreCounts::offerValue>("offerValue", kMay, Kind::Money, "", {0, 1'000'000'000'000'000}),
    many<&StoreCounts::rows>("rows", kMust, Kind::Record, "", {0, 100'000}, &kOfferCountsShape),
};
constexpr Shape kStoreCountsShape = shapeOf<StoreCounts, kStoreCountsFields>("counts");

}  // namespace
}  // namespace codec

Decoded<StoreCounts> decodeStoreCounts(std::string_view text, const Limits& limits) {
  return codec::decode<StoreCounts>(text, &codec::kStoreCountsShape, ErrorCode::CountsSchema, limits);
}

std::string encode(const StoreReading& reading) {
  codec::Writer out;
  out.open('{').key("ok").boolean(true).field("currency", reading.currency).field("orders", reading.orders);
  out.field("meanOrderValue", reading.meanOrderValue).field("meanOrderValueWithout", reading.meanOrderValueWithout);
  out.key("rows").open('[');
  for (const ReadingRow& row : reading.rows) {
    out.open('{').field("offer", row.offer).field("placement", row.placement);
    out.key("takeRate").open('{').field("hits", row.takeRate.hits).field("of", row.takeRate.of);
    out.field("bps", row.takeRate.bps).field("lowBps", row.takeRate.lowBps).field("highBps", row.takeRate.highBps);
    out.close('}').field("declines", row.declines).field("undos", row.undos).field("revenue", row.revenue).close('}');
  }
  return out.close(']').close('}').take();
}
}  // namespace aftermint
