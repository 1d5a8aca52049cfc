#include "book/publish.h"

#include <algorithm>
#include <utility>

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "aftermint/public_form.h"
#include "ids.h"

namespace aftermint {

std::string bookDigest(Book book) {
  book.checked.reset();
  return sha256Hex(encode(book));
}

Book published(Book book, const std::vector<Finding>& findings, std::span<const std::string> stopped) {
  book = publicForm(std::move(book));
  Checked checked;
  checked.digest = bookDigest(book);
  checked.refused = refusedOffers(book, findings);
  for (const Offer& offer : book.offers) {
    const bool isStopped = std::find(stopped.begin(), stopped.end(), offer.id) != stopped.end();
    const bool isRefused = std::find(checked.refused.begin(), checked.refused.end(), offer.id) != checked.refused.end();
    if (isStopped && !isRefused) checked.refused.push_back(offer.id);
  }
  book.checked = std::move(checked);
  return book;
}

bool isChangedSinceCheck(const Book& book) { return book.checked && book.checked->digest != bookDigest(book); }

}  // namespace aftermint
