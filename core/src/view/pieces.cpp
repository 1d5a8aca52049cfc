#include "view/pieces.h"

#include "decide/pricing.h"
#include "decide/rules.h"

namespace aftermint {
namespace {

constexpr std::string_view kOrder = "{order}";
constexpr std::string_view kIsolate = "\u2068";       // first strong isolate
constexpr std::string_view kEndOfIsolate = "\u2069";  // pop directional isolate

Node textNode(std::string_view text) {
  Node node;
  node.kind = Node::Kind::Literal;
  node.text = text;
  return node;
}

void setLanguage(Node& node, std::string_view locale) {
  set(node, "lang", locale);
  set(node, "dir", rightToLeft(locale) ? "rtl" : "ltr");
}

}  // namespace

[[gnu::noinline]] void set(Node& node, std::string_view name, std::string_view value) {
  node.attributes.push_back({name, Text(value)});
}

Node element(std::string_view tag, std::string_view part) {
  Node node;
  node.tag = tag;
  if (!part.empty()) set(node, "part", part);
  return node;
}

Pieces::Pieces(const IndexedBook& of, const Moment& moment, const Decision& made)
    : book(of),
      order(moment.order),
      decision(made),
      copy(*copyFor(made.offer->copy, moment.locale, of.book().locale)),
      messages(messagesFor(copy.locale)) {
  headline = copy.headline;
  if (made.headlines == nullptr) return;
  // An arm without a headline in the copy's language shows the offer's own: one sentence in another language would not
  // do.
  if (const Copy* arm = inLanguage(*made.headlines, copy.locale)) headline = arm->headline;
}

Node Pieces::section(std::string_view part, ViewMessage label) const {
  Node root = element("section", part);
  set(root, "aria-label", messages[label]);
  setLanguage(root, messages.areOf(copy.locale) ? std::string_view(copy.locale) : messages[ViewMessage::Language]);
  return root;
}

void Pieces::addImage(Node& root, const Item& item) const {
  const Product& product = *book.product(item.product);
  if (product.image.empty()) return;
  Node image = element("img", "image");
  const Translation* translated = inLanguage(product.translations, copy.locale);
  const bool isTranslated = translated != nullptr && !translated->imageAlt.empty();
  set(image, "src", product.image);
  set(image, "alt", isTranslated ? translated->imageAlt : product.imageAlt);
  set(image, "width", "72");
  set(image, "height", "72");
  markLanguage(image, isTranslated ? copy.locale : book.book().locale);
  root.children.push_back(std::move(image));
}

Node Pieces::price(std::string_view text) const {
  Node node = filled("p", "price", text);
  set(node, "id", "price");
  if (!decision.prior) return node;
  node.children.push_back(textNode(" "));
  node.children.push_back(own("span", "prior", ViewMessage::Prior));
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
  out += titleIn(product, copy.locale);
  if (const Variant* found = variantOf(product, variant)) out.append(", ").append(titleIn(*found, copy.locale));
}

void Pieces::writeItem(Scratch& out, const Item& item) const {
  const std::int64_t quantity = item.quantity * decision.times;
  if (quantity > 1) {
    appendInteger(out, quantity);
    out += " × ";
  }
  writeTitle(out, *book.product(item.product), item.variant);
}

bool Pieces::differs(std::string_view locale) const {
  return languageOf(locale) != languageOf(copy.locale) || !messages.areOf(locale);
}

void Pieces::markLanguage(Node& node, std::string_view locale) const {
  if (differs(locale)) setLanguage(node, locale);
}

std::string_view Pieces::titleLocale(const Product& product) const {
  return inLanguage(product.translations, copy.locale) != nullptr ? copy.locale : book.book().locale;
}

Node Pieces::titled(std::string_view part, std::string_view title, std::string_view locale) const {
  Node node = element("span", part);
  markLanguage(node, locale);
  node.children.push_back(textNode(title));
  return node;
}

Node Pieces::item(const Item& item) const {
  Scratch title;
  writeItem(title, item);
  return titled("item", viewOf(title), titleLocale(*book.product(item.product)));
}

Node Pieces::own(std::string_view tag, std::string_view part, ViewMessage message) const {
  return filled(tag, part, messages[message]);
}

Node Pieces::copied(std::string_view tag, std::string_view part, std::string_view text) const {
  Node node = filled(tag, part, text);
  if (!messages.areOf(copy.locale)) setLanguage(node, copy.locale);
  return node;
}

Node Pieces::copiedOr(std::string_view tag, std::string_view part, std::string_view text, ViewMessage message) const {
  return text.empty() ? own(tag, part, message) : copied(tag, part, text);
}

Node Pieces::filled(std::string_view tag, std::string_view part, std::string_view phrase) const {
  Node node = element(tag, part);
  Scratch text;
  // In a text from right to left a name or a price would else take its neighbours' places (UAX #9).
  const bool isolates = rightToLeft(copy.locale);
  const auto add = [&node, &text](Node child) {
    if (!text.empty()) node.children.push_back(textNode(viewOf(text)));
    text.clear();
    node.children.push_back(std::move(child));
  };
  Scratch title;
  while (!phrase.empty()) {
    const std::size_t open = indexOf(phrase, '{');
    text += phrase.substr(0, open);
    if (open == std::string_view::npos) break;
    phrase.remove_prefix(open);
    bool isKnown = true;
    const Product* named = decision.trigger;  // whose language the title is in
    const auto take = [&phrase, &text, isolates](std::string_view name) {
      const bool there = phrase.starts_with(name);
      if (!there) return false;
      phrase.remove_prefix(name.size());
      if (isolates) text += kIsolate;
      return true;
    };
    if (take("{price}")) {
      add(money(decision.price));
    } else if (take("{total}")) {
      add(money(decision.total));
    } else if (take("{separate}")) {
      add(money(listPrice(book, *decision.items)));
    } else if (decision.prior && take("{prior}")) {
      Node struck = element("s", "");
      struck.children.push_back(money(*decision.prior));
      add(std::move(struck));
    } else if (take("{item}")) {
      named = book.product(decision.items->front().product);
      for (const Item& item : *decision.items) {
        if (&item != decision.items->data()) title += " + ";
        writeItem(title, item);
      }
    } else if (decision.replaces != nullptr && take("{replaced}")) {
      writeTitle(title, *decision.trigger, decision.replaces->variant);
    } else if (take("{trigger}")) {
      title += titleIn(*decision.trigger, copy.locale);
    } else if (order.id.empty() && phrase.starts_with(kOrder)) {
      phrase.remove_prefix(kOrder.size());
      if (!text.empty() && text.back() == ' ') text.pop_back();  // it leaves no gap behind
      isKnown = false;
    } else if (take(kOrder)) {
      text += order.id;
    } else {
      text += '{';
      phrase.remove_prefix(1);
      isKnown = false;
    }
    const std::string_view locale = titleLocale(*named);
    if (!title.empty() && differs(locale)) {
      add(titled("", viewOf(title), locale));
    } else {
      text += viewOf(title);
    }
    title.clear();
    if (isKnown && isolates) text += kEndOfIsolate;
  }
  if (!text.empty()) node.children.push_back(textNode(viewOf(text)));
  return node;
}

}  // namespace aftermint
