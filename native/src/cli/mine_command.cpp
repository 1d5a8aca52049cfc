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
  std::size_t minSupport = 20, top = 3;
  std::optional<std::size_t> limit;
  double minConfidence = 0.1, minLift = 1, alpha = 0.05;
};

/** Where the proposals went. */
struct Proposed {
  std::size_t added = 0;
  std::map<std::string, std::size_t> dropped;
  WrittenBook written;
};

/** Writes the book with its proposals elsewhere: the book itself may be live. */
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
    out += counted(count, "finding") + " " + code + " of severity error: those proposals were left out.\n";
  }
  if (!proposed.written.written) return out + "Not written: the book has findings of severity error.\n";
  return out + options.book + " with " + counted(proposed.added, "proposal") + " (\"approved\": false) written to " +
         options.out + ", " + std::to_string(proposed.written.bytes) + " bytes, checked.\n";
}

void refuseCall(const MineCommand& options) {
  refuseTwoStdins(options.orders, options.book);
  if (options.out.empty()) return;
  if (options.book.empty()) {
    throw Unusable(ErrorCode::Usage, "--out writes a book with proposals, and there is no --book",
                   "Give the book they are for.");
  }
  std::error_code error;  // of a file that is not there yet: then the two are not one
  if (options.out == "-" || options.out == options.book ||
      std::filesystem::equivalent(options.out, options.book, error)) {
    throw Unusable(ErrorCode::Usage, "--out " + options.out + " would write over an input or the report",
                   "Give --out a file of its own; a person puts it in the book's place.");
  }
}

int runMine(const MineCommand& options, bool json) {
  refuseCall(options);
  std::optional<LoadedBook> loaded;
  if (!options.book.empty()) loaded = loadBook(options.book);

  orders::OrderFile file = orderFile(options.orders, options.reading);
  if (loaded) file.digits = minorDigits(loaded->book->book().currency);
  SkippedLog log(options.orders, options.reading.skippedFile);
  // Codes are made alike by the file's shape, which is known once its header was read: before the first line.
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
  command.add_option("--min-support", options.minSupport, "Orders that must hold both products")
      ->check(counts)
      ->capture_default_str();
  command.add_option("--min-confidence", options.minConfidence, "Share of the one's buyers who took the other, too")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command.add_option("--min-lift", options.minLift, "How many times chance; above 1 in any case")
      ->check(CLI::Range(0.0, 1e12))
      ->capture_default_str();
  command.add_option("--alpha", options.alpha, "Share of all pairs found that chance alone may have made")
      ->check(CLI::Range(1e-300, 1.0))
      ->capture_default_str();
  command.add_option("--top", options.top, "The best rules of each product, and as many alike; 0 is all")
      ->check(countsOrAll)
      ->capture_default_str();
  command.add_option("--limit", options.limit, "Rules shown at most; 0 is all (if not given: 30, all with --json)")
      ->check(countsOrAll);
}

}  // namespace

void addMine(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("mine", "Find complements in order history, for a person to approve");
  const auto options = std::make_shared<MineCommand>();
  command->add_option("ORDERS", options->orders, "Order file, .csv or .csv.gz; - is standard input")->required();
  addOrderOptions(*command, options->reading);
  addThresholds(*command, *options);
  command->add_option("--book", options->book, "Only products of this book; pairs it has are marked as known");
  command->add_option("--out", options->out,
                      "With --book: write it here, with an offer (\"approved\": false) for each rule that is\n"
                      "neither known nor alike");
  addJson(*command, request);
  command->footer(
      std::string(
          "Association rules A -> B (Agrawal, Imielinski, Swami 1993), products below the minimum support left out "
          "first\n"
          "(Agrawal, Srikant 1994). support: share of orders with both. confidence: share of A's orders that hold B; "
          "each\n"
          "direction is a rule of its own. lift: confidence over B's share of all orders. p: Fisher's exact test,\n"
          "one-sided, adjusted by Benjamini and Hochberg (1995) for every pair of products that are each frequent "
          "enough.\n"
          "Best first: by orders / sqrt(A's orders x B's orders), then confidence, then ids; last comes what is "
          "marked\n"
          "alike: by its titles or codes perhaps one thing in two colours.\n\n") +
      std::string(orderFilesHelp()) +
      "Returns take from their own order, else from the same customer's purchases of the product that are not later\n"
      "(of exactly that quantity, else the latest first). What is wholly returned counts as never bought.\n"
      "The order of lines changes nothing. Nothing is ever approved here, and no book is changed in place.\n"
      "Exits: 0 mined, 1 --out not written for findings, 2 where an input cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runMine(*options, request.json); }; });
}

}  // namespace aftermint::cli
