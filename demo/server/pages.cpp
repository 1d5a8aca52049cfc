#include "demo/server/pages.h"

#include <unicode/unistr.h>

#include <algorithm>

#include "aftermint/currency.h"
#include "aftermint/language.h"
#include "ids.h"
#include "money.h"
#include "serve/shard_routes.h"

namespace aftermint::demo {

namespace {

constexpr int kCookieSeconds = 30 * 24 * 3600;
constexpr std::size_t kIdSize = 32;         ///< hex digits of `randomId`
constexpr std::size_t kFormTokenSize = 32;  ///< hex digits: 128 bits

/** Whether the shopper's browser uses https, by the word of a trusted proxy. */
bool isSecure(const Request& request) { return request.scheme == "https"; }

bool isRandomId(std::string_view text) {
  return text.size() == kIdSize && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string cookieName(const Request& request, std::string_view name) {
  return (isSecure(request) ? "__Host-" : "") + std::string(name);
}

}  // namespace

std::string cookieOf(const Request& request, std::string_view name) {
  const auto found = request.cookies.find(cookieName(request, name));
  return found == request.cookies.end() ? std::string() : found->second;
}

Visitor visitorOf(const Request& request) {
  constexpr std::string_view kBegin = "v-";
  const std::string cookie = cookieOf(request, kVisitorCookie);
  const std::size_t dot = std::min(cookie.find('.'), cookie.size());
  Visitor visitor{cookie.substr(0, dot), cookie.substr(std::min(dot + 1, cookie.size())), true};
  const bool isOurs = visitor.id.starts_with(kBegin) && isRandomId(std::string_view(visitor.id).substr(kBegin.size()));
  if (isOurs && isRandomId(visitor.secret)) return visitor;
  // A cookie of an earlier version has no secret.
  return {isOurs ? visitor.id : std::string(kBegin) + randomId(), randomId(), false};
}

Response keepCookie(Response response, const Request& request, std::string_view name, const std::string& value) {
  response.with("Set-Cookie", cookieName(request, name) + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" +
                                  std::to_string(kCookieSeconds) + (isSecure(request) ? "; Secure" : ""));
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
      shards_(shop.shards),
      formKey_(shop.ticketKeys.empty() ? randomKey() : hmacSha256Hex(shop.ticketKeys.front().secret, "form tokens")) {}

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
  const std::string sid = cookieOf(request, kSessionCookie);
  return sid.empty() ? std::nullopt : shop_.db.session(sid);
}

std::string Pages::firstSession(const Visitor& visitor) const {
  if (!visitor.isKnown) return randomId();
  return hmacSha256Hex(formKey_, "session " + visitor.cookie()).substr(0, kIdSize);
}

std::string Pages::formToken(const std::string& visitor) const {
  return hmacSha256Hex(formKey_, visitor).substr(0, kFormTokenSize);
}

bool Pages::hasFormToken(const Request& request) {
  const auto session = sessionOf(request);
  const Visitor stranger = visitorOf(request);
  if (!session && !stranger.isKnown) return false;
  const std::string& visitor = session ? session->visitor : stranger.id;
  const Fields form = parseForm(request.body);
  const auto sent = form.find("token");
  // Hashes are compared, so that the time it takes reveals nothing of the token.
  return sent != form.end() && sha256Hex(sent->second) == sha256Hex(formToken(visitor));
}

std::optional<ShopOrder> Pages::ownOrder(const Request& request, const std::string& id) {
  const auto session = sessionOf(request);
  if (!session) return std::nullopt;
  auto order = shop_.db.order(id);
  if (!order || order->session != session->id || order->state != OrderState::Paid) return std::nullopt;
  return order;
}

std::string Pages::localeOf(const Request& request) const {
  const auto asked = request.query.find("lang");
  if (asked != request.query.end() && messages_.has(asked->second)) return asked->second;
  std::string kept = cookieOf(request, kLanguageCookie);
  return messages_.has(kept) ? kept : shop_.book.book().locale;
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
  const auto session = sessionOf(request);
  if (data.get("formToken") == nullptr) {
    const Visitor stranger = visitorOf(request);
    data.set("formToken", formToken(session ? session->visitor : stranger.isKnown ? stranger.id : std::string()));
  }
  if (session) {
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
  if (asked != request.query.end() && asked->second == locale) {
    return keepCookie(std::move(response), request, kLanguageCookie, locale);
  }
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
