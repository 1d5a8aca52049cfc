/** @file Reports that several readers share. */
#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

#include "report/report.h"

namespace aftermint {

/**
 * Keeps the newest report of each division, and limits how much of the machine reports take.
 *
 * A report that was made in less than a tenth of a second is made anew for each reader. One that takes longer is kept
 * for four times as long as it took, so that reports never take more than a fifth of one processor, and all readers in
 * that time get the same. One is made at a time; who asks meanwhile gets the last one, or waits if there is none.
 */
class ResultsCache {
 public:
  using Make = std::function<report::Report()>;
  using Now = std::function<std::chrono::steady_clock::time_point()>;

  explicit ResultsCache(Now now = std::chrono::steady_clock::now) : now_(std::move(now)) {}

  /** The report of a division. Throws what `make` throws; the last report is then kept. */
  [[nodiscard]] std::shared_ptr<const report::Report> get(report::ReportBy by, const Make& make);

 private:
  struct Kept {
    std::shared_ptr<const report::Report> report;
    std::chrono::steady_clock::time_point until = {};
  };
  std::shared_ptr<const report::Report> keptOf(report::ReportBy by, bool isFresh);

  Now now_;
  std::mutex making_;
  std::mutex mutex_;               ///< guards kept_
  std::array<Kept, 4> kept_ = {};  ///< by ReportBy
};

}  // namespace aftermint
