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

/** Turns a phrase with placeholders into the children of an element. */
class PhraseFiller {
 public:
  PhraseFiller(const ViewBuilder& builder, View& into) : builder_(builder), into_(into) {}

  void fill(std::string_view phrase) {
    rest_ = phrase;
    while (!rest_.empty()) {
      const std::size_t open = indexOf(rest_, '{');
      text_ += rest_.substr(0, open);
      if (open == std::string_view::npos) break;
      rest_.remove_prefix(open);
      if (fillPlaceholder()) continue;
      text_ += '{';
      rest_.remove_prefix(1);
    }
    endText();
  }

 private:
  /** Fills the placeholder at the beginning of the rest; false where it is unknown. */
  bool fillPlaceholder() {
    const Decision& decision = builder_.decision;
    if (builder_.order.id.empty() && rest_.starts_with(kOrder)) {
      rest_.remove_prefix(kOrder.size());
      if (!text_.empty() && text_.back() == ' ') text_.pop_back();  // leaves no gap
      return true;
    }
    if (take("{price}")) {
      add(builder_.money(decision.price));
    } else if (take("{total}")) {
      add(builder_.money(decision.total));
    } else if (take("{separate}")) {
      add(builder_.money(listPrice(builder_.book, *decision.items)));
    } else if (decision.prior && take("{prior}")) {
      View struck = element("s", "");
      struck.children.push_back(builder_.money(*decision.prior));
      add(std::move(struck));
    } else if (take("{item}")) {
      Scratch titles;
      for (const Item& item : *decision.items) {
        if (&item != decision.items->data()) titles += " + ";
        builder_.writeItem(titles, item);
      }
      addTitle(titles, *builder_.book.product(decision.items->front().product));
    } else if (decision.replaces != nullptr && take("{replaced}")) {
      Scratch title;
      builder_.writeTitle(title, *decision.trigger, decision.replaces->variant);
      addTitle(title, *decision.trigger);
    } else if (take("{trigger}")) {
      Scratch title;
      builder_.writeTitle(title, *decision.trigger, "");
      addTitle(title, *decision.trigger);
    } else if (take(kOrder)) {
      text_ += builder_.order.id;
    } else {
      return false;
    }
    if (isolates_) text_ += kEndOfIsolate;
    return true;
  }

  /** Skips a placeholder if it is at the beginning of the rest. */
  bool take(std::string_view placeholder) {
    if (!rest_.starts_with(placeholder)) return false;
    rest_.remove_prefix(placeholder.size());
    if (isolates_) text_ += kIsolate;
    return true;
  }

  /** Adds a title, in a span of its own where its language differs from the text around it. */
  void addTitle(const Scratch& title, const Product& product) {
    const std::string_view locale = builder_.titleLocale(product);
    if (builder_.differs(locale)) {
      add(builder_.titled("", viewOf(title), locale));
    } else {
      text_ += viewOf(title);
    }
  }

  void add(View child) {
    endText();
    into_.children.push_back(std::move(child));
  }

  /** Adds the text so far as a child. */
  void endText() {
    if (!text_.empty()) into_.children.push_back(textView(viewOf(text_)));
    text_.clear();
  }

  const ViewBuilder& builder_;
  View& into_;
  std::string_view rest_;
  Scratch text_;
  // Without isolates, names and prices in a right-to-left text would change places with their neighbours (UAX #9).
  const bool isolates_ = rightToLeft(builder_.copy.locale);
};

View ViewBuilder::filled(std::string_view tag, std::string_view part, std::string_view phrase) const {
  View view = element(tag, part);
  PhraseFiller(*this, view).fill(phrase);
  return view;
}

}  // namespace aftermint
