// The shop up to payment: home, product, cart, checkout.
#include <algorithm>
#include <charconv>

#include "accept/accept_json.h"
#include "aftermint/language.h"
#include "demo/server/basket.h"
#include "demo/server/pages.h"
#include "ids.h"

namespace aftermint::demo {
namespace {

constexpr std::int64_t kMaxAsked = 99;

std::string field(const Fields& form, std::string_view name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

std::optional<std::int64_t> quantityOf(const Fields& form) {
  const std::string text = field(form, "quantity");
  if (text.empty()) return 1;
  std::int64_t quantity = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), quantity);
  if (error != std::errc() || end != text.data() + text.size() || quantity < 0) return std::nullopt;
  return std::min(quantity, kMaxAsked);
}

/** Whether the book sells that product and variant. A product with variants needs one. */
bool isSold(const IndexedBook& book, const CartLine& line) {
  const Product* product = book.product(line.product);
  if (product == nullptr) return false;
  if (product->variants.empty() || line.variant.empty()) return product->variants.empty() == line.variant.empty();
  return std::any_of(product->variants.begin(), product->variants.end(),
                     [&](const Variant& variant) { return variant.id == line.variant; });
}

}  // namespace

PageData Pages::productData(const Product& product, const std::string& locale) const {
  PageData data(PageData::type::object);
  const std::string title(titleIn(product, locale));
  const Translation* translated = inLanguage(product.translations, locale);
  data.set("id", product.id);
  data.set("title", title);
  data.set("description", product.description);
  data.set("price", money(product.price, locale));
  data.set("image", orFalse(product.image));
  data.set("imageAlt",
           translated != nullptr && !translated->imageAlt.empty() ? translated->imageAlt : product.imageAlt);
  data.set("initial", initialOf(title));
  data.set("url", "/products/" + product.id);
  return data;
}

PageData Pages::homeGroups(const std::string& locale) const {
  PageData groups(PageData::type::list);
  for (const ShopInfo::Category& category : shop_.info.categories) {
    PageData products(PageData::type::list);
    for (const Product& product : shop_.book.book().products) {
      if (product.category == category.id) products << productData(product, locale);
    }
    if (products.is_empty_list()) continue;
    std::string name = textIn(category.name, locale);
    if (name.empty()) name = messages_.text(locale, shop_.info.categories.size() == 1 ? "allProducts" : "more");
    PageData group(PageData::type::object);
    group.set("name", name);
    group.set("intro", orFalse(textIn(category.intro, locale)));
    group.set("products", products);
    groups << group;
  }
  return groups;
}

PageData Pages::hero(const std::string& locale) const {
  const std::vector<Product>& products = shop_.book.book().products;
  const std::optional<ShopInfo::Hero>& own = shop_.info.hero;
  const Product* product = own ? shop_.book.product(own->product) : nullptr;
  if (product == nullptr && !products.empty()) product = &products.front();
  PageData data(PageData::type::object);
  data.set("title", own ? textIn(own->title, locale) : shop_.info.name);
  data.set("lede", own ? textIn(own->lede, locale) : messages_.text(locale, "welcome"));
  data.set("product", product == nullptr ? PageData(false) : productData(*product, locale));
  return data;
}

PageData Pages::promises(const std::string& locale) const {
  PageData list(PageData::type::list);
  for (const ShopTexts& promise : shop_.info.promises) list << PageData(textIn(promise, locale));
  if (!list.is_empty_list()) return list;
  for (const char* key : {"deliveryIncluded", "nothingSold"}) list << PageData(messages_.text(locale, key));
  return list;
}

Response Pages::home(const Request& request) {
  const std::string locale = localeOf(request);
  PageData data(PageData::type::object);
  data.set("groups", homeGroups(locale));
  data.set("hero", hero(locale));
  return page(request, "home", messages_.text(locale, "shop"), std::move(data));
}

