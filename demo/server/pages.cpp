#include "demo/server/pages.h"

#include <unicode/unistr.h>

#include "aftermint/currency.h"
#include "aftermint/language.h"
#include "ids.h"
#include "money.h"
#include "serve/shard_routes.h"

namespace aftermint::demo {

namespace {

constexpr int kCookieSeconds = 30 * 24 * 3600;
constexpr std::size_t kVisitorSize = 34;

}  // namespace

std::string visitorOf(const Request& request) {
  const auto known = request.cookies.find("visitor");
  const bool isOurs = known != request.cookies.end() && known->second.size() == kVisitorSize &&
                      known->second.starts_with("v-") &&
                      known->second.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
  return isOurs ? known->second : "v-" + randomId();
}

Response keepCookie(Response response, const std::string& name, const std::string& value) {
  response.with("Set-Cookie",
                name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(kCookieSeconds));
  return response;
}

PageData orFalse(const std::string& text) {
  if (text.empty()) return PageData(false);
  return PageData(text);
}

std::string initialOf(std::string_view title) {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(title.data(), static_cast<std::int32_t>(title.size())));
  text.truncate(text.moveIndex32(0, 1));
  std::string out;
  return text.toUpper().toUTF8String(out);
}

Pages::Pages(Shop& shop)
    : shop_(shop),
      messages_(shop.demo / "messages"),
      templates_(shop.demo / "templates",
                 {"home", "product", "checkout", "thanks", "order", "bank", "results", "returns", "error"}),
      assets_(shop.demo / "assets"),
      dist_(shop.dist),
      shards_(shop.shards) {}

std::vector<Route> Pages::routes() {
  using R = const Request&;
  using P = const PathParts&;
  return {
      {"GET", "/", 0, [this](R request, P) { return home(request); }},
      {"GET", "/products/:id", 0, [this](R request, P parts) { return product(request, parts.at("id")); }},
      {"POST", "/cart", kFormLimit, [this](R request, P) { return addToCart(request); }},
      {"GET", "/checkout", 0, [this](R request, P) { return checkout(request); }},
      {"POST", "/pay", kFormLimit, [this](R request, P) { return payCart(request); }},
      {"GET", "/orders/:id/thanks", 0, [this](R request, P parts) { return thanks(request, parts.at("id")); }},
      {"GET", "/orders/:id", 0, [this](R request, P parts) { return order(request, parts.at("id")); }},
      {"GET", "/bank/:charge", 0, [this](R request, P parts) { return bank(request, parts.at("charge")); }},
      {"POST", "/bank/:charge", kFormLimit,
       [this](R request, P parts) { return answerBank(request, parts.at("charge")); }},
      {"GET", "/results", 0, [this](R request, P) { return results(request); }},
      {"GET", "/returns", 0,
       [this](R request, P) {
         return page(request, "returns", messages_.text(localeOf(request), "returns"),
                     PageData(PageData::type::object));
       }},
      {"GET", "/shards/*path", 0,
       [this](R request, P parts) {
         if (shop_.shards.empty()) return notFound(request);
         return shardResponse(shards_, parts.at("path"), request, &shop_.served);
       }},
      {"GET", "/assets/*path", 0, [this](R request, P parts) { return assets_.answer(parts.at("path"), request); }},
      {"GET", "/dist/*path", 0,
       [this](R request, P parts) {
         // A shop on another origin may use the package: script and module are public by nature.
         return dist_.answer(parts.at("path"), request)
             .with("Access-Control-Allow-Origin", "*")
             .with("Cross-Origin-Resource-Policy", "cross-origin");
       }},
  };
}

std::optional<Session> Pages::sessionOf(const Request& request) {
  const auto sid = request.cookies.find("sid");
  if (sid == request.cookies.end()) return std::nullopt;
  return shop_.db.session(sid->second);
}

std::optional<ShopOrder> Pages::ownOrder(const Request& request, const std::string& id) {
  const auto session = sessionOf(request);
  if (!session) return std::nullopt;
  auto order = shop_.db.order(id);
  if (!order || order->session != session->id || order->state != OrderState::Paid) return std::nullopt;
  return order;
}

std::string Pages::localeOf(const Request& request) const {
  const auto in = [this](const Fields& fields) {
    const auto found = fields.find("lang");
    return found != fields.end() && messages_.has(found->second) ? found->second : std::string();
  };
  std::string asked = in(request.query);
  if (asked.empty()) asked = in(request.cookies);
  return asked.empty() ? shop_.book.book().locale : asked;
}

PageData Pages::languages(const std::string& locale) const {
  PageData list(PageData::type::list);
  for (const std::string& tag : messages_.languages()) {
    PageData each(PageData::type::object);
    each.set("tag", tag);
    each.set("name", languageName(tag));
    each.set("current", PageData(languageOf(locale) == tag));
    list << each;
  }
  return list;
}

std::string Pages::money(Minor amount, const std::string& locale) const {
  return formatMoney(amount, shop_.book.book().currency, locale);
}

Response Pages::page(const Request& request, const std::string& name, const std::string& title, PageData data,
                     int status) {
  std::int64_t count = 0;
  if (const auto session = sessionOf(request)) {
    for (const CartLine& line : shop_.db.cart(session->id).lines) count += line.quantity;
  }
  const std::string locale = localeOf(request);
  PageData script(PageData::type::object);
  script.set("src", "/dist/aftermint.js");
  script.set("integrity", dist_.integrity("aftermint.js"));
  data.set("script", script);
  data.set("book", shop_.shards.empty() ? "/book.json" : "/shards/book.json");
  data.set("title", title);
  data.set("shop", shop_.info.name);
  data.set("mark", shop_.info.mark);
  data.set("lang", locale);
  data.set("bookLang", shop_.book.book().locale);
  data.set("t", messages_.all(locale));
  data.set("languages", languages(locale));
  data.set("digits", std::to_string(minorDigits(shop_.book.book().currency)));
  data.set("cartCount", std::to_string(count));
  Response response;
  response.status = status;
  response.body = templates_.render(name, std::move(data));
  response.with("Cache-Control", "no-store");
  // Remember the language for the next pages.
  const auto asked = request.query.find("lang");
  if (asked != request.query.end() && asked->second == locale) return keepCookie(std::move(response), "lang", locale);
  return response;
}

Response Pages::errorPage(const Request& request, int status, const std::string& title, const std::string& message) {
  PageData data(PageData::type::object);
  data.set("status", std::to_string(status));
  data.set("message", message);
  return page(request, "error", title, std::move(data), status);
}

Response Pages::notFound(const Request& request) {
  return errorPage(request, 404, "Nothing is here", "This page does not exist.");
}

}  // namespace aftermint::demo
