/** @file The views of the placements: bump, bundle and offer. */
#include "aftermint/view.h"

#include "decide/offer_rules.h"
#include "decide/pricing.h"
#include "view/view_builder.h"

namespace aftermint {
namespace {

/** A checkbox, which is never checked in advance. */
View checkbox(std::string_view part) {
  View box = element("input", part);
  set(box, "type", "checkbox");
  return box;
}

View asButton(View view) {
  set(view, "type", "button");
  return view;
}

/** Describes a control by other elements: whoever reaches it with the Tab key has not read them. */
View described(View control, std::string_view ids) {
  set(control, "aria-describedby", ids);
  return control;
}

/** At checkout: one checkbox in the merchant's own form. */
View bump(const ViewBuilder& builder) {
  View root = builder.section("bump", ViewMessage::Optional);
  root.children.push_back(builder.copied("p", "headline", builder.headline));
  builder.addImage(root, builder.decision.items->front());
  root.children.push_back(builder.copied("p", "benefit", builder.copy.benefit));
  // The price comes before the checkbox (docs/craft.md: price_upfront).
  root.children.push_back(builder.price(builder.messages[ViewMessage::BumpPrice]));
  View choice = element("label", "choice");
  choice.children.push_back(described(checkbox("tick"), "price"));
  choice.children.push_back(builder.copiedOr("span", "label", builder.copy.accept, ViewMessage::Add));
  root.children.push_back(std::move(choice));
  return root;
}

/** On a product page, next to the page's own button: the items of the offer, and one button that adds them. */
View bundle(const ViewBuilder& builder) {
  View root = builder.section("bundle", ViewMessage::Together);
  root.children.push_back(builder.copied("p", "headline", builder.headline));
  root.children.push_back(builder.copied("p", "benefit", builder.copy.benefit));
  for (const Item& item : *builder.decision.items) {
    View piece = element("div", "piece");
    builder.addImage(piece, item);
    piece.children.push_back(builder.item(item));
    root.children.push_back(std::move(piece));
  }
  // The sum of the separate prices is shown only where the bundle costs less.
  const bool saves = builder.decision.offer->type == OfferType::Bundle &&
                     builder.decision.price < listPrice(builder.book, *builder.decision.items);
  root.children.push_back(
      builder.price(saves ? builder.messages[ViewMessage::BundlePrice] : std::string_view("{price}")));
  View actions = element("div", "actions");
  actions.children.push_back(
      described(asButton(builder.copiedOr("button", "accept", builder.copy.accept, ViewMessage::Basket)), "price"));
  root.children.push_back(std::move(actions));
  return root;
}

/**
 * Adds what the law requires before a recurring item is accepted: its terms, and with one click a separate checkbox.
 *
 * @return the ids of the elements that describe the accept button
 */
std::string_view addConsent(View& root, const ViewBuilder& builder, bool oneClick) {
  for (const Item& item : *builder.decision.items) {
    if (!builder.book.product(item.product)->recurring) continue;
    root.children.push_back(builder.copied("p", "terms", builder.copy.terms));
    set(root.children.back(), "id", "terms");
    if (!oneClick) return "price terms";
    View consent = element("label", "consent");
    // Where the box is not checked, the widget's `status` element says so.
    consent.children.push_back(described(checkbox("agree"), "terms status"));
    consent.children.push_back(builder.own("span", "", ViewMessage::Consent));
    root.children.push_back(std::move(consent));
    return "price terms";
  }
  return "price";
}

View link(const ViewBuilder& builder) {
  const Copy& copy = builder.copy;
  const Text& label = copy.linkAccept.empty() ? copy.accept : copy.linkAccept;
  View accept = builder.copiedOr("a", "accept", label, ViewMessage::See);
  set(accept, "href", builder.decision.offer->link);
  return accept;
}

/**
 * Links to the page about withdrawal or returns, if the book has one, since an accept after payment is a contract of
 * its own. The link names a right only where the law gives one.
 */
void addWithdrawal(View& root, const ViewBuilder& builder) {
  const Product& product = *builder.book.product(builder.decision.items->front().product);
  const Text& page = builder.book.book().policy.withdrawal.of(product.kind);
  if (page.empty()) return;
  const bool isRight = hasWithdrawalRight(builder.decision.currency);
  View way = builder.own("a", "withdrawal", isRight ? ViewMessage::Withdrawal : ViewMessage::Returns);
  set(way, "href", page);
  root.children.push_back(std::move(way));
}

/** After payment: the order is confirmed first, and the accept and decline buttons are next to each other. */
View offer(const ViewBuilder& builder) {
  const Decision& decision = builder.decision;
  const bool oneClick = decision.path == Path::OneClick;
  View root = builder.section("offer", ViewMessage::Afterwards);
  root.children.push_back(builder.own("p", "acknowledge", ViewMessage::Safe));
  root.children.push_back(builder.copied("h2", "headline", builder.headline));
  builder.addImage(root, decision.items->front());
  root.children.push_back(builder.copied("p", "benefit", builder.copy.benefit));
  const Text& incentive = builder.copy.incentive;
  if (!oneClick && !incentive.empty()) root.children.push_back(builder.copied("p", "incentive", incentive));
  root.children.push_back(builder.filled("p", "item", "{item}"));
  root.children.push_back(builder.price(builder.messages[decision.replaces != nullptr ? ViewMessage::UpgradePrice
                                                         : oneClick                   ? ViewMessage::ClickPrice
                                                                                      : ViewMessage::LinkPrice]));
  const std::string_view describedBy = addConsent(root, builder, oneClick);
  addWithdrawal(root, builder);
  View actions = element("div", "actions");
  View accept = oneClick ? asButton(builder.own("button", "accept", ViewMessage::Pay)) : link(builder);
  actions.children.push_back(described(std::move(accept), describedBy));
  // An email has no script, so it has no decline button: ignoring the email declines.
  if (decision.placement != Placement::Email) {
    actions.children.push_back(asButton(builder.own("button", "decline", ViewMessage::Decline)));
  }
  root.children.push_back(std::move(actions));
  return root;
}

}  // namespace

View view(const IndexedBook& book, const Moment& moment, const Decision& decision) {
  const ViewBuilder builder(book, moment, decision);
  switch (decision.placement) {
    case Placement::ProductPage:
      return bundle(builder);
    case Placement::Checkout:
      return bump(builder);
    default:
      return offer(builder);
  }
}

}  // namespace aftermint
