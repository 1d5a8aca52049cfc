/** @file `aftermint decide` chooses an offer for a moment; `aftermint verify` judges an accept. */
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

/** Reads "EXPERIMENT=ARM". Throws Unusable (`usage`) if the book lacks the experiment or the arm. */
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
  throw Unusable(ErrorCode::Usage, "the book has no experiment \"" + experiment + "\"",
                 "Give EXPERIMENT=ARM with an experiment of the book.");
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
  const std::string text = summary(*loaded.book, explained.decision) + explanation(*loaded.book, explained);
  if (json) {
    print(encode(explained));
    printMessage(text);
  } else {
    print(text);
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
        out += " is valid at " + formatMoney(result.price, result.currency, locale);
        break;
      case AcceptVerdict::PriceChanged:
        out += " costs " + formatMoney(result.price, result.currency, locale) + " now, " +
               formatMoney(accept.amount.value_or(0), accept.currency, locale) + " was shown; do not charge";
        break;
      case AcceptVerdict::Unavailable:
        out += " is not valid (" + std::string(toString(result.reason)) +
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
  command->add_option("BOOK", inputs->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("MOMENT", inputs->other, "The moment, a JSON file; - is standard input")->required();
  command->add_flag("--explain", inputs->explain,
                    "Say why each candidate was chosen or not (with --json as `candidates`)");
  command->add_option("--arm", inputs->arms,
                      "EXPERIMENT=ARM: decide as if the visitor were in this arm. Such a preview is not measured,\n"
                      "and no holdout applies");
  addJson(*command, request);
  command->footer(
      "The decision includes the trace of all candidates. A browser makes the same decision, byte for byte.\n"
      "Exit codes: 0 decided, even if nothing is offered; 2 an input cannot be used.");
  command->callback(
      [inputs, &request] { request.run = [inputs, &request] { return runDecide(*inputs, request.json); }; });
}

void addVerify(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("verify", "Judge an accept, as a server must before it charges");
  const auto inputs = std::make_shared<Inputs>();
  command->add_option("BOOK", inputs->book, "The book, a JSON file; - is standard input")->required();
  command
      ->add_option("ACCEPT", inputs->other,
                   "The accept, a JSON file with moment, offer and price shown; - is standard input")
      ->required();
  addJson(*command, request);
  command->footer(
      "The moment in the accept must come from the server. Only the price shown comes from the browser.\n"
      "Exit codes: 0 accepted; 1 price_changed or unavailable; 2 an input cannot be used.");
  command->callback(
      [inputs, &request] { request.run = [inputs, &request] { return runVerify(*inputs, request.json); }; });
}

}  // namespace aftermint::cli
