/** @file Elements, amounts, and texts with their placeholders filled in. */
#include "view/view_builder.h"

#include "decide/offer_rules.h"
#include "decide/pricing.h"

namespace aftermint {
namespace {

constexpr std::string_view kOrder = "{order}";
constexpr std::string_view kIsolate = "\u2068";       // first strong isolate
constexpr std::string_view kEndOfIsolate = "\u2069";  // pop directional isolate

View textView(std::string_view text) {
  View view;
  view.kind = View::Kind::Literal;
  view.text = text;
  return view;
}

void setLanguage(View& view, std::string_view locale) {
  set(view, "lang", locale);
  set(view, "dir", rightToLeft(locale) ? "rtl" : "ltr");
}

}  // namespace

[[gnu::noinline]] void set(View& view, std::string_view name, std::string_view value) {
  view.attributes.push_back({name, Text(value)});
}

View element(std::string_view tag, std::string_view part) {
  View view;
  view.tag = tag;
  if (!part.empty()) set(view, "part", part);
  return view;
}

ViewBuilder::ViewBuilder(const IndexedBook& of, const Moment& moment, const Decision& made)
    : book(of),
      order(moment.order),
      decision(made),
      copy(*copyFor(made.offer->copy, moment.locale, of.book().locale)),
      messages(messagesFor(copy.locale)) {
  headline = copy.headline;
  if (made.headlines == nullptr) return;
  // An arm without a headline in the copy's language shows the offer's own headline, so that languages are not mixed.
  if (const Copy* arm = inLanguage(*made.headlines, copy.locale)) headline = arm->headline;
}

View ViewBuilder::section(std::string_view part, ViewMessage label) const {
  View root = element("section", part);
  set(root, "aria-label", messages[label]);
  setLanguage(root, messages.areOf(copy.locale) ? std::string_view(copy.locale) : messages[ViewMessage::Language]);
  return root;
}

void ViewBuilder::addImage(View& root, const Item& item) const {
  const Product& product = *book.product(item.product);
  if (product.image.empty()) return;
  View image = element("img", "image");
  const Translation* translated = inLanguage(product.translations, copy.locale);
  const bool isTranslated = translated != nullptr && !translated->imageAlt.empty();
  set(image, "src", product.image);
  set(image, "alt", isTranslated ? translated->imageAlt : product.imageAlt);
  set(image, "width", "72");
  set(image, "height", "72");
  markLanguage(image, isTranslated ? copy.locale : book.book().locale);
  root.children.push_back(std::move(image));
}

View ViewBuilder::price(std::string_view text) const {
  View view = filled("p", "price", text);
  set(view, "id", "price");
  if (!decision.prior) return view;
  view.children.push_back(textView(" "));
  view.children.push_back(own("span", "prior", ViewMessage::Prior));
  return view;
}

View ViewBuilder::money(Minor amount) const {
  View view;
  view.kind = View::Kind::Money;
  view.amount = amount;
  view.currency = decision.currency;
  return view;
}

void ViewBuilder::writeTitle(Scratch& out, const Product& product, std::string_view variant) const {
  out += titleIn(product, copy.locale);
  if (const Variant* found = variantOf(product, variant)) out.append(", ").append(titleIn(*found, copy.locale));
}

void ViewBuilder::writeItem(Scratch& out, const Item& item) const {
  const std::int64_t quantity = item.quantity * decision.times;
  if (quantity > 1) {
    appendInteger(out, quantity);
    out += " × ";
  }
  writeTitle(out, *book.product(item.product), item.variant);
}

bool ViewBuilder::differs(std::string_view locale) const {
  return languageOf(locale) != languageOf(copy.locale) || !messages.areOf(locale);
}

void ViewBuilder::markLanguage(View& view, std::string_view locale) const {
  if (differs(locale)) setLanguage(view, locale);
}

std::string_view ViewBuilder::titleLocale(const Product& product) const {
  return inLanguage(product.translations, copy.locale) != nullptr ? copy.locale : book.book().locale;
}

View ViewBuilder::titled(std::string_view part, std::string_view title, std::string_view locale) const {
  View view = element("span", part);
  markLanguage(view, locale);
  view.children.push_back(textView(title));
  return view;
}

View ViewBuilder::item(const Item& item) const {
  Scratch title;
  writeItem(title, item);
  return titled("item", viewOf(title), titleLocale(*book.product(item.product)));
}

View ViewBuilder::own(std::string_view tag, std::string_view part, ViewMessage message) const {
  return filled(tag, part, messages[message]);
}

View ViewBuilder::copied(std::string_view tag, std::string_view part, std::string_view text) const {
  View view = filled(tag, part, text);
  if (!messages.areOf(copy.locale)) setLanguage(view, copy.locale);
  return view;
}

View ViewBuilder::copiedOr(std::string_view tag, std::string_view part, std::string_view text,
                           ViewMessage message) const {
  return text.empty() ? own(tag, part, message) : copied(tag, part, text);
}

View ViewBuilder::filled(std::string_view tag, std::string_view part, std::string_view phrase) const {
  View view = element(tag, part);
  Scratch text;
  // Without isolates, names and prices in a right-to-left text would change places with their neighbours (UAX #9).
  const bool isolates = rightToLeft(copy.locale);
  const auto add = [&view, &text](View child) {
    if (!text.empty()) view.children.push_back(textView(viewOf(text)));
    text.clear();
    view.children.push_back(std::move(child));
  };
  Scratch title;
  while (!phrase.empty()) {
    const std::size_t open = indexOf(phrase, '{');
    text += phrase.substr(0, open);
    if (open == std::string_view::npos) break;
    phrase.remove_prefix(open);
    bool isKnown = true;
    const Product* named = decision.trigger;  // decides the language of the title
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
      View struck = element("s", "");
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
      if (!text.empty() && text.back() == ' ') text.pop_back();  // leaves no gap
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
  if (!text.empty()) view.children.push_back(textView(viewOf(text)));
  return view;
}

}  // namespace aftermint
