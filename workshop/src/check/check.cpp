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
      : indexed_(book), book_(book.book()), related_(book), vocabulary_(book), now_(now) {}

  std::vector<Finding> run() {
    findings_.at("/policy");
    checkPolicy(book_.policy, findings_);
    checkWithdrawal(indexed_, findings_);
    checkRuleLevels(book_.policy, findings_);
    for (std::size_t i = 0; i < book_.offers.size(); ++i) {
      findings_.at("/offers/" + std::to_string(i), i);
      checkOffer(book_.offers[i]);
    }
    checkExperiments(indexed_, findings_);
    for (std::size_t i = 0; i < book_.experiments.size(); ++i) checkHeadlines(i);
    checkLanguages(indexed_, findings_);
    applyRuleLevels(book_.policy, all_);
    removeSeen();
    return std::move(all_);
  }

 private:
  void add(FindingCode code, Severity severity, std::string_view under, std::string message, std::string hint) {
    findings_.add(code, severity, under, std::move(message), std::move(hint));
  }

  void checkOffer(const Offer& offer) {
    if (!offer.approved) {
      add(FindingCode::NotApproved, Severity::Info, "/approved",
          "“" + offer.id + "” is not approved yet, so it is not shown.",
          "Check stock, price and fit, then run `aftermint approve BOOK " + offer.id + "`.");
    }
    checkRelevance(offer);
    const TriggerProducts triggerProducts = related_.triggerProducts(offer);
    checkPlacements(indexed_, triggerProducts, offer, findings_);
    checkOfferType(indexed_, related_, triggerProducts, offer, findings_);
    checkItems(indexed_, offer, findings_);
    checkPrices(indexed_, triggerProducts, offer, findings_);
    checkCondition(offer, findings_);
    checkSense(vocabulary_, indexed_, offer, now_, findings_);
    checkTriggers(vocabulary_, offer, now_, findings_);
    checkCopy(offer);
    for (const Copy& copy : offer.copy) {
      const std::string under = "/copy/" + copy.locale;
      checkAmounts(indexed_, triggerProducts, offer, copy, under, findings_);
      checkBumpRoom(indexed_, triggerProducts, offer, copy, copy.headline, under, findings_);
      checkUnusedLabel(indexed_, offer, copy, under, findings_);
    }
    checkRefresh(indexed_, triggerProducts, offer, now_, findings_);
  }

  /** Removes findings of severity info that a reviewer has already seen, if the offer has not changed since. */
  void removeSeen() {
    std::erase_if(all_, [this](const Finding& finding) {
      if (finding.severity != Severity::Info || finding.code == FindingCode::Refresh) return false;
      if (!finding.offer) return false;
      const Offer& offer = book_.offers[*finding.offer];
      if (!offer.reviewed) return false;
      const List<FindingCode>& seen = offer.reviewed->seen;
      return std::find(seen.begin(), seen.end(), finding.code) != seen.end() &&
             changeSinceReview(indexed_, related_.triggerProducts(offer), offer) == Change::None;
    });
  }

  void checkRelevance(const Offer& offer) {
    const Triggers& triggers = offer.triggers;
    if (!triggers.products.empty() || !triggers.categories.empty() || !triggers.tags.empty()) return;
    for (const Item& item : offer.items) {
      if (!indexed_.product(item.product)->upgradeOf.empty() || related_.isCompanion(item.product)) return;
    }
    add(FindingCode::Relevance, Severity::Error, "", "“" + offer.id + "” fits no purchase, so it is never shown.",
        "Name the products, categories or tags it is for in `for`, or link the products by `complements`, `bundles` or "
        "`upgradeOf`.");
  }

  void checkCopy(const Offer& offer) {
    if (copyFor(offer.copy, book_.locale, book_.locale) == nullptr) {
      add(FindingCode::NoCopy, Severity::Error, "/copy",
          "There is no copy in the book's own language, “" + book_.locale + "”, so this offer cannot be shown.",
          "Add `copy." + book_.locale + "`. Shoppers whose language has no copy see this one.");
    }
    for (const Copy& copy : offer.copy) {
      const std::string under = "/copy/" + copy.locale;
      judgeTexts(copy, under, findings_);
      checkFraming(copy, under, findings_);
      checkHeadline(offer, copy, under);
    }
  }

  /** Checks the headlines that an experiment tries, by the rules for the offer's own. */
  void checkHeadlines(std::size_t number) {
    const Experiment& experiment = book_.experiments[number];
    const Offer* const offer = indexed_.offer(experiment.offer);
    if (offer == nullptr) return;
    const auto index = static_cast<std::size_t>(offer - book_.offers.data());
    const TriggerProducts triggerProducts = related_.triggerProducts(*offer);
    findings_.at("/experiments/" + std::to_string(number), index);
    for (std::size_t i = 0; i < experiment.arms.size(); ++i) {
      for (const Copy& copy : experiment.arms[i].copy) {
        const std::string under = "/arms/" + std::to_string(i) + "/copy/" + copy.locale;
        judgeTexts(copy, under, findings_);
        checkHeadline(*offer, copy, under);
        checkAmounts(indexed_, triggerProducts, *offer, copy, under, findings_);
        const Copy* own = inLanguage(offer->copy, copy.locale);
        if (own != nullptr) {
          checkBumpRoom(indexed_, triggerProducts, *offer, *own, copy.headline, under, findings_);
        }
      }
    }
  }

  /** A headline names a product: by {trigger} or {item}, or by a word of a title or of a category. */
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
    // In another language only translated titles can be compared; a product without one counts as named.
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
        "The headline names neither the product bought nor the product offered.",
        "Write {trigger} or {item}, or the name of the product.");
  }

  const IndexedBook& indexed_;
  const Book& book_;
  RelatedProducts related_;
  Vocabulary vocabulary_;
  std::optional<Millis> now_;
  std::vector<Finding> all_;
  Findings findings_{all_};
};

}  // namespace

std::vector<Finding> check(const IndexedBook& book, std::optional<Millis> now) { return Checker(book, now).run(); }

std::vector<std::string> refusedOffers(const Book& book, const std::vector<Finding>& findings) {
  std::vector<bool> isRefused(book.offers.size());
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::Error && finding.offer) isRefused[*finding.offer] = true;
  }
  std::vector<std::string> refused;
  for (std::size_t i = 0; i < book.offers.size(); ++i) {
    if (isRefused[i]) refused.push_back(book.offers[i].id);
  }
  return refused;
}

}  // namespace aftermint
