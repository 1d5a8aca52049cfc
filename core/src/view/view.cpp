/** @file The views of the placements: bump, bundle and offer. */
#include "aftermint/view.h"

#include "decide/pricing.h"
#include "decide/rules.h"
#include "view/pieces.h"

namespace aftermint {
namespace {

/** A checkbox, which is never checked in advance. */
Node checkbox(std::string_view part) {
  Node box = element("input", part);
  set(box, "type", "checkbox");
  return box;
}

Node asButton(Node node) {
  set(node, "type", "button");
  return node;
}

/** Describes a control by other elements: whoever reaches it with the Tab key has not read them. */
Node described(Node control, std::string_view ids) {
  set(control, "aria-describedby", ids);
  return control;
}

/** At checkout: one checkbox in the merchant's own form. */
Node bump(const Pieces& pieces) {
  Node root = pieces.section("bump", ViewMessage::Optional);
  root.children.push_back(pieces.copied("p", "headline", pieces.headline));
  pieces.addImage(root, pieces.decision.items->front());
  root.children.push_back(pieces.copied("p", "benefit", pieces.copy.benefit));
  // The price comes before the checkbox (docs/craft.md: price_upfront).
  root.children.push_back(pieces.price(pieces.messages[ViewMessage::BumpPrice]));
  Node choice = element("label", "choice");
  choice.children.push_back(described(checkbox("tick"), "price"));
  choice.children.push_back(pieces.copiedOr("span", "label", pieces.copy.accept, ViewMessage::Add));
  root.children.push_back(std::move(choice));
  return root;
}

/** On a product page, next to the page's own button: the items of the offer, and one button that adds them. */
Node bundle(const Pieces& pieces) {
  Node root = pieces.section("bundle", ViewMessage::Together);
  root.children.push_back(pieces.copied("p", "headline", pieces.headline));
  root.children.push_back(pieces.copied("p", "benefit", pieces.copy.benefit));
  for (const Item& item : *pieces.decision.items) {
    Node piece = element("div", "piece");
    pieces.addImage(piece, item);
    piece.children.push_back(pieces.item(item));
    root.children.push_back(std::move(piece));
  }
  // The sum of the separate prices is shown only where the bundle costs less.
  const bool saves = pieces.decision.offer->type == OfferType::Bundle &&
                     pieces.decision.price < listPrice(pieces.book, *pieces.decision.items);
  root.children.push_back(
      pieces.price(saves ? pieces.messages[ViewMessage::BundlePrice] : std::string_view("{price}")));
  Node actions = element("div", "actions");
  actions.children.push_back(
      described(asButton(pieces.copiedOr("button", "accept", pieces.copy.accept, ViewMessage::Basket)), "price"));
  root.children.push_back(std::move(actions));
  return root;
}

/**
 * Adds what the law requires before a recurring item is accepted: its terms, and with one click a separate checkbox.
 *
 * @return the ids of the elements that describe the accept button
 */
std::string_view addConsent(Node& root, const Pieces& pieces, bool oneClick) {
  for (const Item& item : *pieces.decision.items) {
    if (!pieces.book.product(item.product)->recurring) continue;
    root.children.push_back(pieces.copied("p", "terms", pieces.copy.terms));
    set(root.children.back(), "id", "terms");
    if (!oneClick) return "price terms";
    Node consent = element("label", "consent");
    // Where the box is not checked, the widget's `status` element says so.
    consent.children.push_back(described(checkbox("agree"), "terms status"));
    consent.children.push_back(pieces.own("span", "", ViewMessage::Consent));
    root.children.push_back(std::move(consent));
    return "price terms";
  }
  return "price";
}

Node link(const Pieces& pieces) {
  const Copy& copy = pieces.copy;
  const Text& label = copy.linkAccept.empty() ? copy.accept : copy.linkAccept;
  Node accept = pieces.copiedOr("a", "accept", label, ViewMessage::See);
  set(accept, "href", pieces.decision.offer->link);
  return accept;
}

/**
 * Links to the page about withdrawal or returns, if the book has one, since an accept after payment is a contract of
 * its own. The link names a right only where the law gives one.
 */
void addWithdrawal(Node& root, const Pieces& pieces) {
  const Product& product = *pieces.book.product(pieces.decision.items->front().product);
  const Text& page = pieces.book.book().policy.withdrawal.of(product.kind);
  if (page.empty()) return;
  const bool isRight = hasWithdrawalRight(pieces.decision.currency);
  Node way = pieces.own("a", "withdrawal", isRight ? ViewMessage::Withdrawal : ViewMessage::Returns);
  set(way, "href", page);
  root.children.push_back(std::move(way));
}

/** After payment: the order is confirmed first, and the accept and decline buttons are next to each other. */
Node offer(const Pieces& pieces) {
  const Decision& decision = pieces.decision;
  const bool oneClick = decision.path == Path::OneClick;
  Node root = pieces.section("offer", ViewMessage::Afterwards);
  root.children.push_back(pieces.own("p", "acknowledge", ViewMessage::Safe));
  root.children.push_back(pieces.copied("h2", "headline", pieces.headline));
  pieces.addImage(root, decision.items->front());
  root.children.push_back(pieces.copied("p", "benefit", pieces.copy.benefit));
  const Text& incentive = pieces.copy.incentive;
  if (!oneClick && !incentive.empty()) root.children.push_back(pieces.copied("p", "incentive", incentive));
  root.children.push_back(pieces.filled("p", "item", "{item}"));
  root.children.push_back(pieces.price(pieces.messages[decision.replaces != nullptr ? ViewMessage::UpgradePrice
                                                       : oneClick                   ? ViewMessage::ClickPrice
                                                                                    : ViewMessage::LinkPrice]));
  const std::string_view describedBy = addConsent(root, pieces, oneClick);
  addWithdrawal(root, pieces);
  Node actions = element("div", "actions");
  Node accept = oneClick ? asButton(pieces.own("button", "accept", ViewMessage::Pay)) : link(pieces);
  actions.children.push_back(described(std::move(accept), describedBy));
  // An email has no script, so it has no decline button: ignoring the email declines.
  if (decision.placement != Placement::Email) {
    actions.children.push_back(asButton(pieces.own("button", "decline", ViewMessage::Decline)));
  }
  root.children.push_back(std::move(actions));
  return root;
}

}  // namespace

Node view(const IndexedBook& book, const Moment& moment, const Decision& decision) {
  const Pieces pieces(book, moment, decision);
  switch (decision.placement) {
    case Placement::ProductPage:
      return bundle(pieces);
    case Placement::Checkout:
      return bump(pieces);
    default:
      return offer(pieces);
  }
}

}  // namespace aftermint
