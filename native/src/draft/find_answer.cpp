#include "draft/find_answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "aftermint/codec.h"
#include "text.h"

namespace aftermint::draft {
namespace {

/** Objects with “offers” that are looked at; beyond it a text is no answer but an attempt at one. */
constexpr std::size_t kMostObjects = 64;

/** How far an object reaches that begins at a bracket, by its brackets and quotes alone. */
struct Extent {
  std::size_t end = 0;       ///< behind its last byte, or of the text where it has no end
  bool isWhole = false;      ///< its bracket is closed
  bool namesOffers = false;  ///< one of its own keys is “offers”
};

/** Behind the quote that ends a text, or nothing where there is none on its line. */
std::optional<std::size_t> behindText(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    } else if (text[at] == '\n') {
      return std::nullopt;  // no JSON text holds one
    }
  }
  return std::nullopt;
}

/** Whether the letters between two quotes may spell “offers”; those with escapes are left to the decoder. */
bool maySpellOffers(std::string_view letters) {
  return letters == "offers" || letters.find("\\u") != std::string_view::npos;
}

/**
 * Follows an object to its end. It stops where brackets do not meet, a text does not end, or it is too deep: so a place
 * is passed over only from the objects around it, and those are few.
 */
Extent follow(std::string_view text, std::size_t begin) {
  Extent out;
  out.end = text.size();
  std::array<char, kMostAnswerDepth + 1> closing{};
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      const std::optional<std::size_t> behind = behindText(text, at);
      if (!behind) return out;
      const std::size_t next = text.find_first_not_of(" \t\r\n", *behind);
      const bool isKey = depth == 1 && next != std::string_view::npos && text[next] == ':';
      if (isKey && maySpellOffers(text.substr(at + 1, *behind - at - 2))) out.namesOffers = true;
      at = *behind - 1;
    } else if (c == '{' || c == '[') {
      if (depth == closing.size()) return out;
      closing[depth++] = c == '{' ? '}' : ']';
    } else if (c == '}' || c == ']') {
      if (closing[depth - 1] != c) return out;
      if (--depth > 0) continue;
      out.end = at + 1;
      out.isWhole = true;
      return out;
    }
  }
  return out;
}

/** The text up to `end`, with a space for each letter before `begin`, so that lines and columns stay. */
std::string alone(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  out.reserve(end);
  for (const char c : text.substr(0, begin)) {
    if (c == '\n') {
      out += '\n';
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      out += ' ';
    }
  }
  return out.append(text.substr(begin, end - begin));
}

std::pair<std::size_t, std::size_t> placeOf(std::string_view padded) {
  const std::string_view before = padded.substr(0, padded.find_first_not_of(" \n"));
  const std::size_t newline = before.rfind('\n');
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          newline == std::string_view::npos ? before.size() + 1 : before.size() - newline};
}

Decoded<Answer> decode(std::string_view text) {
  Limits limits;
  limits.depth = kMostAnswerDepth;
  limits.bytes = kMostAnswerBytes;
  return decodeAnswer(text, limits);
}

/** Tells of an answer that was cut off in words that fit it, since “a missing bracket” is the least of it. */
void sayCutOff(std::vector<Fault>& faults) {
  for (Fault& fault : faults) {
    if (fault.code != ErrorCode::JsonSyntax) continue;
    fault.message = "The answer ends before it is whole, or its brackets and quotes do not meet.";
    fault.hint = "Copy the whole answer, or ask for it again.";
  }
}

}  // namespace

FoundAnswer findAnswer(std::string_view text, const std::string& file) {
  if (text.size() > kMostAnswerBytes) {
    throw Unusable(ErrorCode::TooLarge, "This is larger than an answer may be, 1 MiB.",
                   "Give the answer alone, without the talk around it.", file);
  }
  text = withoutMark(text);
  std::optional<std::vector<Fault>> faults;
  std::string faulty;  // the text that they are in
  std::size_t objects = 0;
  for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
    const Extent extent = follow(text, at);
    if (!extent.namesOffers || (!extent.isWhole && faults)) continue;
    if (++objects > kMostObjects) break;
    std::string padded = alone(text, at, extent.end);
    Decoded<Answer> decoded = decode(padded);
    if (decoded) {
      const auto [line, column] = placeOf(padded);
      return {std::move(*decoded.value), std::move(padded), line, column};
    }
    if (!extent.isWhole) sayCutOff(decoded.faults);
    if (faults) continue;
    faults = std::move(decoded.faults);
    faulty = std::move(padded);
  }
  if (faults) throw FaultyAnswer(std::move(*faults), file, std::move(faulty));
  throw Unusable(ErrorCode::AnswerMissing, "There is no answer in it: no JSON object with “offers”.",
                 "Give what the model wrote to `aftermint prompt`, whole.", file);
}

}  // namespace aftermint::draft
