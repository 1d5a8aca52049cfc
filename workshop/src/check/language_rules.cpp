/** @file Rules on languages: what readers of each language see, offer by offer. */
#include <algorithm>

#include "aftermint/language.h"
#include "check/findings.h"
#include "decide/pricing.h"
#include "view/messages.h"

namespace aftermint {
namespace {

using Names = std::vector<std::string_view>;

/** How many names a message lists before it only counts. */
constexpr std::size_t kListed = 3;

/** "“a”, “b”, “c” and 4 more". */
std::string listed(const Names& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < kListed; ++i) {
    out.append(i == 0 ? "“" : ", “").append(names[i]).append("”");
  }
  if (names.size() > kListed) out += " and " + std::to_string(names.size() - kListed) + " more";
  return out;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void addOnce(Names& names, std::string_view name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/** The languages that some offer has copy in, besides the book's own, in the order written. */
Names otherLanguages(const Book& book) {
  Names languages;
  for (const Offer& offer : book.offers) {
    for (const Copy& copy : offer.copy) {
      if (languageOf(copy.locale) != languageOf(book.locale)) addOnce(languages, languageOf(copy.locale));
    }
  }
  return languages;
}

bool uses(const Copy& copy, std::string_view placeholder) {
  for (const Text* text : {&copy.headline, &copy.benefit, &copy.accept, &copy.linkAccept, &copy.incentive}) {
    if (text->find(placeholder) != std::string::npos) return true;
  }
  return false;
}

/** One language, held against every offer. */
class LanguageCheck {
 public:
  LanguageCheck(const IndexedBook& indexed, std::string_view language, Findings& findings)
      : indexed_(indexed), book_(indexed.book()), language_(language), findings_(findings) {}

  void run() {
    checkOffers();
    checkTitles();
    checkMessages();
    checkArms();
  }

 private:
  void checkOffers() {
    Names without;
    for (const Offer& offer : book_.offers) {
      if (inLanguage(offer.copy, language_) == nullptr) without.push_back(offer.id);
    }
    if (without.empty()) return;
    findings_.at("/offers");
    findings_.add(FindingCode::LanguageGap, Severity::Info, "",
                  "Copy in “" + language_ + "” is written for " + std::to_string(book_.offers.size() - without.size()) +
                      " of " + counted(book_.offers.size(), "offer") + ". Shoppers who read “" + language_ + "” see “" +
                      book_.locale + "” for " + listed(without) + ".",
                  "Add `copy." + language_ + "` to them, if these shoppers should read their own language.");
  }

  /** Copy in one language that names a product in another. */
  void checkTitles() {
    Names products;
    for (const Offer& offer : book_.offers) {
      const Copy* copy = inLanguage(offer.copy, language_);
      if (copy == nullptr) continue;
      // The offer after payment names what is offered in a line of its own, whatever the copy says.
      for (const Item& item : offer.items) checkTitle(item.product, item.variant, products);
      if (!uses(*copy, "{trigger}")) continue;
      for (const Text& id : offer.triggers.products) checkTitle(id, "", products);
    }
    if (products.empty()) return;
    const auto place = static_cast<std::size_t>(indexed_.product(products.front()) - book_.products.data());
    findings_.at("/products/" + std::to_string(place));
    findings_.add(
        FindingCode::LanguageMixed, Severity::Warning, "/translations",
        "Shoppers who read “" + language_ + "” meet titles in “" + book_.locale +
            "” inside that copy: " + listed(products) + ".",
        "Add `translations." + language_ + ".title`; repeat the title where it is the same in both languages.");
  }

  void checkTitle(std::string_view id, std::string_view variant, Names& products) {
    const Product& product = *indexed_.product(id);
    const Translation* translated = inLanguage(product.translations, language_);
    const Variant* chosen = variantOf(product, variant);
    if (translated == nullptr || (chosen != nullptr && inLanguage(chosen->translations, language_) == nullptr)) {
      addOnce(products, product.id);
    }
  }

  void checkMessages() {
    if (messagesFor(language_).areOf(language_)) return;
    findings_.at("/offers");
    findings_.add(
        FindingCode::LanguageMixed, Severity::Warning, "",
        "Aftermint has no texts of its own in " + language_ + ": buttons and messages around this copy are English.",
        "Give the page your texts by `configure({ messages: { " + language_ + ": … } })` (widget/README.md).");
  }

  /** A headline to try that one language lacks: its readers are counted for the arm and see the offer's own. */
  void checkArms() {
    for (std::size_t i = 0; i < book_.experiments.size(); ++i) {
      const Experiment& experiment = book_.experiments[i];
      const Offer* offer = indexed_.offer(experiment.offer);
      if (offer == nullptr || inLanguage(offer->copy, language_) == nullptr) continue;
      for (std::size_t j = 0; j < experiment.arms.size(); ++j) {
        const Arm& arm = experiment.arms[j];
        if (arm.copy.empty() || inLanguage(arm.copy, language_) != nullptr) continue;
        findings_.at("/experiments/" + std::to_string(i));
        findings_.add(FindingCode::LanguageGap, Severity::Warning, "/arms/" + std::to_string(j) + "/copy",
                      "The arm “" + arm.id + "” has no headline in “" + language_ +
                          "”: its readers are counted for this arm and see the offer's own headline.",
                      "Add `copy." + language_ + "` to the arm.");
      }
    }
  }

  const IndexedBook& indexed_;
  const Book& book_;
  std::string language_;
  Findings& findings_;
};

}  // namespace

void checkLanguages(const IndexedBook& book, Findings& findings) {
  for (const std::string_view language : otherLanguages(book.book())) LanguageCheck(book, language, findings).run();
}

}  // namespace aftermint
