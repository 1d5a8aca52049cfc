/** @file The list of attribute paths. */
#include "condition/paths.h"

namespace aftermint {
namespace {

// One text is smaller in the page's module than a table of texts.
constexpr std::string_view kPaths =
    " order order.id order.status order.currency order.value order.total order.lineCount order.quantity"
    " order.products order.categories order.tags order.lines page page.url page.product placement locale language time "
    "hour weekday ";

/** Whether `kPaths` contains the word, with a space on both sides. */
bool isListed(std::string_view word) {
  if (word.empty() || word.find(' ') != std::string_view::npos) return false;
  for (std::size_t at = 0; (at = kPaths.find(word, at)) != std::string_view::npos; ++at) {
    if (kPaths[at - 1] == ' ' && kPaths[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

bool isMomentPath(std::string_view path) {
  const std::string_view root = path.substr(0, path.find('.'));
  if (root == "visitor" || root == "platform") return true;
  // A path may go into lists (`order.products.0`), but not into texts and numbers.
  const std::string_view list = path.substr(0, path.rfind('.'));
  return isListed(path) || path.starts_with("order.lines.") || list == "order.products" || list == "order.categories" ||
         list == "order.tags";
}

std::vector<std::string_view> momentPaths() {
  std::vector<std::string_view> paths;
  for (std::size_t begin = 1; begin < kPaths.size();) {
    const std::size_t end = kPaths.find(' ', begin);
    paths.push_back(kPaths.substr(begin, end - begin));
    begin = end + 1;
  }
  return paths;
}

}  // namespace aftermint