Response Pages::product(const Request& request, const std::string& id) {
  const Product* found = shop_.book.product(id);
  if (found == nullptr) return notFound(request);
  const std::string locale = localeOf(request);
  PageData variants(PageData::type::list);
  for (const Variant& variant : found->variants) {
    PageData each(PageData::type::object);
    each.set("id", variant.id);
    each.set("title", std::string(titleIn(variant, locale)));
    each.set("price", money(variant.price.value_or(found->price), locale));
    each.set("first", PageData(&variant == &found->variants.front()));
    variants << each;
  }
  PageData data(PageData::type::object);
  data.set("product", productData(*found, locale));
  data.set("promises", promises(locale));
  data.set("variants", variants);
  data.set("hasVariants", PageData(!found->variants.empty()));
  data.set("orderJson", R"({"currency":")" + shop_.book.book().currency + R"(","lines":[]})");
  // The visitor who sees an offer here must be the one who pays, or its results would be wrong. The session only begins
  // with a basket: of two pages that load at once the second would overwrite the session of the first.
  const auto session = sessionOf(request);
  const Visitor stranger = visitorOf(request);
  const std::string& visitor = session ? session->visitor : stranger.id;
  data.set("visitor", visitor);
  data.set("formToken", formToken(visitor));
  Response response = page(request, "product", std::string(titleIn(*found, locale)), std::move(data));
  return session ? response : keepCookie(std::move(response), request, kVisitorCookie, stranger.cookie());
}

Response Pages::addToCart(const Request& request) {
  const Fields form = parseForm(request.body);
  const auto quantity = quantityOf(form);
  CartLine line{field(form, "product"), field(form, "variant"), quantity.value_or(0), {}};
  if (!quantity || !isSold(shop_.book, line)) {
    return errorPage(request, 400, "This cannot be added to the basket",
                     "The shop does not sell it in this form. Your basket has not changed.");
  }
  const auto known = sessionOf(request);
  const Visitor stranger = visitorOf(request);
  const std::string& visitor = known ? known->visitor : stranger.id;
  const std::string offer = field(form, "bundle");
  const auto companions =
      offer.empty() || line.quantity == 0 ? std::nullopt : companionsOf(shop_, visitor, offer, line.product);
  if (line.quantity == 0) line.offer = field(form, "offer");
  const auto change = [&](std::vector<CartLine>& lines) {
    if (field(form, "mode") != "add") lines.clear();
    if (line.quantity == 0) {
      takeOut(lines, line);
    } else if (companions) {
      putOffer(lines, line, offer, *companions);
    } else {
      put(lines, line);
    }
  };
  Response response = seeOther("/checkout");
  // False if the session was renewed just now, by a payment in another tab.
  if (known && shop_.db.changeCart(known->id, change)) return response;
  // Two tabs that add a first product at the same moment begin the same session, so neither product is lost.
  const Session session = shop_.db.createSession(known ? randomId() : firstSession(stranger), visitor, shop_.clock());
  static_cast<void>(shop_.db.changeCart(session.id, change));
  return keepCookie(std::move(response), request, kSessionCookie, session.id);
}

PageData Pages::lineData(const OrderLine& line, const std::string& locale) const {
  const Product* product = shop_.book.product(line.product);
  const Variant* variant = product == nullptr ? nullptr : findVariant(*product, line.variant);
  const std::string title(product == nullptr ? line.title : titleIn(*product, locale));
  PageData data(PageData::type::object);
  data.set("title", title);
  data.set("initial", initialOf(title));
  data.set("variant", orFalse(variant == nullptr ? line.variantTitle : std::string(titleIn(*variant, locale))));
  data.set("variantId", line.variant);
  data.set("quantity", std::to_string(line.quantity));
  data.set("price", money(line.price * line.quantity, locale));
  data.set("image", orFalse(product == nullptr ? "" : product->image));
  data.set("imageAlt", product == nullptr ? "" : product->imageAlt);
  data.set("product", line.product);
  data.set("offer", line.broughtBy);
  data.set("added", PageData(!line.offer.empty() && line.replaces.empty()));
  const Product* replaced = line.replaces.empty() ? nullptr : shop_.book.product(line.replaces);
  data.set("replaces", orFalse(replaced == nullptr ? line.replaces : std::string(titleIn(*replaced, locale))));
  data.set("undone", PageData(line.undone));
  return data;
}

