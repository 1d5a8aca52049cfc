// Preloaded into a server (LD_PRELOAD), it makes every sync to disk take as long as on a slow, busy disk: up to
// SLOW_DISK_MS milliseconds, at random, and now and then ten times that.
#include <dlfcn.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>

namespace {

std::atomic<unsigned> state{2463534242u};

void waitAsASlowDisk() {
  static const char* const given = std::getenv("SLOW_DISK_MS");
  static const unsigned most = given == nullptr ? 0 : static_cast<unsigned>(std::atoi(given));
  if (most == 0) return;
  const unsigned random = (state = state * 1664525u + 1013904223u) >> 8;
  ::usleep(random % (most * 1000 + 1) * (random % 64 == 0 ? 10 : 1));
}

using Sync = int (*)(int);

}  // namespace

extern "C" int fsync(int file) {
  static const auto real = reinterpret_cast<Sync>(::dlsym(RTLD_NEXT, "fsync"));
  waitAsASlowDisk();
  return real(file);
}

extern "C" int fdatasync(int file) {
  static const auto real = reinterpret_cast<Sync>(::dlsym(RTLD_NEXT, "fdatasync"));
  waitAsASlowDisk();
  return real(file);
}
