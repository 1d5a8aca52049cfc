#include "version.h"

namespace aftermint {

const std::string_view kVersion = AFTERMINT_VERSION;

}  // namespace aftermint
