#include "accept/accept_services.h"

#include <spdlog/spdlog.h>

namespace aftermint {

TicketAuthority ticketAuthority(const AcceptServices& services) {
  return {services.book.book().merchant, services.ticketKeys, services.ticketAudience};
}

bool isStoppedNow(const AcceptServices& services, std::string_view offer) {
  return services.isStopped && services.isStopped(offer);
}

AcceptResult verifyNow(const AcceptServices& services, const Accept& accept) {
  AcceptResult result = verify(services.book, accept);
  if (!isStoppedNow(services, accept.offer)) return result;
  if (result.verdict == AcceptVerdict::Unavailable) return result;  // it has a reason of its own
  AcceptResult stopped;
  stopped.offer = result.offer;
  stopped.reason = Reason::Finding;
  return stopped;
}

OneClick oneClickOf(const AcceptServices& services, const PlacedOrder& order) {
  OneClick oneClick;
  oneClick.currency = order.currency;
  oneClick.until = order.paidAt.value_or(0) + services.book.book().policy.windowSeconds * 1000;
  if (!services.provider.chargesAgain(order.method)) {
    oneClick.reason = "this way of paying cannot be charged again";
  } else if (services.clock() >= *oneClick.until) {
    oneClick.reason = "the time after payment is over";
  } else {
    oneClick.allowed = true;
  }
  return oneClick;
}

void relayAccepts(AcceptServices& services) {
  try {
    services.accepts.relay(services.store);
  } catch (const StoreError& error) {
    spdlog::error("events wait in the outbox: {}", error.what());
  }
}

}  // namespace aftermint
