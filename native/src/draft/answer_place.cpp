/** @file Where a place in an offer of the book comes from in the answer. */
#include "aftermint/answer.h"
#include "draft/draft.h"

namespace aftermint::draft {
namespace {

/** Whether a JSON pointer is `whole` or a place below it. */
bool isIn(std::string_view place, std::string_view whole) {
  return place.starts_with(whole) && (place.size() == whole.size() || place[whole.size()] == '/');
}

/** The label of the answer that a label of the book comes from. */
std::string_view answerLabel(std::string_view key, const AnsweredCopy& copy, Placement placement) {
  if (key == "/accept" && placement == Placement::Checkout && !copy.bump.empty()) return "/bump";
  if (key == "/linkAccept" && copy.linkAccept.empty()) return "/accept";
  return key;
}

}  // namespace

std::string answerPlace(std::string_view underOffer, std::size_t number, const AnsweredOffer& answered,
                        Placement placement) {
  const std::string offer = "/offers/" + std::to_string(number);
  for (const AnsweredCopy& copy : answered.copy) {
    const std::string under = "/copy/" + copy.locale;
    if (!isIn(underOffer, under)) continue;
    return offer + under + std::string(answerLabel(underOffer.substr(under.size()), copy, placement));
  }
  // The answer does not choose the placement, so the type is what does not fit.
  if (isIn(underOffer, "/placements")) return offer + "/type";
  for (const std::string_view shared : {"/type", "/items", "/price", "/copy"}) {
    if (isIn(underOffer, shared)) return offer + std::string(underOffer);
  }
  return offer;
}

}  // namespace aftermint::draft
