/** @file `aftermint plan`: how many visitors and days a test takes, before it starts. */
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "book/load.h"
#include "cli/commands.h"
#include "cli/existing_store.h"
#include "cli/output.h"
#include "clock.h"
#include "events/clickhouse_client.h"
#include "events/store.h"
#include "json.h"
#include "plan/plan_sources.h"

namespace aftermint::cli {
namespace {

struct PlanOptions {
  std::string source, experiment, effect = "5%", power = "80%", alpha = "5%", conversion, holdout;
  std::optional<double> value, sd, rho, visitorsPerDay;
  int arms = 0;
  double days = 30;
};

/** "5%", "5 %" or "0.05" as 0.05. Throws Unusable (`usage`) for other text. */
double shareOf(const std::string& option, std::string text) {
  const bool isPercent = text.ends_with('%');
  if (isPercent) text.pop_back();
  while (text.ends_with(' ')) text.pop_back();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
    throw Unusable(ErrorCode::Usage, option + " is not a share: \"" + text + "\"", "Write 5% or 0.05.");
  }
  return isPercent ? value / 100 : value;
}

/** A share between 0 and 1, both excluded. */
double properShare(const std::string& option, const std::string& text) {
  const double share = shareOf(option, text);
  if (share > 0 && share < 1) return share;
  throw Unusable(ErrorCode::Usage, option + " is not between 0 and 1", "Write a share such as 5% or 0.05.");
}

bool isStore(const std::string& source) {
  return source.starts_with("sqlite:") || source.ends_with(".sqlite") || isClickHouseUrl(source);
}

void readStore(const std::string& source, PlanInput& input) {
  const auto store = isClickHouseUrl(source) ? openStoreReadOnly(source) : openStore(existingStore(source));
  SumsQuery query;
  query.now = systemMillis();
  const std::vector<ArmSums> sums = store->sums(query);
  // Weeks, since the sums know the week of an assignment and not its day.
  Millis first = query.now;
  for (const ArmSums& row : sums) first = std::min(first, row.week);
  const double days = std::max(1.0, static_cast<double>(query.now - first) / static_cast<double>(kDayMillis));
  if (planFromSums(sums, days, input)) return;
  throw Unusable(ErrorCode::Usage, "the store has fewer than two assigned visitors",
                 "Give --conversion, --value and --sd instead.", storeForDisplay(source));
}

PlanInput inputFor(const PlanOptions& options) {
  PlanInput input;
  if (isStore(options.source)) {
    readStore(options.source, input);
  } else if (!options.source.empty()) {
    const LoadedBook loaded = loadBook(options.source);
    if (!planFromBook(loaded.book->book(), options.experiment, input)) {
      throw Unusable(ErrorCode::Usage,
                     options.experiment.empty() ? "the book has no holdout"
                                                : "the book has no experiment \"" + options.experiment + "\"",
                     options.experiment.empty() ? "Give --experiment, or add `holdout` to the book."
                                                : "Give the id of one of its experiments.",
                     options.source);
    }
  }
  input.effect = shareOf("--effect", options.effect);
  input.strength = {properShare("--alpha", options.alpha), properShare("--power", options.power)};
  if (input.strength.power <= input.strength.alpha) {
    throw Unusable(ErrorCode::Usage, "--power is not above --alpha", "Give a power such as 80%.");
  }
  if (!options.holdout.empty()) input.baselineShare = properShare("--baseline-share", options.holdout);
  if (options.arms > 0) input.arms = options.arms;
  if (!options.conversion.empty()) input.conversion = properShare("--conversion", options.conversion);
  if (options.value) input.mean = options.value;
  if (options.sd) input.sd = options.sd;
  if (options.rho) input.rho = options.rho;
  if (options.visitorsPerDay) input.visitorsPerDay = options.visitorsPerDay;
  input.days = options.days;
  if (input.mean.has_value() != input.sd.has_value()) {
    throw Unusable(ErrorCode::Usage, "--value and --sd belong together",
                   "Give both: the mean net value per visitor and its standard deviation.");
  }
  if (!input.conversion && !input.mean) {
    throw Unusable(ErrorCode::Usage, "there is nothing to plan with",
                   "Give a store, or --conversion, or --value with --sd.");
  }
  return input;
}

nlohmann::ordered_json optionalJson(const std::optional<double>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json figureJson(const std::optional<PlanFigure>& figure) {
  if (!figure) return nullptr;
  return {{"visitors", optionalJson(figure->visitors)},
          {"days", optionalJson(figure->days)},
          {"detectable", optionalJson(figure->detectable)}};
}

std::string planJson(const PlanInput& input, const TestPlan& plan) {
  return compact(nlohmann::ordered_json{{"ok", true},
                                        {"effect", input.effect},
                                        {"power", input.strength.power},
                                        {"alpha", input.strength.alpha},
                                        {"alphaPerArm", plan.alphaPerArm},
                                        {"baselineShare", input.baselineShare},
                                        {"arms", input.arms},
                                        {"days", input.days},
                                        {"visitorsPerDay", optionalJson(input.visitorsPerDay)},
                                        {"base",
                                         {{"conversion", optionalJson(input.conversion)},
                                          {"value", optionalJson(input.mean)},
                                          {"sd", optionalJson(input.sd)},
                                          {"rho", optionalJson(input.rho)}}},
                                        {"conversion", figureJson(plan.conversion)},
                                        {"net", figureJson(plan.net)},
                                        {"netAdjusted", figureJson(plan.netAdjusted)}});
}

/** A share as a percentage with as many decimals as are of use: "5 %", "0.35 %". */
std::string percentOf(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.3g %%", share * 100);
  return text;
}

/** A whole number with thousands separated: "12,345". */
std::string whole(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.0f", value);
  std::string text = digits;
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string planLine(const char* name, const PlanFigure& figure, const PlanInput& input) {
  std::string line = std::string(name) + ": ";
  if (!figure.visitors) return line + "no number of visitors is enough.\n";
  line += whole(*figure.visitors) + " visitors";
  if (figure.days) line += ", " + whole(*figure.days) + (*figure.days == 1 ? " day" : " days");
  if (figure.detectable) {
    line += "; " + whole(input.days) + " days show an uplift of " + percentOf(*figure.detectable) + " or more";
  }
  return line + ".\n";
}

std::string planText(const PlanInput& input, const TestPlan& plan) {
  std::string out = "To find a change of " + percentOf(input.effect) + " with a power of " +
                    percentOf(input.strength.power) + " at a significance level of " + percentOf(input.strength.alpha) +
                    ", " + percentOf(input.baselineShare) + " of the visitors in the baseline";
  if (input.arms > 1) out += " and the others in " + std::to_string(input.arms) + " arms";
  out += ":\n";
  if (plan.conversion) out += planLine("Conversion", *plan.conversion, input);
  if (plan.net) out += planLine("Net value per visitor", *plan.net, input);
  if (plan.netAdjusted) out += planLine("Net value per visitor, adjusted", *plan.netAdjusted, input);
  return out;
}

int runPlan(const PlanOptions& options, bool json) {
  const PlanInput input = inputFor(options);
  const TestPlan plan = planTest(input);
  print(json ? planJson(input, plan) : planText(input, plan));
  return kGood;
}

}  // namespace

void addPlan(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("plan", "Show how many visitors and days a test takes");
  const auto options = std::make_shared<PlanOptions>();
  command->add_option("SOURCE", options->source,
                      "A store (sqlite:PATH), for its figures, or a book, for the shares of its holdout or experiment");
  command->add_option("--experiment", options->experiment, "With a book: the id of an experiment; else its holdout");
  command->add_option("--effect", options->effect, "The uplift to find, relative to the baseline")
      ->capture_default_str();
  command->add_option("--conversion", options->conversion, "The share of the baseline's visitors who buy");
  command->add_option("--value", options->value, "The baseline's mean net value per visitor, in minor units");
  command->add_option("--sd", options->sd, "The standard deviation of that value")->check(CLI::PositiveNumber);
  command->add_option("--rho", options->rho, "Its correlation with the order's value at the assignment")
      ->check(CLI::Range(-1.0, 1.0));
  command->add_option("--visitors-per-day", options->visitorsPerDay, "Visitors assigned to any arm in one day")
      ->check(CLI::PositiveNumber);
  command->add_option("--baseline-share", options->holdout, "The share of visitors in the baseline");
  command->add_option("--arms", options->arms, "The number of arms beside the baseline")->check(CLI::Range(1, 100));
  command->add_option("--days", options->days, "The period for the smallest uplift that can be shown")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  command->add_option("--power", options->power, "The share of real effects that are found")->capture_default_str();
  command->add_option("--alpha", options->alpha, "The share of false alarms")->capture_default_str();
  addJson(*command, request);
  command->footer(
      "Conversion as R's power.prop.test, net value as power.t.test; for several arms --alpha is divided by their\n"
      "number. Options win over what the source says.\n"
      "Exit codes: 0 planned; 2 the source or an option cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runPlan(*options, request.json); }; });
}

}  // namespace aftermint::cli
