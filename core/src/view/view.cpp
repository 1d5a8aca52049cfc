#include "aftermint/view.h"

#include "decide/candidates.h"
#include "decide/pricing.h"
#include "memory/scratch.h"
#include "view/words.h"

namespace aftermint {
namespace {

Node element(std::string_view tag, std::string_view part) {
  Node node;
  node.tag = tag;
  if (!part.empty()) node.attributes.push_back({"part", Text(part)});
  return node;
}

Node textNode(std::string_view text) {
  Node node;
  node.kind = Node::Kind::Literal;
  node.text = text;
  return node;
}

class Builder {
 public:
  Builder(const IndexedBook& book, const Moment& moment, const Decision& decision)
      : decision_(decision),
        order_(moment.order),
        copy_(*copyFor(decision.offer->copy, moment.locale, book.book().locale)),
        words_(wordsFor(copy_.locale)),
        item_(*book.product(decision.items->front().product)),
        variant_(variantOf(item_, decision.items->front().variant)) {
    const Copy* arm =
        decision.headlines == nullptr ? nullptr : copyFor(*decision.headlines, copy_.locale, book.book().locale);
    headline_ = arm != nullptr ? std::string_view(arm->headline) : std::string_view(copy_.headline);
  }

  [[nodiscard]] Node bump() const {
    Node root = section("bump", words_.optional);
    addImage(root);
    Node choice = element("label", "choice");
    Node tick = element("input", "tick");
    tick.attributes.push_back({"type", "checkbox"});
    choice.children.push_back(std::move(tick));
    choice.children.push_back(filled("span", "label", copy_.accept.empty() ? words_.add : copy_.accept));
    root.children.push_back(std::move(choice));
    root.children.push_back(filled("p", "headline", headline_));
    root.children.push_back(filled("p", "benefit", copy_.benefit));
    root.children.push_back(price(words_.bumpPrice));
    return root;
  }

  [[nodiscard]] Node offer() const {
    const bool oneClick = decision_.path == Path::OneClick;
    Node root = section("offer", words_.afterwards);
    root.children.push_back(
        filled("p", "acknowledge", order_.id.empty() ? words_.acknowledge : words_.acknowledgeOrder));
    root.children.push_back(filled("h2", "headline", headline_));
    addImage(root);
    root.children.push_back(filled("p", "benefit", copy_.benefit));
    root.children.push_back(filled("p", "item", "{item}"));
    root.children.push_back(price(oneClick ? words_.clickPrice : words_.linkPrice));
    Node actions = element("div", "actions");
    if (oneClick) {
      Node accept = filled("button", "accept", words_.pay);
      accept.attributes.push_back({"type", "button"});
      actions.children.push_back(std::move(accept));
    } else {
      Node accept = filled("a", "accept", copy_.accept.empty() ? words_.see : copy_.accept);
      accept.attributes.push_back({"href", decision_.offer->link});
      actions.children.push_back(std::move(accept));
    }
    Node decline = filled("button", "decline", words_.decline);
    decline.attributes.push_back({"type", "button"});
    actions.children.push_back(std::move(decline));
    root.children.push_back(std::move(actions));
    return root;
  }

 private:
  [[nodiscard]] Node section(std::string_view part, std::string_view label) const {
    Node root = element("section", part);
    root.attributes.push_back({"aria-label", Text(label)});
    root.attributes.push_back({"lang", copy_.locale});
    root.attributes.push_back(
        {"dir", Text(rightToLeft(copy_.locale) ? std::string_view("rtl") : std::string_view("ltr"))});
    return root;
  }

  void addImage(Node& root) const {
    if (item_.image.empty()) return;
    Node image = element("img", "image");
    image.attributes.push_back({"src", item_.image});
    image.attributes.push_back({"alt", item_.imageAlt});
    image.attributes.push_back({"width", "72"});
    image.attributes.push_back({"height", "72"});
    root.children.push_back(std::move(image));
  }

  [[nodiscard]] Node price(std::string_view words) const {
    Node node = filled("p", "price", words);
    if (!decision_.prior) return node;
    Node prior = element("span", "prior");
    prior.children.push_back(textNode(words_.was));
    prior.children.push_back(textNode(" "));
    Node struck = element("s", "");
    struck.children.push_back(money(*decision_.prior));
    prior.children.push_back(std::move(struck));
    prior.children.push_back(textNode(". "));
    prior.children.push_back(textNode(words_.lowest));
    node.children.push_back(textNode(" "));
    node.children.push_back(std::move(prior));
    return node;
  }

  [[nodiscard]] Node money(Minor amount) const {
    Node node;
    node.kind = Node::Kind::Money;
    node.amount = amount;
    node.currency = decision_.currency;
    return node;
  }

  void writeItem(Scratch& out) const {
    if (decision_.items->front().quantity > 1) {
      appendInteger(out, decision_.items->front().quantity);
      out += " × ";
    }
    out += item_.title;
    if (variant_ != nullptr) out.append(", ").append(variant_->title);
  }

  /** An element with the words in it, placeholders filled; an unknown placeholder stays as it is written. */
  [[nodiscard]] Node filled(std::string_view tag, std::string_view part, std::string_view words) const {
    Node node = element(tag, part);
    Scratch text;
    const auto flush = [&node, &text] {
      if (!text.empty()) node.children.push_back(textNode(viewOf(text)));
      text.clear();
    };
    while (!words.empty()) {
      const std::size_t open = indexOf(words, '{');
      text += words.substr(0, open);
      if (open == std::string_view::npos) break;
      words.remove_prefix(open);
      const auto take = [&words](std::string_view name) {
        const bool there = words.starts_with(name);
        if (there) words.remove_prefix(name.size());
        return there;
      };
      if (take("{price}")) {
        flush();
        node.children.push_back(money(decision_.price));
      } else if (take("{item}")) {
        writeItem(text);
      } else if (take("{trigger}")) {
        text += decision_.trigger->title;
      } else if (take("{order}")) {
        text += order_.id;
      } else {
        text += '{';
        words.remove_prefix(1);
      }
    }
    flush();
    return node;
  }

  const Decision& decision_;
  const Order& order_;
  const Copy& copy_;
  const ViewWords words_;
  const Product& item_;
  const Variant* variant_;
  std::string_view headline_;
};

}  // namespace

Node view(const IndexedBook& book, const Moment& moment, const Decision& decision) {
  const Builder builder(book, moment, decision);
  return decision.path == Path::Form ? builder.bump() : builder.offer();
}

}  // namespace aftermint
