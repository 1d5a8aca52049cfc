/** @file The book that a running server serves: one text and one ETag, made again only when an offer is stopped. */
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "http/representation.h"

namespace aftermint {

/** One version of the served book. */
struct BookVersion {
  std::shared_ptr<const Representation> body;  ///< JSON, as pages load it
  std::vector<std::string> stopped;
};

/** Safe to call from several threads. A request keeps the version that it began with. */
class ServedBook {
 public:
  /** Makes the text of the book; the offers of these ids must not be shown. */
  using Publish = std::function<std::string(std::span<const std::string> stopped)>;

  /** Throws what `publish` throws. */
  explicit ServedBook(Publish publish);

  [[nodiscard]] std::shared_ptr<const BookVersion> now() const;

  /** Serves a book without these offers from now on. Throws what `publish` throws; then the old version stays. */
  void stop(std::vector<std::string> offers);

  /** The ETag of the book without stopped offers: changes with the book, and not with a stop. */
  [[nodiscard]] const std::string& bookTag() const { return bookTag_; }

 private:
  [[nodiscard]] std::shared_ptr<const BookVersion> make(std::vector<std::string> stopped) const;

  Publish publish_;
  mutable std::mutex mutex_;  ///< guards now_
  std::shared_ptr<const BookVersion> now_;
  std::string bookTag_;
};

}  // namespace aftermint
