/**
 * @file Times the core natively: `aftermint_bench BOOK MOMENT [ROUNDS]` prints one JSON object.
 *
 * A figure is the median of the rounds (default 21), each long enough for the clock. The stages of a decision take
 * turns, so that other load on the machine affects all of them. A book without a decision prints nothing: an error
 * cannot look fast.
 */
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#include "aftermint/codec.h"
#include "bench/measure.h"

namespace {

using aftermint::bench::Clock;
using aftermint::bench::nanosSince;
using aftermint::bench::readFile;

/** Bytes in a line of /proc/self/status: `VmRSS` is the current memory, `VmHWM` its peak. */
long statusBytes(const char* key) {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key, 0) == 0) return std::strtol(line.c_str() + std::strlen(key) + 1, nullptr, 10) * 1024;
  }
  return 0;
}

/** A stage of a decision, and the time of one call in each round. */
struct Stage {
  const char* name;
  std::function<void()> work;
  std::size_t calls = 1;
  std::vector<double> nanos = {};

  double run() const {
    const auto start = Clock::now();
    for (std::size_t i = 0; i < calls; ++i) work();
    return nanosSince(start);
  }
};

void measure(std::vector<Stage>& stages, int rounds) {
  for (Stage& stage : stages) {
    while (stage.run() < 5e6) stage.calls *= 2;
  }
  for (int round = 0; round < rounds; ++round) {
    for (Stage& stage : stages) stage.nanos.push_back(stage.run() / static_cast<double>(stage.calls));
  }
}

void print(Stage& stage) {
  std::sort(stage.nanos.begin(), stage.nanos.end());
  std::printf("\"%s\":{\"medianNs\":%.0f,\"minNs\":%.0f,\"maxNs\":%.0f}", stage.name,
              stage.nanos[stage.nanos.size() / 2], stage.nanos.front(), stage.nanos.back());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3 && argc != 4) {
    std::fputs("usage: aftermint_bench BOOK MOMENT [ROUNDS]\n", stderr);
    return 2;
  }
  const std::string bookText = readFile(argv[1]);
  const std::string momentText = readFile(argv[2]);
  const int rounds = argc == 4 ? std::max(1, std::atoi(argv[3])) : 21;

  // Only the first load shows the memory needed; later loads reuse what it freed.
  const long before = statusBytes("VmRSS");
  std::unique_ptr<const aftermint::IndexedBook> book;
  std::vector<double> loads;
  long held = 0;
  long peak = 0;
  for (int load = 0; load < 3; ++load) {
    book.reset();
    const auto start = Clock::now();
    aftermint::Decoded<aftermint::Book> decoded = aftermint::decodeBook(bookText);
    if (!decoded) {
      std::fputs(aftermint::encodeFaults(decoded.faults, argv[1]).c_str(), stderr);
      return 2;
    }
    book = std::make_unique<const aftermint::IndexedBook>(std::move(*decoded.value));
    loads.push_back(nanosSince(start));
    if (load == 0) {
      held = statusBytes("VmRSS") - before;
      peak = statusBytes("VmHWM") - before;
    }
  }
  std::sort(loads.begin(), loads.end());

  const aftermint::Decoded<aftermint::Moment> moment = aftermint::decodeMoment(momentText);
  if (!moment) {
    std::fputs(aftermint::encodeFaults(moment.faults, argv[2]).c_str(), stderr);
    return 2;
  }
  const aftermint::Decision decision = aftermint::decide(*book, *moment.value);
  if (decision.offer == nullptr) {
    std::fputs("the bench's moment is offered nothing\n", stderr);
    return 1;
  }

  std::size_t sink = 0;
  std::vector<Stage> stages = {
      {"decode", [&] { sink += aftermint::decodeMoment(momentText).value.has_value(); }},
      {"decide", [&] { sink += aftermint::decide(*book, *moment.value).trace.size(); }},
      {"encode", [&] { sink += aftermint::encode(decision).size(); }},
      {"textToText",
       [&] {
         const auto read = aftermint::decodeMoment(momentText);
         sink += aftermint::encode(aftermint::decide(*book, *read.value)).size();
       }},
  };
  measure(stages, rounds);
  std::printf("{\"offer\":\"%s\",\"rounds\":%d,\"loadMs\":%.2f,\"bookBytes\":%zu,\"heldBytes\":%ld,\"peakBytes\":%ld,",
              std::string(decision.offer->id).c_str(), rounds, loads[loads.size() / 2] / 1e6, bookText.size(), held,
              peak);
  std::printf("\"stages\":{");
  for (std::size_t i = 0; i < stages.size(); ++i) {
    if (i > 0) std::printf(",");
    print(stages[i]);
  }
  std::printf("},\"sink\":%d}\n", sink > 0 ? 1 : 0);
  return 0;
}
