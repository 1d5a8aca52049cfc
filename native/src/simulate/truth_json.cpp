// A truth as JSON, both ways.
#include <algorithm>

#include "aftermint/time.h"
#include "json.h"
#include "simulate/truth.h"
#include "simulate/truth_shape.h"
#include "unusable.h"

namespace aftermint::simulate {
namespace {

constexpr std::size_t kMaxText = 256, kMaxOffers = 1'000, kMaxArmsRead = 10;
constexpr const char* kHint = "See docs/formats.md, Truth; `aftermint simulate --json` prints a whole one.";

class TruthFaults {
 public:
  void add(const std::string& pointer, const std::string& message) {
    Fault fault;
    fault.code = ErrorCode::TruthSchema;
    fault.pointer = pointer;
    fault.message = message;
    fault.hint = kHint;
    faults_.push_back(std::move(fault));
  }
  void raise(const std::string& file) const {
    if (!faults_.empty()) throw Unusable(faults_, file);
  }

 private:
  std::vector<Fault> faults_;
};

/** Reads the members of one object; what is absent keeps its value. `close` refuses unknown keys. */
class TruthReader {
 public:
  TruthReader(const Json& json, std::string pointer, TruthFaults& faults)
      : json_(json), pointer_(std::move(pointer)), faults_(faults) {
    if (!json.is_object()) faults_.add(pointer_, "is not an object");
  }

  void version() {
    std::int64_t version = 1;
    number("version", version, 1, 1);
  }
  void number(const char* key, std::int64_t& to, std::int64_t min, std::int64_t max) {
    if (const Json* value = find(key)) integer(*value, at(key), to, min, max);
  }
  void seed(const char* key, std::uint64_t& to) {
    auto value = static_cast<std::int64_t>(to);
    number(key, value, 0, kMaxSeed);
    to = static_cast<std::uint64_t>(value);
  }
  void optional(const char* key, std::optional<std::int64_t>& to, std::int64_t max) {
    if (const Json* value = find(key)) integer(*value, at(key), to.emplace(), 0, max);
  }
  void text(const char* key, std::string& to) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const auto* text = value->get_ptr<const std::string*>();
    if (text == nullptr || text->empty() || text->size() > kMaxText) {
      faults_.add(at(key), "is not a text of 1 to 256 bytes");
    } else {
      to = *text;
    }
  }
  void time(const char* key, Millis& to) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const auto* text = value->get_ptr<const std::string*>();
    const std::optional<Millis> read = text == nullptr ? std::nullopt : readTime(*text);
    if (read) to = *read;
    if (!read) faults_.add(at(key), "is not an RFC 3339 time");
  }
  void placement(const char* key, Placement& to) {
    const Json* value = find(key);
    if (value == nullptr) return;
    const auto* text = value->get_ptr<const std::string*>();
    const std::optional<Placement> read = text == nullptr ? std::nullopt : parse<Placement>(*text);
    if (read == Placement::Checkout || read == Placement::PostPurchase) {
      to = *read;
    } else {
      faults_.add(at(key), "is neither checkout nor post_purchase");
    }
  }
  void numbers(const char* key, std::vector<std::int64_t>& to, std::int64_t min, std::int64_t max) {
    const Json* list = listOf(key);
    if (list == nullptr) return;
    to.clear();
    for (std::size_t i = 0; i < list->size(); ++i) {
      integer((*list)[i], at(key) + "/" + std::to_string(i), to.emplace_back(), min, max);
    }
  }
  template <class T>
  void objects(const char* key, std::vector<T>& to) {
    const Json* list = listOf(key);
    if (list == nullptr) return;
    to.clear();
    for (std::size_t i = 0; i < list->size(); ++i)
      read((*list)[i], at(key) + "/" + std::to_string(i), to.emplace_back());
  }
  template <class T>
  void object(const char* key, T& to) {
    if (const Json* value = find(key)) read(*value, at(key), to);
  }
  template <class T>
  void object(const char* key, std::optional<T>& to) {
    if (const Json* value = find(key)) read(*value, at(key), to.emplace());
  }
  void close() {
    if (!json_.is_object()) return;
    for (const auto& [key, value] : json_.items()) {
      if (std::find(known_.begin(), known_.end(), key) == known_.end()) faults_.add(at(key), "is not known here");
    }
  }

