#include "codec/locate.h"

#if !AFTERMINT_PAGE
namespace aftermint {

void locateFaults(std::string_view text, std::vector<Fault>& faults) { codec::locate(text, 0, faults); }

}  // namespace aftermint
#endif
