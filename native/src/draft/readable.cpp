#include "draft/readable.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "aftermint/codes.h"
#include "json.h"

namespace aftermint::draft {
namespace {

constexpr std::size_t kHeadlines = 3;
constexpr std::size_t kOffers = 2;

const Json* memberOf(const Json& object, const char* key) {
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? &*found : nullptr;
}

/** The text of a value that is a string and not empty, or null. */
const std::string* textOf(const Json* value) {
  const auto* text = value == nullptr ? nullptr : value->get_ptr<const std::string*>();
  return text != nullptr && !text->empty() ? text : nullptr;
}

template <class E>
std::optional<E> codeIn(const Json* value) {
  const std::string* text = textOf(value);
  return text == nullptr ? std::nullopt : parse<E>(*text);
}

std::optional<std::int64_t> wholeOf(const Json* value, std::int64_t least, std::int64_t most) {
  if (value == nullptr || !value->is_number_integer()) return std::nullopt;
  const auto number = value->get<std::int64_t>();
  return number >= least && number <= most ? std::optional(number) : std::nullopt;
}

class Reader {
 public:
  Reader(Readable& out, const Book& book, const Product* bought) : out_(out), book_(book) {
    for (const Product& product : book.products) {
      if (standIn_ == nullptr || standIn_ == bought) standIn_ = &product;
    }
  }

  void read(const Json& json) {
    if (const std::string* product = textOf(memberOf(json, "product"))) out_.answer.product = *product;
    out_.answer.placement = codeIn<Placement>(memberOf(json, "placement"));
    const Json* offers = memberOf(json, "offers");
    if (offers == nullptr || !offers->is_array()) return;
    for (std::size_t i = 0; i < std::min(offers->size(), kOffers); ++i) {
      place_ = "/offers/" + std::to_string(i);
      out_.answer.offers.push_back(offer((*offers)[i]));
    }
  }

 private:
  /** Notes that a part of the current offer was filled in. */
  void fillIn(const std::string& under) { out_.filledIn.push_back(place_ + under); }

  AnsweredOffer offer(const Json& json) {
    AnsweredOffer out;
    if (const std::optional<OfferType> type = codeIn<OfferType>(memberOf(json, "type"))) {
      out.type = *type;
    } else {
      fillIn("/type");
    }
    items(json, out);
    price(json, out);
    if (const std::string* why = textOf(memberOf(json, "why"))) out.why = *why;
    const Json* copy = memberOf(json, "copy");
    const bool isThere = copy != nullptr && copy->is_object() && !copy->empty();
    if (isThere) {
      for (const auto& [locale, each] : copy->items()) out.copy.push_back(copyOf(locale, each));
    } else {
      fillIn("/copy");
      out.copy.push_back(copyOf(book_.locale, Json::object()));
    }
    return out;
  }

  void items(const Json& json, AnsweredOffer& out) {
    const Json* list = memberOf(json, "items");
    const std::size_t count = list != nullptr && list->is_array() ? list->size() : 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string* product = textOf(memberOf((*list)[i], "product"));
      if (product == nullptr) break;
      Item& item = out.items.emplace_back();
      item.product = *product;
      if (const std::string* variant = textOf(memberOf((*list)[i], "variant"))) item.variant = *variant;
      if (const auto quantity = wholeOf(memberOf((*list)[i], "quantity"), 1, 1000)) item.quantity = *quantity;
    }
    if (count != 0 && out.items.size() == count) return;
    // Without items, neither price nor type can be checked.
    for (const char* under : {"/items", "/price", "/type"}) fillIn(under);
    out.items.assign(1, Item{standIn_ == nullptr ? "" : standIn_->id, "", 1});
  }

  void price(const Json& json, AnsweredOffer& out) {
    const Json* price = memberOf(json, "price");
    const auto kind = price == nullptr ? std::nullopt : codeIn<PriceKind>(memberOf(*price, "kind"));
    const auto amount = price == nullptr ? std::nullopt : wholeOf(memberOf(*price, "amount"), 0, 1'000'000'000'000);
    const auto bps = price == nullptr ? std::nullopt : wholeOf(memberOf(*price, "bps"), 0, 10'000);
    const bool isWhole = kind && (*kind != PriceKind::Fixed || amount) && (*kind != PriceKind::PercentOff || bps);
    if (!isWhole) return fillIn("/price");
    out.price = {*kind, amount.value_or(0), bps.value_or(0)};
  }

  AnsweredCopy copyOf(const std::string& locale, const Json& json) {
    AnsweredCopy out;
    out.locale = locale;
    const std::string under = "/copy/" + locale;
    const Json* headlines = memberOf(json, "headlines");
    const std::size_t count = headlines != nullptr && headlines->is_array() ? headlines->size() : 0;
    for (std::size_t i = 0; i < kHeadlines; ++i) {
      const std::string* headline = i < count ? textOf(&(*headlines)[i]) : nullptr;
      if (headline == nullptr) fillIn(under + "/headlines/" + std::to_string(i));
      out.headlines.push_back(headline == nullptr ? "{trigger}" : *headline);
    }
    if (const std::string* benefit = textOf(memberOf(json, "benefit"))) {
      out.benefit = *benefit;
    } else {
      fillIn(under + "/benefit");
    }
    const std::array<std::pair<const char*, Text*>, 3> labels = {
        {{"bump", &out.bump}, {"accept", &out.accept}, {"linkAccept", &out.linkAccept}}};
    for (const auto& [key, text] : labels) {
      if (const std::string* label = textOf(memberOf(json, key))) *text = *label;
    }
    return out;
  }

  Readable& out_;
  const Book& book_;
  const Product* standIn_ = nullptr;  ///< used for items that are missing
  std::string place_;
};

}  // namespace

bool Readable::isFilledIn(std::string_view pointer) const {
  return std::any_of(filledIn.begin(), filledIn.end(), [pointer](const std::string& place) {
    return pointer.starts_with(place) && (pointer.size() == place.size() || pointer[place.size()] == '/');
  });
}

Readable readableOf(std::string_view text, const IndexedBook& book, const Product* bought) {
  Readable out;
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_discarded()) Reader(out, book.book(), bought).read(json);
  return out;
}

}  // namespace aftermint::draft