Response Pages::checkout(const Request& request, const Payment* failed, const Fields* form) {
  const std::string locale = localeOf(request);
  const auto session = sessionOf(request);
  const Cart cart = session ? shop_.db.cart(session->id) : Cart();
  const std::vector<OrderLine> lines = session ? priceCart(shop_, session->visitor, cart) : std::vector<OrderLine>();
  const std::string& currency = shop_.book.book().currency;
  std::string notice = session ? shop_.db.takeNotice(session->id) : "";

  PageData data(PageData::type::object);
  // None if the session was renewed just now: then its basket is empty.
  const auto draft = lines.empty() ? std::nullopt : shop_.db.draft(session->id);
  data.set("empty", PageData(!draft));
  if (draft) {
    const Order order = openOrder(draft->order, currency, lines);
    data.set("nonce", draft->nonce);
    data.set("cart", cartToken(shop_, cart, lines));
    data.set("visitor", session->visitor);
    data.set("orderJson", encodeMomentOrder(order));
    data.set("total", money(order.total.value_or(0), locale));
    data.set("totalMinor", std::to_string(order.total.value_or(0)));
    data.set("currency", currency);
  }
  PageData shown(PageData::type::list);
  for (const OrderLine& line : lines) shown << lineData(line, locale);
  data.set("lines", shown);
  data.set("promises", promises(locale));

  const std::string chosen = form != nullptr ? field(*form, "card") : std::string();
  PageData cards(PageData::type::list);
  for (const TestCard& card : testCards()) {
    PageData each(PageData::type::object);
    each.set("value", std::string(card.value));
    each.set("label", std::string(card.label));
    each.set("checked", PageData(chosen.empty() ? card.value == testCards().front().value : card.value == chosen));
    cards << each;
  }
  data.set("cards", cards);

  PageData values(PageData::type::object);
  for (const char* name : {"name", "email", "address"}) values.set(name, form != nullptr ? field(*form, name) : "");
  data.set("values", values);
  PageData errors(PageData::type::list);
  if (failed != nullptr) {
    for (const FieldError& error : failed->errors) {
      PageData each(PageData::type::object);
      each.set("field", error.field);
      each.set("message", error.message);
      errors << each;
    }
  }
  data.set("hasErrors", PageData(!errors.is_empty_list()));
  data.set("errors", errors);
  data.set("notice", notice);
  const int status = failed == nullptr ? 200 : failed->result == Payment::Result::Declined ? 402 : 422;
  return page(request, "checkout", messages_.text(locale, "checkout"), std::move(data), status);
}

Response Pages::payCart(const Request& request) {
  const auto session = sessionOf(request);
  Fields form = parseForm(request.body);
  form["locale"] = localeOf(request);
  Payment payment = pay(shop_, session, form);
  switch (payment.result) {
    case Payment::Result::Paid: {
      Response response = seeOther("/orders/" + payment.order + "/thanks");
      const bool isKnown = session && session->id == payment.session;
      return isKnown ? response : keepCookie(std::move(response), request, kSessionCookie, payment.session);
    }
    case Payment::Result::Invalid:
      return checkout(request, &payment, &form);
    case Payment::Result::Declined:
      payment.errors.push_back(
          {"card", "The bank declined this payment. Nothing was charged, and your basket has not changed."});
      return checkout(request, &payment, &form);
    case Payment::Result::Stale:
      if (session)
        shop_.db.leaveNotice(session->id, "Your basket or a price has changed. Please check it before you pay.");
      return seeOther("/checkout");
    case Payment::Result::Unsure:
      return errorPage(request, 503, "The bank has not answered yet",
                       "Please go back and press pay again: the same order is never charged twice.")
          .with("Retry-After", "5");
  }
  return seeOther("/checkout");
}

}  // namespace aftermint::demo
