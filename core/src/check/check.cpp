#include "aftermint/check.h"

#include <unordered_set>

#include "decide/candidates.h"
#include "decide/pricing.h"

#if !AFTERMINT_PAGE
namespace aftermint {
namespace {

constexpr std::size_t kMaxSentences = 3;
constexpr std::size_t kSimpleBundle = 3;

/** Sentences by their ends: . ! ? 。 and the like before a space or the end. */
std::size_t sentences(std::string_view text) {
  std::size_t count = 0;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool wide = rest.starts_with("。") || rest.starts_with("！") || rest.starts_with("？");
    const bool mark = rest[0] == '.' || rest[0] == '!' || rest[0] == '?';
    const bool ends = wide || (mark && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n'));
    if (ends && open) {
      ++count;
      open = false;
    } else if (!mark && rest[0] != ' ' && rest[0] != '\n') {
      open = true;
    }
    if (wide) i += 2;
  }
  return count + (open ? 1 : 0);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/** Openers of an offer that has no reason (CRAFT: opener_weak). */
bool opensWeakly(std::string_view text) {
  const std::string start = lower(text.substr(0, 60));
  for (const std::string_view opener :
       {"you might also like", "you may also like", "you might like", "customers also bought", "others also bought",
        "recommended for you", "das könnte ihnen auch gefallen", "das könnte dir auch gefallen", "kunden kauften auch",
        "vous aimerez aussi", "vous pourriez aussi aimer", "les clients ont aussi acheté"}) {
    if (start.starts_with(opener)) return true;
  }
  return false;
}

class Checker {
 public:
  explicit Checker(const IndexedBook& book) : indexed_(book), book_(book.book()) {
    for (const Product& product : book_.products) {
      companions_.insert(product.complements.begin(), product.complements.end());
      companions_.insert(product.bundles.begin(), product.bundles.end());
    }
  }

  std::vector<Finding> run() {
    for (std::size_t i = 0; i < book_.offers.size(); ++i) {
      place_ = "/offers/" + std::to_string(i);
      checkOffer(book_.offers[i]);
    }
    for (std::size_t i = 0; i < book_.experiments.size(); ++i) {
      place_ = "/experiments/" + std::to_string(i);
      checkExperiment(book_.experiments[i]);
    }
    return std::move(findings_);
  }

 private:
  void add(FindingCode code, Severity severity, std::string_view under, std::string message, std::string mend) {
    findings_.push_back({code, severity, place_ + std::string(under), std::move(message), std::move(mend)});
  }

  void checkOffer(const Offer& offer) {
    if (!offer.approved) {
      add(FindingCode::NotApproved, Severity::Info, "/approved", "“" + offer.id + "” is a proposal and is not shown.",
          "Look at stock, price and fit, then take `approved` out.");
    }
    checkRelevance(offer);
    checkPlacements(offer);
    checkItems(offer);
    checkPrice(offer);
    checkCopy(offer);
  }

  void checkRelevance(const Offer& offer) {
    const Triggers& triggers = offer.triggers;
    if (!triggers.products.empty() || !triggers.categories.empty() || !triggers.tags.empty()) return;
    for (const Item& item : offer.items) {
      if (!indexed_.product(item.product)->upgradeOf.empty() || companions_.count(item.product) != 0) return;
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
      if ((placement == Placement::ThankYou || placement == Placement::Email) && offer.link.empty()) {
        add(FindingCode::NoLink, Severity::Error, "/placements/" + std::to_string(i),
            "At " + std::string(toString(placement)) + " an offer is a link, and there is none.", "Add `link`.");
      }
      if (placement == Placement::PostPurchase && offer.link.empty()) {
        add(FindingCode::NoLink, Severity::Info, "/placements/" + std::to_string(i),
            "Where one click is not possible this offer is not shown, since it has no link.", "Add `link`.");
      }
    }
    if (offer.type == OfferType::Bundle && offer.items.size() > kSimpleBundle) {
      add(FindingCode::BundleComplex, Severity::Warning, "/items",
          "A bundle of " + std::to_string(offer.items.size()) + " products needs explaining.",
          "Keep to two or three that obviously belong together.");
    }
  }

  void checkItems(const Offer& offer) {
    for (std::size_t i = 0; i < offer.items.size(); ++i) {
      const Product& product = *indexed_.product(offer.items[i].product);
      if (product.seller.empty() || product.seller == book_.merchant) continue;
      add(FindingCode::Seller, Severity::Error, "/items/" + std::to_string(i),
          "“" + product.id + "” is sold by “" + product.seller +
              "”: 15 USC 8402 forbids passing payment data to another seller.",
          "Offer only the merchant's own products.");
    }
  }

  void checkPrice(const Offer& offer) {
    const Minor price = chargedPrice(indexed_, offer.price, offer.items);
    if (offer.priorPrice) {
      if (offer.priorPrice->amount > offer.priorPrice->lowest30d) {
        add(FindingCode::PriorPrice, Severity::Error, "/priorPrice",
            "The prior price is above the lowest of the last 30 days (Directive 98/6/EC, art. 6a; C-330/23).",
            "Name the lowest price of the last 30 days as `amount`.");
      }
      if (offer.priorPrice->amount <= price) {
        add(FindingCode::PriorPrice, Severity::Error, "/priorPrice", "The prior price is not above the price asked.",
            "Take it out, or correct it.");
      }
    }
    const PriceBand& band = book_.policy.priceBand;
    for (const std::string& id : offer.triggers.products) {
      const Minor basis = indexed_.product(id)->price;
      if (price >= shareOf(basis, band.minBps) && price <= shareOf(basis, band.maxBps)) continue;
      add(FindingCode::PriceBand, Severity::Warning, "/price",
          "Beside “" + id + "” alone the price is outside the band: it is shown only with a larger or smaller order.",
          "Choose a price of " + std::to_string(shareOf(basis, band.minBps)) + " to " +
              std::to_string(shareOf(basis, band.maxBps)) + " minor units, or another trigger.");
      return;
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
      if (sentences(copy.benefit) > kMaxSentences) {
        add(FindingCode::BenefitShort, Severity::Warning, under + "/benefit",
            "The benefit is longer than three sentences.",
            "Say in two what it does for somebody who just bought this.");
      }
      for (const auto& [key, text] : {std::pair{"/headline", &copy.headline}, std::pair{"/benefit", &copy.benefit}}) {
        if (!opensWeakly(*text)) continue;
        add(FindingCode::OpenerWeak, Severity::Error, under + key, "It opens like an offer that has no reason.",
            "Begin with what was bought and what this does for it.");
      }
      checkHeadline(offer, copy, under);
    }
  }

  /** A headline names the purchase: by {trigger}, or by a word of the title of something it is triggered by. */
  void checkHeadline(const Offer& offer, const Copy& copy, const std::string& under) {
    if (copy.headline.find("{trigger}") != std::string::npos || copy.headline.find("{item}") != std::string::npos)
      return;
    const std::string headline = lower(copy.headline);
    const auto names = [&headline](std::string_view title) {
      const std::string text = lower(title);
      for (std::size_t start = 0; start < text.size();) {
        std::size_t end = text.find_first_of(" -,", start);
        if (end == std::string::npos) end = text.size();
        const std::string word = text.substr(start, end - start);
        if (word.size() > 3 && headline.find(word) != std::string::npos) return true;
        start = end + 1;
      }
      return false;
    };
    if (copy.locale.substr(0, 2) != book_.locale.substr(0, 2)) return;  // titles are in the book's language
    for (const std::string& id : offer.triggers.products) {
      if (names(indexed_.product(id)->title)) return;
    }
    for (const std::string& category : offer.triggers.categories) {
      if (names(category)) return;
    }
    for (const Item& item : offer.items) {
      if (names(indexed_.product(item.product)->title)) return;
    }
    add(FindingCode::HeadlineSpecific, Severity::Warning, under + "/headline",
        "The headline names neither what was bought nor what is offered.", "Use {trigger}, or the product's name.");
  }

  void checkExperiment(const Experiment& experiment) {
    for (std::size_t i = 0; i < experiment.arms.size(); ++i) {
      const Arm& arm = experiment.arms[i];
      const bool strays = (arm.price && experiment.variable != Variable::Price) ||
                          (!arm.copy.empty() && experiment.variable != Variable::Headline) ||
                          (!arm.items.empty() && experiment.variable != Variable::Product) ||
                          (!arm.placements.empty() && experiment.variable != Variable::Placement);
      if (!strays) continue;
      add(FindingCode::ExperimentVariable, Severity::Error, "/arms/" + std::to_string(i),
          "The arm “" + arm.id + "” changes something else than the " + std::string(toString(experiment.variable)) +
              ".",
          "Change one variable at a time; make another experiment for the other.");
    }
  }

  const IndexedBook& indexed_;
  const Book& book_;
  std::unordered_set<std::string_view> companions_;  ///< products that another declares as complement or bundle
  std::string place_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check(const IndexedBook& book) { return Checker(book).run(); }

}  // namespace aftermint
#endif
