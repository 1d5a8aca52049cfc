#include "draft/draft.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "book/make_id.h"
#include "draft/draft_rules.h"
#include "draft/proposal.h"

namespace aftermint::draft {
namespace {

std::vector<std::pair<Text, Text>> namesOf(const List<Item>& items) {
  std::vector<std::pair<Text, Text>> names;
  for (const Item& item : items) names.emplace_back(item.product, item.variant);
  std::sort(names.begin(), names.end());
  return names;
}

/** The book with the proposals added, one offer for each headline, so that `check` sees them in context. */
class TrialBook {
 public:
  TrialBook(Book trial, std::vector<Drafted*> drafts, const Answer& answer, const Asked& asked)
      : answer_(answer), asked_(asked), drafts_(std::move(drafts)) {
    for (Offer& offer : trial.offers) (void)ids_.unique(offer.id);
    for (Drafted* drafted : drafts_) {
      drafted->offer.id = ids_.unique(idOf(drafted->offer));
      offsets_.push_back(trial.offers.size());
      const List<AnsweredCopy>& copy = answer.offers[drafted->number].copy;
      for (std::size_t headline = 0; headline < copy.front().headlines.size(); ++headline) {
        Offer offer = drafted->offer;
        // "~" cannot occur in an id of a book, and these ids stay in here.
        if (headline > 0) offer.id += "~" + std::to_string(headline);
        for (std::size_t i = 0; i < copy.size(); ++i) offer.copy[i].headline = copy[i].headlines[headline];
        trial.offers.push_back(std::move(offer));
      }
    }
    indexed_ = std::make_unique<IndexedBook>(std::move(trial));
  }

  void checkAll() {
    const std::vector<Finding> findings = check(*indexed_);
    for (std::size_t i = 0; i < drafts_.size(); ++i) checkOne(i, findings);
  }

 private:
  void checkOne(std::size_t index, const std::vector<Finding>& findings) {
    Drafted& drafted = *drafts_[index];
    const AnsweredOffer& answered = answer_.offers[drafted.number];
    drafted.price = askedPrice(*indexed_, drafted.offer);
    drafted.separate = separatePrice(*indexed_, drafted.offer);
    DraftFindings own(drafted.number, drafted.findings);
    findRelation(index);
    checkAnsweredItems(answered, asked_, own);
    checkAnsweredPrice(indexed_->book(), drafted, own);
    checkOffered(index, own);
    checkAnsweredTexts(indexed_->book(), answered, own);
    for (std::size_t headline = 0; headline < answered.copy.front().headlines.size(); ++headline) {
      takeFindings(findings, offsets_[index] + headline, headline, drafted);
    }
    chooseHeadlines(answered, drafted);
  }

  /**
   * Adds the findings on an offer of the trial book. Offers after the first differ only in the headline, so only
   * findings on that count.
   */
  void takeFindings(const std::vector<Finding>& findings, std::size_t offer, std::size_t headline, Drafted& drafted) {
    const std::size_t prefix = ("/offers/" + std::to_string(offer)).size();
    for (const Finding& finding : findings) {
      if (finding.offer != offer) continue;
      const std::string_view under = std::string_view(finding.pointer).substr(prefix);
      const bool isHeadline = under.starts_with("/copy/") && under.ends_with("/headline");
      if (headline > 0 && (!isHeadline || finding.code == FindingCode::UnknownLanguage)) continue;
      std::string pointer = answerPlace(under, drafted.number, answer_.offers[drafted.number], asked_.placement);
      if (isHeadline) pointer += "s/" + std::to_string(headline);
      // A person may go outside the price band on purpose; a model was told to stay within it.
      const bool isBand = finding.code == FindingCode::PriceBand;
      drafted.findings.push_back({toString(finding.code), isBand ? Severity::Error : finding.severity,
                                  std::move(pointer), finding.message, finding.hint});
    }
  }

  /** Sets the strongest relation of the offer to the product bought. */
  void findRelation(std::size_t index) {
    for (const IndexedBook::Tie& tie : indexed_->tiesOfProduct(asked_.product->id)) {
      if (tie.offer == offsets_[index]) drafts_[index]->relation = std::min(drafts_[index]->relation, tie.relation);
    }
  }

