/** @file Settles orders of the demo shop that a request left unfinished. */
#pragma once

#include <stop_token>

#include "demo/server/shop.h"

namespace aftermint::demo {

/**
 * Compares the shop's orders with the provider's charges, pass by pass, as AcceptReconciler does with accepts.
 *
 * A pass asks for the charge of every pending order whose lease has run out, and stores it as paid or declined. It
 * charges nothing. An order without a charge is given up after kOrderMillis. A charge of an attempt that was given up
 * is paid back. What cannot be handled is logged and does not stop the rest.
 */
class OrderReconciler {
 public:
  /** `shop` must outlive this object. */
  explicit OrderReconciler(Shop& shop) : shop_(shop) {}

  /** One pass, and the events of both databases are relayed. */
  void pass(const std::stop_token& stopping = {});

 private:
  void settlePending(const std::stop_token& stopping);
  void checkLedger(const std::stop_token& stopping);
  void checkCharge(const ListedCharge& listed);

  Shop& shop_;
  Millis listed_ = 0;  ///< charges before this time are compared
};

}  // namespace aftermint::demo
