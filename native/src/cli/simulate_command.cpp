/** @file `aftermint simulate`: seeded shoppers with a stated truth, as events. */
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "aftermint/time.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "clock.h"
#include "json.h"
#include "simulate/expected.h"
#include "simulate/shopper_events.h"
#include "simulate/simulate.h"
#include "text.h"

namespace aftermint::cli {
namespace {

struct SimulateOptions {
  std::string book, truth, until, out, to, store;
  std::optional<std::int64_t> seed, visitors, days;
  bool drop = false;
};

/** A date, which is its first moment in UTC, or a time. */
Millis readUntil(const std::string& text) {
  constexpr std::size_t kDateLength = 10;
  const std::optional<Millis> time = readTime(text.size() == kDateLength ? text + "T00:00:00Z" : text);
  if (time) return *time;
  throw Unusable(ErrorCode::Usage, "\"" + text + "\" is neither a date nor a time",
                 "Write 2026-11-30, or RFC 3339: 2026-11-30T00:00:00Z.");
}

simulate::Truth truthFor(const SimulateOptions& options) {
  refuseTwoStdins(options.book, options.truth);
  simulate::Truth truth;
  truth.offers = simulate::defaultOffers();
  if (!options.book.empty()) truth = simulate::truthOf(*loadCheckedBook(options.book).book);
  truth.until = systemMillis() / simulate::Truth::kDay * simulate::Truth::kDay;
  if (!options.truth.empty()) {
    truth = simulate::parseTruth(readText(options.truth), std::move(truth), options.truth);
  }
  if (options.seed) truth.seed = static_cast<std::uint64_t>(*options.seed);
  if (options.visitors) truth.visitorsPerDay = *options.visitors;
  if (options.days) truth.days = *options.days;
  if (!options.until.empty()) truth.until = readUntil(options.until);
  simulate::checkTruth(truth, options.truth);
  return truth;
}

/** The first of the keys with which servers sign their events; several are separated by commas. */
std::string signingKey() {
  const char* keys = std::getenv("AFTERMINT_EVENT_KEYS");
  const std::string all = keys == nullptr ? "" : keys;
  const std::string first = all.substr(0, all.find(','));
  if (!first.empty()) return first;
  throw Unusable(ErrorCode::Usage, "--to needs AFTERMINT_EVENT_KEYS, to sign the events of the shop's server",
                 "Set it to the value that the collector has.");
}

/** A sink that drops everything, for a simulation that only prints its truth. */
class NoSink final : public simulate::EventSink {
 public:
  void take(std::vector<Event>) override {}
  void finish() override {}
};

simulate::Ledger toFile(const simulate::Truth& truth, const std::string& path) {
  const bool isStdout = path == "-";
  const auto close = [](std::FILE* file) {
    if (file != stdout) std::fclose(file);
  };
  const std::unique_ptr<std::FILE, decltype(close)> file(isStdout ? stdout : std::fopen(path.c_str(), "wb"), close);
  if (!file) throw Unusable(ErrorCode::FileUnreadable, path + " cannot be written", "Check the path.", path);
  return simulate::simulate(truth, *simulate::fileSink(file.get(), path));
}

simulate::Ledger make(const simulate::Truth& truth, const SimulateOptions& options) {
  if (!options.out.empty()) return toFile(truth, options.out);
  if (!options.to.empty()) return simulate::simulate(truth, *simulate::collectorSink(options.to, signingKey()));
  if (options.store.empty()) {
    NoSink nowhere;
    return simulate::simulate(truth, nowhere);
  }
  const auto store = openStore(options.store);
  return simulate::simulate(truth, *simulate::storeSink(*store));
}

std::string storeHint(const std::string& store) {
  return "aftermint simulate --drop --store " + storeForDisplay(store);
}

int runMake(const SimulateOptions& options, bool json) {
  const simulate::Truth truth = truthFor(options);
  const simulate::Ledger ledger = make(truth, options);
  const Json result = {{"truth", Json::parse(encodeTruth(truth))},
                       {"expected", Json::parse(encodeExpected(truth))},
                       {"made", Json::parse(encodeLedger(ledger, truth))}};
  printMessage("Made " + counted(static_cast<std::size_t>(ledger.visitors), "shopper") + " with " +
               counted(static_cast<std::size_t>(ledger.orders), "order") + ", seed " + std::to_string(truth.seed) +
               ".");
  if (!options.store.empty()) printMessage("To drop them: " + storeHint(options.store));
  const std::string text = json ? compact(result) : result.dump(2);
  if (options.out == "-") {
    printMessage(text);  // standard output has the events
  } else {
    print(text);
  }
  return kGood;
}

int runDrop(const SimulateOptions& options, bool json) {
  const std::int64_t dropped = openStore(options.store)->dropFrom(simulate::kSimulatedSource);
  if (json) {
    print(compact({{"dropped", dropped}}));
  } else {
    print("Dropped " + counted(static_cast<std::size_t>(dropped), "simulated event") + ".");
  }
  return kGood;
}

int runSimulate(const SimulateOptions& options, bool json) {
  try {
    return options.drop ? runDrop(options, json) : runMake(options, json);
  } catch (const StoreError& error) {
    throw Unusable(ErrorCode::FileUnreadable, error.what(),
                   "Give a store as sqlite:PATH, only the path, or clickhouse://….", storeForDisplay(options.store));
  }
}

void refuseMixedOptions(const SimulateOptions& options, bool json) {
  if (options.drop && options.store.empty()) throw CLI::ValidationError("--drop needs --store");
  if (options.drop &&
      (!options.out.empty() || !options.to.empty() || !options.truth.empty() || !options.book.empty())) {
    throw CLI::ValidationError("--drop goes with --store alone: it drops every simulated event");
  }
  if (json && options.out == "-") throw CLI::ValidationError("--json and --out - both want standard output");
}

}  // namespace

void addSimulate(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("simulate", "Make the events of shoppers whose truth is known");
  const auto options = std::make_shared<SimulateOptions>();
  command->add_option("book", options->book, "Take the offers, experiments and holdout of this book");
  command->add_option("--truth", options->truth, "What shoppers do, as JSON (docs/formats.md, Truth)");
  command->add_option("--seed", options->seed, "Another seed gives other shoppers of the same truth")
      ->check(CLI::Range(std::int64_t{0}, std::int64_t{9'007'199'254'740'991}));
  command->add_option("--visitors", options->visitors, "Visitors a day")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}));
  command->add_option("--days", options->days, "Days")->check(CLI::Range(std::int64_t{1}, std::int64_t{3'650}));
  command->add_option("--until", options->until,
                      "The end of the last day, as a date or a time; by default the last midnight (UTC)");
  CLI::Option* out = command->add_option("--out", options->out, "Write the events to a file, one a line; - is stdout");
  CLI::Option* to = command->add_option("--to", options->to, "Send them to the collector at this address");
  CLI::Option* store =
      command
          ->add_option("--store", options->store,
                       "Write them straight into a store: sqlite:PATH, only the path, or clickhouse://…")
          ->transform(storeUrl);
  out->excludes(to)->excludes(store);
  to->excludes(store);
  command->add_flag("--drop", options->drop, "Delete every simulated event from the store, and no other");
  addJson(*command, request);
  command->footer(
      "Prints the truth as JSON, the figures that it must lead to (`expected`), and what was made (`made`).\n"
      "The same truth and seed give the same bytes on every platform. The `source` of every simulated event begins\n"
      "with /simulated. AFTERMINT_EVENT_KEYS signs the events of the shop's server for --to.\n"
      "Exits: 0 good, 2 an input cannot be used.");
  command->callback([options, &request] {
    refuseMixedOptions(*options, request.json);
    request.run = [options, &request] { return runSimulate(*options, request.json); };
  });
}

}  // namespace aftermint::cli
