/**
 * @file Decides natively for pairs.test.ts: two lines in, a book and a moment; one line out, what the wasm module's
 * `present` answers, made here from the core alone.
 */
#include <iostream>
#include <string>

#include "aftermint/codec.h"

int main() {
  using namespace aftermint;
  std::ios::sync_with_stdio(false);
  std::string bookText;
  std::string momentText;
  while (std::getline(std::cin, bookText) && std::getline(std::cin, momentText)) {
    Decoded<Book> book = decodeBook(bookText);
    if (!book) {
      std::cout << encodeFaults(book.faults) << '\n';
      continue;
    }
    const IndexedBook indexed(std::move(*book.value));
    const Decoded<Moment> moment = decodeMoment(momentText);
    if (!moment) {
      std::cout << encodeFaults(moment.faults) << '\n';
      continue;
    }
    const Decision decision = decide(indexed, *moment.value);
    std::cout << R"({"ok":true,"decision":)" << encode(decision) << R"(,"view":)"
              << (decision.offer == nullptr ? "null" : encode(view(indexed, *moment.value, decision))) << "}\n";
  }
}
