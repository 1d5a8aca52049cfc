/** @file `aftermint draft`: checks a model's answer to a prompt, and writes a patch of proposals. */
#include <algorithm>
#include <memory>

#include "aftermint/encode_book.h"
#include "book/load.h"
#include "book/write_book.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "draft/draft.h"
#include "draft/find_answer.h"
#include "draft/headline_arms.h"
#include "draft/readable.h"
#include "json.h"
#include "money.h"
#include "patch/layout.h"
#include "safe_json.h"

namespace aftermint::cli {
namespace {

using draft::Drafted;
using draft::DraftFinding;

struct DraftOptions {
  std::string book, answer, product, out;
  std::optional<Placement> placement;
};

/** An offer as JSON, as in a book. */
Json offerJson(const Offer& offer) {
  Book alone;
  alone.offers.push_back(offer);
  Json out = Json::parse(encodeLists(alone))["offers"][0];
  out.erase("priority");  // it is 0, the default
  return out;
}

/** The drafts, and what is needed to report them. */
struct Outcome {
  const LoadedBook& book;
  const DraftOptions& options;
  const draft::FoundAnswer& found;
  draft::Asked asked;
  std::vector<Drafted> drafts;

  [[nodiscard]] std::string money(Minor amount) const {
    return formatMoney(amount, book.book->book().currency, book.book->book().locale);
  }
  [[nodiscard]] bool allPassed() const {
    return std::all_of(drafts.begin(), drafts.end(), [](const Drafted& drafted) { return drafted.passed; });
  }
  [[nodiscard]] Json patch() const {
    Json out = Json::array();
    for (const Drafted& drafted : drafts) {
      if (drafted.passed) out.push_back({{"op", "add"}, {"path", "/offers/-"}, {"value", offerJson(drafted.offer)}});
    }
    for (Json& test : draft::headlineTests(book.book->book(), drafts)) {
      out.push_back({{"op", "add"}, {"path", "/experiments/-"}, {"value", std::move(test)}});
    }
    return out;
  }
};

/** The line and column of each finding in the text that was read. */
std::vector<Fault> placesOf(const std::vector<DraftFinding>& findings, const draft::FoundAnswer& found) {
  std::vector<Fault> places(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    places[i].code = ErrorCode::AnswerSchema;
    places[i].pointer = findings[i].pointer;
  }
  locateFaults(found.text, places);
  return places;
}

/** Findings as JSON. */
Json findingsJson(const std::vector<DraftFinding>& findings, const draft::FoundAnswer& found) {
  const std::vector<Fault> places = placesOf(findings, found);
  Json out = Json::array();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const DraftFinding& finding = findings[i];
    out.push_back({{"code", finding.code},
                   {"severity", toString(finding.severity)},
                   {"pointer", finding.pointer},
                   {"line", places[i].line},
                   {"column", places[i].column},
                   {"message", finding.message},
                   {"hint", finding.hint}});
  }
  return out;
}

/** Findings as text, one per line. */
std::string findingsText(const std::vector<DraftFinding>& findings, const draft::FoundAnswer& found,
                         std::string_view file) {
  const std::vector<Fault> places = placesOf(findings, found);
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const DraftFinding& finding = findings[i];
    out += messageLine({file, places[i].line, places[i].column, toString(finding.severity), finding.code,
                        finding.pointer, finding.message, finding.hint});
  }
  return out;
}

Json draftedJson(const Drafted& drafted, const Outcome& outcome) {
  Json out = {{"offer", drafted.number}, {"why", outcome.found.answer.offers[drafted.number].why}};
  if (drafted.passed) {
    out["id"] = drafted.offer.id;
    out["relation"] = toString(drafted.relation);
    out["price"] = {{"amount", drafted.price}, {"currency", outcome.book.book->book().currency}};
    out["separate"] = drafted.separate;
    out["alternatives"] = Json::object();
    for (const draft::Alternatives& each : drafted.alternatives) out["alternatives"][each.locale] = each.headlines;
    out["dropped"] = drafted.dropped;
    out["unused"] = drafted.unused;
  }
  out["findings"] = findingsJson(drafted.findings, outcome.found);
  return out;
}

void printJson(const Outcome& outcome) {
  Json out = {{"ok", true},
              {"product", outcome.asked.product->id},
              {"placement", toString(outcome.asked.placement)},
              {"found", {{"line", outcome.found.line}, {"column", outcome.found.column}}},
              {"patch", outcome.patch()},
              {"passed", Json::array()},
              {"refused", Json::array()}};
  for (const Drafted& drafted : outcome.drafts) {
    out[drafted.passed ? "passed" : "refused"].push_back(draftedJson(drafted, outcome));
  }
  print(compact(out));
}

