/** @file Numbers of a report as people read them. */
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "aftermint/book.h"
#include "report/figure.h"

namespace aftermint::report {

/** A count with a comma between thousands: "8,113". */
[[nodiscard]] std::string countText(std::int64_t count);

/** A share as a percentage with one decimal: 0.142 is "14.2 %". */
[[nodiscard]] std::string shareText(double share);

/** A difference of shares in percentage points, with its sign: -0.031 is "−3.1 pp". */
[[nodiscard]] std::string pointsText(double difference);

/** A probability with three decimals, or "< 0.001". */
[[nodiscard]] std::string probabilityText(double p);

/** A day in UTC: "3 Aug 2026". */
[[nodiscard]] std::string dayText(Millis time);

/** Amounts of one currency in one locale. Amounts are in minor units. */
class MoneyText {
 public:
  MoneyText(std::string currency, std::string locale) : currency_(std::move(currency)), locale_(std::move(locale)) {}

  /** The amount, rounded half away from zero to a minor unit. */
  [[nodiscard]] std::string operator()(double amount) const;

  /** A difference with its sign: "+£1.84". */
  [[nodiscard]] std::string difference(double amount) const;

 private:
  std::string currency_, locale_;
};

/** A cell with its number. */
[[nodiscard]] Cell countCell(std::int64_t count);
[[nodiscard]] Cell shareCell(double share);
[[nodiscard]] Cell pointsCell(double difference);

/** The cell of an absent figure. */
[[nodiscard]] Cell absentCell();

}  // namespace aftermint::report
