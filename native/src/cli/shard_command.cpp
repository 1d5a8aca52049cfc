/** @file `aftermint shard`: splits a book into static files for a CDN. */
#include <sys/resource.h>

#include <bit>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <memory>

#include "aftermint/check.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "json.h"
#include "shard/write_shards.h"

namespace aftermint::cli {
namespace {

struct ShardOptions {
  std::string book, out;
  std::optional<std::uint32_t> count;
  bool prune = false;
};

/** The largest book, in bytes. No page loads it whole, so it may have millions of products. */
constexpr std::size_t kMostBytes = std::size_t{4} << 30;

/** Reads a book, and frees its text before the book is indexed, to save memory. */
std::unique_ptr<IndexedBook> loadLarge(const std::string& path) {
  Limits limits;
  limits.bytes = kMostBytes;
  Decoded<Book> decoded = decodeBook(readText(path, limits.bytes), limits);
  if (!decoded) throw Unusable(std::move(decoded.faults), path);
  return std::make_unique<IndexedBook>(std::move(*decoded.value));
}

std::vector<Finding> errorsOf(const IndexedBook& book) {
  std::vector<Finding> findings = check(book);
  std::erase_if(findings, [](const Finding& finding) { return finding.severity != Severity::Error; });
  return findings;
}

/** The most memory that this process has used, in bytes. */
std::uint64_t peakMemory() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

int refuseFindings(const std::vector<Finding>& errors, const ShardOptions& options, bool json) {
  // Standard input cannot be read again, so its findings have no line and column.
  printMessage(
      findingLines(errors, options.book, options.book == "-" ? std::string() : readText(options.book, kMostBytes)));
  const std::string outcome = "Not written: the book has findings of severity error.";
  if (json) {
    print(Json{{"ok", false}, {"out", options.out}, {"written", false}, {"findings", errors.size()}}.dump());
  } else {
    print(outcome);
  }
  return kBad;
}

std::string kilobytes(std::uint64_t bytes) {
  const std::uint64_t tenths = (bytes + 50) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " KB";
}

int runShard(const ShardOptions& options, bool json) {
  const auto start = std::chrono::steady_clock::now();
  const std::unique_ptr<IndexedBook> book = loadLarge(options.book);
  if (const std::vector<Finding> errors = errorsOf(*book); !errors.empty()) {
    return refuseFindings(errors, options, json);
  }
  const shards::Partition partition(*book, options.count);
  const shards::WrittenShards done = shards::writeShards(partition, options.out, options.prune);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const std::uint64_t mean = done.shardBytes / partition.count();
  if (json) {
    const Book& whole = book->book();
    const Json out = {{"ok", true},
                      {"out", options.out},
                      {"written", true},
                      {"products", whole.products.size()},
                      {"offers", whole.offers.size()},
                      {"experiments", whole.experiments.size()},
                      {"shards", partition.count()},
                      {"groups", done.groups},
                      {"commonOffers", partition.commonOffers()},
                      {"files", {{"all", done.files}, {"written", done.written}, {"prunedFolders", done.pruned}}},
                      {"bytes",
                       {{"all", done.bytes},
                        {"head", done.headBytes},
                        {"common", done.commonBytes},
                        {"meanShard", mean},
                        {"largestShard", done.largestShard}}},
                      {"seconds", std::round(seconds * 1000) / 1000},
                      {"peakMemory", peakMemory()}};
    print(compact(out));
    return kGood;
  }
  std::string text = counted(book->book().products.size(), "product") + " and " +
                     counted(book->book().offers.size(), "offer") + " in " + counted(partition.count(), "shard") +
                     ": mean " + kilobytes(mean) + ", largest " + kilobytes(done.largestShard) + ", head " +
                     kilobytes(done.headBytes) + ".\n";
  if (partition.commonOffers() > 0) {
    text += counted(partition.commonOffers(), "offer") +
            " would be in more than a quarter of all shards. They are in a common part of " +
            kilobytes(done.commonBytes) + " that every page loads.\n";
  }
  text += "Written to " + options.out + ": " + counted(done.written, "new file") + " of " + std::to_string(done.files);
  if (options.prune) text += ", " + counted(done.pruned, "old folder") + " removed";
  print(text + ". Set data-book of pages to " + options.out + "/book.json.");
  return kGood;
}

}  // namespace

void addShard(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("shard", "Split a book into small static files for a CDN");
  const auto options = std::make_shared<ShardOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file of up to 4 GB; - is standard input")->required();
  command->add_option("OUT", options->out, "The folder for the files; created if it does not exist")->required();
  command
      ->add_option("--count", options->count,
                   "The number of shards, a power of two; chosen for about 4 KB a shard if absent")
      ->check(CLI::Range(std::uint32_t{1}, shards::kMostShards))
      ->check([](const std::string& text) {
        const auto count = static_cast<std::uint32_t>(std::strtoul(text.c_str(), nullptr, 10));
        return std::has_single_bit(count) ? std::string() : text + " is not a power of two";
      });
  command->add_flag("--prune", options->prune, "Remove the shards of earlier books from OUT");
  addJson(*command, request);
  command->footer(
      "Set data-book of a page to OUT/book.json. The page then loads one file for each product of its order, and\n"
      "makes the same decision as with the whole book. All files except book.json are named by their content: serve\n"
      "them with `Cache-Control: public, max-age=31536000, immutable`, and book.json with `no-cache`. Upload\n"
      "book.json last. Files of earlier books stay, for pages that are still open. --prune removes them; wait a day\n"
      "before that.\n"
      "Exit codes: 0 written; 1 the book has errors, nothing is written; 2 an input or OUT cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runShard(*options, request.json); }; });
}

}  // namespace aftermint::cli
