#include "condition/paths.h"

#include <algorithm>
#include <array>

namespace aftermint {
namespace {

constexpr std::array<std::string_view, 19> kPaths = {
    "order",           "order.id",       "order.status",   "order.currency",   "order.value", "order.total",
    "order.lineCount", "order.quantity", "order.products", "order.categories", "order.tags",  "page",
    "page.url",        "placement",      "locale",         "language",         "time",        "hour",
    "weekday",
};

}  // namespace

bool isMomentPath(std::string_view path) {
  const std::string_view root = path.substr(0, path.find('.'));
  if (root == "visitor" || root == "platform") return true;
  // Lists may be gone into (`order.products.0`), texts and numbers may not.
  for (std::string_view list : {"order.products.", "order.categories.", "order.tags."}) {
    if (path.substr(0, list.size()) == list) return true;
  }
  return std::find(kPaths.begin(), kPaths.end(), path) != kPaths.end();
}

}  // namespace aftermint
