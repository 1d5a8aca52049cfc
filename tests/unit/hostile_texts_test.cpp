// Payloads of script injection and strings that break things, in every text field: no element, attribute or URL of a
// page comes from them. The pages are parsed natively (gumbo).
#include <gtest/gtest.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "aftermint/check.h"
#include "aftermint/codec.h"
#include "aftermint/render.h"
#include "aftermint/view.h"
#include "money.h"
#include "report/page.h"
#include "text.h"
#include "unit/cli_program.h"
#include "visible_text.h"
#include "worksheet/pictures.h"
#include "worksheet/worksheet.h"

namespace aftermint {
namespace {

using aftermint::testing::kBook;
using aftermint::testing::kMoment;
using aftermint::testing::realData;

/** What a page consists of, apart from its texts. */
struct PageParts {
  std::set<std::string> elements, attributes, urls;
  std::vector<std::string> headings;  ///< texts of h1

  void add(const PageParts& other) {
    elements.insert(other.elements.begin(), other.elements.end());
    attributes.insert(other.attributes.begin(), other.attributes.end());
    urls.insert(other.urls.begin(), other.urls.end());
  }
};

bool isUrlAttribute(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames = {"href",   "src",  "action", "formaction", "data",
                                                       "poster", "cite", "srcset", "background", "xlink:href"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

void textUnder(const GumboNode& node, std::string& out) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
    out += node.v.text.text;
  }
  if (node.type != GUMBO_NODE_ELEMENT) return;
  for (unsigned i = 0; i < node.v.element.children.length; ++i) {
    textUnder(*static_cast<const GumboNode*>(node.v.element.children.data[i]), out);
  }
}

void gatherParts(const GumboNode& node, PageParts& parts) {
  if (node.type == GUMBO_NODE_COMMENT) parts.elements.insert("a comment");
  if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return;
  const GumboElement& element = node.v.element;
  parts.elements.insert(element.tag == GUMBO_TAG_UNKNOWN
                            ? std::string(element.original_tag.data, element.original_tag.length)
                            : gumbo_normalized_tagname(element.tag));
  if (element.tag == GUMBO_TAG_H1) textUnder(node, parts.headings.emplace_back());
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    parts.attributes.insert(attribute.name);
    // Downloads of figures are texts in a URL; nothing of them is read as HTML.
    if (isUrlAttribute(attribute.name) &&
        !std::string_view(attribute.value).starts_with("data:text/csv;charset=utf-8,")) {
      parts.urls.insert(attribute.value);
    }
  }
  for (unsigned i = 0; i < element.children.length; ++i) {
    gatherParts(*static_cast<const GumboNode*>(element.children.data[i]), parts);
  }
}

PageParts partsOf(const std::string& html) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
  PageParts parts;
  gatherParts(*output->root, parts);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return parts;
}

std::vector<std::string> payloads() {
  std::vector<std::string> out;
  const std::filesystem::path data = realData();
  for (const char* name : {"xss/html5sec.txt", "xss/payloadbox.txt"}) {
    std::ifstream in(data / name);
    for (std::string line; std::getline(in, line);) out.push_back(line);
  }
  std::ifstream in(data / "naughty-strings/blns.json");
  const nlohmann::json list = nlohmann::json::parse(in, nullptr, false);
  for (const nlohmann::json& text : list.is_array() ? list : nlohmann::json::array()) out.push_back(text);
  return out;
}

/** Some that are always there. */
const std::vector<std::string> kAlwaysThere = {"<script>alert(1)</script>",
                                               "\"><img src=x onerror=alert(1)>",
                                               "' onmouseover='alert(1)",
                                               "javascript:alert(1)",
                                               "</title><script>alert(1)</script>",
                                               "</style><svg/onload=alert(1)>",
                                               "`<b onclick=a>`",
                                               "“<i>” `",
                                               "--><!--",
                                               "&lt;script&gt;&#60;script&#62;",
                                               std::string("<scr\0ipt>", 9),
                                               "]]><x/>",
                                               "{trigger}{price}<u>",
                                               "\u202e<s>\u2066"};

using Next = std::function<std::string()>;

/** A text that the book may have there: its limits count, its bytes do not. */
Text fitting(const Next& next, std::size_t points) {
  std::string text = next();
  makeUtf8(text);
  clip(text, points);
  return text.empty() ? Text("x") : Text(text);
}

/** The small book with every text field filled. */
Book filledBook(const Next& next) {
  Decoded<Book> decoded = decodeBook(kBook);
  Book book = decoded ? std::move(*decoded.value) : Book{};
  book.merchant = fitting(next, 60);
  for (Product& product : book.products) {
    product.title = fitting(next, 200);
    product.description = fitting(next, 900);
    product.imageAlt = fitting(next, 200);
    product.category = fitting(next, 200);
    product.tags = {fitting(next, 100), fitting(next, 100)};
    Variant variant;
    variant.id = "v";
    variant.title = fitting(next, 200);
    product.variants.push_back(std::move(variant));
  }
  for (Offer& offer : book.offers) {
    Copy& copy = offer.copy.front();
    copy.headline = fitting(next, 200);
    copy.benefit = fitting(next, 900);
    copy.accept = fitting(next, 100);
    copy.linkAccept = fitting(next, 100);
    copy.incentive = fitting(next, 200);
    copy.terms = fitting(next, 500);
    offer.reviewed.emplace();
    offer.reviewed->by = fitting(next, 100);
    offer.reviewed->note = fitting(next, 500);
  }
  return book;
}

