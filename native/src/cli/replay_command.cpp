/** @file `aftermint replay`. */
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <memory>

#include "aftermint/currency.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/order_options.h"
#include "cli/order_report.h"
#include "cli/output.h"
#include "cli/skipped_log.h"
#include "json.h"
#include "mine/book_pairs.h"
#include "money.h"
#include "orders/replay.h"

namespace aftermint::cli {
namespace {

using orders::ReplayCounts;

struct ReplayOptions {
  std::string book, orders, placement = "checkout";
  OrderOptions reading;
  bool proposed = false;
};

/** The counts above zero, by the code of their enumerator. */
template <class E, std::size_t N>
Json byCode(const std::array<std::size_t, N>& counts) {
  Json out = Json::object();
  for (std::size_t i = 0; i < N; ++i) {
    if (counts[i] > 0) out[std::string(toString(static_cast<E>(i)))] = counts[i];
  }
  return out;
}

/** Formats counts as lines like "  price_band          12345", the largest first. */
std::string table(const Json& counts) {
  std::vector<std::pair<std::string, std::size_t>> rows;
  for (const auto& [name, count] : counts.items()) rows.emplace_back(name, count.get<std::size_t>());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out;
  for (const auto& [name, count] : rows) {
    const std::string number = std::to_string(count);
    out += "  " + name + std::string(name.size() < 22 ? 22 - name.size() : 1, ' ') +
           std::string(number.size() < 10 ? 10 - number.size() : 0, ' ') + number + "\n";
  }
  return out;
}

std::int64_t rate(std::size_t orders, double seconds) {
  return seconds > 0 ? std::llround(static_cast<double>(orders) / seconds) : 0;
}

std::string fixed(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3f", value);
  return text;
}

int runReplay(const ReplayOptions& options, bool json) {
  using Clock = std::chrono::steady_clock;
  refuseTwoStdins(options.book, options.orders);
  const auto seconds = [](Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
  };
  const Clock::time_point start = Clock::now();
  const LoadedBook loaded = loadCheckedBook(options.book, options.proposed);
  const double loadSeconds = seconds(start);
  const Book& book = loaded.book->book();

  const Clock::time_point begin = Clock::now();
  SkippedLog log(options.orders, options.reading.skippedFile);
  orders::OrderFile file = orderFile(options.orders, options.reading);
  file.digits = minorDigits(book.currency);
  file.needsTime = true;
  orders::Orders orders([name = mine::idsOfBook(book)](const std::string& code, const std::string& title) {
    const mine::HistoryProduct product = name(code, title);
    return orders::OrderedProduct{product.id, product.variant};
  });
  const orders::OrderFileRead read = orders::readOrderFile(
      file, [](const orders::OrderShape&) {}, [&](orders::OrderFileLine&& line) { orders.add(line); }, std::ref(log));
  const orders::LineCounts& lines = read.lines;
  const std::size_t calledOff = orders.dropCalledOff(), unpriced = orders.priceFrom(*loaded.book);
  const ReplayCounts counts = orders::replay(*loaded.book, orders, *parse<Placement>(options.placement));
  const double wholeSeconds = seconds(begin);
  log.finish();
  refuseEmpty(read, options.orders);

  const Json decisions = byCode<Reason>(counts.decisions), candidates = byCode<Verdict>(counts.candidates),
             refused = byCode<Reason>(counts.refused), outranked = byCode<Reason>(counts.outranked),
             skippedBy = skippedByJson(lines);
  if (json) {
    Json out = {
        {"ok", true},
        {"book", book.id},
        {"placement", options.placement},
        {"proposed", options.proposed},
        {"timeZone", "UTC"},
        {"currency", book.currency},
        {"orders", counts.orders},
        {"calledOff", calledOff},
        {"offered", counts.offered},
        {"distinctOffers", counts.distinctOffers},
        {"offeredValue", counts.offeredValue},
        {"decisions", decisions},
        {"candidates", candidates},
        {"refused", refused},
        {"outranked", outranked},
        {"lines",
         {{"read", lines.read},
          {"used", lines.used},
          {"returned", lines.returned},
          {"unpriced", unpriced},
          {"skipped", lines.skipped()},
          {"dirty", skippedBy},
          {"converted", lines.converted},
          {"unknownProducts", counts.unknownPieces},
          {"scattered", orders.scattered()}}},
        {"seconds", {{"loadBook", loadSeconds}, {"decide", counts.decideSeconds}, {"whole", wholeSeconds}}},
        {"ordersPerSecond",
         {{"decide", rate(counts.orders, counts.decideSeconds)}, {"whole", rate(counts.orders, wholeSeconds)}}}};
    out.update(orderReadJson(read));
    print(compact(out));
    return kGood;
  }
  std::string out =
      counted(counts.orders, "order") + " at " + options.placement + ", " + counted(counts.offered, "offer") +
      " made (" + std::to_string(counts.distinctOffers) + " different), worth " +
      formatMoney(counts.offeredValue, book.currency, book.locale) + ".\n" +
      "Times without a time zone are read as UTC, prices as " + book.currency + ".\n" + orderReadText(read) +
      (calledOff > 0 ? counted(calledOff, "order") + " left out: cancelled, refunded or not paid.\n" : "") +
      (unpriced > 0 ? counted(unpriced, "line") + " without a price: the price of the book is used.\n" : "") +
      (options.proposed ? "Proposals are treated as approved.\n" : "") + "\nDecisions by reason\n" + table(decisions);
  if (!candidates.empty()) out += "\nCandidates by verdict\n" + table(candidates);
  if (!refused.empty()) out += "\nRefused candidates by reason\n" + table(refused);
  if (!outranked.empty()) out += "\nOutranked candidates by reason\n" + table(outranked);
  out += "\n" + counted(lines.read, "line") + ": " + std::to_string(lines.used) + " used, " +
         std::to_string(lines.returned) + " returned, " + std::to_string(lines.skipped()) + " skipped, " +
         std::to_string(lines.converted) + " read as Latin-1, " + std::to_string(counts.unknownPieces) +
         " with products that are not in the book, " + std::to_string(orders.scattered()) +
         " separated from the other lines of their order.\n" + table(skippedBy);
  out += "\nOrders per second: " + std::to_string(rate(counts.orders, counts.decideSeconds)) +
         " in the decision alone (" + fixed(counts.decideSeconds) + " s), " +
         std::to_string(rate(counts.orders, wholeSeconds)) + " including reading the file (" + fixed(wholeSeconds) +
         " s). Loading the book took " + fixed(loadSeconds) + " s.\n";
  print(out);
  return kGood;
}

}  // namespace

void addReplay(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("replay", "Run the decision for every order of a file and count the reasons");
  const auto options = std::make_shared<ReplayOptions>();
  command->add_option("BOOK", options->book, "The book (JSON); - is standard input")->required();
  command->add_option("ORDERS", options->orders, "Order file (.csv or .csv.gz); - is standard input")->required();
  command->add_option("--placement", options->placement, "Where offers are shown; after checkout, orders count as paid")
      ->check(CLI::IsMember(std::vector<std::string>(kPlacementCodes.begin(), kPlacementCodes.end())))
      ->capture_default_str();
  command->add_flag("--proposed", options->proposed, "Treat proposals (\"approved\": false) as approved");
  addOrderOptions(*command, options->reading);
  addJson(*command, request);
  command->footer(
      std::string(orderFilesHelp()) +
      R"(Skipped lines are listed with their line number. A line without a price gets the price of the book. A line
whose time cannot be read is skipped, as offers may depend on the time. At post_purchase, one-click payment is assumed
to be possible.
Exit status: 0 replayed, 2 an input cannot be used.)");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runReplay(*options, request.json); }; });
}

}  // namespace aftermint::cli