/** `offer 0, cross_sell of 1 × Tern two-step sharpener at £24.00`. */
std::string summaryOf(const Drafted& drafted, const Outcome& outcome) {
  std::string out = "offer " + std::to_string(drafted.number);
  if (drafted.offer.items.empty()) return out;  // the book lacks a product of it
  out += ", " + std::string(toString(drafted.offer.type)) + " of ";
  for (const Item& item : drafted.offer.items) {
    if (&item != drafted.offer.items.data()) out += " and ";
    out += std::to_string(item.quantity) + " × " + outcome.book.book->product(item.product)->title;
  }
  out += " at " + outcome.money(drafted.price);
  if (drafted.price != drafted.separate) out += " instead of " + outcome.money(drafted.separate);
  return out;
}

std::string draftedText(const Drafted& drafted, const Outcome& outcome) {
  std::string out = findingsText(drafted.findings, outcome.found, outcome.options.answer);
  out += outcome.options.answer + ": " + summaryOf(drafted, outcome);
  if (!drafted.passed) return out + ": refused.\n";
  out += ": passed as " + drafted.offer.id + ", a proposal.\n";
  if (drafted.relation >= Relation::Product) {
    out += "  tied to " + outcome.asked.product->id + " only by its id: the book declares no relation between them\n";
  }
  if (const Text& why = outcome.found.answer.offers[drafted.number].why; !why.empty()) {
    out += "  the model's reason: " + safeJson(why) + "\n";
  }
  for (const draft::Alternatives& each : drafted.alternatives) {
    for (const std::string& headline : each.headlines) {
      out += "  another headline (" + each.locale + "): " + safeJson(headline) + "\n";
    }
  }
  if (!drafted.alternatives.empty()) {
    out += "  these become a headline experiment, which no visitor sees until you raise its `coverageBps`\n";
  }
  for (const std::string& pointer : drafted.dropped) out += "  headline dropped: " + pointer + "\n";
  for (const std::string& pointer : drafted.unused) {
    out += "  label not shown at " + std::string(toString(outcome.asked.placement)) + ": " + pointer + "\n";
  }
  return out + "  before you approve it: check stock, price and fit, and add a `margin`, which the model cannot know\n";
}

/** An error about `product` or `placement` in the answer. */
Unusable askedFault(const draft::FoundAnswer& found, const DraftOptions& options, std::string pointer,
                    std::string message, std::string hint) {
  std::vector<Fault> faults(1);
  faults[0] = {ErrorCode::AnswerSchema, std::move(pointer), std::move(message), std::move(hint), 0, 0};
  locateFaults(found.text, faults);
  return {std::move(faults), options.answer};
}

/** The product and placement that the answer is for: from the options, or else from the answer. */
draft::Asked askedOf(const LoadedBook& loaded, const draft::FoundAnswer& found, const DraftOptions& options) {
  const Answer& answer = found.answer;
  const std::string& id = options.product.empty() ? answer.product : options.product;
  if (id.empty()) {
    throw askedFault(found, options, "", "The product bought is not given.",
                     "Give --product, or set “product” in the answer.");
  }
  draft::Asked asked;
  asked.product = options.product.empty() ? loaded.book->product(id) : &productArgument(loaded, id);
  if (asked.product == nullptr) {
    throw askedFault(found, options, "/product", "The book has no product “" + id + "”.",
                     "Give the product bought as --product.");
  }
  const std::optional<Placement> placement = options.placement ? options.placement : answer.placement;
  if (!placement) {
    throw askedFault(found, options, "", "The placement is not given.",
                     "Give --placement, or set “placement” in the answer.");
  }
  asked.placement = *placement;
  if (!answer.product.empty() && answer.product != id) {
    printMessage(options.answer + ": the answer is for " + answer.product + ". It was checked for " + id +
                 ", because of --product.");
  }
  if (answer.placement && *answer.placement != *placement) {
    printMessage(options.answer + ": the answer is for " + std::string(toString(*answer.placement)) +
                 ". It was checked for " + std::string(toString(*placement)) + ", because of --placement.");
  }
  return asked;
}

