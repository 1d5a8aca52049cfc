#include "doors.h"

#include <memory>
#include <vector>

#include "codec/writer.h"

namespace aftermint::doors {
namespace {

#if AFTERMINT_PAGE
/** A book and the memory it lives in. */
struct OpenBook {
  Arena arena;
  const IndexedBook* book = nullptr;
};
/** What one call makes; taken back by the next. */
class Call {
 public:
  Call() : scope_(arena()) { arena().reset(); }

 private:
  static Arena& arena() {
    static Arena shared;
    return shared;
  }
  ArenaScope scope_;
};
#else
struct OpenBook {
  std::unique_ptr<const IndexedBook> book;
};
struct Call {
  Call() {}  // nothing: texts and lists keep their own memory
};
#endif

/** Open books; the number a page holds is the place here plus one. Closed ones stay as null. */
std::vector<std::unique_ptr<OpenBook>>& books() {
  static std::vector<std::unique_ptr<OpenBook>> all;
  return all;
}

Crossing refused(const List<Fault>& faults) { return std::string_view(encodeFaults(faults)); }

Crossing noBook() {
  List<Fault> faults;
  faults.emplace_back().code = ErrorCode::NoBook;
  return refused(faults);
}

}  // namespace

const IndexedBook* find(int book) {
  const auto& all = books();
  if (book < 1 || static_cast<std::size_t>(book) > all.size()) return nullptr;
  const OpenBook* open = all[static_cast<std::size_t>(book) - 1].get();
  return open == nullptr ? nullptr : &*open->book;
}

Crossing open(Crossing bookText) {
  auto opened = std::make_unique<OpenBook>();
#if AFTERMINT_PAGE
  const ArenaScope scope(opened->arena);
#endif
  Decoded<Book> decoded = decodeBook(bookText.view());
  if (!decoded) return refused(decoded.faults);
#if AFTERMINT_PAGE
  static_assert(std::is_trivially_destructible_v<IndexedBook>);  // it goes with its arena
  opened->book = new (opened->arena.take(sizeof(IndexedBook))) IndexedBook(*decoded.value);
#else
  opened->book = std::make_unique<const IndexedBook>(std::move(*decoded.value));
#endif
  const Book& book = opened->book->book();
  auto& all = books();
  all.push_back(std::move(opened));
  codec::Writer out;
  out.open('{').key("ok").boolean(true).field("book", static_cast<std::int64_t>(all.size())).field("id", book.id);
  out.field("currency", book.currency).field("locale", book.locale).field("deadlineMs", book.policy.deadlineMs);
  out.field("undoSeconds", book.policy.undoSeconds).close('}');
  return std::string_view(out.take());
}

Crossing decide(int book, Crossing momentText) {
  const IndexedBook* const opened = find(book);
  const Call call;
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (!moment) return refused(moment.faults);
  return std::string_view(encode(aftermint::decide(*opened, *moment.value)));
}

Crossing present(int book, Crossing momentText) {
  const IndexedBook* const opened = find(book);
  const Call call;
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText.view());
  if (!moment) return refused(moment.faults);
  const Decision decision = aftermint::decide(*opened, *moment.value);
  codec::Writer out;
  out.open('{').key("ok").boolean(true).key("decision").raw(encode(decision)).key("view");
  out.raw(decision.offer == nullptr ? Text("null") : encode(view(*opened, *moment.value, decision))).close('}');
  return std::string_view(out.take());
}

void close(int book) {
  if (find(book) != nullptr) books()[static_cast<std::size_t>(book) - 1].reset();
}

}  // namespace aftermint::doors
