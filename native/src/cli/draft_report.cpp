#include "cli/draft_report.h"

#include <utility>

#include "aftermint/encode_book.h"
#include "cli/output.h"
#include "draft/headline_arms.h"
#include "money.h"
#include "safe_json.h"

namespace aftermint::cli {
namespace {

using draft::Drafted;
using draft::DraftFinding;

/** An offer as JSON, as in a book. */
Json offerJson(const Offer& offer) {
  Book alone;
  alone.offers.push_back(offer);
  Json out = Json::parse(encodeLists(alone))["offers"][0];
  out.erase("priority");  // it is 0, the default
  return out;
}

std::string money(const DraftOutcome& outcome, Minor amount) {
  const Book& book = outcome.book.book->book();
  return formatMoney(amount, book.currency, book.locale);
}

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

Json draftedJson(const Drafted& drafted, const DraftOutcome& outcome) {
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

/** `offer 0, cross_sell of 1 × Tern two-step sharpener at £24.00`. */
std::string summaryOf(const Drafted& drafted, const DraftOutcome& outcome) {
  std::string out = "offer " + std::to_string(drafted.number);
  if (drafted.offer.items.empty()) return out;  // the book lacks a product of it
  out += ", " + std::string(toString(drafted.offer.type)) + " of ";
  for (const Item& item : drafted.offer.items) {
    if (&item != drafted.offer.items.data()) out += " and ";
    out += std::to_string(item.quantity) + " × " + outcome.book.book->product(item.product)->title;
  }
  out += " at " + money(outcome, drafted.price);
  if (drafted.price != drafted.separate) out += " instead of " + money(outcome, drafted.separate);
  return out;
}

}  // namespace

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

Json draftPatch(const DraftOutcome& outcome) {
  Json out = Json::array();
  for (const Drafted& drafted : outcome.drafts) {
    if (drafted.passed) out.push_back({{"op", "add"}, {"path", "/offers/-"}, {"value", offerJson(drafted.offer)}});
  }
  for (Json& test : draft::headlineTests(outcome.book.book->book(), outcome.drafts)) {
    out.push_back({{"op", "add"}, {"path", "/experiments/-"}, {"value", std::move(test)}});
  }
  return out;
}

Json draftJson(const DraftOutcome& outcome) {
  Json out = {{"ok", true},
              {"product", outcome.asked.product->id},
              {"placement", toString(outcome.asked.placement)},
              {"found", {{"line", outcome.found.line}, {"column", outcome.found.column}}},
              {"patch", draftPatch(outcome)},
              {"passed", Json::array()},
              {"refused", Json::array()}};
  for (const Drafted& drafted : outcome.drafts) {
    out[drafted.passed ? "passed" : "refused"].push_back(draftedJson(drafted, outcome));
  }
  return out;
}

std::string draftText(const Drafted& drafted, const DraftOutcome& outcome) {
  std::string out = findingsText(drafted.findings, outcome.found, outcome.file);
  out += std::string(outcome.file) + ": " + summaryOf(drafted, outcome);
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

}  // namespace aftermint::cli
