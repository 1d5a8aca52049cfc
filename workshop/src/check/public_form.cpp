#include "aftermint/public_form.h"

namespace aftermint {

Book publicForm(Book book) {
  book.brand.reset();
  for (Offer& offer : book.offers) offer.reviewed.reset();
  book.checked.reset();
  return book;
}

}  // namespace aftermint