report::Page filledPage(const Next& next) {
  report::Page page;
  page.title = next();
  page.counted = next();
  page.lede = next();
  page.locale = next();
  page.currency = next();
  page.ways = {{next(), "/results?by=offer", true}};
  page.remarks = {{next(), true}};
  page.notes = {next()};
  page.headlines = {{"g-1", next(), report::Tone::Good, next(), {next()}, next()}};
  report::Figure figure;
  figure.id = "g-1-take";
  figure.title = next();
  figure.summary = next();
  figure.note = next();
  figure.chart = report::Chart::Intervals;
  figure.rowName = next();
  figure.columns = {{next(), next(), report::Part::Value}};
  figure.rows = {{next(), {}, {{next(), 1.0}}}};
  page.groups = {{"g-1", next(), next(), {{next(), false}}, {{next(), next()}}, {figure}}};
  return page;
}

/** All pages with texts from `next`; `check` gives the worksheet's remarks, which quote texts too. */
std::vector<std::string> pagesOf(const Next& next) {
  std::vector<std::string> out;
  const IndexedBook book(filledBook(next));
  const std::vector<Finding> findings = check(book);
  for (const Offer& offer : book.book().offers) {
    out.push_back(
        worksheet::toHtml(worksheet::fill(book, offer, findings, 1'790'000'000'000, worksheet::picturesFrom(""))));
  }
  Decoded<Moment> moment = decodeMoment(kMoment);
  for (const Placement placement : {Placement::Checkout, Placement::ThankYou, Placement::Email}) {
    Moment at = *moment.value;
    at.placement = placement;
    if (placement != Placement::Checkout) {
      at.order.status = OrderStatus::Paid;
      at.order.paidAt = at.time;
      at.order.total = 10'000;
    }
    const Decision decision = decide(book, at);
    if (decision.offer == nullptr) continue;
    out.push_back("<!doctype html><title>x</title>" + toHtml(view(book, at, decision), formatMoney, "en"));
  }
  const report::Page page = filledPage(next);
  out.push_back(report::pageInOneFile(page));
  out.push_back(report::linkedPage(page));
  return out;
}

/** What pages with harmless texts consist of. */
PageParts harmlessParts() {
  PageParts parts;
  int count = 0;
  for (const char* text : {"plain", "with `code` and “quotes”"}) {
    for (const std::string& html : pagesOf([&] { return std::string(text) + std::to_string(++count % 7); })) {
      parts.add(partsOf(html));
    }
  }
  return parts;
}

/** Names of `found` that are not among `known`. */
std::string strangersOf(const std::set<std::string>& found, const std::set<std::string>& known) {
  std::string out;
  for (const std::string& each : found) {
    if (!known.contains(each)) out += each.substr(0, 100) + " | ";
  }
  return out;
}

void expectHarmless(const std::vector<std::string>& texts, std::size_t first, const PageParts& known) {
  std::size_t at = first;
  const Next next = [&] { return texts[at++ % texts.size()]; };
  for (const std::string& html : pagesOf(next)) {
    const PageParts parts = partsOf(html);
    ASSERT_EQ(strangersOf(parts.elements, known.elements), "") << first << "\n" << html;
    ASSERT_EQ(strangersOf(parts.attributes, known.attributes), "") << first << "\n" << html;
    ASSERT_EQ(strangersOf(parts.urls, known.urls), "") << first << "\n" << html;
  }
}

/** Feeds as many rounds as it takes for each text to be in some field, or with AFTERMINT_ALL in every field. */
void expectAllHarmless(const std::vector<std::string>& texts) {
  const PageParts known = harmlessParts();
  ASSERT_TRUE(known.elements.contains("bdi"));
  ASSERT_TRUE(known.elements.contains("script")) << "the results page has one of its own";
  std::size_t fields = 0;
  (void)pagesOf([&] {
    ++fields;
    return std::string("x");
  });
  ASSERT_GT(fields, 60u);
  const std::size_t step = std::getenv("AFTERMINT_ALL") != nullptr ? 1 : fields;
  for (std::size_t first = 0; first < texts.size(); first += step) {
    expectHarmless(texts, first, known);
    if (::testing::Test::HasFatalFailure()) return;
  }
}

TEST(HostileTexts, GiveNoPageAnElementAnAttributeOrAUrl) {
  const PageParts known = harmlessParts();
  for (std::size_t first = 0; first < kAlwaysThere.size(); ++first) expectHarmless(kAlwaysThere, first, known);
}

TEST(HostileTexts, OfOthersGiveNoPageAnElementAnAttributeOrAUrl) {
  const std::vector<std::string> texts = payloads();
  if (texts.empty()) GTEST_SKIP() << "AFTERMINT_DATA is not set: there are no payloads of others";
  ASSERT_GT(texts.size(), 2'000u);
  expectAllHarmless(texts);
}

// What a reader sees in the heading is the text itself, with what cannot be seen as an escape.
TEST(HostileTexts, AreReadAsTheyAre) {
  std::vector<std::string> texts = payloads();
  texts.insert(texts.end(), kAlwaysThere.begin(), kAlwaysThere.end());
  for (std::string text : texts) {
    report::Page page;
    page.title = text;
    const PageParts parts = partsOf("<!doctype html>" + report::reportHtml(page));
    ASSERT_EQ(parts.headings.size(), 1u) << text;
    std::string expected = visibleText(text);
    // Gumbo reads U+FFFE and U+FFFF, which are no characters, as U+FFFD.
    for (const char* none : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"}) {
      for (std::size_t at = 0; (at = expected.find(none, at)) != std::string::npos; at += 3) expected[at + 2] = '\xBD';
    }
    ASSERT_EQ(parts.headings.front(), expected);
  }
}

}  // namespace
}  // namespace aftermint
