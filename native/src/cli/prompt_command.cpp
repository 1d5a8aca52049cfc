/** @file `aftermint prompt`: writes the prompt that asks a language model for offers. */
#include <algorithm>
#include <cctype>
#include <memory>

#include "aftermint/copy.h"
#include "book/load.h"
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/document.h"
#include "cli/output.h"
#include "draft/prompt.h"
#include "json.h"

namespace aftermint::cli {
namespace {

struct PromptCall {
  std::string book, product, layout;
  std::optional<Placement> placement;
  std::vector<std::string> locales;
  std::size_t others = draft::PromptOptions{}.others;
};

/** Why the text is not a language tag, or an empty text. */
std::string localeFault(const std::string& tag) {
  constexpr std::size_t kMost = 35;
  bool good = tag.size() <= kMost;
  std::size_t begin = 0;
  while (good && begin <= tag.size()) {
    const std::size_t end = std::min(tag.find('-', begin), tag.size());
    const std::string_view part = std::string_view(tag).substr(begin, end - begin);
    good = part.size() >= 2 && part.size() <= (begin == 0 ? 3u : 8u) &&
           std::all_of(part.begin(), part.end(), [&](unsigned char c) {
             return c < 0x80 && (std::isalpha(c) != 0 || (begin > 0 && std::isdigit(c) != 0));
           });
    begin = end + 1;
  }
  return good ? std::string() : "\"" + tag + "\" is not a language tag such as en or de-AT";
}

/** What a person should know before using the prompt. */
std::vector<draft::MissingInput> missingInputs(const Book& book, const draft::Prompt& prompt) {
  std::vector<draft::MissingInput> missing = prompt.missing;
  const std::string own = draft::ownLocale(book);
  const auto& locales = prompt.locales;
  if (std::find(locales.begin(), locales.end(), own) == locales.end() &&
      std::find(locales.begin(), locales.end(), book.locale) == locales.end()) {
    missing.push_back(
        {"The book's own language, " + own + ", is not asked for, so every offer of the answer will lack it.",
         "Give --locale " + own + " as well."});
  }
  for (const std::string& locale : locales) {
    for (const CopyFinding& finding : judgeCopy({CopyField::Headline, locale, "x"})) {
      if (finding.code != FindingCode::UnknownLanguage) continue;
      missing.push_back({"The rules for copy do not cover " + locale + ".", "Let a native speaker read the texts."});
    }
  }
  return missing;
}

int runPrompt(const PromptCall& call, bool json) {
  refuseTwoStdins(call.book, call.layout);
  const LoadedBook loaded = loadBook(call.book);
  const Product& bought = productArgument(loaded, call.product);
  const draft::Template layout(
      call.layout.empty() ? std::string(draft::builtInTemplate()) : readText(call.layout, draft::kMostTemplateBytes),
      call.layout.empty() ? "the built-in template" : call.layout);
  const draft::Prompt prompt =
      draft::makePrompt(*loaded.book, {&bought, *call.placement, call.locales, call.others}, layout);
  const std::vector<draft::MissingInput> missing = missingInputs(loaded.book->book(), prompt);
  for (const draft::MissingInput& each : missing) printMessage(call.book + ": " + each.message + " " + each.hint);
  if (!json) {
    printDocument(prompt.text);
    return kGood;
  }
  Json out = {{"ok", true},
              {"book", loaded.book->book().id},
              {"product", bought.id},
              {"placement", toString(*call.placement)},
              {"locales", prompt.locales},
              {"products", {{"listed", prompt.listed}, {"leftOut", prompt.leftOut}}},
              {"missing", Json::array()},
              {"prompt", prompt.text}};
  for (const draft::MissingInput& each : missing)
    out["missing"].push_back({{"message", each.message}, {"hint", each.hint}});
  print(compact(out));
  return kGood;
}

}  // namespace

void addPrompt(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("prompt", "Write the prompt that asks a language model for offers");
  const auto call = std::make_shared<PromptCall>();
  command->add_option("BOOK", call->book, "The book, a JSON file; - is standard input")->required();
  command->add_option("PRODUCT", call->product, "The id of the product bought")->required();
  addPlacement(*command, call->placement, "The placement of the offers")->required();
  command
      ->add_option("--locale", call->locales,
                   "A language to write in (repeatable); those of the book's offers if absent")
      ->check(localeFault)
      ->expected(1, 8)
      ->allow_extra_args(false);
  command->add_option("--products", call->others, "How many products without a declared relation to list")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
      ->capture_default_str();
  command->add_option("--template", call->layout,
                      "A template to use instead of the built-in one (demo/prompts/Upsell.md)");
  addJson(*command, request);
  command->footer(
      "What the book lacks is said in the prompt, and on standard error with a hint. No model is called: give the\n"
      "prompt to a model, and its answer to `aftermint draft`.\n"
      "Exit codes: 0 written; 2 book or template cannot be used, or the book has no such product.");
  command->callback([call, &request] { request.run = [call, &request] { return runPrompt(*call, request.json); }; });
}

}  // namespace aftermint::cli
