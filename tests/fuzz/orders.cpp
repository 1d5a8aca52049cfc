#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "fuzz/doors.h"
#include "fuzz/faults.h"
#include "mine/history.h"
#include "mine/rules.h"
#include "orders/order_file.h"
#include "table/csv_parser.h"
#include "unusable.h"

namespace aftermint::fuzz {
namespace {

std::vector<CsvRow> rowsOf(std::string_view text, std::size_t piece) {
  CsvParser parser(',');
  std::vector<CsvRow> out;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    std::string_view part = text.substr(at, piece);
    while (!part.empty()) {
      if (std::optional<CsvRow> row = parser.parse(part)) out.push_back(std::move(*row));
    }
  }
  if (std::optional<CsvRow> row = parser.finish()) out.push_back(std::move(*row));
  return out;
}

std::string brokenRows(std::string_view text) {
  const std::vector<CsvRow> whole = rowsOf(text, std::max<std::size_t>(text.size(), 1));
  const std::vector<CsvRow> pieces = rowsOf(text, 3);
  const auto isSame = [](const CsvRow& a, const CsvRow& b) { return a.line == b.line && a.fields == b.fields; };
  if (!std::equal(whole.begin(), whole.end(), pieces.begin(), pieces.end(), isSame)) {
    return "CSV in pieces has other rows";
  }
  for (std::size_t i = 1; i < whole.size(); ++i) {
    if (whole[i].line < whole[i - 1].line) return "the lines of rows go back";
  }
  return {};
}

/** A file in memory that is opened by its path. */
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view text) : descriptor_(::memfd_create("orders", MFD_CLOEXEC)) {
    for (std::size_t at = 0; descriptor_ >= 0 && at < text.size();) {
      const ssize_t done = ::write(descriptor_, text.data() + at, text.size() - at);
      if (done <= 0) return;
      at += static_cast<std::size_t>(done);
    }
    whole_ = descriptor_ >= 0;
  }
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] bool isWhole() const { return whole_; }
  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
  bool whole_ = false;
};

std::string brokenOrders(const orders::OrderFileRead& read, const mine::NetPurchases& net) {
  const orders::LineCounts& lines = read.lines;
  std::size_t skipped = 0;
  for (const std::size_t count : lines.skippedBy) skipped += count;
  if (lines.used + lines.returned + skipped != lines.read) return "lines are lost or counted twice";
  if (net.returns.matched + net.returns.partly + net.returns.unmatched != net.returns.entries) {
    return "returns are lost or counted twice";
  }
  for (const auto& basket : net.baskets) {
    if (basket.empty() || !std::is_sorted(basket.begin(), basket.end())) return "a basket is empty or not sorted";
    if (basket.back() >= net.products.size()) return "a basket has a product that is not there";
  }
  for (const mine::HistoryProduct& product : net.products) {
    if (!isUtf8(product.id) || !isUtf8(product.title)) return "a product is not valid UTF-8";
  }
  mine::MineOptions options;
  options.minSupport = 1;
  options.alpha = 1.0;
  const mine::Mined mined = mine::mineRules(net, options);
  if (mined.orders + mined.tooLarge != net.baskets.size()) return "orders are lost or counted twice";
  for (const mine::Rule& rule : mined.rules) {
    if (rule.orders > rule.productOrders || rule.orders > rule.complementOrders) return "a pair is in too many orders";
  }
  return {};
}

}  // namespace

std::string fuzzOrders(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (std::string broken = brokenRows(text); !broken.empty()) return broken;
  const MemoryFile file(text);
  if (!file.isWhole()) return "a file in memory cannot be made";
  orders::OrderFile from;
  from.path = file.path();
  std::optional<mine::History> history;
  std::string broken;
  try {
    const orders::OrderFileRead read = orders::readOrderFile(
        from, [&](const orders::OrderShape& shape) { history.emplace(mine::History::codesOf(shape.rules)); },
        [&](orders::OrderFileLine&& line) { history->add(line); },
        [&](const orders::SkippedLine& skipped) {
          if (skipped.detail.empty() || !isUtf8(skipped.detail)) broken = "a line is skipped without a reason";
        });
    if (broken.empty()) broken = brokenOrders(read, history->settle(mine::History::idsOfCodes()));
  } catch (const Unusable& unusable) {
    broken = brokenFaults(unusable.faults());
  }
  return broken;
}

}  // namespace aftermint::fuzz
