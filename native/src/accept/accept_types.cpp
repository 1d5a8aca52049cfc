#include "accept/accept_types.h"

#include <algorithm>

#include "sqlite.h"

namespace aftermint {

Minor totalOf(const std::vector<OrderLine>& lines) {
  Minor sum = 0;
  for (const OrderLine& line : lines) {
    if (!line.undone) sum += line.price * line.quantity;
  }
  return sum;
}

AcceptState parseAcceptState(std::string_view code) {
  const auto* const found = std::find(kAcceptStateCodes.begin(), kAcceptStateCodes.end(), code);
  if (found == kAcceptStateCodes.end()) {
    throw StoreError("the store has an accept in the unknown state \"" + std::string(code) + "\"");
  }
  return static_cast<AcceptState>(found - kAcceptStateCodes.begin());
}

}  // namespace aftermint
