/** @file Writing texts in an arena. */
#include "memory/scratch.h"

#include <cstring>

namespace aftermint {

char* extend(Scratch& out, std::size_t letters) {
  const std::size_t before = out.size();
  if (out.capacity_ - before < letters) out.reserve(before + letters);
  out.size_ = static_cast<std::uint32_t>(before + letters);
  return out.data() + before;
}

Scratch& Scratch::append(std::string_view text) {
  std::memcpy(extend(*this, text.size()), text.data(), text.size());
  return *this;
}

}  // namespace aftermint
