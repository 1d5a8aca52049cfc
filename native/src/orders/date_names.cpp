#include "orders/date_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text.h"

namespace aftermint::orders {
namespace {

constexpr std::array kLanguages = {"en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da", "nb", "fi", "cs", "tr"};

/** Normalizes a word: lower case, without accents and points. */
std::string keyOf(std::string_view word) {
  std::string key = folded(word);
  std::erase(key, '.');
  return key;
}

struct DateNames {
  std::unordered_map<std::string, int> months;
  std::unordered_set<std::string> weekdays;

  DateNames() {
    for (const char* language : kLanguages) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::DateFormatSymbols symbols(icu::Locale(language), status);
      if (U_FAILURE(status)) continue;  // ICU has no data for this language
      for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
          add(symbols, context, width);
        }
      }
    }
    months.emplace("sept", 9);
  }

  void add(const icu::DateFormatSymbols& symbols, icu::DateFormatSymbols::DtContextType context,
           icu::DateFormatSymbols::DtWidthType width) {
    std::int32_t count = 0;
    const icu::UnicodeString* names = symbols.getMonths(count, context, width);
    for (std::int32_t i = 0; i < count && i < 12; ++i) months.emplace(text(names[i]), i + 1);
    names = symbols.getWeekdays(count, context, width);
    for (std::int32_t i = 0; i < count; ++i) weekdays.insert(text(names[i]));
  }

  static std::string text(const icu::UnicodeString& name) {
    std::string utf8;
    return keyOf(name.toUTF8String(utf8));
  }
};

const DateNames& dateNames() {
  static const DateNames all;
  return all;
}

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list) {
  const std::string key = lowered(word);
  return std::find(list.begin(), list.end(), key) != list.end();
}

}  // namespace

int monthOf(std::string_view word) {
  const std::string key = keyOf(word);
  const auto found = dateNames().months.find(key);
  return key.empty() || found == dateNames().months.end() ? 0 : found->second;
}

bool isWeekday(std::string_view word) { return dateNames().weekdays.contains(keyOf(word)); }

bool isDateFiller(std::string_view word) {
  constexpr std::array<std::string_view, 9> kFillers = {"st", "nd", "rd", "th", "of", "de", "del", "den", "er"};
  return isOneOf(word, kFillers);
}

bool isClockFiller(std::string_view word) {
  constexpr std::array<std::string_view, 8> kFillers = {"t", "at", "um", "uhr", "om", "alle", "kl", "\u00E0"};
  return isOneOf(word, kFillers);
}

std::optional<int> offsetOf(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, int>, 36> kZones = {
      {{"z", 0},      {"utc", 0},    {"gmt", 0},    {"wet", 0},     {"west", 60},   {"bst", 60},
       {"cet", 60},   {"mez", 60},   {"cest", 120}, {"mesz", 120},  {"eet", 120},   {"eest", 180},
       {"msk", 180},  {"sast", 120}, {"ist", 330},  {"sgt", 480},   {"hkt", 480},   {"awst", 480},
       {"jst", 540},  {"kst", 540},  {"acst", 570}, {"aest", 600},  {"aedt", 660},  {"nzst", 720},
       {"nzdt", 780}, {"est", -300}, {"edt", -240}, {"cst", -360},  {"cdt", -300},  {"mst", -420},
       {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480}, {"hst", -600}}};
  const std::string key = lowered(name);
  const auto found = std::find_if(kZones.begin(), kZones.end(), [&](const auto& zone) { return zone.first == key; });
  if (found == kZones.end()) return std::nullopt;
  return found->second;
}

}  // namespace aftermint::orders
