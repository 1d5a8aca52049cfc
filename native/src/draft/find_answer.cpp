#include "draft/find_answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "aftermint/codec.h"
#include "aftermint/text.h"
#include "text.h"

namespace aftermint::draft {
namespace {

/** The most objects with the key “offers” that are decoded, so that a hostile text costs little time. */
constexpr std::size_t kMostObjects = 64;

/** The extent of an object, found by its brackets and quotes. */
struct Extent {
  std::size_t end = 0;       ///< after its last byte, or the end of the text if it does not end
  bool isWhole = false;      ///< it ends with its closing bracket
  bool namesOffers = false;  ///< one of its own keys is “offers”
};

/** The place after the quote that ends a string, or nothing if it does not end on its line. */
std::optional<std::size_t> endOfString(std::string_view text, std::size_t at) {
  for (++at; at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '"') {
      return at + 1;
    } else if (text[at] == '\n') {
      return std::nullopt;  // a JSON string cannot contain it
    }
  }
  return std::nullopt;
}

/** Whether a string may be “offers”. One with escapes may be; the decoder decides. */
bool maySpellOffers(std::string_view letters) {
  return letters == "offers" || letters.find("\\u") != std::string_view::npos;
}

/**
 * Finds the end of an object. It stops if brackets do not match, a string does not end, or the nesting is too deep. So
 * a place is read at most once for each of the few objects around it.
 */
Extent follow(std::string_view text, std::size_t begin) {
  Extent out;
  out.end = text.size();
  std::array<char, kMostAnswerDepth + 1> closing{};
  std::size_t depth = 0;
  for (std::size_t at = begin; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '"') {
      const std::optional<std::size_t> end = endOfString(text, at);
      if (!end) return out;
      const std::size_t next = text.find_first_not_of(" \t\r\n", *end);
      const bool isKey = depth == 1 && next != std::string_view::npos && text[next] == ':';
      if (isKey && maySpellOffers(text.substr(at + 1, *end - at - 2))) out.namesOffers = true;
      at = *end - 1;
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

/** The text up to `end`, with a space for each character before `begin`, so that lines and columns do not change. */
std::string alone(std::string_view text, std::size_t begin, std::size_t end) {
  std::string out;
  out.reserve(end);
  for (const char c : text.substr(0, begin)) {
    if (c == '\n') {
      out += '\n';
    } else if (beginsCodePoint(c)) {
      out += ' ';
    }
  }
  return out.append(text.substr(begin, end - begin));
}

/** Line and column, from 1, of the first character that is not white space. */
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

/** Replaces the messages on syntax: for an answer that was cut off, “a missing bracket” would mislead. */
void sayCutOff(std::vector<Fault>& faults) {
  for (Fault& fault : faults) {
    if (fault.code != ErrorCode::JsonSyntax) continue;
    fault.message = "The answer is cut off, or its brackets or quotes do not match.";
    fault.hint = "Copy the whole answer, or ask the model again.";
  }
}

}  // namespace

FoundAnswer findAnswer(std::string_view text, const std::string& file) {
  if (text.size() > kMostAnswerBytes) {
    throw Unusable(ErrorCode::TooLarge, "The text is larger than 1 MiB.",
                   "Give the answer alone, without the text around it.", file);
  }
  text = withoutMark(text);
  std::optional<std::vector<Fault>> faults;
  std::string faulty;  // the text of the answer with these faults
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
  throw Unusable(ErrorCode::AnswerMissing, "There is no answer in the text: no JSON object has the key “offers”.",
                 "Give everything that the model answered to the prompt.", file);
}

}  // namespace aftermint::draft
