#include "http/descriptors.h"

#include <sys/resource.h>

#include <algorithm>

namespace aftermint {

std::size_t raiseDescriptorLimit() {
  constexpr rlim_t kMost = 65536;
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;  // what POSIX grants is less than any system of today
  const rlim_t wanted = std::min(limit.rlim_max, kMost);
  if (limit.rlim_cur < wanted) {
    const rlim_t before = limit.rlim_cur;
    limit.rlim_cur = wanted;
    if (setrlimit(RLIMIT_NOFILE, &limit) != 0) limit.rlim_cur = before;
  }
  return static_cast<std::size_t>(std::min(limit.rlim_cur, kMost));
}

}  // namespace aftermint
