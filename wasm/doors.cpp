#include "doors.h"

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

std::string noBook() {
  List<Fault> faults;
  faults.emplace_back().code = ErrorCode::NoBook;
  return encodeFaults(faults);
}

/** Adds `,"key":value` where the value needs no quoting. */
void addNumber(std::string& out, std::string_view key, std::int64_t value) {
  out.append(",\"").append(key).append("\":").append(std::to_string(value));
}

/** Adds `,"key":"word"`; ids, currencies and locales are checked by the decoder and hold nothing to escape. */
void addWord(std::string& out, std::string_view key, std::string_view word) {
  out.append(",\"").append(key).append("\":\"").append(word).append("\"");
}

}  // namespace

const IndexedBook* find(int book) {
  const auto& all = books();
  if (book < 1 || static_cast<std::size_t>(book) > all.size()) return nullptr;
  const OpenBook* open = all[static_cast<std::size_t>(book) - 1].get();
  return open == nullptr ? nullptr : &*open->book;
}

std::string open(const std::string& bookText) {
  auto opened = std::make_unique<OpenBook>();
#if AFTERMINT_PAGE
  const ArenaScope scope(opened->arena);
#endif
  Decoded<Book> decoded = decodeBook(bookText);
  if (!decoded) return encodeFaults(decoded.faults);
#if AFTERMINT_PAGE
  static_assert(std::is_trivially_destructible_v<IndexedBook>);  // it goes with its arena
  opened->book = new (opened->arena.take(sizeof(IndexedBook))) IndexedBook(*decoded.value);
#else
  opened->book = std::make_unique<const IndexedBook>(std::move(*decoded.value));
#endif
  const Book& book = opened->book->book();
  auto& all = books();
  all.push_back(std::move(opened));
  std::string out = "{\"ok\":true";
  addNumber(out, "book", static_cast<std::int64_t>(all.size()));
  addWord(out, "id", book.id);
  addWord(out, "currency", book.currency);
  addWord(out, "locale", book.locale);
  addNumber(out, "deadlineMs", book.policy.deadlineMs);
  addNumber(out, "undoSeconds", book.policy.undoSeconds);
  out += '}';
  return out;
}

std::string decide(int book, const std::string& momentText) {
  const IndexedBook* const opened = find(book);
  const Call call;
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText);
  if (!moment) return encodeFaults(moment.faults);
  return encode(aftermint::decide(*opened, *moment.value));
}

std::string present(int book, const std::string& momentText) {
  const IndexedBook* const opened = find(book);
  const Call call;
  if (opened == nullptr) return noBook();
  const Decoded<Moment> moment = decodeMoment(momentText);
  if (!moment) return encodeFaults(moment.faults);
  const Decision decision = aftermint::decide(*opened, *moment.value);
  std::string out = "{\"ok\":true,\"decision\":";
  out += encode(decision);
  out += ",\"view\":";
  out += decision.offer == nullptr ? "null" : encode(view(*opened, *moment.value, decision));
  out += '}';
  return out;
}

void close(int book) {
  if (find(book) != nullptr) books()[static_cast<std::size_t>(book) - 1].reset();
}

}  // namespace aftermint::doors
