/** @file `aftermint draft`. */
#include <algorithm>
#include <memory>

#include "aftermint/encode_book.h"
#include "book/load.h"
#include "book/write_book.h"
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

/** An offer as a book has it, key for key. */
Json offerJson(const Offer& offer) {
  Book alone;
  alone.offers.push_back(offer);
  Json out = Json::parse(encodeLists(alone))["offers"][0];
  out.erase("priority");  // none, which goes without saying
  return out;
}

/** Everything that was drafted, and the words and places to tell of it. */
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

/** Where the findings on an offer are in what was read. */
std::vector<Fault> placesOf(const std::vector<DraftFinding>& findings, const draft::FoundAnswer& found) {
  std::vector<Fault> places(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    places[i].code = ErrorCode::AnswerSchema;
    places[i].pointer = findings[i].pointer;
  }
  locateFaults(found.text, places);
  return places;
}

/** Findings as `--json` says them. */
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

/** Findings as people read them, a line each. */
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
  if (drafted.offer.items.empty()) return out;  // the book lacks what it offers
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
    out += "  tied to " + outcome.asked.product->id + " by name alone: the book declares no relation between them\n";
  }
  if (const Text& why = outcome.found.answer.offers[drafted.number].why; !why.empty()) {
    out += "  why, in the model's words: " + safeJson(why) + "\n";
  }
  for (const draft::Alternatives& each : drafted.alternatives) {
    for (const std::string& headline : each.headlines) {
      out += "  another headline (" + each.locale + "): " + safeJson(headline) + "\n";
    }
  }
  if (!drafted.alternatives.empty()) {
    out += "  kept as a headline test, which no visitor sees until you raise its `coverageBps`\n";
  }
  for (const std::string& pointer : drafted.dropped) out += "  headline dropped: " + pointer + "\n";
  for (const std::string& pointer : drafted.unused) {
    out += "  not used at " + std::string(toString(outcome.asked.placement)) + ": " + pointer + "\n";
  }
  return out + "  before it is approved: stock, price and fit, and a `margin`, which no answer knows\n";
}

Unusable wrongEcho(const draft::FoundAnswer& found, const DraftOptions& options, std::string pointer,
                   std::string message, std::string hint) {
  std::vector<Fault> faults(1);
  faults[0] = {ErrorCode::AnswerSchema, std::move(pointer), std::move(message), std::move(hint), 0, 0};
  locateFaults(found.text, faults);
  return {std::move(faults), options.answer};
}

/** What the answer is for: as the options say, or as the answer repeats from its prompt. */
draft::Asked askedOf(const LoadedBook& loaded, const draft::FoundAnswer& found, const DraftOptions& options) {
  const Answer& answer = found.answer;
  const std::string& id = options.product.empty() ? answer.product : options.product;
  if (id.empty()) {
    throw wrongEcho(found, options, "", "It is not said which product was bought.",
                    "Give --product, or “product” in the answer.");
  }
  draft::Asked asked;
  asked.product = loaded.book->product(id);
  if (asked.product == nullptr && !options.product.empty()) {
    throw Unusable(ErrorCode::Usage, "there is no product \"" + id + "\" in this book",
                   "Give the id of one of its products as --product.", options.book);
  }
  if (asked.product == nullptr) {
    throw wrongEcho(found, options, "/product", "The book has no product “" + id + "”.",
                    "Give the product that was bought as --product.");
  }
  const std::optional<Placement> placement = options.placement ? options.placement : answer.placement;
  if (!placement) {
    throw wrongEcho(found, options, "", "It is not said where the offers stand.",
                    "Give --placement, or “placement” in the answer.");
  }
  asked.placement = *placement;
  if (!answer.product.empty() && answer.product != id) {
    printMessage(options.answer + ": the answer is for " + answer.product + "; judged for " + id +
                 ", as --product says.");
  }
  if (answer.placement && *answer.placement != *placement) {
    printMessage(options.answer + ": the answer is for " + std::string(toString(*answer.placement)) + "; judged for " +
                 std::string(toString(*placement)) + ", as --placement says.");
  }
  return asked;
}

/** What the rules say of an answer that has faults, as far as it can be read. */
std::vector<DraftFinding> findingsBeside(std::vector<Fault>& faults, const LoadedBook& loaded,
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
    const bool knowsItems = !readable.isMade("/offers/" + std::to_string(drafted.number) + "/items");
    for (DraftFinding& finding : drafted.findings) {
      const bool isOfItems = finding.code == toString(FindingCode::HeadlineSpecific);
      if (finding.code == toString(FindingCode::NotApproved) || readable.isMade(finding.pointer)) continue;
      if (knowsItems || !isOfItems) out.push_back(std::move(finding));
    }
  }
  return out;
}

/** Tells of an answer with faults: of these and of what the rules find, so that one round mends both. */
int refuseAnswer(const draft::FaultyAnswer& faulty, const LoadedBook& loaded, const DraftOptions& options, bool json) {
  std::vector<Fault> faults = faulty.faults();
  draft::FoundAnswer found;
  found.text = faulty.text();
  const std::vector<DraftFinding> findings = findingsBeside(faults, loaded, options, found);
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
                          : options.out + ": not written, since no offer passed.");
    }
  }
  return outcome.allPassed() ? kGood : kBad;
}

}  // namespace

void addDraft(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("draft", "Check what a model answered to a prompt, and make proposals of it");
  const auto options = std::make_shared<DraftOptions>();
  command->add_option("BOOK", options->book, "The book (JSON); - is standard input")->required();
  command->add_option("ANSWER", options->answer, "A text with the answer in it, up to 1 MiB; - is standard input")
      ->required();
  addPlacement(*command, options->placement, "Where the offers stand; as the answer repeats it if absent");
  command->add_option("--product", options->product, "The product bought; as the answer repeats it if absent");
  command->add_option("--out", options->out, "Write the patch to this file instead of standard output");
  addJson(*command, request);
  command->footer(
      "The first JSON object of the answer's shape counts, whatever stands around it (`aftermint schema answer`).\n"
      "Offers that pass come out as a JSON Patch of proposals, `\"approved\": false`, for `aftermint patch`; the "
      "others\n"
      "with what stands against them. Every rule of `check` is asked, and the price band is no matter of taste here.\n"
      "Exits: 0 all passed, 1 one was refused, 2 where book or answer cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runDraft(*options, request.json); }; });
}

}  // namespace aftermint::cli
