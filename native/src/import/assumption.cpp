#include "import/assumption.h"

#include <algorithm>
#include <utility>

namespace aftermint::imports {

void Assumptions::add(Assumed code, std::string_view file, std::string_view reason, std::string_view unit,
                      std::string place, std::size_t count) {
  auto found = std::find_if(all_.begin(), all_.end(), [&](const Assumption& each) {
    return each.code == code && each.file == file && each.reason == reason;
  });
  if (found == all_.end()) {
    all_.push_back({code, std::string(file), std::string(reason), std::string(unit), 0, {}});
    found = all_.end() - 1;
  }
  found->count += count;
  if (!place.empty() && found->places.size() < kMaxPlaces) found->places.push_back(std::move(place));
}

std::vector<Assumption> Assumptions::take() {
  std::stable_sort(all_.begin(), all_.end(), [](const Assumption& a, const Assumption& b) { return a.code < b.code; });
  return std::exchange(all_, {});
}

}  // namespace aftermint::imports
