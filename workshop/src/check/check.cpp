#include "aftermint/check.h"

#include <algorithm>

#include "aftermint/language.h"
#include "check/attribute.h"
#include "check/findings.h"
#include "decide/offer_rules.h"

namespace aftermint {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

class Checker {
 public:
  Checker(const IndexedBook& book, std::optional<Millis> now)
      : indexed_(book), book_(book.book()), around_(book), vocabulary_(book), now_(now) {}

  std::vector<Finding> run() {
    findings_.at("/policy");
    checkPolicy(book_.policy, findings_);
    checkLaw(indexed_, findings_);
    checkTuning(book_.policy, findings_);
    for (std::size_t i = 0; i < book_.offers.size(); ++i) {
      findings_.at("/offers/" + std::to_string(i));
      checkOffer(book_.offers[i]);
    }
    checkExperiments(indexed_, findings_);
    checkLanguages(indexed_, findings_);
    tune(book_.policy, all_);
    leaveOutSeen();
    return std::move(all_);
  }

 private:
  void add(FindingCode code, Severity severity, std::string_view under, std::string message, std::string hint) {
    findings_.add(code, severity, under, std::move(message), std::move(hint));
  }

  void checkOffer(const Offer& offer) {
    if (!offer.approved) {
      add(FindingCode::NotApproved, Severity::Info, "/approved", "“" + offer.id + "” is a proposal and is not shown.",
          "Look at stock, price and fit, then approve it: `aftermint approve BOOK " + offer.id + "`.");
    }
    checkRelevance(offer);
    checkPlacements(offer);
    const Primaries primaries = around_.primaries(offer);
    checkWay(indexed_, primaries, offer, findings_);
    checkKind(indexed_, around_, primaries, offer, findings_);
    checkItems(indexed_, offer, findings_);
    checkPrices(indexed_, primaries, offer, findings_);
    checkCondition(offer, findings_);
    checkSense(vocabulary_, indexed_, offer, now_, findings_);
    checkTriggers(vocabulary_, offer, now_, findings_);
    checkCopy(offer);
    checkAmounts(indexed_, primaries, offer, findings_);
    checkRefresh(indexed_, primaries, offer, now_, findings_);
  }

  /** What is only good to know is said once: not to somebody who saw it on the offer as it is now. */
  void leaveOutSeen() {
    std::erase_if(all_, [this](const Finding& finding) {
      if (finding.severity != Severity::Info || finding.code == FindingCode::Refresh) return false;
      const std::optional<std::size_t> number = offerNumberOf(finding);
      if (!number) return false;
      const Offer& offer = book_.offers[*number];
      if (!offer.reviewed) return false;
      const List<FindingCode>& seen = offer.reviewed->seen;
      return std::find(seen.begin(), seen.end(), finding.code) != seen.end() &&
             changeSinceReview(indexed_, around_.primaries(offer), offer) == Change::None;
    });
  }

  void checkRelevance(const Offer& offer) {
    const Triggers& triggers = offer.triggers;
    if (!triggers.products.empty() || !triggers.categories.empty() || !triggers.tags.empty()) return;
    for (const Item& item : offer.items) {
      if (!indexed_.product(item.product)->upgradeOf.empty() || around_.isCompanion(item.product)) return;
    }
    add(FindingCode::Relevance, Severity::Error, "",
        "“" + offer.id + "” is tied to nothing a shopper could have bought.",
        "Name its triggers in `for`, or declare the offered product in `complements`, `bundles` or `upgradeOf`.");
  }

  void checkPlacements(const Offer& offer) {
    for (std::size_t i = 0; i < offer.placements.size(); ++i) {
      const Placement placement = offer.placements[i];
      if (!suits(offer.type, placement)) {
        add(FindingCode::TypePlacement, Severity::Error, "/placements/" + std::to_string(i),
            "An offer of type " + std::string(toString(offer.type)) + " does not belong at " +
                std::string(toString(placement)) + ".",
            "At checkout: a small cross_sell. After payment: cross_sell or upsell. Bundles on the product page.");
      }
    }
  }

  void checkCopy(const Offer& offer) {
    if (copyFor(offer.copy, book_.locale, book_.locale) == nullptr) {
      add(FindingCode::NoCopy, Severity::Error, "/copy",
          "There is no copy in the book's own language, " + book_.locale + ".",
          "Add it; other languages fall back on it.");
    }
    for (const Copy& copy : offer.copy) {
      const std::string under = "/copy/" + copy.locale;
      judgeTexts(copy, under, findings_);
      checkFraming(copy, under, findings_);
      checkHeadline(offer, copy, under);
    }
  }

  /** A headline names the purchase: by {trigger}, or by a word of the title of something it is triggered by. */
  void checkHeadline(const Offer& offer, const Copy& copy, const std::string& under) {
    if (copy.headline.find("{trigger}") != std::string::npos || copy.headline.find("{item}") != std::string::npos)
      return;
    const std::string headline = lower(copy.headline);
    const bool isOwn = languageOf(copy.locale) == languageOf(book_.locale);
    const auto names = [&headline](std::string_view title) {
      const std::string lowered = lower(title);
      const std::string_view text = lowered;
      for (std::size_t start = 0; start < text.size();) {
        std::size_t end = text.find_first_of(" -,", start);
        if (end == std::string_view::npos) end = text.size();
        const std::string_view word = text.substr(start, end - start);
        if (word.size() > 3 && headline.find(word) != std::string::npos) return true;
        start = end + 1;
      }
      return false;
    };
    // In another language a title counts where it is translated; of the others nothing can be said.
    const auto isNamed = [&](const std::string& id) {
      const Product& product = *indexed_.product(id);
      const bool isReadable = isOwn || inLanguage(product.translations, copy.locale) != nullptr;
      return !isReadable || names(titleIn(product, copy.locale));
    };
    for (const std::string& id : offer.triggers.products) {
      if (isNamed(id)) return;
    }
    for (const std::string& category : offer.triggers.categories) {
      if (!isOwn || names(category)) return;
    }
    for (const Item& item : offer.items) {
      if (isNamed(item.product)) return;
    }
    add(FindingCode::HeadlineSpecific, Severity::Warning, under + "/headline",
        "The headline names neither what was bought nor what is offered.", "Use {trigger}, or the product's name.");
  }

  const IndexedBook& indexed_;
  const Book& book_;
  Surroundings around_;
  Vocabulary vocabulary_;
  std::optional<Millis> now_;
  std::vector<Finding> all_;
  Findings findings_{all_};
};

}  // namespace

std::vector<Finding> check(const IndexedBook& book, std::optional<Millis> now) { return Checker(book, now).run(); }

std::optional<std::size_t> offerNumberOf(const Finding& finding) {
  constexpr std::string_view kOffers = "/offers/";
  if (!finding.pointer.starts_with(kOffers)) return std::nullopt;
  std::size_t number = 0;
  for (const char c : std::string_view(finding.pointer).substr(kOffers.size())) {
    if (c == '/') break;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

std::vector<std::string> refusedOffers(const Book& book, const std::vector<Finding>& findings) {
  std::vector<std::string> refused;
  for (const Finding& finding : findings) {
    const std::optional<std::size_t> number = offerNumberOf(finding);
    if (finding.severity != Severity::Error || !number) continue;
    const std::string& id = book.offers[*number].id;
    if (refused.empty() || refused.back() != id) refused.push_back(id);  // findings come offer by offer
  }
  return refused;
}

}  // namespace aftermint