/** The findings on the readable parts of an answer with faults. Adds a fault if product or placement are missing. */
std::vector<DraftFinding> findingsOnReadable(std::vector<Fault>& faults, const LoadedBook& loaded,
                                             const DraftOptions& options, draft::FoundAnswer& found) {
  const draft::Readable first = draft::readableOf(found.text, *loaded.book, nullptr);
  found.answer = first.answer;
  draft::Asked asked;
  try {
    asked = askedOf(loaded, found, options);
  } catch (const Unusable& unusable) {
    faults.insert(faults.end(), unusable.faults().begin(), unusable.faults().end());
    return {};
  }
  draft::Readable readable = draft::readableOf(found.text, *loaded.book, asked.product);
  found.answer = std::move(readable.answer);
  std::vector<DraftFinding> out;
  for (Drafted& drafted : draft::draftOffers(*loaded.book, found.answer, asked)) {
    const bool knowsItems = !readable.isFilledIn("/offers/" + std::to_string(drafted.number) + "/items");
    for (DraftFinding& finding : drafted.findings) {
      const bool isOfItems = finding.code == toString(FindingCode::HeadlineSpecific);
      if (finding.code == toString(FindingCode::NotApproved) || readable.isFilledIn(finding.pointer)) continue;
      if (knowsItems || !isOfItems) out.push_back(std::move(finding));
    }
  }
  return out;
}

/** Reports the faults of an answer and the findings on it together, so that both can be fixed at once. */
int refuseAnswer(const draft::FaultyAnswer& faulty, const LoadedBook& loaded, const DraftOptions& options, bool json) {
  std::vector<Fault> faults = faulty.faults();
  draft::FoundAnswer found;
  found.text = faulty.text();
  const std::vector<DraftFinding> findings = findingsOnReadable(faults, loaded, options, found);
  if (json) {
    Json out = Json::parse(encodeFaults(faults, faulty.file()));
    out["findings"] = findingsJson(findings, found);
    print(compact(out));
  } else {
    printMessage(faultLines(Unusable(faults, faulty.file())) + findingsText(findings, found, options.answer));
  }
  return kUnusable;
}

int runDraft(const DraftOptions& options, bool json) {
  refuseTwoStdins(options.book, options.answer);
  const LoadedBook loaded = loadBook(options.book);
  const std::string answer = readText(options.answer, draft::kMostAnswerBytes);
  draft::FoundAnswer found;
  try {
    found = draft::findAnswer(answer, options.answer);
  } catch (const draft::FaultyAnswer& faulty) {
    return refuseAnswer(faulty, loaded, options, json);
  }
  const draft::Asked asked = askedOf(loaded, found, options);
  const Outcome outcome{loaded, options, found, asked, draft::draftOffers(*loaded.book, found.answer, asked)};
  const Json patch = outcome.patch();
  const std::string text = patch::layOut(patch) + "\n";
  const bool writes = !options.out.empty() && !patch.empty();
  if (writes) writeWhole(options.out, text);
  if (json) {
    printJson(outcome);
  } else {
    printMessage(options.answer + ": the answer begins at line " + std::to_string(found.line) + ", column " +
                 std::to_string(found.column) + ".");
    for (const Drafted& drafted : outcome.drafts) printMessage(draftedText(drafted, outcome));
    if (options.out.empty()) print(text);
    if (!options.out.empty()) {
      printMessage(writes ? options.out + ": written; `aftermint patch " + options.book + " " + options.out +
                                "` applies it."
                          : options.out + ": not written, because no offer passed.");
    }
  }
  return outcome.allPassed() ? kGood : kBad;
}

}  // namespace

void addDraft(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("draft", "Check a model's answer to a prompt, and make proposals of it");
  const auto options = std::make_shared<DraftOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("ANSWER", options->answer, "A text that contains the answer, up to 1 MiB; - is standard input")
      ->required();
  addPlacement(*command, options->placement, "The placement of the offers; the one in the answer if absent");
  command->add_option("--product", options->product, "The product bought; the one in the answer if absent");
  command->add_option("--out", options->out, "Write the patch to this file instead of standard output");
  addJson(*command, request);
  command->footer(
      "Uses the first JSON object that is an answer (`aftermint schema answer`), whatever text is around it. Offers\n"
      "that pass become a JSON Patch of proposals (`\"approved\": false`) for `aftermint patch`; the others are\n"
      "listed with their errors. All rules of `check` apply, and a price outside the band is an error.\n"
      "Exit codes: 0 all offers passed; 1 an offer was refused; 2 book or answer cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runDraft(*options, request.json); }; });
}

}  // namespace aftermint::cli
