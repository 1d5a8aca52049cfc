/** @file `aftermint decide` and `aftermint verify`. */
#include <memory>

#include "aftermint/explain.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/decision_text.h"
#include "cli/output.h"
#include "money.h"

namespace aftermint::cli {
namespace {

struct Inputs {
  std::string book, other;
  bool explain = false;
  std::vector<std::string> arms;
};

/** "EXPERIMENT=ARM" as the preview of a moment; the experiment and the arm must be in the book. Throws Unusable. */
ForcedArm forcedArm(const Book& book, const std::string& text) {
  const std::size_t mark = text.find('=');
  const std::string experiment = text.substr(0, mark);
  const std::string arm = mark == std::string::npos ? "" : text.substr(mark + 1);
  for (const Experiment& each : book.experiments) {
    if (each.id != experiment) continue;
    std::string known;
    for (const Arm& one : each.arms) {
      if (one.id == arm) return {experiment, arm};
      known += (known.empty() ? "" : ", ") + one.id;
    }
    throw Unusable(ErrorCode::Usage, "the experiment " + experiment + " has no arm \"" + arm + "\"",
                   "Give one of: " + known + ".");
  }
  throw Unusable(ErrorCode::Usage, "the book has no experiment \"" + experiment + "\"", "Give EXPERIMENT=ARM.");
}

int runDecide(const Inputs& inputs, bool json) {
  refuseTwoStdins(inputs.book, inputs.other);
  const LoadedBook loaded = loadCheckedBook(inputs.book);
  Moment moment = loadMoment(inputs.other);
  for (const std::string& text : inputs.arms) moment.preview.push_back(forcedArm(loaded.book->book(), text));
  if (!inputs.explain) {
    const Decision decision = decide(*loaded.book, moment);
    print(json ? encode(decision) : summary(*loaded.book, decision));
    return kGood;
  }
  const Explanation explained = explain(*loaded.book, moment);
  const std::string words = summary(*loaded.book, explained.decision) + explanation(*loaded.book, explained);
  if (json) {
    print(encode(explained));
    printMessage(words);
  } else {
    print(words);
  }
  return kGood;
}

int runVerify(const Inputs& inputs, bool json) {
  refuseTwoStdins(inputs.book, inputs.other);
  const LoadedBook loaded = loadCheckedBook(inputs.book);
  const Accept accept = loadAccept(inputs.other);
  const AcceptResult result = verify(*loaded.book, accept);
  if (json) {
    print(encode(result));
  } else {
    std::string out = std::string(toString(result.verdict)) + ": offer " + accept.offer;
    const std::string& locale = loaded.book->book().locale;
    switch (result.verdict) {
      case AcceptVerdict::Accepted:
        out += " holds at " + formatMoney(result.price, result.currency, locale);
        break;
      case AcceptVerdict::PriceChanged:
        out += " costs " + formatMoney(result.price, result.currency, locale) + " now, " +
               formatMoney(accept.amount, accept.currency, locale) + " was shown; nothing may be charged";
        break;
      case AcceptVerdict::Unavailable:
        out += " does not hold (" + std::string(toString(result.reason)) +
               "): " + std::string(Codes<Reason>::meanings[static_cast<std::size_t>(result.reason)]);
        break;
    }
    print(out + ".");
  }
  return result.verdict == AcceptVerdict::Accepted ? kGood : kBad;
}

}  // namespace

void addDecide(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("decide", "Choose at most one offer for a moment");
  const auto inputs = std::make_shared<Inputs>();
  command->add_option("BOOK", inputs->book, "The book (JSON); - is standard input")->required();
  command->add_option("MOMENT", inputs->other, "The moment (JSON); - is standard input")->required();
  command->add_flag("--explain", inputs->explain,
                    "Say for every candidate why it, or why not (with --json as `candidates`)");
  command->add_option("--arm", inputs->arms,
                      "EXPERIMENT=ARM: decide as if the visitor were in that arm; nothing else of a\n"
                      "decision so made is measured, and no holdout applies");
  addJson(*command, request);
  command->footer(
      "The decision holds the whole trace; it is the same, byte for byte, in the browser.\n"
      "Exits: 0 decided (also where nothing is offered), 2 where an input cannot be used.");
  command->callback(
      [inputs, &request] { request.run = [inputs, &request] { return runDecide(*inputs, request.json); }; });
}

void addVerify(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("verify", "Judge an accept as the server must before it charges");
  const auto inputs = std::make_shared<Inputs>();
  command->add_option("BOOK", inputs->book, "The book (JSON); - is standard input")->required();
  command->add_option("ACCEPT", inputs->other, "The accept (JSON): moment, offer and price shown; - is standard input")
      ->required();
  addJson(*command, request);
  command->footer(
      "The moment in the accept is the server's own; of the browser only the price it showed is compared.\n"
      "Exits: 0 accepted, 1 price_changed or unavailable, 2 where an input cannot be used.");
  command->callback(
      [inputs, &request] { request.run = [inputs, &request] { return runVerify(*inputs, request.json); }; });
}

}  // namespace aftermint::cli
