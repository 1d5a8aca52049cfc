#include "events/exact_sum.h"

#include <sqlite3.h>

#include <algorithm>

namespace aftermint {
namespace {

/** The state of one sum. SQLite gives zeroed memory, which may not be aligned for 128 bits; so it is copied. */
struct SumState {
  std::uint64_t low;
  std::int64_t high;
};

__extension__ using Wide = unsigned __int128;

Exact valueOf(const SumState& state) {
  return static_cast<Exact>((static_cast<Wide>(static_cast<std::uint64_t>(state.high)) << 64) | state.low);
}

void addProduct(sqlite3_context* context, int count, sqlite3_value** values) {
  Exact product = 1;
  for (int i = 0; i < count; ++i) {
    const int type = sqlite3_value_type(values[i]);
    if (type == SQLITE_NULL) return;
    if (type != SQLITE_INTEGER) return sqlite3_result_error(context, "exact_sum takes integers only", -1);
    product *= sqlite3_value_int64(values[i]);
  }
  auto* state = static_cast<SumState*>(sqlite3_aggregate_context(context, sizeof(SumState)));
  if (state == nullptr) return sqlite3_result_error_nomem(context);
  Exact sum = 0;
  if (__builtin_add_overflow(valueOf(*state), product, &sum)) {
    return sqlite3_result_error(context, "a sum does not fit into 128 bits", -1);
  }
  state->low = static_cast<std::uint64_t>(sum);
  state->high = static_cast<std::int64_t>(sum >> 64);
}

void giveSum(sqlite3_context* context) {
  const auto* state = static_cast<const SumState*>(sqlite3_aggregate_context(context, 0));
  const std::string text = exactText(state == nullptr ? 0 : valueOf(*state));
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

}  // namespace

void addExactSum(Sqlite& db) {
  for (const int arguments : {1, 2}) {
    db.database().createFunction("exact_sum", arguments, true, nullptr, nullptr, addProduct, giveSum);
  }
}

Exact exactOf(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view digits = text.substr(negative ? 1 : 0);
  Exact value = 0;
  bool fits = !digits.empty();
  for (const char digit : digits) {
    fits = fits && digit >= '0' && digit <= '9' && !__builtin_mul_overflow(value, 10, &value);
    const int signedDigit = negative ? '0' - digit : digit - '0';
    fits = fits && !__builtin_add_overflow(value, signedDigit, &value);
  }
  if (!fits) throw StoreError("\"" + std::string(text) + "\" is not a sum");
  return value;
}

std::string exactText(Exact value) {
  std::string text;
  const bool negative = value < 0;
  do {
    const int digit = static_cast<int>(value % 10);
    text.push_back(static_cast<char>('0' + (digit < 0 ? -digit : digit)));
    value /= 10;
  } while (value != 0);
  if (negative) text.push_back('-');
  std::reverse(text.begin(), text.end());
  return text;
}

}  // namespace aftermint
