/** @file The host of conditions in the browser: JavaScript itself answers. */
#include <emscripten.h>

#include "aftermint/condition.h"

// The bodies are JavaScript, which the formatter does not read.
// clang-format off

/** 1 and 0 for a match and none, -1 for a pattern that is invalid. Compiled patterns are kept. */
EM_JS(int, aftermintRegexMatch,
      (const char* pattern, std::size_t patternSize, const char* text, std::size_t textSize, bool ignoreCase), {
  var own = aftermintRegexMatch;
  // A decoder of our own: Emscripten's drops a byte order mark and stops at a zero.
  own.decoder = own.decoder || new TextDecoder('utf-8', { ignoreBOM: true });
  own.kept = own.kept || new Map();
  var source = own.decoder.decode(HEAPU8.subarray(pattern, pattern + patternSize));
  var key = (ignoreCase ? 'i' : 'c') + source;
  var regex = own.kept.get(key);
  if (regex === undefined) {
    try {
      regex = new RegExp(source, ignoreCase ? 'i' : undefined);
    } catch (invalid) {
      regex = null;
    }
    if (own.kept.size >= 1000) own.kept.clear();
    own.kept.set(key, regex);
  }
  return regex ? +regex.test(own.decoder.decode(HEAPU8.subarray(text, text + textSize))) : -1;
});

/** Writes `String(number)`, which is ASCII and at most 25 letters, and gives its length. */
EM_JS(std::size_t, aftermintNumberText, (double number, char* out), {
  var text = String(number);
  for (var i = 0; i < text.length; ++i) HEAPU8[out + i] = text.charCodeAt(i);
  return text.length;
});

/** `Number(text)`. */
EM_JS(double, aftermintNumberOf, (const char* text, std::size_t size), {
  return +new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.subarray(text, text + size));
});

// clang-format on

namespace aftermint {
namespace {

class BrowserConditionHost final : public ConditionHost {
 public:
  [[nodiscard]] std::optional<bool> regexMatch(std::string_view pattern, std::string_view text,
                                               bool ignoreCase) const override {
    const int match = aftermintRegexMatch(pattern.data(), pattern.size(), text.data(), text.size(), ignoreCase);
    return match < 0 ? std::nullopt : std::optional<bool>(match != 0);
  }
  [[nodiscard]] std::size_t numberText(double number, std::span<char, kNumberText> out) const override {
    return aftermintNumberText(number, out.data());
  }
  [[nodiscard]] double numberOf(std::string_view text) const override {
    return aftermintNumberOf(text.data(), text.size());
  }
};

}  // namespace

const ConditionHost& platformHost() {
  static const BrowserConditionHost host;
  return host;
}

}  // namespace aftermint
