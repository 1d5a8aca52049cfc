/** @file The pages of the demo shop. */
#pragma once

#include <string>
#include <string_view>

#include "demo/server/checkout.h"
#include "demo/server/messages.h"
#include "demo/server/shop.h"
#include "http/router.h"
#include "http/static_files.h"
#include "http/templates.h"
#include "serve/results_cache.h"

namespace aftermint::demo {

/** The cookies of the shop, by the names that they have on plain http. */
inline constexpr std::string_view kSessionCookie = "sid", kVisitorCookie = "visitor", kLanguageCookie = "lang";

/**
 * The value of a cookie; empty if there is none.
 *
 * On https a cookie's name begins with `__Host-`: browsers then take it only from this host, over https and with
 * `Secure`, so that neither a subdomain nor a plain http answer can plant one. They refuse that name on plain http,
 * where the demo runs on localhost, so there it has none.
 */
[[nodiscard]] std::string cookieOf(const Request& request, std::string_view name);

/** Who visits without a session. */
struct Visitor {
  std::string id;      ///< pages and events show it
  std::string secret;  ///< only the cookie has it
  bool isKnown = false;

  [[nodiscard]] std::string cookie() const { return id + "." + secret; }
};

/** The visitor of a request without a session: from the cookie of an earlier page, or a new random one. */
[[nodiscard]] Visitor visitorOf(const Request& request);

/** The response with a cookie that lasts a month, and that neither scripts nor forms of other sites can use. */
[[nodiscard]] Response keepCookie(Response response, const Request& request, std::string_view name,
                                  const std::string& value);

/** Renders pages and serves files for one shop; safe to call from several threads. */
class Pages {
 public:
  /** Throws std::runtime_error if a template or a file of messages is missing or malformed. */
  explicit Pages(Shop& shop);

  /** The routes of the pages, the artwork and the package. */
  [[nodiscard]] std::vector<Route> routes();

  /** Renders a page; adds what every template needs: texts, shop, cartCount, script, lang, languages, title. */
  [[nodiscard]] Response page(const Request& request, const std::string& name, const std::string& title, PageData data,
                              int status = 200);

  /**
   * Whether the form of a request has the token of the visitor whose cookies came with it: for browsers that say
   * neither `Sec-Fetch-Site` nor `Origin`.
   */
  [[nodiscard]] bool hasFormToken(const Request& request);

  /** A page that says what went wrong, with that status. */
  [[nodiscard]] Response errorPage(const Request& request, int status, const std::string& title,
                                   const std::string& message);

 private:
  Response home(const Request& request);
  Response product(const Request& request, const std::string& id);
  Response addToCart(const Request& request);
  Response checkout(const Request& request, const Payment* failed = nullptr, const Fields* form = nullptr);
  Response payCart(const Request& request);
  Response thanks(const Request& request, const std::string& id);
  Response order(const Request& request, const std::string& id);
  Response bank(const Request& request, const std::string& charge);
  Response answerBank(const Request& request, const std::string& charge);
  Response results(const Request& request);
  Response notFound(const Request& request);

  [[nodiscard]] std::optional<Session> sessionOf(const Request& request);
  /** The order, if the session of this request placed it; none for everybody else. */
  [[nodiscard]] std::optional<ShopOrder> ownOrder(const Request& request, const std::string& id);
  /** The id of the session that begins with a visitor's first basket, the same whichever tab begins it. */
  [[nodiscard]] std::string firstSession(const Visitor& visitor) const;
  /** The token that forms of this visitor's pages send back. */
  [[nodiscard]] std::string formToken(const std::string& visitor) const;
  /** The locale of a page: from `?lang=`, else from the cookie, else the book's. */
  [[nodiscard]] std::string localeOf(const Request& request) const;
  [[nodiscard]] std::string money(Minor amount, const std::string& locale) const;
  [[nodiscard]] PageData productData(const Product& product, const std::string& locale) const;
  [[nodiscard]] PageData homeGroups(const std::string& locale) const;
  [[nodiscard]] PageData hero(const std::string& locale) const;
  [[nodiscard]] PageData promises(const std::string& locale) const;
  [[nodiscard]] PageData languages(const std::string& locale) const;
  [[nodiscard]] PageData lineData(const OrderLine& line, const std::string& locale) const;
  [[nodiscard]] PageData orderData(const ShopOrder& order, const std::string& locale) const;

  Shop& shop_;
  Messages messages_;
  Templates templates_;
  StaticFiles assets_;
  StaticFiles dist_;
  StaticFiles shards_;
  ResultsCache results_;
  std::string formKey_;  ///< derived from the signing key, so that every process of the shop has the same
};

/** The text, or false if it is empty: a template's `{{#variant}}` would count an empty text as true. */
[[nodiscard]] PageData orFalse(const std::string& text);

/** The first letter of a title as a capital, shown if there is no picture. */
[[nodiscard]] std::string initialOf(std::string_view title);

}  // namespace aftermint::demo
