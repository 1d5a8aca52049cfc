#include "pay/sandbox.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ids.h"

namespace aftermint {
namespace {

constexpr Millis kSettlesAfter = 2000;

constexpr const char* kSchema = R"sql(
CREATE TABLE sandbox_charges (
  key       TEXT PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  amount    INTEGER NOT NULL CHECK (amount >= 0),
  currency  TEXT NOT NULL,
  method    TEXT NOT NULL,
  again     INTEGER NOT NULL,
  first     INTEGER NOT NULL,
  state     INTEGER NOT NULL,
  settles   INTEGER NOT NULL
);
CREATE INDEX sandbox_charges_by_reference ON sandbox_charges (reference);
)sql";

constexpr const char* kColumns =
    "SELECT id, state, amount, currency, reference, first, method, again FROM sandbox_charges ";
const std::string kByKey = std::string(kColumns) + "WHERE key = ?";
const std::string kById = std::string(kColumns) + "WHERE id = ?";

constexpr std::array<TestCard, 6> kCards = {{
    {"ok", "Visa ending 4242"},
    {"ok_then_action", "Visa ending 3220 – the bank asks before a second payment"},
    {"ok_then_declined", "Visa ending 0341 – a second payment is declined"},
    {"ok_then_processing", "Visa ending 7726 – a second payment takes a moment"},
    {"ok_once", "Bank transfer – cannot be charged again"},
    {"declined", "Visa ending 0002 – declined"},
}};

ChargeState outcome(const std::string& method, bool again) {
  if (method == "declined") return ChargeState::Declined;
  if (!again) return ChargeState::Succeeded;
  if (method == "ok_then_action") return ChargeState::RequiresAction;
  if (method == "ok_then_processing") return ChargeState::Processing;
  return method == "ok" ? ChargeState::Succeeded : ChargeState::Declined;
}

Charge readCharge(SQLite::Statement& row) {
  Charge charge;
  charge.id = row.getColumn(0).getString();
  charge.state = static_cast<ChargeState>(row.getColumn(1).getInt());
  charge.amount = row.getColumn(2).getInt64();
  charge.currency = row.getColumn(3).getString();
  charge.reference = row.getColumn(4).getString();
  return charge;
}

std::optional<Charge> readOne(SQLite::Statement& row) {
  std::optional<Charge> charge;
  if (row.executeStep()) charge = readCharge(row);
  row.reset();
  return charge;
}

/** Runs a ledger operation; a ledger that fails leaves the outcome unknown to the caller, as a lost answer would. */
template <class Operation>
auto guarded(std::mutex& mutex, const Operation& operation) {
  const std::lock_guard lock(mutex);
  try {
    return operation();
  } catch (const SQLite::Exception& error) {
    throw PaymentUnknown(std::string("the sandbox's ledger fails: ") + error.what());
  }
}

}  // namespace

std::span<const TestCard> testCards() { return kCards; }

Sandbox::Sandbox(const std::string& path, Clock clock) : db_(path, "sandbox", {kSchema}), clock_(std::move(clock)) {}

Charge Sandbox::charge(const ChargeRequest& request) {
  if (request.key.empty() || request.key.size() > 255)
    throw PaymentKeyReused("an idempotency key has 1 to 255 characters");
  return guarded(mutex_, [&] {
    WriteTransaction transaction(db_);
    SQLite::Statement& row = db_.query(kByKey.c_str(), request.key);
    if (row.executeStep()) {
      Charge saved = readCharge(row);
      saved.state = static_cast<ChargeState>(row.getColumn(5).getInt());
      const bool same = saved.amount == request.amount && saved.currency == request.currency &&
                        saved.reference == request.reference && row.getColumn(6).getString() == request.method &&
                        (row.getColumn(7).getInt() != 0) == request.again;
      row.reset();
      if (!same) throw PaymentKeyReused("idempotency key " + request.key + " was used with other parameters");
      return saved;
    }
    row.reset();
    Charge made{"ch_" + randomId(), outcome(request.method, request.again), request.amount, request.currency,
                request.reference};
    const int state = static_cast<int>(made.state);
    db_.run("INSERT INTO sandbox_charges VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", request.key, made.id, made.reference,
            made.amount, made.currency, request.method, request.again ? 1 : 0, state, state, clock_() + kSettlesAfter);
    transaction.commit();
    return made;
  });
}

std::optional<Charge> Sandbox::find(const std::string& key) {
  return guarded(mutex_, [&] {
    settle();
    return readOne(db_.query(kByKey.c_str(), key));
  });
}

Charge Sandbox::refund(const std::string& charge) {
  return guarded(mutex_, [&] {
    db_.run("UPDATE sandbox_charges SET state = ? WHERE id = ? AND state = ?", static_cast<int>(ChargeState::Refunded),
            charge, static_cast<int>(ChargeState::Succeeded));
    const std::optional<Charge> now = readOne(db_.query(kById.c_str(), charge));
    if (!now || now->state != ChargeState::Refunded) throw PaymentUnknown("charge " + charge + " cannot be refunded");
    return *now;
  });
}

bool Sandbox::chargesAgain(const std::string& method) const { return method != "ok_once"; }

std::optional<Charge> Sandbox::charged(const std::string& id) {
  return guarded(mutex_, [&] { return readOne(db_.query(kById.c_str(), id)); });
}

std::optional<Charge> Sandbox::answerBank(const std::string& id, bool confirmed) {
  return guarded(mutex_, [&] {
    const ChargeState answer = confirmed ? ChargeState::Succeeded : ChargeState::Declined;
    db_.run("UPDATE sandbox_charges SET state = ? WHERE id = ? AND state = ?", static_cast<int>(answer), id,
            static_cast<int>(ChargeState::RequiresAction));
    return readOne(db_.query(kById.c_str(), id));
  });
}

std::int64_t Sandbox::succeededCharges(const std::string& reference) {
  return guarded(mutex_, [&] {
    SQLite::Statement& row = db_.query("SELECT count(*) FROM sandbox_charges WHERE reference = ? AND state = ?",
                                       reference, static_cast<int>(ChargeState::Succeeded));
    row.executeStep();
    const std::int64_t count = row.getColumn(0).getInt64();
    row.reset();
    return count;
  });
}

void Sandbox::settle() {
  db_.run("UPDATE sandbox_charges SET state = ? WHERE state = ? AND settles <= ?",
          static_cast<int>(ChargeState::Succeeded), static_cast<int>(ChargeState::Processing), clock_());
}

}  // namespace aftermint
