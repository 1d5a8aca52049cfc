// The entry point for libFuzzer. AFTERMINT_DOOR is the function of doors.h to fuzz.
#include <cstdio>
#include <cstdlib>

#include "fuzz/doors.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string broken = aftermint::fuzz::AFTERMINT_DOOR(data, size);
  if (broken.empty()) return 0;
  std::fprintf(stderr, "BROKEN: %s\n", broken.c_str());
  std::abort();  // libFuzzer keeps the input
}
