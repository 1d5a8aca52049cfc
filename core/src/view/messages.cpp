/** @file Finds our messages by language. */
#include "view/messages.h"

#include <array>

#include "aftermint/language.h"
#include "memory/scratch.h"

namespace aftermint {
namespace {

constexpr std::array<std::string_view, 8> kRightToLeft{"ar", "he", "fa", "ur", "yi", "ps", "sd", "ckb"};

}  // namespace

std::string_view ViewMessages::operator[](ViewMessage message) const {
  std::string_view rest = line_;
  for (auto before = static_cast<std::size_t>(message); before > 0; --before) {
    rest.remove_prefix(indexOf(rest, '|') + 1);  // npos + 1 is 0: a line that is too short stays as it is
  }
  return rest.substr(0, indexOf(rest, '|'));
}

bool ViewMessages::areOf(std::string_view locale) const { return (*this)[ViewMessage::Language] == languageOf(locale); }

ViewMessages messagesFor(std::string_view locale) {
  for (const std::string_view line : messageLines()) {
    if (const ViewMessages messages(line); messages.areOf(locale)) return messages;
  }
  return ViewMessages(kEnglishMessages);
}

bool rightToLeft(std::string_view locale) {
  const std::string_view language = languageOf(locale);
  for (const std::string_view each : kRightToLeft) {
    if (each == language) return true;
  }
  return false;
}

}  // namespace aftermint
