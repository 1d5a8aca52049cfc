/** @file Decides from a book and a moment, with the installed libraries only. */
#include <aftermint/check.h>
#include <aftermint/codec.h>

#include <fstream>
#include <iostream>
#include <iterator>

namespace {

std::string textOf(const char* path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int, char** arguments) {
  auto book = aftermint::decodeBook(textOf(arguments[1]));
  const auto moment = aftermint::decodeMoment(textOf(arguments[2]));
  if (!book || !moment) return 2;
  aftermint::IndexedBook indexed(std::move(*book.value));
  for (const auto& offer : aftermint::refusedOffers(indexed.book(), aftermint::check(indexed))) indexed.refuse(offer);
  std::cout << encode(decide(indexed, *moment.value)) << '\n';
}
