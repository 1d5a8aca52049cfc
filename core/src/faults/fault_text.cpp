/** @file The messages of faults, for people. */
#include "aftermint/text.h"
#include "codec/faults.h"
#include "codec/scalars.h"
#include "faults/money_hint.h"
#include "faults/near.h"
#include "faults/syntax_text.h"

namespace aftermint::codec {
namespace {

/** A quoted text as valid UTF-8. It may have been cut anywhere, or may not be UTF-8 at all. */
std::string readable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = pointAt(text, at);
    out += length == 0 ? "\uFFFD" : text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return out;
}

std::string quoted(std::string_view text) {
  constexpr std::size_t kShown = 60;
  std::string out = "“";
  const std::string_view shown = beginningOf(text, kShown);
  out += readable(shown);
  out += shown.size() < text.size() ? "…”" : "”";
  return out;
}

std::string number(std::int64_t value) { return std::to_string(value); }

std::string listed(std::span<const std::string_view> codes) {
  std::string out;
  for (const std::string_view code : codes) {
    if (!out.empty()) out += ", ";
    out += code;
  }
  return out;
}

/** A description of the values of a kind. */
std::string wanted(const Found& found) {
  switch (found.kind) {
    case Kind::Text:
      return "a text";
    case Kind::Id:
      return "an id of 1 to 128 letters, digits and . _ : # + @ -";
    case Kind::Url:
      return "an address that begins with https:// or one slash, at most 2,048 characters, spaces and quotes escaped";
    case Kind::Locale:
      return "a language tag such as en or de-AT";
    case Kind::Currency:
      return "a currency code of three capitals such as GBP (ISO 4217)";
    case Kind::Integer:
    case Kind::Money: {
      const std::string what = found.kind == Kind::Money ? "a whole number of minor units" : "a whole number";
      if (found.field == nullptr) return what;
      return what + " from " + number(found.field->min) + " to " + number(found.field->max);
    }
    case Kind::Boolean:
      return "true or false";
    case Kind::Code:
      return found.field != nullptr ? "one of " + listed(found.field->codes) : "a fixed word";
    case Kind::Time:
      return "a time with a zone such as 2026-11-23T10:00:00Z (RFC 3339)";
    case Kind::List:
      return "a list in square brackets";
    case Kind::Record:
    case Kind::FreeObject:
      return "an object in curly brackets";
    case Kind::Map:
      return "an object from language tag to copy";
    case Kind::Real:
      if (found.field == nullptr) return "a number";
      return "a number from " + number(found.field->min) + " to " + number(found.field->max);
    case Kind::Exact: {
      const bool isNatural = found.field != nullptr && found.field->min == 0;
      return std::string("a whole number of at most 38 digits") + (isNatural ? ", 0 or more" : "");
    }
    case Kind::Free:
      break;
  }
  return "another value";
}

std::string meant(std::string_view got, std::span<const std::string_view> codes) {
  std::string_view best;
  std::size_t least = 3;
  if (got.size() > 64) got = got.substr(0, 64);
  for (const std::string_view code : codes) {
    const std::size_t steps = editDistance(got, code);
    if (steps < least && steps < code.size()) {
      least = steps;
      best = code;
    }
  }
  if (best.empty()) return "Use one of: " + listed(codes) + ".";
  return "Did you mean " + quoted(best) + "?";
}

std::vector<std::string_view> keysOf(const Shape* shape) {
  std::vector<std::string_view> keys;
  if (shape != nullptr) {
    for (const Field& field : shape->fields) keys.push_back(field.key);
  }
  return keys;
}

std::string name(const Found& found) { return found.field != nullptr ? quoted(found.field->key) : "this text"; }

/** How a field depends on another one, as in “amount” when “kind” is fixed. */
std::string condition(const Found& found) {
  if (found.shape == nullptr || found.field == nullptr) return {};
  for (const Only& only : found.shape->only) {
    if (only.field != found.field->key) continue;
    for (const Field& field : found.shape->fields) {
      if (field.key == only.by) return quoted(only.by) + " is " + quoted(field.codes[only.code]);
    }
  }
  return {};
}

}  // namespace

void explain(Fault& fault, const Found& found) {
  const auto say = [&fault](std::string message, std::string hint) {
    fault.message = std::move(message);
    fault.hint = std::move(hint);
  };
  switch (found.why) {
    case Why::Syntax:
      return say("This is not JSON" + (found.got.empty() ? std::string(".") : " at " + quoted(found.got) + "."),
                 "Look just before this place for a missing or spare comma, quote or bracket.");
    case Why::TooLarge:
      return say("This is larger than the limit.", "Split it, or leave out what is not needed here.");
    case Why::TooDeep:
      return say("This is nested deeper than the limit.", "Flatten it.");
    case Why::UnknownKey: {
      const std::vector<std::string_view> keys = keysOf(found.shape);
      return say("There is no key " + quoted(found.got) + " here.", meant(found.got, keys));
    }
    case Why::RepeatedKey:
      return say("The key " + quoted(found.got) + " stands here twice.", "Keep one of them.");
    case Why::MissingKey: {
      const std::string when = condition(found);
      return say("The key " + name(found) + " is missing" + (when.empty() ? "." : ": it is needed when " + when + "."),
                 "Add it with " + wanted(found) + ".");
    }
    case Why::NotHere:
      return say("The key " + name(found) + " has no place here: it is only for when " + condition(found) + ".",
                 "Take it out.");
    case Why::WrongType:
      return say(name(found) + " has the wrong type.", "Write " + wanted(found) + ".");
    case Why::Fractional:
      return say(name(found) + " has a fraction.", "Write " + wanted(found) + ".");
    case Why::Pointed:
      return say(name(found) + " is money and has " +
                     (found.got.find('.') != std::string_view::npos ? "a point: " : "an exponent: ") +
                     quoted(found.got) + ".",
                 moneyHint(found.got, found.currency));
    case Why::OutOfRange:
      return say(name(found) + " is out of range.", "Write " + wanted(found) + ".");
    case Why::BadForm:
      return say(quoted(found.got) + " cannot be read as " + name(found) + ".", "Write " + wanted(found) + ".");
    case Why::UnknownCode:
      return say(quoted(found.got) + " is not a word for " + name(found) + ".",
                 meant(found.got, found.field != nullptr ? found.field->codes : std::span<const std::string_view>{}));
    case Why::Length: {
      const bool element = found.field->kind == Kind::List;
      const Range range = element ? kShortText : Range{found.field->min, found.field->max};
      return say(
          name(found) + " is too " + (codePoints(found.got) > static_cast<std::size_t>(range.max) ? "long." : "short."),
          "Write " + number(range.min) + " to " + number(range.max) + " characters.");
    }
    case Why::Count:
      return say(name(found) + " has too many or too few entries.",
                 "Give " + (found.field->min == found.field->max ? "exactly " : number(found.field->min) + " to ") +
                     number(found.field->max) + ".");
    case Why::KeyNotLocale:
      return say(quoted(found.got) + " is not a language tag.", "Write a language tag such as en or de-AT as the key.");
  }
}

}  // namespace aftermint::codec
