#include "cli/arguments.h"

#include "aftermint/time.h"
#include "clock.h"
#include "unusable.h"

namespace aftermint::cli {

Millis timeOrNow(const std::string& text) {
  if (text.empty()) return systemMillis();
  if (const std::optional<Millis> time = readTime(text)) return *time;
  throw Unusable(ErrorCode::Usage, "\"" + text + "\" is not a time", "Write it as RFC 3339: 2026-11-23T10:00:00Z.");
}

const Offer& offerArgument(const LoadedBook& loaded, const std::string& id) {
  if (const Offer* offer = loaded.book->offer(id)) return *offer;
  throw Unusable(ErrorCode::Usage, "there is no offer \"" + id + "\" in this book",
                 "Give the id of an offer in the book.", loaded.path);
}

const Product& productArgument(const LoadedBook& loaded, const std::string& id) {
  if (const Product* product = loaded.book->product(id)) return *product;
  throw Unusable(ErrorCode::Usage, "there is no product \"" + id + "\" in this book",
                 "Give the id of a product in the book.", loaded.path);
}

}  // namespace aftermint::cli
