/** @file `aftermint outcomes`: orders and refunds from files, as events of the shop's server. */
#include <functional>
#include <memory>
#include <optional>

#include "aftermint/currency.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/order_options.h"
#include "cli/order_report.h"
#include "cli/output.h"
#include "cli/skipped_log.h"
#include "clock.h"
#include "events/event_json.h"
#include "json.h"
#include "money.h"
#include "outcomes/refund_file.h"
#include "outcomes/store_outcomes.h"

namespace aftermint::cli {
namespace {

using outcomes::FileOutcomes;
using outcomes::RefundFileRead;
using outcomes::StoredOutcomes;

struct OutcomesCall {
  std::string orders, refunds, refundColumns, store, currency;
  OrderOptions reading;
  bool customerIsVisitor = false, dryRun = false, drop = false;
};

/** What the files say. */
struct Said {
  std::optional<orders::OrderFileRead> orders;
  std::optional<RefundFileRead> refunds;
  FileOutcomes outcomes;
};

/** The store's currency, or the one that was given; both if they are equal. */
std::string currencyFor(const OutcomesCall& call, const std::string& stored) {
  if (!call.currency.empty() && !isKnownCurrency(call.currency)) {
    throw Unusable(ErrorCode::Usage, "\"" + call.currency + "\" is not an ISO 4217 currency", "Use a code like EUR.");
  }
  if (stored.empty() && call.currency.empty()) {
    throw Unusable(ErrorCode::Usage, "the store has no currency yet", "Give the currency of the file: --currency EUR.");
  }
  if (!stored.empty() && !call.currency.empty() && stored != call.currency) {
    throw Unusable(ErrorCode::Usage, "the store counts in " + stored + ", and --currency is " + call.currency,
                   "Amounts of two currencies cannot be added. Use a store for each currency.", call.store);
  }
  return stored.empty() ? call.currency : stored;
}

/** A visitor id must not be personal data. */
void refuseAddresses(const FileOutcomes& outcomes, const std::string& path) {
  for (const outcomes::FileOrder& order : outcomes.orders) {
    if (order.customer.find('@') == std::string::npos) continue;
    throw Unusable(ErrorCode::TableSchema, "the customers of order " + order.order + " are e-mail addresses",
                   "Name the column with the ids that your pages send: --columns customer=…. Addresses are not stored.",
                   path);
  }
}

Said readFiles(const OutcomesCall& call, int digits) {
  Said said;
  SkippedLog log(call.orders, call.reading.skippedFile);
  if (!call.orders.empty()) {
    orders::OrderFile file = orderFile(call.orders, call.reading);
    file.digits = digits;
    std::optional<outcomes::FileOutcomesReader> reader;
    said.orders = orders::readOrderFile(
        file, [&](const orders::OrderShape& shape) { reader.emplace(shape.rules); },
        [&](orders::OrderFileLine&& line) { reader->add(line); }, std::ref(log));
    refuseEmpty(*said.orders, call.orders);
    said.outcomes = reader->finish();
    if (call.customerIsVisitor) refuseAddresses(said.outcomes, call.orders);
  }
  log.finish();
  if (!call.refunds.empty()) {
    outcomes::RefundFile file;
    file.path = call.refunds;
    file.columns = call.refundColumns;
    file.digits = digits;
    file.dates = parse<orders::DateOrder>(call.reading.dates).value_or(orders::DateOrder::Unknown);
    said.refunds = outcomes::readRefundFile(file, [&](const outcomes::SkippedRefund& skipped) {
      printMessage(call.refunds + ":" + std::to_string(skipped.line) + ": " + skipped.why + ": skipped.");
    });
    said.outcomes.refunds.insert(said.outcomes.refunds.end(), said.refunds->refunds.begin(),
                                 said.refunds->refunds.end());
  }
  return said;
}

Json jsonOf(const OutcomesCall& call, const Said& said, const StoredOutcomes& stored, const std::string& currency) {
  Json leftOut = Json::object();
  for (std::size_t i = 0; i < Codes<OrderLeftOut>::all.size(); ++i) {
    leftOut[std::string(Codes<OrderLeftOut>::all[i])] = stored.leftOut[i];
  }
  Json out = {
      {"ok", true},
      {"dryRun", call.dryRun},
      {"currency", currency},
      {"orders",
       {{"new", stored.ordersNew},
        {"known", stored.ordersKnown},
        {"differ", stored.ordersDiffer},
        {"gross", stored.gross}}},
      {"refunds", {{"new", stored.refundsNew}, {"known", stored.refundsKnown}, {"amount", stored.refunded}}},
      {"unmatchedReturns", {{"returns", said.outcomes.unmatched.returns}, {"amount", said.outcomes.unmatched.amount}}},
      {"leftOut", std::move(leftOut)},
      {"examples", stored.examples}};
  if (said.orders) {
    const orders::LineCounts& lines = said.orders->lines;
    out["lines"] = {{"read", lines.read},
                    {"used", lines.used},
                    {"returned", lines.returned},
                    {"skipped", lines.skipped()},
                    {"dirty", skippedByJson(lines)}};
    out.update(orderReadJson(*said.orders));
  }
  if (said.refunds) {
    out["refundRows"] = {
        {"read", said.refunds->rows}, {"skipped", said.refunds->skipped}, {"empty", said.refunds->empty}};
  }
  return out;
}

std::string textOf(const OutcomesCall& call, const Said& said, const StoredOutcomes& stored,
                   const std::string& currency) {
  const auto money = [&](Minor amount) { return formatMoney(amount, currency, "en"); };
  std::string out = (call.dryRun ? "Would write " : "Wrote ") + counted(stored.ordersNew, "order") + " (" +
                    money(stored.gross) + ") and " + counted(stored.refundsNew, "refund") + " (" +
                    money(stored.refunded) + ").\n";
  if (stored.ordersKnown + stored.refundsKnown > 0) {
    out += "In the store already: " + counted(stored.ordersKnown, "order") + ", " +
           counted(stored.refundsKnown, "refund") + ".\n";
  }
  if (stored.ordersDiffer > 0) {
    out += counted(stored.ordersDiffer, "order") + " with another amount in the store, which stays.\n";
  }
  if (said.outcomes.unmatched.returns > 0) {
    out += counted(said.outcomes.unmatched.returns, "return") + " without a purchase in the file (" +
           money(said.outcomes.unmatched.amount) + "): not written.\n";
  }
  for (std::size_t i = 0; i < Codes<OrderLeftOut>::all.size(); ++i) {
    if (stored.leftOut[i] == 0) continue;
    out += "Left out, " + std::string(Codes<OrderLeftOut>::all[i]) + ": " + std::to_string(stored.leftOut[i]) + ".\n";
  }
  for (const std::string& example : stored.examples) out += "  for example " + example + "\n";
  if (said.orders) {
    const std::string reasons = skipReasonText(said.orders->lines);
    out += counted(said.orders->lines.read, "line") + ", " + std::to_string(said.orders->lines.returned) +
           " returned, " + std::to_string(said.orders->lines.skipped()) + " skipped" +
           (reasons.empty() ? "" : " (" + reasons + ")") + ".\n" + orderReadText(*said.orders);
  }
  return out;
}

int runDrop(const OutcomesCall& call, bool json) {
  const std::int64_t dropped = openStore(existingStore(call.store))->dropFrom(kOutcomesSource);
  if (json) {
    print(compact({{"dropped", dropped}}));
  } else {
    print("Dropped " + counted(static_cast<std::size_t>(dropped), "event") + " that were made from files.");
  }
  return kGood;
}

int runWrite(const OutcomesCall& call, bool json) {
  // A dry run must not create or migrate a store.
  const auto store = call.dryRun ? openStoreReadOnly(existingStore(call.store)) : openStore(storeUrl(call.store));
  outcomes::StoreOptions options;
  options.currency = currencyFor(call, store->currency());
  options.customerIsVisitor = call.customerIsVisitor;
  options.dryRun = call.dryRun;
  options.now = systemMillis();
  const Said said = readFiles(call, minorDigits(options.currency));
  const StoredOutcomes stored = outcomes::storeOutcomes(*store, said.outcomes.orders, said.outcomes.refunds, options);
  print(json ? compact(jsonOf(call, said, stored, options.currency)) : textOf(call, said, stored, options.currency));
  return kGood;
}

int runOutcomes(const OutcomesCall& call, bool json) {
  refuseTwoStdins(call.orders, call.refunds);
  try {
    return call.drop ? runDrop(call, json) : runWrite(call, json);
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(),
                   "Give a store as sqlite:PATH, only the path, or clickhouse://….", storeForDisplay(call.store));
  }
}

void refuseMixedOptions(const OutcomesCall& call) {
  const bool hasFile = !call.orders.empty() || !call.refunds.empty();
  if (call.drop && (hasFile || call.dryRun)) throw CLI::ValidationError("--drop goes with --store alone");
  if (!call.drop && !hasFile) throw CLI::ValidationError("an order file, --refunds or --drop is needed");
}

}  // namespace

