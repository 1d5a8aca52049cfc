#include "simulate/shopper_events.h"

#include "aftermint/time.h"
#include "ids.h"
#include "json.h"

namespace aftermint::simulate {
namespace {

constexpr Millis kBetweenViews = 20'000;
constexpr std::string_view kCheckoutPage = "/simulated/checkout", kThanksPage = "/simulated/thanks";

std::string jsonText(std::string_view text) { return Json(text).dump(); }

}  // namespace

/** The events of one shopper. JSON is put together from parts that are JSON already, which is ten times faster. */
class ShopperEvents::Writer {
 public:
  Writer(const ShopperEvents& maker, const Shopper& shopper, std::vector<Event>& events)
      : maker_(maker), shopper_(shopper), events_(events) {
    const std::string number = maker.run_ + "-" + std::to_string(shopper.number);
    name_ = "sim-" + number;
    order_ = "SIM-" + number;
    visitor_ = shopper.noConsent ? "order:" + order_ : name_;
  }

  void write() {
    if (shopper_.bot) {
      for (std::int64_t view = 0; view < maker_.truth_.botPageViews; ++view) visit(view);
      return;
    }
    page(shopper_.checkout, kCheckoutPage);
    if (!shopper_.buys) return;
    order(shopper_.main, order_);
    bump();
    page(shopper_.after, kThanksPage);
    oneClick();
    sendBack(shopper_.main.back, order_, order_ + "-R1", nullptr);
    sendBack(shopper_.checkout.back, order_, order_ + "-R2", &shopper_.checkout);
    if (!shopper_.after.undone) sendBack(shopper_.after.back, order_, order_ + "-R3", &shopper_.after);
    laterOrder(shopper_.repeat, order_ + "-2");
    laterOrder(shopper_.replaced[0], order_ + "-3");
    laterOrder(shopper_.replaced[1], order_ + "-4");
  }

 private:
  /** An event whose business key is `ORDER/OFFER/PLACEMENT/TYPE`. */
  Event begin(std::string_view source, EventType type, Millis time, const std::string& subject,
              const OfferMoment* moment) {
    Event event;
    event.source = source;
    event.id = name_ + "-" + std::to_string(++count_);
    event.type = toString(type);
    event.time = event.received = time;
    event.currency = maker_.truth_.currency;
    event.trusted = source == kSimulatedServer;
    event.key = subject + "/-/-/" + event.type;
    if (moment != nullptr) {
      const TruthOffer& offer = maker_.truth_.offers[static_cast<std::size_t>(moment->offer)];
      event.offer = offer.offer;
      event.placement = toString(offer.placement);
      event.key = subject + "/" + event.offer + "/" + event.placement + "/" + event.type;
    }
    return event;
  }

