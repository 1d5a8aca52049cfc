#include "serve/page_checks.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/client_address.h"
#include "http/connection_table.h"
#include "serve/bots.h"
#include "serve/page_token.h"

namespace aftermint {
namespace {

std::string messageOf(LeftOut reason, const Event& event) {
  switch (reason) {
    case LeftOut::OfferUnknown:
      return event.offer.empty() ? "data.offer is missing" : "no book of this server has the offer " + event.offer;
    case LeftOut::PlacementUnknown:
      return "the offer " + event.offer + " is not made at " + event.placement;
    case LeftOut::ArmWrong:
      return "the book gives this visitor another arm or holdout";
    case LeftOut::Bot:
      return "a program that is no browser of a person sent this";
    default:
      return "this event does not count";
  }
}

/** Whether the event may become true with a newer book than those that are known. */
bool mayBeOfANewerBook(LeftOut reason, const Event& event, const PageClaim& claim) {
  if (!claim.age || *claim.age >= PageChecks::kBookRollout) return false;
  return (reason == LeftOut::OfferUnknown && !event.offer.empty()) || reason == LeftOut::PlacementUnknown ||
         reason == LeftOut::ArmWrong;
}

/** Whether a page that is not shown yet sent a request (https://wicg.github.io/nav-speculation/prefetch.html). */
bool isFromHiddenPage(const Request& request) {
  return request.header("sec-purpose").find("prefetch") != std::string_view::npos ||
         request.header("purpose") == "prefetch";
}

}  // namespace

PageChecks::PageChecks(Parts parts, Millis now) : parts_(std::move(parts)), quota_(parts_.options.quota, parts_.now) {
  if (parts_.book == nullptr) return;
  BookRules served = bookRulesOf(parts_.book->book());
  try {
    rules_.emplace(parts_.store.rememberBook(served, now));
  } catch (const StoreError& error) {
    // With a spool the server starts without its store. Pages of earlier books are then refused until it starts again.
    spdlog::warn("only the offers of the served book are known: {}", error.what());
    rules_.emplace(KnownBooks{std::move(served.places), {std::move(served.assignment)}});
  }
}

bool PageChecks::isOwnMachine(const Request& request) const {
  if (!request.client.empty() && !isLoopbackAddress(request.client)) return false;
  if (parts_.trustsProxy) return true;
  constexpr std::array<std::string_view, 3> kByProxies = {"x-forwarded-for", "forwarded", "via"};
  return std::all_of(kByProxies.begin(), kByProxies.end(),
                     [&request](std::string_view name) { return request.header(name).empty(); });
}

void PageChecks::refuse(EventBatch& batch,
                        const std::function<std::optional<LeftOut>(const Event&, const PageClaim&)>& why) {
  std::vector<Event> events;
  std::vector<PageClaim> claims;
  for (std::size_t i = 0; i < batch.events.size(); ++i) {
    Event& event = batch.events[i];
    if (const std::optional<LeftOut> reason = why(event, batch.claims[i])) {
      if (mayBeOfANewerBook(*reason, event, batch.claims[i])) {
        batch.held.push_back({event.id, messageOf(*reason, event), *reason});
        continue;
      }
      tally_.add(*reason);
      batch.refused.push_back({event.id, messageOf(*reason, event), *reason});
    } else {
      events.push_back(std::move(event));
      claims.push_back(std::move(batch.claims[i]));
    }
  }
  batch.events = std::move(events);
  batch.claims = std::move(claims);
}

std::optional<Response> PageChecks::refuseTooMany(const Request& request, const EventBatch& batch, bool isProven) {
  std::map<std::string, int> byVisitor;
  for (const Event& event : batch.events) ++byVisitor[event.visitor.empty() ? "order:" + event.order : event.visitor];
  const bool isLimited = !isProven && isPublicAddress(request.client);
  const auto wait = quota_.take(isLimited ? clientKey(request.client) : std::string(), byVisitor);
  if (!wait) return std::nullopt;
  tally_.add(LeftOut::TooMany, static_cast<std::int64_t>(batch.events.size()));
  return faultResponse(429, RequestFault::TooManyRequests, "More events than one address or one visitor may send.",
                       "Keep them and send them again after Retry-After. docs/operations.md has the limits.")
      .with("Retry-After", std::to_string(wait->count()));
}

std::optional<Response> PageChecks::judge(const Request& request, EventBatch& batch, Millis now) {
  if (isFromHiddenPage(request)) {
    return faultResponse(503, RequestFault::ServerUnavailable, "This page is not shown to anybody yet.",
                         "Send its events once it is shown.")
        .with("Retry-After", "5");
  }
  tally_.add(LeftOut::EventInvalid, static_cast<std::int64_t>(batch.refused.size()));
  const bool isOwn = isOwnMachine(request);
  if (!isOwn && isBot(request.header("user-agent"))) {
    refuse(batch, [](const Event&, const PageClaim&) { return LeftOut::Bot; });
    return std::nullopt;
  }
  if (rules_) {
    refuse(batch, [this](const Event& event, const PageClaim& claim) { return rules_->refuse(event, claim); });
  }
  if (batch.events.empty()) {
    if (batch.held.empty() || !batch.refused.empty()) return std::nullopt;
    return faultResponse(503, RequestFault::ServerUnavailable, "No book of this server explains these events yet.",
                         "Keep them and send them again after Retry-After: another server, or this one with its next "
                         "book, may know them.")
        .with("Retry-After", std::to_string(kHeldSeconds));
  }

  std::optional<PageToken> token;
  if (const auto sent = request.query.find("token");
      sent != request.query.end() && parts_.book != nullptr && !parts_.keys.empty()) {
    token = readPageToken(sent->second, parts_.book->book().merchant, parts_.keys, now);
  }
  const auto isProven = [&token](const Event& event) { return token && proves(*token, event); };
  const bool allProven = std::all_of(batch.events.begin(), batch.events.end(), isProven);
  if (!isOwn) {
    if (auto refused = refuseTooMany(request, batch, allProven)) return refused;
  }
  if (parts_.options.requireToken && !allProven) {
    for (Event& event : batch.events) {
      if (isProven(event)) continue;
      event.type = kClaimType;
      event.key.clear();
      tally_.add(LeftOut::TokenMissing);
    }
  }
  return std::nullopt;
}

}  // namespace aftermint
