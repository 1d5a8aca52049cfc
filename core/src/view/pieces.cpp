#include "view/pieces.h"

#include "decide/pricing.h"
#include "decide/rules.h"

namespace aftermint {
namespace {

Node textNode(std::string_view text) {
  Node node;
  node.kind = Node::Kind::Literal;
  node.text = text;
  return node;
}

}  // namespace

Node element(std::string_view tag, std::string_view part) {
  Node node;
  node.tag = tag;
  if (!part.empty()) node.attributes.push_back({"part", Text(part)});
  return node;
}

Pieces::Pieces(const IndexedBook& of, const Moment& moment, const Decision& made)
    : book(of),
      order(moment.order),
      decision(made),
      copy(*copyFor(made.offer->copy, moment.locale, of.book().locale)),
      words(wordsFor(copy.locale)) {
  const Copy* arm = made.headlines == nullptr ? nullptr : copyFor(*made.headlines, copy.locale, of.book().locale);
  headline = arm != nullptr ? std::string_view(arm->headline) : std::string_view(copy.headline);
}

Node Pieces::section(std::string_view part, std::string_view label) const {
  Node root = element("section", part);
  root.attributes.push_back({"aria-label", Text(label)});
  root.attributes.push_back({"lang", copy.locale});
  root.attributes.push_back(
      {"dir", Text(rightToLeft(copy.locale) ? std::string_view("rtl") : std::string_view("ltr"))});
  return root;
}

void Pieces::addImage(Node& root, const Item& item) const {
  const Product& product = *book.product(item.product);
  if (product.image.empty()) return;
  Node image = element("img", "image");
  image.attributes.push_back({"src", product.image});
  image.attributes.push_back({"alt", product.imageAlt});
  image.attributes.push_back({"width", "72"});
  image.attributes.push_back({"height", "72"});
  root.children.push_back(std::move(image));
}

Node Pieces::price(std::string_view phrase) const {
  Node node = filled("p", "price", phrase);
  if (!decision.prior) return node;
  Node prior = element("span", "prior");
  prior.children.push_back(textNode(words.was));
  prior.children.push_back(textNode(" "));
  Node struck = element("s", "");
  struck.children.push_back(money(*decision.prior));
  prior.children.push_back(std::move(struck));
  prior.children.push_back(textNode(". "));
  prior.children.push_back(textNode(words.lowest));
  node.children.push_back(textNode(" "));
  node.children.push_back(std::move(prior));
  return node;
}

Node Pieces::money(Minor amount) const {
  Node node;
  node.kind = Node::Kind::Money;
  node.amount = amount;
  node.currency = decision.currency;
  return node;
}

void Pieces::writeTitle(Scratch& out, const Product& product, std::string_view variant) const {
  out += product.title;
  if (const Variant* found = variantOf(product, variant)) out.append(", ").append(found->title);
}

void Pieces::writeItem(Scratch& out, const Item& item) const {
  const std::int64_t quantity = item.quantity * decision.times;
  if (quantity > 1) {
    appendInteger(out, quantity);
    out += " × ";
  }
  writeTitle(out, *book.product(item.product), item.variant);
}

Text Pieces::nameOf(const Item& item) const {
  Scratch out;
  writeItem(out, item);
  return keep(std::move(out));
}

void Pieces::addFilled(Node& root, std::string_view tag, std::string_view part, std::string_view phrase) const {
  if (!phrase.empty()) root.children.push_back(filled(tag, part, phrase));
}

Node Pieces::filled(std::string_view tag, std::string_view part, std::string_view phrase) const {
  Node node = element(tag, part);
  Scratch text;
  const auto amount = [this, &node, &text](Minor minor) {
    if (!text.empty()) node.children.push_back(textNode(viewOf(text)));
    text.clear();
    node.children.push_back(money(minor));
  };
  while (!phrase.empty()) {
    const std::size_t open = indexOf(phrase, '{');
    text += phrase.substr(0, open);
    if (open == std::string_view::npos) break;
    phrase.remove_prefix(open);
    const auto take = [&phrase](std::string_view name) {
      const bool there = phrase.starts_with(name);
      if (there) phrase.remove_prefix(name.size());
      return there;
    };
    if (take("{price}")) {
      amount(decision.price);
    } else if (take("{total}")) {
      amount(decision.total);
    } else if (take("{separate}")) {
      amount(listPrice(book, *decision.items));
    } else if (take("{item}")) {
      for (const Item& item : *decision.items) {
        if (&item != decision.items->data()) text += " + ";
        writeItem(text, item);
      }
    } else if (take("{replaced}")) {
      writeTitle(text, *decision.trigger, decision.replaces->variant);
    } else if (take("{trigger}")) {
      text += decision.trigger->title;
    } else if (take("{order}")) {
      text += order.id;
    } else {
      text += '{';
      phrase.remove_prefix(1);
    }
  }
  if (!text.empty()) node.children.push_back(textNode(viewOf(text)));
  return node;
}

}  // namespace aftermint