 private:
  template <class T>
  void read(const Json& value, std::string pointer, T& to) {
    TruthReader reader(value, std::move(pointer), faults_);
    shape(reader, to);
    reader.close();
  }
  void integer(const Json& value, const std::string& pointer, std::int64_t& to, std::int64_t min, std::int64_t max) {
    const bool isWhole = value.is_number_integer() && (!value.is_number_unsigned() || value <= kMaxSeed);
    const std::int64_t number = isWhole ? value.get<std::int64_t>() : 0;
    if (!isWhole || number < min || number > max) {
      faults_.add(pointer, "is not a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    } else {
      to = number;
    }
  }
  const Json* find(const char* key) {
    known_.emplace_back(key);
    if (!json_.is_object()) return nullptr;
    const auto found = json_.find(key);
    return found == json_.end() || found->is_null() ? nullptr : &*found;
  }
  const Json* listOf(const char* key) {
    const Json* list = find(key);
    if (list == nullptr || list->is_array()) return list;
    faults_.add(at(key), "is not a list");
    return nullptr;
  }
  [[nodiscard]] std::string at(std::string_view key) const { return pointer_ + "/" + std::string(key); }

  const Json& json_;
  std::string pointer_;
  TruthFaults& faults_;
  std::vector<std::string> known_;
};

class TruthWriter {
 public:
  void version() { json["version"] = 1; }
  void number(const char* key, std::int64_t& from, std::int64_t, std::int64_t) { json[key] = from; }
  void seed(const char* key, std::uint64_t& from) { json[key] = from; }
  void optional(const char* key, std::optional<std::int64_t>& from, std::int64_t) {
    if (from) json[key] = *from;
  }
  void text(const char* key, std::string& from) { json[key] = from; }
  void time(const char* key, Millis& from) { json[key] = writeTime(from); }
  void placement(const char* key, Placement& from) { json[key] = toString(from); }
  void numbers(const char* key, std::vector<std::int64_t>& from, std::int64_t, std::int64_t) { json[key] = from; }
  template <class T>
  void objects(const char* key, std::vector<T>& from) {
    json[key] = Json::array();
    for (T& each : from) json[key].push_back(write(each));
  }
  template <class T>
  void object(const char* key, T& from) {
    json[key] = write(from);
  }
  template <class T>
  void object(const char* key, std::optional<T>& from) {
    if (from) json[key] = write(*from);
  }

  Json json = Json::object();

 private:
  template <class T>
  static Json write(T& from) {
    TruthWriter writer;
    shape(writer, from);
    return writer.json;
  }
};

void checkArms(const TruthOffer& offer, const std::string& pointer, TruthFaults& faults) {
  const std::vector<TruthArm>& arms = offer.experiment->arms;
  Bps weights = 0;
  for (std::size_t i = 0; i < arms.size(); ++i) {
    weights += arms[i].weightBps;
    const std::string place = pointer + "/experiment/arms/" + std::to_string(i);
    if (arms[i].arm.empty()) faults.add(place + "/arm", "is missing");
    if (std::any_of(arms.begin(), arms.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const TruthArm& other) { return other.arm == arms[i].arm; })) {
      faults.add(place + "/arm", "is there twice");
    }
    if (arms[i].conversionBps && offer.placement != Placement::Checkout) {
      faults.add(place + "/conversionBps", "has no meaning after payment");
    }
  }
  if (offer.experiment->id.empty()) faults.add(pointer + "/experiment/id", "is missing");
  if (arms.size() < 2 || arms.size() > kMaxArmsRead)
    faults.add(pointer + "/experiment/arms", "does not have 2 to 10 arms");
  if (weights != 10'000) faults.add(pointer + "/experiment/arms", "has weights that do not add up to 10000");
}

}  // namespace

void checkTruth(const Truth& truth, const std::string& file) {
  TruthFaults faults;
  Bps checkout = 0, after = 0;
  for (std::size_t i = 0; i < truth.offers.size(); ++i) {
    const TruthOffer& offer = truth.offers[i];
    const std::string pointer = "/offers/" + std::to_string(i);
    (offer.placement == Placement::Checkout ? checkout : after) += offer.shareBps;
    if (offer.offer.empty()) faults.add(pointer + "/offer", "is missing");
    if (offer.conversionBps && offer.placement != Placement::Checkout) {
      faults.add(pointer + "/conversionBps", "has no meaning after payment");
    }
    if (offer.undoBps > 0 && offer.placement == Placement::Checkout) {
      faults.add(pointer + "/undoBps", "has no meaning at checkout, where a tick is taken back before the payment");
    }
    if (offer.experiment) checkArms(offer, pointer, faults);
  }
  if (truth.offers.size() > kMaxOffers) faults.add("/offers", "has more than 1000 offers");
  if (checkout > 10'000) faults.add("/offers", "has shares at checkout that add up to more than 10000");
  if (after > 10'000) faults.add("/offers", "has shares after payment that add up to more than 10000");
  const std::vector<std::int64_t>& delays = truth.returns.delayDays;
  if (delays.size() < 2 || !std::is_sorted(delays.begin(), delays.end())) {
    faults.add("/returns/delayDays", "is not an ascending list of two or more numbers");
  }
  if (truth.from() < 0) faults.add("/until", "is too early for that many days after 1970");
  faults.raise(file);
}

Truth parseTruth(const std::string& text, Truth base, const std::string& file) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) throw Unusable(ErrorCode::JsonSyntax, "the truth is not JSON", kHint, file);
  TruthFaults faults;
  TruthReader reader(json, "", faults);
  shape(reader, base);
  reader.close();
  faults.raise(file);
  checkTruth(base, file);
  return base;
}

std::string encodeTruth(const Truth& truth) {
  Truth copy = truth;  // the shape takes members that it may write to
  TruthWriter writer;
  shape(writer, copy);
  return compact(writer.json);
}

}  // namespace aftermint::simulate
