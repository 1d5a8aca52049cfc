/** @file Rules on languages: what shoppers of each language see. */
#include <algorithm>

#include "aftermint/language.h"
#include "check/findings.h"
#include "decide/pricing.h"
#include "view/messages.h"

namespace aftermint {
namespace {

using Names = std::vector<std::string_view>;

/** How many names a message lists; the rest is only counted. */
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

/** The languages other than the book's own that some offer has copy in, in the order of the book. */
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

/** Checks every offer for one language. */
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
                  std::to_string(book_.offers.size() - without.size()) + " of " +
                      counted(book_.offers.size(), "offer") + " have copy in “" + language_ + "”. For " +
                      listed(without) + ", shoppers who read “" + language_ + "” see “" + book_.locale + "” instead.",
                  "Add `copy." + language_ + "` if these shoppers should read their own language.");
  }

  /** Reports copy in this language that would show a product title in another language. */
  void checkTitles() {
    Names products;
    for (const Offer& offer : book_.offers) {
      const Copy* copy = inLanguage(offer.copy, language_);
      if (copy == nullptr) continue;
      // The offer after payment always shows the titles of its items, even if the copy does not.
      for (const Item& item : offer.items) checkTitle(item.product, item.variant, products);
      if (!uses(*copy, "{trigger}")) continue;
      for (const Text& id : offer.triggers.products) checkTitle(id, "", products);
    }
    if (products.empty()) return;
    const auto place = static_cast<std::size_t>(indexed_.product(products.front()) - book_.products.data());
    findings_.at("/products/" + std::to_string(place));
    findings_.add(
        FindingCode::LanguageMixed, Severity::Warning, "/translations",
        "In copy in “" + language_ + "” these products appear with their titles in “" + book_.locale +
            "”: " + listed(products) + ".",
        "Add `translations." + language_ + ".title`. If the title is the same in both languages, repeat it there.");
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
        "Aftermint has no built-in texts in “" + language_ +
            "”, so the buttons and messages around this copy are in English.",
        "Give the page your own texts: `configure({ messages: { " + language_ + ": … } })` (see widget/README.md).");
  }

  /** Reports arms that try a headline without one in this language. */
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
                          "”. Shoppers of that language see the offer's usual headline but count for this arm, so the "
                          "result is wrong.",
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
