#include "aftermint/view.h"

#include "decide/pricing.h"
#include "view/pieces.h"

namespace aftermint {
namespace {

/** An empty box to tick; never ticked by us. */
Node checkbox(std::string_view part) {
  Node box = element("input", part);
  box.attributes.push_back({"type", "checkbox"});
  return box;
}

Node button(const Pieces& pieces, std::string_view part, std::string_view words) {
  Node node = pieces.filled("button", part, words);
  node.attributes.push_back({"type", "button"});
  return node;
}

/** At checkout: one box in the merchant's own form. */
Node bump(const Pieces& pieces) {
  const ViewWords& words = pieces.words;
  const Text& label = pieces.copy.accept;
  Node root = pieces.section("bump", words.optional);
  pieces.addImage(root, pieces.decision.items->front());
  root.children.push_back(pieces.filled("p", "headline", pieces.headline));
  root.children.push_back(pieces.filled("p", "benefit", pieces.copy.benefit));
  // The price is read before there is anything to tick (CRAFT: price_upfront).
  root.children.push_back(pieces.price(words.bumpPrice));
  Node choice = element("label", "choice");
  choice.children.push_back(checkbox("tick"));
  choice.children.push_back(pieces.filled("span", "label", label.empty() ? words.add : std::string_view(label)));
  root.children.push_back(std::move(choice));
  return root;
}

/** On a product page, beside the page's own button: what goes with it, piece by piece, and one button to add it. */
Node bundle(const Pieces& pieces) {
  Node root = pieces.section("bundle", pieces.words.together);
  root.children.push_back(pieces.filled("p", "headline", pieces.headline));
  root.children.push_back(pieces.filled("p", "benefit", pieces.copy.benefit));
  for (const Item& item : *pieces.decision.items) {
    Node piece = element("div", "piece");
    pieces.addImage(piece, item);
    Node name = element("span", "item");
    Node& text = name.children.emplace_back();
    text.kind = Node::Kind::Literal;
    text.text = pieces.nameOf(item);
    piece.children.push_back(std::move(name));
    root.children.push_back(std::move(piece));
  }
  // The separate prices are named only where together costs less.
  const bool saves = pieces.decision.offer->type == OfferType::Bundle &&
                     pieces.decision.price < listPrice(pieces.book, *pieces.decision.items);
  root.children.push_back(pieces.price(saves ? pieces.words.bundlePrice : std::string_view("{price}")));
  Node actions = element("div", "actions");
  actions.children.push_back(button(
      pieces, "accept", pieces.copy.accept.empty() ? pieces.words.basket : std::string_view(pieces.copy.accept)));
  root.children.push_back(std::move(actions));
  return root;
}

/** What is asked before a recurring item may be accepted: its terms, and in one click a box of its own. */
void addConsent(Node& root, const Pieces& pieces, bool oneClick) {
  for (const Item& item : *pieces.decision.items) {
    if (!pieces.book.product(item.product)->recurring) continue;
    root.children.push_back(pieces.filled("p", "terms", pieces.copy.terms));
    if (!oneClick) return;
    Node consent = element("label", "consent");
    consent.children.push_back(checkbox("agree"));
    consent.children.push_back(pieces.filled("span", "", pieces.words.agree));
    root.children.push_back(std::move(consent));
    return;
  }
}

Node link(const Pieces& pieces) {
  const Copy& copy = pieces.copy;
  const std::string_view label = !copy.linkAccept.empty() ? std::string_view(copy.linkAccept)
                                 : !copy.accept.empty()   ? std::string_view(copy.accept)
                                                          : pieces.words.see;
  Node accept = pieces.filled("a", "accept", label);
  accept.attributes.push_back({"href", pieces.decision.offer->link});
  return accept;
}

/** Where what is offered has a page on the right of withdrawal: an offer after payment is a contract of its own. */
void addWithdrawal(Node& root, const Pieces& pieces) {
  const Product& product = *pieces.book.product(pieces.decision.items->front().product);
  const Text& page = pieces.book.book().policy.withdrawal.of(product.kind);
  if (page.empty()) return;
  Node way = pieces.filled("a", "withdrawal", pieces.words.withdrawal);
  way.attributes.push_back({"href", page});
  root.children.push_back(std::move(way));
}

/** After payment: the order is acknowledged first, and yes and no stand side by side. */
Node offer(const Pieces& pieces) {
  const ViewWords& words = pieces.words;
  const Decision& decision = pieces.decision;
  const bool oneClick = decision.path == Path::OneClick;
  Node root = pieces.section("offer", words.afterwards);
  root.children.push_back(
      pieces.filled("p", "acknowledge", pieces.order.id.empty() ? words.acknowledge : words.acknowledgeOrder));
  root.children.push_back(pieces.filled("h2", "headline", pieces.headline));
  pieces.addImage(root, decision.items->front());
  root.children.push_back(pieces.filled("p", "benefit", pieces.copy.benefit));
  if (!oneClick) pieces.addFilled(root, "p", "incentive", pieces.copy.incentive);
  root.children.push_back(pieces.filled("p", "item", "{item}"));
  root.children.push_back(pieces.price(decision.replaces != nullptr ? words.upgradePrice
                                       : oneClick                   ? words.clickPrice
                                                                    : words.linkPrice));
  addConsent(root, pieces, oneClick);
  addWithdrawal(root, pieces);
  Node actions = element("div", "actions");
  actions.children.push_back(oneClick ? button(pieces, "accept", words.pay) : link(pieces));
  // A mail has no script that a button could ask: whoever reads on has declined.
  if (decision.placement != Placement::Email) actions.children.push_back(button(pieces, "decline", words.decline));
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
