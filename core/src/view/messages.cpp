#include "view/messages.h"

#include <array>

#include "aftermint/language.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

constexpr std::array<std::string_view, 8> kRightToLeft{"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb"};

#if AFTERMINT_PAGE
[[clang::no_destroy]] constinit Arena addedArena;  // a page does not end, it is gone
List<std::string_view> added;

const List<std::string_view>& lines() { return added; }
#else
constexpr const auto& lines() { return kMessageLines; }
#endif

}  // namespace

std::string_view ViewMessages::operator[](ViewMessage message) const {
  std::string_view rest = line_;
  for (auto before = static_cast<std::size_t>(message); before > 0; --before) {
    rest.remove_prefix(indexOf(rest, '|') + 1);  // npos + 1 is 0: a line that is too short has no other text
  }
  return rest.substr(0, indexOf(rest, '|'));
}

bool ViewMessages::areOf(std::string_view locale) const { return (*this)[ViewMessage::Language] == languageOf(locale); }

ViewMessages messagesFor(std::string_view locale) {
  for (const std::string_view line : lines()) {
    if (const ViewMessages messages(line); messages.areOf(locale)) return messages;
  }
  return ViewMessages(kMessageLines[0]);
}

#if AFTERMINT_PAGE
void addMessages(std::string_view line) {
  const ArenaScope scope(addedArena);
  added.push_back(Text(line));
}
#endif

bool rightToLeft(std::string_view locale) {
  const std::string_view language = languageOf(locale);
  for (const std::string_view each : kRightToLeft) {
    if (each == language) return true;
  }
  return false;
}

}  // namespace aftermint
