#include "doors.h"

#include <memory>

#include "codec/writer.h"

namespace aftermint::doors {
namespace {

#if AFTERMINT_PAGE
/** A book and the memory it lives in. */
struct OpenBook {
  Arena arena;
  IndexedBook* book = nullptr;
  int number = 0;
  OpenBook* before = nullptr;  ///< opened before this one and not closed
};
[[clang::no_destroy]] constinit Arena callArena;  // a page does not end, it is gone
/** What one call makes; taken back by the next. */
class Call {
 public:
  Call() : scope_(callArena) { callArena.reset(); }

 private:
  ArenaScope scope_;
};
#else
struct OpenBook {
  std::unique_ptr<IndexedBook> book;
  int number = 0;
  OpenBook* before = nullptr;  ///< opened before this one and not closed
};
struct Call {
  Call() {}  // nothing: texts and lists keep their own memory
};
#endif

OpenBook* lastOpened = nullptr;
int numbersGiven = 0;

/** The link to the open book of that number, or to null at the end. */
OpenBook** linkTo(int book) {
  OpenBook** link = &lastOpened;
  while (*link != nullptr && (*link)->number != book) link = &(*link)->before;
  return link;
}

Crossing refused(const List<Fault>& faults) { return std::string_view(encodeFaults(faults)); }

Crossing noBook() {
  List<Fault> faults;
  faults.emplace_back().code = ErrorCode::NoBook;
  return refused(faults);
}

Crossing answer(int book, Crossing momentText, bool withView) {
  const IndexedBook* const opened = find(book);
  const Call call;
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (!moment) return refused(moment.faults);
  const Decision decision = aftermint::decide(*opened, *moment.value);
  const Text text = encode(decision);
  if (!withView) return std::string_view(text);
  codec::Writer out;
  out.open('{').key("ok").boolean(true).key("decision").raw(text).key("view");
  out.raw(decision.offer == nullptr ? Text(std::string_view("null")) : encode(view(*opened, *moment.value, decision)))
      .close('}');
  return std::string_view(out.take());
}

}  // namespace

IndexedBook* find(int book) {
  const OpenBook* const open = *linkTo(book);
  return open == nullptr ? nullptr : &*open->book;
}

Crossing open(Crossing bookText) {
  auto opened = std::make_unique<OpenBook>();
#if AFTERMINT_PAGE
  const ArenaScope scope(opened->arena);
  const Text kept(bookText.view());  // the book's texts are parts of it
  Decoded<Book> decoded = decodeBook(kept);
#else
  Decoded<Book> decoded = decodeBook(bookText.view());
#endif
  if (!decoded) return refused(decoded.faults);
#if AFTERMINT_PAGE
  static_assert(std::is_trivially_destructible_v<IndexedBook>);  // it goes with its arena
  opened->book = new (opened->arena.take(sizeof(IndexedBook))) IndexedBook(*decoded.value);
#else
  opened->book = std::make_unique<IndexedBook>(std::move(*decoded.value));
#endif
  const Book& book = opened->book->book();
  opened->number = ++numbersGiven;
  opened->before = lastOpened;
  lastOpened = opened.release();
  codec::Writer out;
  out.open('{').key("ok").boolean(true).field("book", numbersGiven).field("id", book.id);
  out.field("currency", book.currency).field("locale", book.locale).field("deadlineMs", book.policy.deadlineMs);
  out.field("undoSeconds", book.policy.undoSeconds).close('}');
  return std::string_view(out.take());
}

Crossing decide(int book, Crossing momentText) { return answer(book, momentText, false); }

Crossing present(int book, Crossing momentText) { return answer(book, momentText, true); }

void close(int book) {
  OpenBook** const link = linkTo(book);
  const std::unique_ptr<OpenBook> closed(*link);
  if (closed) *link = closed->before;
}

}  // namespace aftermint::doors