  /** Writes the JSON of an event, with `more` members at the end of its data, and appends it. */
  void end(Event event, const OfferMoment* moment, std::string_view more) {
    if (event.time >= maker_.truth_.until) return;  // it has not happened yet
    std::string& json = event.json;
    json.reserve(512);
    json += R"({"specversion":"1.0","id":")" + event.id + R"(","source":")" + event.source + R"(","type":"aftermint.)" +
            event.type + R"(","time":")";
    json += writeTime(event.time);
    json +=
        R"(","subject":")" + (event.order.empty() ? name_ : event.order) + R"(","data":{"key":)" + jsonText(event.key);
    if (moment != nullptr) {
      json += R"(,"offer":)" + maker_.offers_[static_cast<std::size_t>(moment->offer)] + R"(,"placement":")" +
              event.placement + '"';
    }
    if (!event.order.empty()) json += R"(,"order":")" + event.order + '"';
    if (!event.visitor.empty()) json += R"(,"visitor":")" + event.visitor + '"';
    if (event.amount) json += R"(,"amount":)" + std::to_string(*event.amount);
    if (moment != nullptr && event.type != toString(EventType::Assignment) &&
        event.type != toString(EventType::Refund)) {
      const bool isBump = event.placement == toString(Placement::Checkout);
      json += R"(,"path":")" + std::string(toString(isBump ? Path::Form : Path::OneClick)) + '"';
    }
    json += R"(,"currency":)" + maker_.currency_;
    json += more;
    if (moment != nullptr && moment->arm >= 0) {
      json +=
          R"(,"arms":)" + maker_.arms_[static_cast<std::size_t>(moment->offer)][static_cast<std::size_t>(moment->arm)];
    }
    json += "}}";
    events_.push_back(std::move(event));
  }

  static std::string assignmentOf(const OfferMoment& moment) {
    return R"(,"before":)" + std::to_string(moment.before) + R"(,"holdout":)" + (moment.shown ? "false" : "true");
  }

  /** A page view of a bot, which orders nothing. */
  void visit(std::int64_t view) {
    const OfferMoment& moment = shopper_.checkout;
    if (moment.offer < 0 || moment.lost) return;
    const std::string subject = name_ + "-view-" + std::to_string(view);
    const Millis time = moment.time + view * kBetweenViews;
    Event assignment = begin(kCheckoutPage, EventType::Assignment, time, subject, &moment);
    assignment.visitor = visitor_;
    end(std::move(assignment), &moment, assignmentOf(moment));
    if (!moment.seen) return;
    Event exposure = begin(kCheckoutPage, EventType::Exposure, time + kExposedAfter, subject, &moment);
    exposure.visitor = visitor_;
    end(std::move(exposure), &moment, "");
  }

  void pageEvent(std::string_view source, EventType type, Millis time, const OfferMoment& moment,
                 const std::string& more = {}) {
    Event event = begin(source, type, time, order_, &moment);
    event.order = order_;
    event.visitor = visitor_;
    if (type == EventType::Accept) event.amount = moment.price;
    end(std::move(event), &moment, more);
  }

  /** What a page sends: the assignment, and what became of the offer. A tick counts when the server says so. */
  void page(const OfferMoment& moment, std::string_view source) {
    if (moment.offer < 0 || moment.lost) return;
    pageEvent(source, EventType::Assignment, moment.time, moment, assignmentOf(moment));
    if (moment.seen) pageEvent(source, EventType::Exposure, moment.time + kExposedAfter, moment);
    if (moment.accepted) pageEvent(source, EventType::Accept, moment.time + kAnsweredAfter, moment);
    if (moment.declined) pageEvent(source, EventType::Decline, moment.time + kAnsweredAfter, moment);
  }

  void order(const PlacedOrder& placed, const std::string& id) {
    Event event = begin(kSimulatedServer, EventType::Order, placed.time, id, nullptr);
    event.order = id;
    if (!shopper_.noConsent) event.visitor = visitor_;
    event.amount = placed.amount;
    const bool returning = shopper_.returning || id != order_;
    end(std::move(event), nullptr, returning ? R"(,"buyer":"returning")" : R"(,"buyer":"first")");
  }

  void serverEvent(EventType type, Millis time, const OfferMoment& moment) {
    Event event = begin(kSimulatedServer, type, time, order_, &moment);
    event.order = order_;
    event.visitor = visitor_;
    event.amount = moment.price;
    end(std::move(event), &moment, "");
  }

  void bump() {
    if (shopper_.checkout.accepted) serverEvent(EventType::Accept, shopper_.main.time, shopper_.checkout);
  }

  void oneClick() {
    if (!shopper_.after.accepted) return;
    serverEvent(EventType::Accept, shopper_.after.time + kAcceptedAfter, shopper_.after);
    if (shopper_.after.undone) serverEvent(EventType::Undo, shopper_.after.time + kUndoneAfter, shopper_.after);
  }

  void sendBack(const SentBack& back, const std::string& order, const std::string& id, const OfferMoment* moment) {
    if (back.amount == 0) return;
    Event event = begin(kSimulatedServer, EventType::Refund, back.time, order, moment);
    event.key = order + "/-/-/refund/" + id;
    event.order = order;
    event.amount = back.amount;
    end(std::move(event), moment, R"(,"refund":")" + id + R"(","reason":"return")");
  }

  void laterOrder(const PlacedOrder& placed, const std::string& id) {
    if (placed.amount == 0) return;
    order(placed, id);
    sendBack(placed.back, id, id + "-R1", nullptr);
  }

  const ShopperEvents& maker_;
  const Shopper& shopper_;
  std::vector<Event>& events_;
  std::string name_, order_, visitor_;
  int count_ = 0;
};

ShopperEvents::ShopperEvents(const Truth& truth)
    : truth_(truth), run_(sha256Hex(encodeTruth(truth)).substr(0, 8)), currency_(jsonText(truth.currency)) {
  for (const TruthOffer& offer : truth.offers) {
    offers_.push_back(jsonText(offer.offer));
    std::vector<std::string>& arms = arms_.emplace_back();
    if (!offer.experiment) continue;
    for (const TruthArm& arm : offer.experiment->arms) {
      arms.push_back(compact(Json::array({{{"experiment", offer.experiment->id}, {"arm", arm.arm}}})));
    }
  }
}

void ShopperEvents::append(const Shopper& shopper, std::vector<Event>& events) const {
  Writer(*this, shopper, events).write();
}

}  // namespace aftermint::simulate
