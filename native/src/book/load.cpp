#include "book/load.h"

#include <algorithm>
#include <utility>

#include "aftermint/check.h"
#include "table/byte_source.h"
#include "unusable.h"

namespace aftermint {
namespace {

template <class T>
T orThrow(Decoded<T> decoded, const std::string& path) {
  if (!decoded) throw Unusable(std::move(decoded.faults), path);
  return std::move(*decoded.value);
}

}  // namespace

std::string readText(const std::string& path, std::size_t limit) {
  ByteSource source(path);
  const std::size_t most = limit + 1;
  std::string text;
  constexpr std::size_t kChunk = 1u << 16;
  while (text.size() < most) {
    const std::size_t size = text.size();
    text.resize(size + std::min(kChunk, most - size));
    const std::size_t got = source.read(std::span(text).subspan(size));
    text.resize(size + got);
    if (got == 0) break;
  }
  return text;
}

LoadedBook loadBook(const std::string& path, bool approveAll) {
  LoadedBook loaded{path, readText(path), nullptr};
  Book book = orThrow(decodeBook(loaded.text), path);
  if (approveAll) {
    for (Offer& offer : book.offers) offer.approved = true;
  }
  loaded.book = std::make_unique<IndexedBook>(std::move(book));
  return loaded;
}

LoadedBook loadCheckedBook(const std::string& path, bool approveAll) {
  LoadedBook loaded = loadBook(path, approveAll);
  for (const std::string& offer : refusedOffers(loaded.book->book(), check(*loaded.book))) loaded.book->refuse(offer);
  return loaded;
}

Moment loadMoment(const std::string& path) { return orThrow(decodeMoment(readText(path)), path); }

Accept loadAccept(const std::string& path) { return orThrow(decodeAccept(readText(path)), path); }

void refuseTwoStdins(const std::string& first, const std::string& second) {
  if (first == "-" && second == "-") {
    throw Unusable(ErrorCode::Usage, "only one input can be standard input", "Give the other one as a file.");
  }
}

}  // namespace aftermint
