/** @file `aftermint view`: shows what a shopper would see. */
#include <memory>

#include "aftermint/render.h"
#include "book/load.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "json.h"
#include "money.h"

namespace aftermint::cli {
namespace {

struct ViewOptions {
  std::string book, moment, as = "tree", base;
};

/** Puts the base in front of links and images that are paths, because a mail has no address to resolve them. */
void rebase(View& node, const std::string& base) {
  for (Attribute& attribute : node.attributes) {
    const bool isAddress = attribute.name == "href" || attribute.name == "src";
    if (isAddress && attribute.value.starts_with('/') && !attribute.value.starts_with("//")) {
      attribute.value.insert(0, base);
    }
  }
  for (View& child : node.children) rebase(child, base);
}

int runView(const ViewOptions& options, bool json) {
  refuseTwoStdins(options.book, options.moment);
  std::string base = options.base;
  while (base.ends_with('/')) base.pop_back();
  if (!base.empty() && !base.starts_with("https://")) {
    throw Unusable(ErrorCode::Usage, "--base must begin with https://",
                   "Give the shop's address, such as https://shop.example.");
  }
  const LoadedBook loaded = loadCheckedBook(options.book);
  Moment moment = loadMoment(options.moment);
  const bool isMail = options.as == "email";
  // In a mail there is only a link: no form and no one click.
  if (isMail) moment.placement = Placement::Email;
  const Decision decision = decide(*loaded.book, moment);
  if (decision.offer == nullptr) {
    printMessage("No offer: " + std::string(toString(decision.reason)) + ", " +
                 std::string(Codes<Reason>::meanings[static_cast<std::size_t>(decision.reason)]) + ".");
    if (json || options.as == "tree") print("null");
    return kGood;
  }
  View tree = view(*loaded.book, moment, decision);
  if (!base.empty()) rebase(tree, base);
  if (options.as == "tree") {
    print(encode(tree));
    return kGood;
  }
  const std::string& locale = moment.locale.empty() ? loaded.book->book().locale : moment.locale;
  std::string text = options.as == "text" ? toText(tree, formatMoney, locale) : toHtml(tree, formatMoney, locale);
  if (isMail) {
    text = "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr><td>" +
           text + "</td></tr></table>";
  }
  if (json) {
    print(compact(text));
  } else {
    printDocument(text);
  }
  return kGood;
}

}  // namespace

void addView(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("view", "Show what a shopper would see at a moment");
  const auto options = std::make_shared<ViewOptions>();
  command->add_option("BOOK", options->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("MOMENT", options->moment, "The moment, a JSON file; - is standard input")->required();
  command->add_option("--as", options->as, "tree (JSON), html, text or email")
      ->check(CLI::IsMember({"tree", "html", "text", "email"}))
      ->capture_default_str();
  command->add_option("--base", options->base,
                      "The shop's address (https), put in front of links and images that are paths");
  addJson(*command, request);
  command->footer(
      "`email` decides for the placement `email`, whatever the moment says. There the offer is a link. If nothing\n"
      "is offered, the tree is null, and standard error says why.\n"
      "Exit codes: 0 shown, even if nothing is offered; 2 an input cannot be used.");
  command->callback(
      [options, &request] { request.run = [options, &request] { return runView(*options, request.json); }; });
}

}  // namespace aftermint::cli
