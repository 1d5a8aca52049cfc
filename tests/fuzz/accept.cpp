#include <string_view>

#include "accept/accept_json.h"
#include "aftermint/verify.h"
#include "fuzz/doors.h"
#include "fuzz/faults.h"
#include "fuzz/shop.h"

namespace aftermint::fuzz {
namespace {

std::string brokenBody(const AcceptBody& body) {
  if (body.order.empty() || body.order.size() > 64 || body.offer.empty() || body.offer.size() > 64) {
    return "an id has a wrong length";
  }
  if (body.ticket.size() > 8192) return "a ticket is too long";
  if (body.amount < 0 || body.amount > kMostAmount) return "an amount is out of range";
  for (const std::string* text : {&body.order, &body.offer, &body.currency, &body.ticket, &body.visitor, &body.locale,
                                  &body.shown.headline, &body.shown.price, &body.shown.label, &body.shown.terms}) {
    if (!isUtf8(*text)) return "a text is not valid UTF-8";
  }
  return {};
}

/** What is wrong with a body that has a fault or not. */
template <class Body>
std::string brokenFault(const std::optional<Body>& body, const std::string& fault) {
  if (body.has_value() != fault.empty()) return "a body is both read and refused, or neither";
  return isUtf8(fault) ? std::string() : "a fault is not valid UTF-8";
}

}  // namespace

std::string fuzzAccept(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::string fault;
  const std::optional<AcceptBody> body = parseAcceptBody(text, fault);
  if (std::string broken = brokenFault(body, fault); !broken.empty()) return broken;
  if (body) {
    if (std::string broken = brokenBody(*body); !broken.empty()) return broken;
  }
  std::string undoFault;
  const std::optional<UndoBody> undo = parseUndoBody(text, undoFault);
  if (std::string broken = brokenFault(undo, undoFault); !broken.empty()) return broken;
  if (undo && (undo->order.empty() || undo->offer.empty())) return "an undo has no order or no offer";

  const Decoded<Accept> accept = decodeAccept(text);
  if (!accept) return brokenFaults(accept.faults);
  if (fuzzShop() == nullptr) return "the book of the doors is refused";
  const AcceptResult result = verify(*fuzzShop(), *accept.value);
  const std::string written = encode(result);
  if (!isUtf8(written)) return "a verdict is not valid UTF-8";
  if (encode(verify(*fuzzShop(), *accept.value)) != written) return "the same accept gets two verdicts";
  if (result.verdict == AcceptVerdict::Accepted && accept.value->amount && result.price != *accept.value->amount) {
    return "an accept at another price is accepted";
  }
  return {};
}

}  // namespace aftermint::fuzz
