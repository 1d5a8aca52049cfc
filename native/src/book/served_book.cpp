#include "book/served_book.h"

#include <utility>

namespace aftermint {

ServedBook::ServedBook(Publish publish) : publish_(std::move(publish)), now_(make({})), bookTag_(now_->body->tag()) {}

std::shared_ptr<const BookVersion> ServedBook::make(std::vector<std::string> stopped) const {
  auto version = std::make_shared<BookVersion>();
  version->body = std::make_shared<const Representation>(publish_(stopped), "application/json");
  version->stopped = std::move(stopped);
  return version;
}

std::shared_ptr<const BookVersion> ServedBook::now() const {
  const std::lock_guard lock(mutex_);
  return now_;
}

void ServedBook::stop(std::vector<std::string> offers) {
  if (now()->stopped == offers) return;
  // A large book takes a moment to encode, so requests go on with the old version until the new one is whole.
  auto next = make(std::move(offers));
  const std::lock_guard lock(mutex_);
  now_ = std::move(next);
}

}  // namespace aftermint