void addOutcomes(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("outcomes", "Write the orders and refunds of files into a store");
  const auto call = std::make_shared<OutcomesCall>();
  command->add_option("ORDERS", call->orders, "Order file (.csv or .csv.gz; - is standard input)");
  command->add_option("--store", call->store, "The store: sqlite:PATH, only the path, or clickhouse://…")->required();
  command->add_option("--refunds", call->refunds,
                      "File of refunds, or an order file with a column of what was refunded");
  command->add_option("--refund-columns", call->refundColumns,
                      "Name its columns: order=Order,amount=Refund\n"
                      "(parts: order amount refunded time refund reason); part= ignores a column");
  command->add_option("--currency", call->currency, "ISO 4217 code (default: the store's)");
  command->add_flag("--customer-is-visitor", call->customerIsVisitor,
                    "The file's customer is the visitor id that the pages send (default: no visitor is stored)");
  command->add_flag("--dry-run", call->dryRun, "Only say what would be written");
  command->add_flag("--drop", call->drop, "Delete every event that this command has written");
  addOrderOptions(*command, call->reading);
  addJson(*command, request);
  command->footer(
      std::string(
          R"(An order counts for the visitor who was assigned, if its number is the one that the pages send (`order.id`),
or with --customer-is-visitor. Nothing is written twice: a repeat adds what is new. The amount of an order is its
total, if the file has one, else the sum of its lines. Returns become refunds of the purchase they belong to; an order
that was refunded is refunded whole; one that was cancelled or not paid is no order.
)") + std::string(orderFilesHelp()) +
      "Exits: 0 written, 2 an input cannot be used.");
  command->callback([call, &request] {
    refuseMixedOptions(*call);
    request.run = [call, &request] { return runOutcomes(*call, request.json); };
  });
}

}  // namespace aftermint::cli
