/** @file `aftermint bucket`, which shows the arm of a visitor, and `aftermint schema`, which prints JSON Schemas. */
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <numeric>

#include "aftermint/bucket.h"
#include "aftermint/schema.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "json.h"

namespace aftermint::cli {
namespace {

struct BucketOptions {
  std::string key, visitor;
  std::vector<double> weights = {0.5, 0.5};
  double coverage = 1;
  int hashVersion = 2;
};

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

int runBucket(const BucketOptions& options, bool json) {
  const double sum = std::accumulate(options.weights.begin(), options.weights.end(), 0.0);
  // GrowthBook would silently use equal weights, which would hide a mistake here.
  if (sum < 0.99 || sum > 1.01) {
    throw Unusable(ErrorCode::Usage, "the weights add up to " + number(sum) + ", not to 1",
                   "Give shares that add up to 1, such as 0.5,0.5.");
  }
  const std::optional<double> hash = bucketHash(options.key, options.visitor, options.hashVersion);
  if (!hash) throw Unusable(ErrorCode::Usage, "unknown hash version", "Give --hash-version 1 or 2.");
  const std::vector<BucketRange> ranges =
      getBucketRanges(static_cast<int>(options.weights.size()), options.coverage, options.weights);
  const int arm = chooseVariation(*hash, ranges);
  if (json) {
    nlohmann::ordered_json out = {{"ok", true},
                                  {"key", options.key},
                                  {"visitor", options.visitor},
                                  {"hashVersion", options.hashVersion},
                                  {"hash", *hash},
                                  {"ranges", nlohmann::ordered_json::array()},
                                  {"arm", nullptr}};
    for (const BucketRange& range : ranges) out["ranges"].push_back({range.from, range.until});
    if (arm >= 0) out["arm"] = arm;
    print(compact(out));
  } else {
    std::string out = arm < 0 ? "No arm" : "Arm " + std::to_string(arm);
    out += ": hash " + number(*hash) + ", ranges of the arms";
    for (const BucketRange& range : ranges) out += " [" + number(range.from) + ", " + number(range.until) + ")";
    print(out + ".");
  }
  return kGood;
}

}  // namespace

void addBucket(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("bucket", "Show which arm of an experiment a visitor is in");
  const auto options = std::make_shared<BucketOptions>();
  command->add_option("--key", options->key, "The seed of the hash: the experiment's id")->required();
  command->add_option("--visitor", options->visitor, "The visitor's id")->required();
  command->add_option("--weights", options->weights, "The share of each arm; they must add up to 1")
      ->delimiter(',')
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--coverage", options->coverage, "The share of visitors in the experiment")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  command->add_option("--hash-version", options->hashVersion, "The version of GrowthBook's hash: 1 or 2")
      ->check(CLI::Range(1, 2))
      ->capture_default_str();
  addJson(*command, request);
  command->footer("Arms are numbered from 0. A visitor outside the coverage is in no arm.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runBucket(*options, request.json); }; });
}

void addSchema(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("schema", "Print the JSON Schema of a book, or of an answer to a prompt");
  const auto of = std::make_shared<std::string>("book");
  command->add_option("FORMAT", *of, "book or answer")->check(CLI::IsMember({"book", "answer"}))->capture_default_str();
  addJson(*command, request);
  command->footer("JSON Schema draft 2020-12, made from the tables that the decoder uses.");
  command->callback([of, &request] {
    request.run = [of] {
      print(*of == "answer" ? answerSchema() : bookSchema());
      return kGood;
    };
  });
}

}  // namespace aftermint::cli
