/** @file `aftermint prompt`. */
#include <algorithm>
#include <cctype>
#include <memory>

#include "aftermint/copy.h"
#include "book/load.h"
#include "cli/commands.h"
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

/** Refuses what no book takes for a language tag. */
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
  return good ? std::string() : "\"" + tag + "\" is no language tag such as en or de-AT";
}

/** What a person should know before they hand the prompt on. */
std::vector<draft::MissingInput> hintsOf(const Book& book, const draft::Prompt& prompt) {
  std::vector<draft::MissingInput> hints = prompt.missing;
  const std::string own = draft::ownLocale(book);
  const auto& locales = prompt.locales;
  if (std::find(locales.begin(), locales.end(), own) == locales.end() &&
      std::find(locales.begin(), locales.end(), book.locale) == locales.end()) {
    hints.push_back({"The book's own language, " + own + ", is not asked for: every offer of the answer will lack it.",
                     "Give --locale " + own + " as well."});
  }
  for (const std::string& locale : locales) {
    for (const CopyFinding& finding : judgeCopy({CopyField::Headline, locale, "x"})) {
      if (finding.code != FindingCode::UnknownLanguage) continue;
      hints.push_back(
          {"Copy in " + locale + " cannot be judged by the rules of tact.", "Let a speaker of it read it."});
    }
  }
  return hints;
}

int runPrompt(const PromptCall& call, bool json) {
  refuseTwoStdins(call.book, call.layout);
  const LoadedBook loaded = loadBook(call.book);
  const Product* bought = loaded.book->product(call.product);
  if (bought == nullptr) {
    throw Unusable(ErrorCode::Usage, "there is no product \"" + call.product + "\" in this book",
                   "Give the id of one of its products.", call.book);
  }
  const draft::Template layout(
      call.layout.empty() ? std::string(draft::builtInTemplate()) : readText(call.layout, draft::kMostTemplateBytes),
      call.layout.empty() ? "the built-in template" : call.layout);
  const draft::Prompt prompt =
      draft::makePrompt(*loaded.book, {bought, *call.placement, call.locales, call.others}, layout);
  const std::vector<draft::MissingInput> hints = hintsOf(loaded.book->book(), prompt);
  for (const draft::MissingInput& hint : hints) printMessage(call.book + ": " + hint.message + " " + hint.hint);
  if (!json) {
    print(prompt.text);
    return kGood;
  }
  Json out = {{"ok", true},
              {"book", loaded.book->book().id},
              {"product", bought->id},
              {"placement", toString(*call.placement)},
              {"locales", prompt.locales},
              {"products", {{"listed", prompt.listed}, {"leftOut", prompt.leftOut}}},
              {"missing", Json::array()},
              {"prompt", prompt.text}};
  for (const draft::MissingInput& hint : hints)
    out["missing"].push_back({{"message", hint.message}, {"hint", hint.hint}});
  print(compact(out));
  return kGood;
}

}  // namespace

void addPrompt(CLI::App& app, Request& request) {
  CLI::App* command = app.add_subcommand("prompt", "Write the prompt that asks a language model for offers");
  const auto call = std::make_shared<PromptCall>();
  command->add_option("BOOK", call->book, "The book (JSON); - is standard input")->required();
  command->add_option("PRODUCT", call->product, "The product that was bought, by its id")->required();
  addPlacement(*command, call->placement, "Where the offers stand")->required();
  command
      ->add_option("--locale", call->locales,
                   "A language to write in, any number; those of the book's offers if absent")
      ->check(localeFault)
      ->expected(1, 8)
      ->allow_extra_args(false);
  command->add_option("--products", call->others, "Products listed beside those with a declared tie")
      ->check(CLI::Range(std::size_t{0}, std::size_t{1000}))
      ->capture_default_str();
  command->add_option("--template", call->layout, "Another template than the built-in one (demo/prompts/Upsell.md)");
  addJson(*command, request);
  command->footer(
      "What the book does not say stands in the prompt in plain words, and on standard error with its hint. No model "
      "is\n"
      "called: give the prompt to one, and what it answers to `aftermint draft`.\n"
      "Exits: 0 written, 2 where the book or the template cannot be used or the book has no such product.");
  command->callback([call, &request] { request.run = [call, &request] { return runPrompt(*call, request.json); }; });
}

}  // namespace aftermint::cli
