#include "patch/patch.h"

#include <string_view>

#include "fuzz/doors.h"
#include "fuzz/faults.h"
#include "fuzz/shop.h"
#include "json.h"
#include "patch/layout.h"
#include "unusable.h"

namespace aftermint::fuzz {

std::string fuzzPatch(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const patch::Patched patched = patch::applyPatch(kFuzzBook, text, "p.json");
    const std::string written = patch::layOut(patched.book, kFuzzBook);
    const Json again = Json::parse(written, nullptr, false);
    if (again.is_discarded() || again != patched.book) return "a patched book changes when it is laid out";
    if (patch::layOut(again, written) != written) return "a book that is laid out changes when it is laid out again";
    const Decoded<Book> decoded = decodeBook(written);
    if (decoded) return {};
    if (std::string broken = brokenFaults(decoded.faults); !broken.empty()) return broken;
    for (const Fault& fault : decoded.faults) (void)patch::placeInPatch(patched.steps, fault.pointer);
  } catch (const Unusable& unusable) {
    return brokenFaults(unusable.faults());
  }
  return {};
}

}  // namespace aftermint::fuzz