  /** Whether an offer of the trial book is a proposal that did not pass. */
  [[nodiscard]] bool isRefused(std::size_t offer) const {
    for (std::size_t i = drafts_.size(); i > 0; --i) {
      if (offsets_[i - 1] <= offer) return !drafts_[i - 1]->passed;
    }
    return false;
  }

  /** Reports if the book, or an earlier offer of the answer, already offers these items at the placement. */
  void checkOffered(std::size_t index, DraftFindings& own) {
    const auto wanted = namesOf(drafts_[index]->offer.items);
    const auto repeats = [&](std::span<const IndexedBook::Tie> ties) {
      for (const IndexedBook::Tie& tie : ties) {
        if (tie.offer >= offsets_[index] || isRefused(tie.offer)) continue;
        const Offer& other = indexed_->book().offers[tie.offer];
        const bool there =
            std::find(other.placements.begin(), other.placements.end(), asked_.placement) != other.placements.end();
        if (!there || namesOf(other.items) != wanted) continue;
        own.add(DraftCode::AlreadyOffered, Severity::Error, "/items",
                "“" + other.id + "” already offers these items with “" + asked_.product->id + "”.",
                "Offer something else.");
        return true;
      }
      return false;
    };
    if (repeats(indexed_->tiesOfProduct(asked_.product->id))) return;
    if (!asked_.product->category.empty() && repeats(indexed_->tiesOfCategory(asked_.product->category))) return;
    for (const Text& tag : asked_.product->tags) {
      if (repeats(indexed_->tiesOfTag(tag))) return;
    }
  }

  /** Drops headlines with errors. The first one left becomes the headline of the offer. */
  static void chooseHeadlines(const AnsweredOffer& answered, Drafted& drafted) {
    const auto hasError = [&](const std::string& pointer) {
      return std::any_of(drafted.findings.begin(), drafted.findings.end(), [&](const DraftFinding& finding) {
        return finding.severity == Severity::Error && finding.pointer == pointer;
      });
    };
    bool passed = true;
    for (std::size_t i = 0; i < answered.copy.size(); ++i) {
      const AnsweredCopy& copy = answered.copy[i];
      Alternatives left{copy.locale, {}};
      for (std::size_t headline = 0; headline < copy.headlines.size(); ++headline) {
        std::string pointer = "/offers/" + std::to_string(drafted.number) + "/copy/" + copy.locale + "/headlines/" +
                              std::to_string(headline);
        if (hasError(pointer)) {
          drafted.dropped.push_back(std::move(pointer));
        } else {
          left.headlines.push_back(copy.headlines[headline]);
        }
      }
      if (left.headlines.empty()) {
        passed = false;
        continue;
      }
      drafted.offer.copy[i].headline = left.headlines.front();
      left.headlines.erase(left.headlines.begin());
      if (!left.headlines.empty()) drafted.alternatives.push_back(std::move(left));
    }
    for (const DraftFinding& finding : drafted.findings) {
      const bool isDropped =
          std::find(drafted.dropped.begin(), drafted.dropped.end(), finding.pointer) != drafted.dropped.end();
      if (finding.severity == Severity::Error && !isDropped) passed = false;
    }
    drafted.passed = passed;
  }

  const Answer& answer_;
  const Asked& asked_;
  std::vector<Drafted*> drafts_;
  std::vector<std::size_t> offsets_;  ///< index of the first offer of each draft in the trial book
  IdSet ids_;
  std::unique_ptr<IndexedBook> indexed_;
};

}  // namespace

std::vector<Drafted> draftOffers(const IndexedBook& book, const Answer& answer, const Asked& asked) {
  std::vector<Drafted> all(answer.offers.size());
  std::vector<Drafted*> checkable;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].number = i;
    DraftFindings findings(i, all[i].findings);
    if (!checkIds(book.book(), answer.offers[i], findings)) {
      checkAnsweredTexts(book.book(), answer.offers[i], findings);
      continue;
    }
    all[i].unused = unusedLabels(answer.offers[i], asked.placement, i);
    all[i].offer = proposalOf(book, answer.offers[i], asked);
    checkable.push_back(&all[i]);
  }
  TrialBook(book.book(), std::move(checkable), answer, asked).checkAll();
  return all;
}

}  // namespace aftermint::draft
