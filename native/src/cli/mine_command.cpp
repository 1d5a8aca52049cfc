/** @file `aftermint mine`. */
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

#include "aftermint/currency.h"
#include "aftermint/encode_book.h"
#include "book/load.h"
#include "book/refused_offers.h"
#include "book/write_book.h"
#include "cli/commands.h"
#include "cli/mine_report.h"
#include "cli/order_options.h"
#include "cli/output.h"
#include "cli/skipped_log.h"
#include "json.h"
#include "mine/book_pairs.h"

namespace aftermint::cli {
namespace {

constexpr std::size_t kTextLimit = 30;

struct MineCommand {
  std::string orders, book, out;
  OrderOptions reading;
  std::size_t minSupport = 20, top = 3, maxProducts = mine::MineOptions{}.maxProducts;
  std::optional<std::size_t> limit;
  double minConfidence = 0.1, minLift = 1, alpha = 0.05;
};

/** The result of writing proposals. */
struct Proposed {
  std::size_t added = 0;
  std::map<std::string, std::size_t> dropped;
  WrittenBook written;
};

/** Writes the book with its proposals to another file, as the book itself may be live. */
Proposed writeProposals(const MineCommand& options, const Book& from, const mine::NetPurchases& net,
                        const std::vector<mine::Rule>& rules) {
  Proposed out;
  Book book = from;
  const std::size_t before = book.offers.size();
  mine::addProposals(book, net, rules);
  out.dropped = dropRefused(book, before);
  out.added = book.offers.size() - before;
  out.written = writeBook(book, options.out);
  if (!out.written.written) printMessage(findingLines(out.written.findings, options.out, encode(book, true)));
  return out;
}

std::string proposedText(const MineCommand& options, const Proposed& proposed) {
  std::string out;
  for (const auto& [code, count] : proposed.dropped) {
    out += "Proposals left out: " + counted(count, "error") + " " + code + ".\n";
  }
  if (!proposed.written.written) return out + "Not written: the book has errors.\n";
  return out + options.book + " with " + counted(proposed.added, "proposal") + " (\"approved\": false) written to " +
         options.out + ", " + std::to_string(proposed.written.bytes) + " bytes, checked.\n";
}

void refuseCall(const MineCommand& options) {
  refuseTwoStdins(options.orders, options.book);
  if (options.out.empty()) return;
  if (options.book.empty()) {
    throw Unusable(ErrorCode::Usage, "--out needs --book", "Name the book that the proposals are for.");
  }
  std::error_code error;  // if --out does not exist yet, the two files differ
  if (options.out == "-" || options.out == options.book ||
      std::filesystem::equivalent(options.out, options.book, error)) {
    throw Unusable(ErrorCode::Usage, "--out " + options.out + " would overwrite an input or the report",
                   "Use another file for --out. Replace the book after you have reviewed it.");
  }
}

int runMine(const MineCommand& options, bool json) {
  refuseCall(options);
  std::optional<LoadedBook> loaded;
  if (!options.book.empty()) loaded = loadBook(options.book);

  orders::OrderFile file = orderFile(options.orders, options.reading);
  if (loaded) file.digits = minorDigits(loaded->book->book().currency);
  SkippedLog log(options.orders, options.reading.skippedFile);
  // How codes are normalized depends on the shape, which is known after the header and before the first line.
  std::optional<mine::History> history;
  const orders::OrderFileRead read = orders::readOrderFile(
      file, [&](const orders::OrderShape& shape) { history.emplace(mine::History::codesOf(shape.rules)); },
      [&](orders::OrderFileLine&& line) { history->add(line); }, std::ref(log));
  log.finish();
  refuseEmpty(read, options.orders);

  const mine::NetPurchases net =
      history->settle(loaded ? mine::idsOfBook(loaded->book->book()) : mine::History::idsOfCodes());
  mine::MineOptions wanted;
  wanted.minSupport = options.minSupport;
  wanted.minConfidence = options.minConfidence;
  wanted.minLift = options.minLift;
  wanted.alpha = options.alpha;
  wanted.perProduct = options.top;
  wanted.maxProducts = options.maxProducts;
  const mine::Mined mined = mine::mineRules(net, wanted);
  MineFindings found{read, net, mined, wanted, loaded.has_value(), {}, options.limit.value_or(json ? 0 : kTextLimit)};
  if (loaded) found.known = mine::knownPairs(loaded->book->book());

  std::optional<Proposed> proposed;
  if (!options.out.empty()) proposed = writeProposals(options, loaded->book->book(), net, mined.rules);
  const bool good = !proposed || proposed->written.written;
  if (json) {
    Json out = mineJson(found);
    out["ok"] = good;
    if (proposed) {
      out["out"] = {{"path", options.out},
                    {"written", proposed->written.written},
                    {"bytes", proposed->written.bytes},
                    {"proposals", proposed->added},
                    {"dropped", proposed->dropped}};
    }
    print(compact(out));
  } else {
    print(mineText(found) + (proposed ? proposedText(options, *proposed) : std::string()));
  }
  return good ? kGood : kBad;
}

void addThresholds(CLI::App& command, MineCommand& options) {
  const CLI::Range counts(std::size_t{1}, std::size_t{1'000'000'000});
  const CLI::Range countsOrAll(std::size_t{0}, std::size_t{1'000'000'000});
  command.add_option("--min-support", options.minSupport, "Orders that must have both products")
      ->check(counts)
      ->capture_default_str();
  command
      .add_option("--min-confidence", options.minConfidence,
                  "Share of the orders with one product that also have the other")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_option("--min-lift", options.minLift, "Ratio to chance; always above 1")
      ->check(CLI::Range(0.0, 1e12))
      ->capture_default_str();
  command
      .add_option("--alpha", options.alpha, "False discovery rate: share of the pairs found that may be due to chance")
      ->check(CLI::Range(1e-300, 1.0))
      ->capture_default_str();
  command
      .add_option("--max-products", options.maxProducts,
                  "Leave out orders with more products: each has half the square of them as pairs")
      ->check(CLI::Range(std::size_t{2}, std::size_t{20'000}))
      ->capture_default_str();
  command.add_option("--top", options.top, "Best rules per product, and as many with similar products; 0 is all")
      ->check(countsOrAll)
      ->capture_default_str();
  command.add_option("--limit", options.limit, "Maximum rules to show; 0 is all (default: 30, or all with --json)")
      ->check(countsOrAll);
}

}  // namespace

void addMine(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("mine", "Find products bought together, for a person to approve");
  const auto options = std::make_shared<MineCommand>();
  command->add_option("ORDERS", options->orders, "Order file (.csv or .csv.gz); - is standard input")->required();
  addOrderOptions(*command, options->reading);
  addThresholds(*command, *options);
  command->add_option("--book", options->book, "Use only products of this book, and mark its pairs as known");
  command->add_option("--out", options->out,
                      "With --book: write the book to this file, with an offer (\"approved\": false) for each rule\n"
                      "that is neither known nor between similar products");
  addJson(*command, request);
  command->footer(
      std::string(
          R"(Association rules A -> B (Agrawal, Imielinski, Swami 1993). Products below the minimum support are left out
first (Agrawal, Srikant 1994). support: share of orders with both. confidence: share of A's orders that have
B; each direction is a separate rule. lift: confidence divided by B's share of all orders. p: Fisher's exact
test, one-sided, adjusted by Benjamini and Hochberg (1995) for all pairs of products with enough orders.
Rules are sorted by orders / sqrt(A's orders x B's orders), then by confidence, then by ids. Rules marked
"alike" come last: their titles or codes suggest one product in two variants.

)") + std::string(orderFilesHelp()) +
      R"(Returns are subtracted from their own order first, then from earlier purchases of the same product by the same
customer (one of exactly that quantity, or else the latest first). A product that was returned completely counts
as not bought. The order of the lines does not matter. Nothing is approved, and no book is changed in place.
Exit status: 0 mined, 1 --out not written because of errors, 2 an input cannot be used.)");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runMine(*options, request.json); }; });
}

}  // namespace aftermint::cli
