/** @file Open books, and the functions that both modules export. */
#include "doors.h"

#include <memory>

#include "codec/writer.h"

namespace aftermint::doors {
namespace {

/** An open book, and in the page's module its memory. */
struct OpenBook {
  /** Reads and indexes a book; returns the faults where it is refused. */
  List<Fault> read(std::string_view text);

#if AFTERMINT_PAGE
  Arena arena;
  IndexedBook* book = nullptr;
#else
  std::unique_ptr<IndexedBook> book;
#endif
  int number = 0;
  OpenBook* before = nullptr;  ///< the previous one that is still open
};

List<Fault> OpenBook::read(std::string_view text) {
#if AFTERMINT_PAGE
  const ArenaScope scope(arena);
  const Text kept(text);  // the book's texts point into it
  const Decoded<Book> decoded = decodeBook(kept);
  static_assert(std::is_trivially_destructible_v<IndexedBook>);  // the arena frees it
  if (decoded) book = new (arena.take(sizeof(IndexedBook))) IndexedBook(*decoded.value);
#else
  Decoded<Book> decoded = decodeBook(text);
  if (decoded) book = std::make_unique<IndexedBook>(std::move(*decoded.value));
#endif
  return decoded.faults;
}

#if AFTERMINT_PAGE
[[clang::no_destroy]] constinit Arena callArena;  // lives as long as the page
/** The memory of one call; the next call reuses it. */
class Call {
 public:
  Call() : scope_(callArena) { callArena.reset(); }

 private:
  ArenaScope scope_;
};
#else
struct Call {
  Call() {}  // nothing to do: texts and lists have their own memory
};
#endif

OpenBook* lastOpened = nullptr;
int numbersGiven = 0;

/** The link to an open book, or the null at the end of the list. */
OpenBook** linkTo(int book) {
  OpenBook** link = &lastOpened;
  while (*link != nullptr && (*link)->number != book) link = &(*link)->before;
  return link;
}

Answer refused(const List<Fault>& faults) { return encodeFaults(faults); }

Answer noBook() {
  List<Fault> faults;
  faults.emplace_back().code = ErrorCode::NoBook;
  return refused(faults);
}

Answer answer(int book, Given momentText, bool withView) {
  const Call call;
  const IndexedBook* const opened = find(book);
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (!moment) return refused(moment.faults);
  const Decision decision = aftermint::decide(*opened, *moment.value);
  const Text text = encode(decision);
  if (!withView) return text;
  codec::Writer out;
  out.open('{').key("ok").boolean(true).key("decision").raw(text).key("view");
  out.raw(decision.offer == nullptr ? Text(std::string_view("null"))
                                    : encode(aftermint::view(*opened, *moment.value, decision)))
      .close('}');
  return out.take();
}

}  // namespace

IndexedBook* find(int book) {
  const OpenBook* const open = *linkTo(book);
  return open == nullptr ? nullptr : &*open->book;
}

Answer open(Given bookText) {
  const Call call;
  auto opened = std::make_unique<OpenBook>();
  const List<Fault> faults = opened->read(bookText.view());
  if (opened->book == nullptr) return refused(faults);
  const Book& book = opened->book->book();
  opened->number = ++numbersGiven;
  opened->before = lastOpened;
  lastOpened = opened.release();
  codec::Writer out;
  out.open('{').key("ok").boolean(true).field("book", numbersGiven);
  out.field("deadlineMs", book.policy.deadlineMs).key("reads").open('[');
  Names reads;
  for (const Offer& offer : book.offers) {
    if (offer.frequencyCap) reads.add("seen");
    lastOpened->book->conditionOf(offer).addReads(reads);
  }
  for (std::uint32_t i = 0; i < reads.size(); ++i) out.text(reads.text(i));
  return out.close(']').close('}').take();
}

Answer decide(int book, Given momentText) { return answer(book, momentText, false); }

Answer view(int book, Given momentText) { return answer(book, momentText, true); }

void close(int book) {
  OpenBook** const link = linkTo(book);
  const std::unique_ptr<OpenBook> closed(*link);
  if (closed) *link = closed->before;
}

}  // namespace aftermint::doors
