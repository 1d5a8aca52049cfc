/** @file The host of conditions in wasm: it asks JavaScript. */
#include "aftermint/decision_host.h"
#include "host.h"

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

const ConditionHost& decisionHost() { return platformHost(); }

}  // namespace aftermint
