#include "report/titles.h"

#include "aftermint/codes.h"
#include "ids.h"
#include "report/numbers.h"

namespace aftermint::report {
namespace {

/** A placement's code in words. */
std::string placementText(std::string_view code) {
  if (code == toString(Placement::Checkout)) return "at checkout";
  if (code == toString(Placement::PostPurchase)) return "after payment, one click";
  if (code == toString(Placement::ThankYou)) return "after payment, by a link";
  if (code == toString(Placement::ProductPage)) return "on the product page";
  if (code == toString(Placement::Email)) return "in the confirmation mail";
  return std::string(code);
}

const Experiment* findExperiment(const IndexedBook* book, const std::string& id) {
  if (book == nullptr || id.empty()) return nullptr;
  for (const Experiment& experiment : book->book().experiments) {
    if (experiment.id == id) return &experiment;
  }
  return nullptr;
}

/** The id of the offer that a group is about; empty for several. */
std::string offerOf(const ReportGroup& group, const IndexedBook* book) {
  if (!group.offer.empty()) return group.offer;
  const Experiment* experiment = findExperiment(book, group.experiment);
  return experiment == nullptr ? std::string() : std::string(experiment->offer);
}

/** The titles of an offer's products; the id if the book does not have it. */
std::string offerTitle(const std::string& id, const IndexedBook* book) {
  const Offer* offer = book == nullptr ? nullptr : book->offer(id);
  if (offer == nullptr) return id;
  std::string title;
  for (const Item& item : offer->items) {
    const Product* product = book->product(item.product);
    if (!title.empty()) title += " + ";
    title += product == nullptr ? item.product : product->title;
  }
  return title.empty() ? id : title;
}

}  // namespace

std::string pageIdOf(const ReportGroup& group) {
  const std::string key = group.experiment + '\n' + group.offer + '\n' + group.placement + '\n' +
                          (group.week ? std::to_string(*group.week) : "");
  return "g-" + sha256Hex(key).substr(0, 10);
}

std::string placementOf(const ReportGroup& group, const IndexedBook* book) {
  if (!group.placement.empty()) return group.placement;
  const Offer* offer = book == nullptr ? nullptr : book->offer(offerOf(group, book));
  if (offer == nullptr || offer->placements.size() != 1) return {};
  return std::string(toString(offer->placements.front()));
}

std::string titleOf(const ReportGroup& group, const IndexedBook* book) {
  if (group.week) return "Assigned in the week of " + dayText(*group.week);
  if (const std::string offer = offerOf(group, book); !offer.empty()) return offerTitle(offer, book);
  if (!group.experiment.empty()) return group.experiment;
  if (!group.placement.empty()) return "Offers " + placementText(group.placement);
  return "All offers";
}

std::string whereOf(const ReportGroup& group, const IndexedBook* book) {
  std::string where;
  const auto add = [&where](const std::string& part) {
    if (part.empty()) return;
    if (!where.empty()) where += " · ";
    where += part;
  };
  if (!group.experiment.empty()) add("experiment " + group.experiment);
  if (const std::string offer = offerOf(group, book); !offer.empty()) add(offer);
  if (const std::string placement = placementOf(group, book); !placement.empty() && group.placement.empty()) {
    add(placementText(placement));
  } else if (!group.placement.empty() && !offerOf(group, book).empty()) {
    add(placementText(group.placement));
  }
  return where;
}

}  // namespace aftermint::report
