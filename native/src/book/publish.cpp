#include "book/publish.h"

#include "aftermint/codec.h"
#include "aftermint/encode_book.h"
#include "ids.h"

namespace aftermint {

std::string bookDigest(Book book) {
  book.checked.reset();
  return sha256Hex(encode(book));
}

Book published(Book book, const std::vector<Finding>& findings) {
  // Neither the target group nor notes of reviewers are public.
  book.brand.reset();
  for (Offer& offer : book.offers) offer.reviewed.reset();
  Checked checked;
  checked.digest = bookDigest(book);
  checked.refused = refusedOffers(book, findings);
  book.checked = std::move(checked);
  return book;
}

bool isChangedSinceCheck(const Book& book) { return book.checked && book.checked->digest != bookDigest(book); }

}  // namespace aftermint
