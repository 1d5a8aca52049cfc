#include "worksheet/review.h"

#include "aftermint/time.h"
#include "clock.h"
#include "draft/approval.h"
#include "json.h"
#include "visible_text.h"

namespace aftermint::worksheet {
std::vector<Stale> review(const IndexedBook& book, const std::vector<Finding>& findings) {
  const List<Offer>& offers = book.book().offers;
  std::vector<std::vector<std::string>> reasons(offers.size());
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (!offers[i].reviewed) reasons[i].push_back("Nobody has reviewed it yet.");
  }
  for (const Finding& finding : findings) {
    const bool stale = finding.code == FindingCode::Refresh || finding.code == FindingCode::PriceBand;
    if (stale && finding.offer) reasons[*finding.offer].push_back(finding.message + " " + finding.hint);
  }
  std::vector<Stale> out;
  for (std::size_t i = 0; i < offers.size(); ++i) {
    if (reasons[i].empty() || !offers[i].approved) continue;
    Stale& stale = out.emplace_back();
    stale.offer = offers[i].id;
    if (offers[i].reviewed) stale.reviewed = offers[i].reviewed->at;
    stale.reasons = std::move(reasons[i]);
  }
  return out;
}

std::string reviewText(const IndexedBook& book, const std::vector<Stale>& stale) {
  const std::string of = std::to_string(stale.size()) + " of " + std::to_string(book.book().offers.size());
  if (stale.empty()) return "No offer of " + book.book().id + " needs a review.\n";
  std::string out = "To review again in " + book.book().id + ": " + of + " offers\n";
  for (const Stale& each : stale) {
    out += "\n" + each.offer;
    if (each.reviewed) out += ", reviewed on " + formatForPeople(*each.reviewed, book.book().locale);
    out += "\n";
    for (const std::string& reason : each.reasons) out += "  " + visibleLine(reason) + "\n";
  }
  return out;
}

std::string reviewJson(const IndexedBook& book, const std::vector<Stale>& stale) {
  Json list = Json::array();
  for (const Stale& each : stale) {
    list.push_back({{"offer", each.offer},
                    {"reviewed", each.reviewed ? Json(writeTime(*each.reviewed)) : Json(nullptr)},
                    {"reasons", each.reasons}});
  }
  return compact({{"ok", true}, {"book", book.book().id}, {"offers", book.book().offers.size()}, {"stale", list}});
}

std::string reviewedPatch(const IndexedBook& book, const Offer& offer, Millis now) {
  const std::string at = "/offers/" + std::to_string(&offer - book.book().offers.data()) + "/reviewed";
  const Json value =
      Json::parse(draft::reviewedJson(book, draft::findingsBeforeApproval(book, {&offer}).front(), {now, {}, {}}));
  // `test` fails if the book has changed since, so that another offer is not marked.
  const Json test = {{"op", "test"}, {"path", at.substr(0, at.rfind('/')) + "/id"}, {"value", offer.id}};
  const Json patch = Json::array({test, {{"op", "add"}, {"path", at}, {"value", value}}});
  return patch.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace aftermint::worksheet
