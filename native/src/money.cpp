#include "money.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <mutex>
#include <utility>

#include "aftermint/currency.h"

namespace aftermint {
namespace {

icu::CurrencyUnit unitOf(std::string_view currency) {
  UErrorCode status = U_ZERO_ERROR;
  icu::CurrencyUnit unit(icu::StringPiece(currency.data(), static_cast<std::int32_t>(currency.size())), status);
  return U_SUCCESS(status) ? unit : icu::CurrencyUnit();
}

/** The formatter for a locale and currency, kept because making one takes about 100 µs. It is immutable. */
const icu::number::LocalizedNumberFormatter& formatterFor(std::string_view currency, std::string_view locale) {
  using Key = std::pair<std::string, std::string>;
  static std::mutex mutex;
  static std::map<Key, icu::number::LocalizedNumberFormatter> formatters;
  const std::lock_guard lock(mutex);
  const Key key(currency, locale);
  if (const auto found = formatters.find(key); found != formatters.end()) return found->second;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale where =
      icu::Locale::forLanguageTag(icu::StringPiece(locale.data(), static_cast<std::int32_t>(locale.size())), status);
  if (U_FAILURE(status)) where = icu::Locale::getRoot();
  return formatters
      .emplace(key, icu::number::NumberFormatter::withLocale(where)
                        .unit(unitOf(currency))
                        .precision(icu::number::Precision::fixedFraction(minorDigits(currency))))
      .first->second;
}

}  // namespace

std::string formatMoney(Minor amount, std::string_view currency, std::string_view locale) {
  // As decimal text, because a double cannot hold every amount.
  const auto digits = static_cast<std::size_t>(minorDigits(currency));
  const bool negative = amount < 0;
  std::string text =
      std::to_string(negative ? 0 - static_cast<std::uint64_t>(amount) : static_cast<std::uint64_t>(amount));
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  if (digits > 0) text.insert(text.size() - digits, ".");
  if (negative) text.insert(0, "-");

  UErrorCode status = U_ZERO_ERROR;
  const auto formatted =
      formatterFor(currency, locale)
          .formatDecimal(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), status);
  std::string out;
  const icu::UnicodeString shown = formatted.toString(status);
  if (U_FAILURE(status)) return text + " " + std::string(currency);
  return shown.toUTF8String(out);
}

}  // namespace aftermint
