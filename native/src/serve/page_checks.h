/** @file What a server asks of events of pages before it stores them. */
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "accept/ticket_keys.h"
#include "aftermint/index.h"
#include "clock.h"
#include "events/event_json.h"
#include "events/left_out.h"
#include "events/page_rules.h"
#include "http/http.h"
#include "serve/page_quota.h"

namespace aftermint {

/** How a server treats events of pages. */
struct PageEventOptions {
  QuotaLimits quota;
  bool requireToken = false;  ///< events without a valid page token (page_token.h) never count
  int keepDays = 0;           ///< how long events of pages are kept; 0: for good
};

/**
 * Judges batches of events of pages. Anybody can send such a batch, so an event is stored only if it can be true, comes
 * from a browser, and is not one of too many. Safe to call from several threads.
 *
 * Requests of this machine that came through no proxy are of tests and tools: quotas and the list of bots do not apply
 * to them. Quotas by address apply to public addresses only, as others are proxies and networks of the shop.
 */
class PageChecks {
 public:
  struct Parts {
    Store& store;
    const IndexedBook* book = nullptr;  ///< null: any offer and arm is taken
    TicketKeys keys = {};               ///< of page tokens; empty: none is valid
    bool trustsProxy = false;           ///< clients' addresses come from a proxy's headers
    PageEventOptions options = {};
    PageQuota::Now now = std::chrono::steady_clock::now;
  };

  /** How long servers of one shop may serve different books, one after another getting the new one. */
  static constexpr Millis kBookRollout = 3'600'000;
  static constexpr int kHeldSeconds = 30;  ///< after which a page sends held events again

  /** Remembers the book in the store; if that fails, only this book is known. */
  PageChecks(Parts parts, Millis now);

  /**
   * Judges the events of a page's request: refuses those that cannot be true, with a code for each, and makes claims
   * (kClaimType) of those that need a token and have none. A young event (kBookRollout) that no known book explains is
   * held, as its page may have a newer book than this server: the page sends it again.
   *
   * @return the answer to a request that is turned away whole, after which the page tries again: 429, or 503 from a
   *     page that is not shown yet or with held events alone. None: store the events of `batch`, and answer with it.
   */
  [[nodiscard]] std::optional<Response> judge(const Request& request, EventBatch& batch, Millis now);

  /** Writes to the store how much was left out. Throws StoreError. */
  void flush(Millis now) { tally_.flush(parts_.store, now); }

 private:
  [[nodiscard]] bool isOwnMachine(const Request& request) const;
  [[nodiscard]] std::optional<Response> refuseTooMany(const Request& request, const EventBatch& batch, bool isProven);
  void refuse(EventBatch& batch, const std::function<std::optional<LeftOut>(const Event&, const PageClaim&)>& why);

  Parts parts_;
  std::optional<PageRules> rules_;
  PageQuota quota_;
  LeftOutTally tally_;
};

}  // namespace aftermint
