/** @file Explains why a text is not JSON. */
#include "faults/syntax_text.h"

#include <algorithm>
#include <array>

#include "aftermint/text.h"
#include "codec/scalars.h"
#include "faults/syntax_walk.h"

namespace aftermint::codec {
namespace {

using std::string;
using std::string_view;

constexpr string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr string_view kBlanks = " \t\r\n";

bool isWordLetter(char c) {
  return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

string hex(unsigned value, int least) {
  string out;
  for (; value != 0 || least > 0; value >>= 4, --least) out.insert(out.begin(), "0123456789ABCDEF"[value & 15]);
  return out;
}

char32_t decoded(string_view letter) {
  const auto lead = static_cast<unsigned char>(letter[0]);
  char32_t point = letter.size() == 1 ? lead : lead & (0x7Fu >> letter.size());
  for (const char c : letter.substr(1)) point = point << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
  return point;
}

string lineOf(string_view text, std::size_t at) {
  return std::to_string(1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

template <std::size_t N>
bool isOneOf(char32_t point, const char32_t (&points)[N]) {
  return std::find(std::begin(points), std::end(points), point) != std::end(points);
}

bool isQuote(char32_t point) {
  return (point >= 0x2018 && point <= 0x201F) ||
         isOneOf(point, {U'«', U'»', U'‹', U'›', U'′', U'″', U'「', U'」', U'『', U'』', U'〝', U'〞', U'\uFF02',
                         U'\uFF07', U'´'});
}

bool isSpace(char32_t point) {
  return (point >= 0x2000 && point <= 0x200A) ||
         isOneOf(point, {0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000});
}

bool isInvisible(char32_t point) {
  return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0xAD || point == 0x061C;
}

bool isCurrencySign(char32_t point) {
  return point == '$' || (point >= 0xA2 && point <= 0xA5) || (point >= 0x20A0 && point <= 0x20CF) || point == 0xFFE1 ||
         point == 0xFFE5;
}

/** A character outside of ASCII that is not allowed here. */
Named namedLetter(string_view text, std::size_t at) {
  const std::size_t length = pointAt(text, at);
  if (length == 0) {
    return {"a byte that is not UTF-8 (0x" + hex(static_cast<unsigned char>(text[at]), 2) + ")",
            "Save the file as UTF-8: it is in another encoding, such as Windows-1252 or ISO 8859-1."};
  }
  const string_view letter = text.substr(at, length);
  const char32_t point = decoded(letter);
  const string code = " (U+" + hex(point, 4) + ")";
  if (point == 0xA0 || point == 0x202F) return {"a no-break space" + code, "Write a plain space in its place."};
  if (isSpace(point)) return {"a space that JSON does not have" + code, "Write a plain space in its place."};
  if (isInvisible(point)) return {"an invisible character" + code, "Delete it; an editor may show nothing there."};
  if (isQuote(point)) return {"a typographic quote" + code, "Write straight quotes: \"."};
  if (isCurrencySign(point)) return {"a currency sign", "Write the number of minor units alone."};
  if (point == 0x2026) return {"an ellipsis" + code, "Write out what it stands for, or delete it."};
  if (point == 0x2212 || (point >= 0x2010 && point <= 0x2015)) return {"a dash that is no minus" + code, "Write -."};
  if (isOneOf(point, {U'，', U'、', U'،', U'：', U'；', U'｛', U'｝', U'［', U'］'})) {
    return {"a full-width or foreign mark" + code, "Write the ASCII mark: one of , : { } [ ]."};
  }
  return {"a word without quotes", "Put keys and texts in straight quotes."};
}

/** A text that is wrong before its closing quote. */
Named namedInText(string_view text, const Stop& stop) {
  const char c = text[stop.inside];
  const string_view read = text.substr(stop.at, stop.inside - stop.at);
  bool hasQuote = false;
  for (std::size_t at = 0; at < read.size();) {
    const std::size_t length = pointAt(text, stop.at + at);
    if (length == 0) return namedLetter(text, stop.at + at);
    hasQuote = hasQuote || isQuote(decoded(read.substr(at, length)));
    at += length;
  }
  if (hasQuote && (c == '\n' || c == '\r')) {
    return {"a text without a closing quote; it has a typographic one", "Write straight quotes: \"."};
  }
  if (c == '\n' || c == '\r') {
    return {"a line break within a text, or a text without a closing quote",
            "Close the text with a quote, or write \\n for a line break."};
  }
  if (c == '\t') return {"a tab within a text", "Write \\t for a tab within a text."};
  if (static_cast<unsigned char>(c) < 0x20) {
    return {"a control character within a text (U+" + hex(static_cast<unsigned char>(c), 4) + ")", "Delete it."};
  }
  if (read.ends_with('\\')) {
    return {"a backslash with “" + string(text.substr(stop.inside, pointAt(text, stop.inside))) + "” behind it",
            "Write \\\\ for a backslash; alone it stands only before \" \\ / b f n r t u."};
  }
  return {"an escape that names no character",
          "Behind \\u write four hexadecimal digits; of a pair write both halves."};
}

string lower(string_view word) {
  string out(word);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return out;
}

bool isAmong(string_view word, std::initializer_list<string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

string quotedWord(string_view word) {
  const string_view shown = beginningOf(word, 40);
  return "“" + string(shown) + (shown.size() < word.size() ? "…”" : "”");
}

/** A word without quotes that begins with an ASCII letter. */
Named namedWord(string_view text, const Stop& stop) {
  std::size_t end = stop.at;
  while (end < text.size() && isWordLetter(text[end]) &&
         (static_cast<unsigned char>(text[end]) < 0x80 || pointAt(text, end) > 0)) {
    end += pointAt(text, end);
  }
  const string_view word = text.substr(stop.at, end - stop.at);
  const string small = lower(word);
  const bool isBehindDigit = stop.expect >= Expect::Comma && stop.at > 0 && isDigit(text[stop.at - 1]);
  if (isBehindDigit) {
    if (small[0] == 'x' || small[0] == 'b' || small[0] == 'o')
      return {"a number that is not decimal", "Write it in decimal digits."};
    return {"letters behind a number", "Write the digits alone, or the whole in quotes."};
  }
  const std::size_t next = text.find_first_not_of(kBlanks, end);
  const bool isKey = next != string_view::npos && text[next] == ':';
  if (isKey && stop.expect != Expect::Colon) {
    const string what = "the key " + quotedWord(word) + " without quotes";
    if (stop.expect == Expect::Comma)
      return {what + " and without a comma before it", "Write , and \"" + string(word) + "\"."};
    return {what, "Write \"" + string(word) + "\"."};
  }
  if (isAmong(small, {"nan", "infinity", "inf"})) {
    return {quotedWord(word) + ", which is no number of JSON", "Write a number, or leave the key out."};
  }
  if (isAmong(small, {"none", "nil", "undefined", "null"})) {
    return {quotedWord(word) + " in place of null", "Write null, or leave the key out."};
  }
  if (isAmong(small, {"true", "false"})) return {quotedWord(word) + " in capitals", "Write " + small + "."};
  if (stop.expect == Expect::Value && stop.open.empty() &&
      isAmong(small, {"const", "let", "var", "export", "module", "import", "return", "window"})) {
    return {"a program in JavaScript", "Keep only the object itself, its keys in quotes."};
  }
  if (stop.expect == Expect::Comma || stop.expect == Expect::Colon) {
    return {"a word without quotes, or a quote within a text", "Write \\\" for a quote within a text."};
  }
  return {quotedWord(word) + " without quotes", "Put texts in straight quotes."};
}

/** A bracket, comma or colon where something else was expected. */
Named namedMark(string_view text, const Stop& stop) {
  const char c = text[stop.at];
  const bool isClosing = c == '}' || c == ']';
  if (isClosing && !stop.open.empty()) {
    const OpenBracket& open = stop.open.back();
    const bool fits = (c == '}') == (open.letter == '{');
    if (stop.expect == Expect::Key || stop.expect == Expect::Element) {
      return {"a comma before the closing bracket", "Delete the comma before this bracket."};
    }
    if (stop.expect == Expect::Value || stop.expect == Expect::Colon) {
      return {"a key without a value", "Write a colon and a value behind the key."};
    }
    if (!fits) {
      return {string("a closing ") + c + " where the " + open.letter + " of line " + lineOf(text, open.at) + " is open",
              string("Close it with ") + (open.letter == '{' ? '}' : ']') + "."};
    }
  }
  if (isClosing) return {"a closing bracket that closes nothing", "Delete it, or open it before."};
  if (c == ':') {
    if (stop.expect == Expect::Comma && stop.open.back().letter == '[') {
      return {"a key in a list", "Put keys and their values in curly brackets."};
    }
    return {"a colon too many", "Delete it, or write the key before it."};
  }
  if (stop.expect == Expect::Colon) return {"a key without a value", "Write a colon and a value behind the key."};
  return {"a comma too many", "Delete it, or write what is missing before it."};
}

/** The beginning of a value or a key where something else was expected. */
Named namedValue(string_view text, const Stop& stop) {
  const char c = text[stop.at];
  switch (stop.expect) {
    case Expect::Colon:
      return {"no colon behind a key", "Write a colon between the key and its value."};
    case Expect::Comma:
      if (isDigit(c) && isDigit(text[stop.at - 1]))
        return {"a number that begins with a zero", "Write it without the zero."};
      return {"no comma between two values", "Write a comma before it."};
    case Expect::FirstKey:
    case Expect::Key:
      if (isDigit(c) && stop.expect == Expect::Key) {
        return {"a comma within a number, or a key without quotes",
                "Write numbers in digits alone, and keys in straight quotes."};
      }
      return {"no key", "Write a key in straight quotes and a colon before the value."};
    default:
      if (isDigit(c) && stop.at > 0 && isDigit(text[stop.at - 1])) {
        return {"a number that begins with a zero", "Write it without the zero."};
      }
      return {"more than one value", "Put them in one list, in square brackets with commas."};
  }
}

/** Names the token at a place by its first character. */
Named namedAt(string_view text, const Stop& stop) {
  const char c = text[stop.at];
  const string_view rest = text.substr(stop.at);
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x80) return namedLetter(text, stop.at);
  if (rest.starts_with("//") || rest.starts_with("/*") || c == '#' || rest.starts_with("<!--")) {
    return {"a comment", "JSON has no comments: delete it."};
  }
  if (c == '\'' || c == '`') return {"a text in single quotes", "Write straight double quotes: \"."};
  if (c == '<' && stop.open.empty()) return {"HTML or XML", "Check the file's name, or the address it came from."};
  if (c == ',' || c == ':' || c == '}' || c == ']') return namedMark(text, stop);
  if (c == '$' && rest.size() > 1 && isDigit(rest[1]))
    return {"a currency sign", "Write the number of minor units alone."};
  if (c == '%') return {"a percent sign", "Write the number alone."};
  if (c == '=') return {"an equals sign", "Write a colon between the key and its value."};
  if (c == ';') return {"a semicolon", "Write a comma, or nothing behind the last value."};
  if (c == '+') return {"a plus sign", "Write the number without it."};
  if (rest.starts_with("...")) return {"an ellipsis", "Write out what it stands for, or delete it."};
  if (c == '.') return {"a point without a digit before it", "Write a digit before the point, such as 0.5."};
  if (c == '\\') return {"a backslash outside of a text", "Delete it: only within a text may one stand."};
  if (c == '"' || c == '{' || c == '[' || c == '-' || isDigit(c)) return namedValue(text, stop);
  if (byte < 0x20 || byte == 0x7F) return {"a control character (U+" + hex(byte, 4) + ")", "Delete it."};
  if (isWordLetter(c)) return namedWord(text, stop);
  return {};
}

/** What is wrong within a token that is allowed here. */
Named namedInside(string_view text, const Stop& stop) {
  const char first = text[stop.at];
  if (pointAt(text, stop.inside) == 0) return namedLetter(text, stop.inside);
  if (first == '"') return namedInText(text, stop);
  if (first != '-' && !isDigit(first)) return namedWord(text, stop);
  const string_view behind = text.substr(stop.inside);
  if (first == '-' && stop.inside == stop.at + 1) {
    if (lower(behind.substr(0, 3)) == "inf")
      return {"“-Infinity”, which is no number of JSON", "Write a number, or leave the key out."};
    if (behind[0] == '-') return {"a comment or a list mark", "JSON has neither: delete it."};
  }
  return {"a number that is not whole", "Write a digit before and behind the point, and behind the e."};
}

/** A text that ends before a bracket or quote is closed. */
Named namedEnd(string_view text, const Stop& stop) {
  if (stop.at < text.size() && text[stop.at] == '"') {
    return {"the end of the file within the text that begins in line " + lineOf(text, stop.at),
            "Close the text with a quote. Is the file whole?"};
  }
  if (stop.open.empty()) return {"the end of the file within a value", "Is the file whole?"};
  const OpenBracket& open = stop.open.back();
  return {string("the end of the file while the ") + open.letter + " of line " + lineOf(text, open.at) + " is open",
          string("Close it with ") + (open.letter == '{' ? '}' : ']') + ". Is the file whole?"};
}

/** An encoding or a file format that the first bytes reveal. */
Named namedWhole(string_view text) {
  const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0xAAu; };
  const std::array first{byte(0), byte(1), byte(2), byte(3)};
  const auto starts = [&first](unsigned a, unsigned b, unsigned c, unsigned d) {
    return first == std::array{a, b, c, d};
  };
  const bool isNul[] = {first[0] == 0, first[1] == 0, first[2] == 0, first[3] == 0};
  const int nuls = isNul[0] + isNul[1] + isNul[2] + isNul[3];
  if (starts(0xFF, 0xFE, 0, 0) || starts(0, 0, 0xFE, 0xFF) || (nuls == 3 && (!isNul[0] || !isNul[3]))) {
    return {"text in UTF-32", "Save the file as UTF-8.", true};
  }
  const bool isAlternating = nuls == 2 && isNul[0] == isNul[2];
  if ((first[0] == 0xFF && first[1] == 0xFE) || (first[0] == 0xFE && first[1] == 0xFF) || isAlternating) {
    return {"text in UTF-16", "Save the file as UTF-8.", true};
  }
  if (first[0] == 0x1F && first[1] == 0x8B) return {"a file compressed by gzip", "Unpack it first.", true};
  if (text.starts_with("PK\x03\x04")) return {"a ZIP archive", "Unpack it first.", true};
  if (text.starts_with(kUtf8Mark)) text.remove_prefix(kUtf8Mark.size());
  if (text.find_first_not_of(kBlanks) == string_view::npos) {
    return {"the text is empty", "Check that the file is the right one and that it was saved.", true};
  }
  return {};
}

}  // namespace

std::size_t pointAt(std::string_view text, std::size_t at) {
  const auto byte = [&text, at](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  const unsigned least = lead == 0xE0 ? 0xA0u : lead == 0xF0 ? 0x90u : 0x80u;
  const unsigned most = lead == 0xED ? 0x9Fu : lead == 0xF4 ? 0x8Fu : 0xBFu;
  if (length == 0 || byte(1) < least || byte(1) > most) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if (beginsCodePoint(static_cast<char>(byte(i)))) return 0;
  }
  return length;
}

Named nameSyntaxFault(std::string_view text) {
  if (Named whole = namedWhole(text); whole.isWhole) return whole;
  const Stop stop = walkSyntax(text);
  if (stop.isTooLarge) return {"a number beyond every limit", "Write a smaller number."};
  if (stop.inside >= text.size()) return namedEnd(text, stop);
  return stop.inside > stop.at ? namedInside(text, stop) : namedAt(text, stop);
}

}  // namespace aftermint::codec
