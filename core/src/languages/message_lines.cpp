/** @file All languages of Aftermint's own messages, for programs and the workshop's module. */
#include "languages/message_lines.gen.h"

#include "view/messages.h"

namespace aftermint {

std::span<const std::string_view> messageLines() { return kMessageLines; }

}  // namespace aftermint
