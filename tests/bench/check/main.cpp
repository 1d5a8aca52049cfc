/**
 * @file Times the checking of a book: `aftermint_bench_check BOOK [ROUNDS]` prints one JSON object.
 *
 * The first check also reads the phrases of eight languages, so it is reported apart from the median of the rounds
 * (default 7). A refused book prints nothing, because a refused text is not read to its end.
 */
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "bench/measure.h"

namespace {

using aftermint::Severity;
using aftermint::bench::Clock;
using aftermint::bench::nanosSince;

double median(std::vector<double> nanos) {
  std::sort(nanos.begin(), nanos.end());
  return nanos[nanos.size() / 2];
}

std::size_t countTexts(const aftermint::Book& book) {
  std::size_t count = 0;
  for (const aftermint::Offer& offer : book.offers) {
    for (const aftermint::Copy& copy : offer.copy) {
      for (const aftermint::Text* text :
           {&copy.headline, &copy.benefit, &copy.accept, &copy.linkAccept, &copy.incentive, &copy.terms}) {
        if (!text->empty()) ++count;
      }
    }
  }
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::fputs("usage: aftermint_bench_check BOOK [ROUNDS]\n", stderr);
    return 2;
  }
  const std::string text = aftermint::bench::readFile(argv[1]);
  const int rounds = argc == 3 ? std::max(1, std::atoi(argv[2])) : 7;
  aftermint::Limits limits;
  limits.bytes = text.size();  // 100,000 offers exceed the usual limit; `shard` accepts as much

  std::vector<double> readings, indexings, checks;
  double first = 0;
  std::size_t offers = 0, texts = 0, findings = 0;
  for (int round = 0; round < rounds; ++round) {
    auto start = Clock::now();
    aftermint::Decoded<aftermint::Book> decoded = aftermint::decodeBook(text, limits);
    readings.push_back(nanosSince(start));
    if (!decoded) {
      std::fputs(aftermint::encodeFaults(decoded.faults, argv[1]).c_str(), stderr);
      return 2;
    }
    start = Clock::now();
    const aftermint::IndexedBook book(std::move(*decoded.value));
    indexings.push_back(nanosSince(start));
    start = Clock::now();
    const std::vector<aftermint::Finding> found = aftermint::check(book);
    checks.push_back(nanosSince(start));
    if (round > 0) continue;
    first = checks.front();
    offers = book.book().offers.size();
    texts = countTexts(book.book());
    findings = found.size();
    const auto refuses = [](const aftermint::Finding& finding) { return finding.severity == Severity::Error; };
    if (const auto at = std::find_if(found.begin(), found.end(), refuses); at != found.end()) {
      std::fprintf(stderr, "the bench's book is refused at %s: %s\n", at->pointer.c_str(), at->message.c_str());
      return 1;
    }
  }
  const auto [fastest, slowest] = std::minmax_element(checks.begin(), checks.end());
  std::printf("{\"offers\":%zu,\"texts\":%zu,\"findings\":%zu,\"rounds\":%d,\"bookBytes\":%zu,", offers, texts,
              findings, rounds, text.size());
  std::printf("\"readNs\":%.0f,\"indexNs\":%.0f,\"firstNs\":%.0f,", median(readings), median(indexings), first);
  std::printf("\"checkNs\":{\"medianNs\":%.0f,\"minNs\":%.0f,\"maxNs\":%.0f}}\n", median(checks), *fastest, *slowest);
  return 0;
}
