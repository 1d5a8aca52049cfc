/**
 * @file Times the core natively: `aftermint_bench BOOK MOMENT` prints one JSON object.
 *
 * A figure is the median of 21 rounds, each long enough for the clock; nothing is printed of a book that does not
 * decide, so that an error can never look fast.
 */
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "aftermint/codec.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string readFile(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

double nanosSince(Clock::time_point start) {
  return std::chrono::duration<double, std::nano>(Clock::now() - start).count();
}

/** Nanoseconds of one call of `work`. */
template <class F>
double timeOf(F&& work) {
  std::size_t calls = 1;
  double took = 0;
  for (;; calls *= 2) {
    const auto start = Clock::now();
    for (std::size_t i = 0; i < calls; ++i) work();
    took = nanosSince(start);
    if (took > 5e6) break;
  }
  std::vector<double> rounds;
  for (int round = 0; round < 21; ++round) {
    const auto start = Clock::now();
    for (std::size_t i = 0; i < calls; ++i) work();
    rounds.push_back(nanosSince(start) / static_cast<double>(calls));
  }
  std::nth_element(rounds.begin(), rounds.begin() + 10, rounds.end());
  return rounds[10];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: aftermint_bench BOOK MOMENT\n", stderr);
    return 2;
  }
  const std::string bookText = readFile(argv[1]);
  const std::string momentText = readFile(argv[2]);

  const auto start = Clock::now();
  aftermint::Decoded<aftermint::Book> decoded = aftermint::decodeBook(bookText);
  if (!decoded) {
    std::fputs(aftermint::encodeFaults(decoded.faults, argv[1]).c_str(), stderr);
    return 2;
  }
  const aftermint::IndexedBook book(std::move(*decoded.value));
  const double load = nanosSince(start);

  const aftermint::Decoded<aftermint::Moment> moment = aftermint::decodeMoment(momentText);
  if (!moment) {
    std::fputs(aftermint::encodeFaults(moment.faults, argv[2]).c_str(), stderr);
    return 2;
  }
  if (aftermint::decide(book, *moment.value).offer == nullptr) {
    std::fputs("the bench's moment is offered nothing\n", stderr);
    return 1;
  }
  std::size_t sink = 0;
  const double decideAlone = timeOf([&] { sink += aftermint::decide(book, *moment.value).trace.size(); });
  const double textToText = timeOf([&] {
    const auto read = aftermint::decodeMoment(momentText);
    sink += aftermint::encode(aftermint::decide(book, *read.value)).size();
  });
  std::printf("{\"loadMs\":%.2f,\"decideNs\":%.0f,\"textToTextNs\":%.0f,\"sink\":%d}\n", load / 1e6, decideAlone,
              textToText, sink > 0 ? 1 : 0);
  return 0;
}
