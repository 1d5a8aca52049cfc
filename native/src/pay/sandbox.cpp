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

/** States as codes instead of numbers. */
constexpr const char* kStateCodes = R"sql(
ALTER TABLE sandbox_charges ADD COLUMN state_code TEXT NOT NULL DEFAULT 'succeeded'
  CHECK (state_code IN ('succeeded', 'declined', 'requires_action', 'processing', 'refunded'));
ALTER TABLE sandbox_charges ADD COLUMN first_code TEXT NOT NULL DEFAULT 'succeeded'
  CHECK (first_code IN ('succeeded', 'declined', 'requires_action', 'processing', 'refunded'));
UPDATE sandbox_charges SET
  state_code = CASE state WHEN 0 THEN 'succeeded' WHEN 1 THEN 'declined' WHEN 2 THEN 'requires_action'
                          WHEN 3 THEN 'processing' WHEN 4 THEN 'refunded' END,
  first_code = CASE first WHEN 0 THEN 'succeeded' WHEN 1 THEN 'declined' WHEN 2 THEN 'requires_action'
                          WHEN 3 THEN 'processing' WHEN 4 THEN 'refunded' END;
ALTER TABLE sandbox_charges DROP COLUMN state;
ALTER TABLE sandbox_charges DROP COLUMN first;
ALTER TABLE sandbox_charges RENAME COLUMN state_code TO state;
ALTER TABLE sandbox_charges RENAME COLUMN first_code TO first;
)sql";

/** When a charge was made, so that charges can be listed. */
constexpr const char* kCreated = R"sql(
ALTER TABLE sandbox_charges ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
UPDATE sandbox_charges SET created = settles - 2000;
CREATE INDEX sandbox_charges_by_time ON sandbox_charges (created);
)sql";

constexpr std::array kSteps = {kSchema, kStateCodes, kCreated};

constexpr const char* kByKey = "SELECT * FROM sandbox_charges WHERE key = ?";
constexpr const char* kById = "SELECT * FROM sandbox_charges WHERE id = ?";

ChargeState parseState(std::string_view code) {
  const auto* const found = std::find(kChargeStateCodes.begin(), kChargeStateCodes.end(), code);
  if (found == kChargeStateCodes.end()) {
    throw PaymentUnknown("the sandbox's ledger has the unknown state \"" + std::string(code) + "\"");
  }
  return static_cast<ChargeState>(found - kChargeStateCodes.begin());
}

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
  return method.empty() || method == "ok" ? ChargeState::Succeeded : ChargeState::Declined;
}

Charge readCharge(SQLite::Statement& row) {
  Charge charge;
  charge.id = row.getColumn("id").getString();
  charge.state = parseState(row.getColumn("state").getString());
  charge.amount = row.getColumn("amount").getInt64();
  charge.currency = row.getColumn("currency").getString();
  charge.reference = row.getColumn("reference").getString();
  return charge;
}

std::optional<Charge> readOne(SQLite::Statement& row) {
  std::optional<Charge> charge;
  if (row.executeStep()) charge = readCharge(row);
  row.reset();
  return charge;
}

/** Runs an operation on the ledger. If the ledger fails, the outcome is unknown, as with a lost answer. */
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

Sandbox::Sandbox(const std::string& path, Clock clock) : db_(path, {{"sandbox", kSteps}}), clock_(std::move(clock)) {}

Charge Sandbox::charge(const ChargeRequest& request) {
  if (request.key.empty() || request.key.size() > 255)
    throw PaymentKeyReused("an idempotency key has 1 to 255 characters");
  return guarded(mutex_, [&] {
    WriteTransaction transaction(db_);
    SQLite::Statement& row = db_.query(kByKey, request.key);
    if (row.executeStep()) {
      Charge saved = readCharge(row);
      saved.state = parseState(row.getColumn("first").getString());
      const bool same = saved.amount == request.amount && saved.currency == request.currency &&
                        saved.reference == request.reference && row.getColumn("method").getString() == request.method &&
                        (row.getColumn("again").getInt() != 0) == request.again;
      row.reset();
      if (!same) throw PaymentKeyReused("idempotency key " + request.key + " was used with other parameters");
      return saved;
    }
    row.reset();
    Charge made{"ch_" + randomId(), outcome(request.method, request.again), request.amount, request.currency,
                request.reference};
    const std::string_view state = toString(made.state);
    const Millis now = clock_();
    db_.run(
        "INSERT INTO sandbox_charges (key, id, reference, amount, currency, method, again, first, state, settles, "
        "created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        request.key, made.id, made.reference, made.amount, made.currency, request.method, request.again ? 1 : 0, state,
        state, now + kSettlesAfter, now);
    transaction.commit();
    return made;
  });
}

std::optional<Charge> Sandbox::find(const std::string& key) {
  return guarded(mutex_, [&] {
    settle();
    return readOne(db_.query(kByKey, key));
  });
}

Charge Sandbox::refund(const std::string& charge) {
  return guarded(mutex_, [&] {
    db_.run("UPDATE sandbox_charges SET state = ? WHERE id = ? AND state = ?", toString(ChargeState::Refunded), charge,
            toString(ChargeState::Succeeded));
    const std::optional<Charge> now = readOne(db_.query(kById, charge));
    if (!now || now->state != ChargeState::Refunded) throw PaymentUnknown("charge " + charge + " cannot be refunded");
    return *now;
  });
}

std::optional<std::vector<ListedCharge>> Sandbox::listSince(Millis since) {
  return guarded(mutex_, [&] {
    settle();
    std::vector<ListedCharge> listed;
    SQLite::Statement& rows =
        db_.query("SELECT * FROM sandbox_charges WHERE created >= ? ORDER BY created, rowid", since);
    while (rows.executeStep()) listed.push_back({rows.getColumn("key").getString(), readCharge(rows)});
    rows.reset();
    return std::optional(std::move(listed));
  });
}

std::string Sandbox::actionUrl(const std::string& charge) const { return "/bank/" + charge; }

bool Sandbox::chargesAgain(const std::string& method) const { return method != "ok_once"; }

std::optional<Charge> Sandbox::charged(const std::string& id) {
  return guarded(mutex_, [&] { return readOne(db_.query(kById, id)); });
}

std::optional<Charge> Sandbox::answerBank(const std::string& id, bool confirmed) {
  return guarded(mutex_, [&] {
    const ChargeState answer = confirmed ? ChargeState::Succeeded : ChargeState::Declined;
    db_.run("UPDATE sandbox_charges SET state = ? WHERE id = ? AND state = ?", toString(answer), id,
            toString(ChargeState::RequiresAction));
    return readOne(db_.query(kById, id));
  });
}

std::int64_t Sandbox::succeededCharges(const std::string& reference) {
  return guarded(mutex_, [&] {
    SQLite::Statement& row =
        db_.query("SELECT count(*) AS charges FROM sandbox_charges WHERE reference = ? AND state = ?", reference,
                  toString(ChargeState::Succeeded));
    row.executeStep();
    const std::int64_t count = row.getColumn("charges").getInt64();
    row.reset();
    return count;
  });
}

void Sandbox::settle() {
  db_.run("UPDATE sandbox_charges SET state = ? WHERE state = ? AND settles <= ?", toString(ChargeState::Succeeded),
          toString(ChargeState::Processing), clock_());
}

}  // namespace aftermint
