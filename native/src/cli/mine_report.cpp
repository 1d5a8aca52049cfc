#include "cli/mine_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "aftermint/text.h"
#include "cli/order_report.h"
#include "cli/output.h"
#include "json.h"
#include "text.h"
#include "visible_text.h"

namespace aftermint::cli {
namespace {

using mine::Rule;

constexpr std::size_t kTitleColumns = 34;

const mine::HistoryProduct& bought(const MineFindings& found, const Rule& rule) {
  return found.net.products[rule.product];
}

const mine::HistoryProduct& offered(const MineFindings& found, const Rule& rule) {
  return found.net.products[rule.complement];
}

bool isKnown(const MineFindings& found, const Rule& rule) {
  return found.known.contains({bought(found, rule).id, offered(found, rule).id});
}

std::size_t shownOf(const MineFindings& found) {
  const std::size_t all = found.mined.rules.size();
  return found.limit == 0 ? all : std::min(all, found.limit);
}

/** Rounds to six digits, which are the same with every mathematics library. */
double sixDigits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return std::strtod(text, nullptr);
}

double log10Of(double log) { return sixDigits(log / std::log(10.0)); }

Json ruleJson(const MineFindings& found, const Rule& rule) {
  const mine::HistoryProduct &product = bought(found, rule), &complement = offered(found, rule);
  Json out = {{"product", product.id},
              {"complement", complement.id},
              {"productTitle", product.title},
              {"complementTitle", complement.title},
              {"orders", rule.orders},
              {"productOrders", rule.productOrders},
              {"complementOrders", rule.complementOrders},
              {"support", rule.support},
              {"confidence", rule.confidence},
              {"reverseConfidence", rule.reverseConfidence},
              {"lift", rule.lift},
              {"cosine", rule.cosine},
              {"pValue", sixDigits(std::exp(rule.logP))},
              {"adjusted", sixDigits(std::exp(rule.logAdjusted))},
              {"log10PValue", log10Of(rule.logP)},
              {"log10Adjusted", log10Of(rule.logAdjusted)},
              {"alike", rule.alike}};
  if (found.hasBook) out["known"] = isKnown(found, rule);
  out["approved"] = false;
  return out;
}

Json algorithmJson(const mine::MineOptions& options) {
  return {{"name", "association rules of one product to one other, above a minimum support"},
          {"source",
           {"R. Agrawal, T. Imielinski, A. Swami: Mining Association Rules between Sets of Items in Large Databases, "
            "SIGMOD 1993",
            "R. Agrawal, R. Srikant: Fast Algorithms for Mining Association Rules, VLDB 1994"}},
          {"test", "Fisher's exact test, one-sided (R. A. Fisher 1922; for rules W. Hamalainen, Kingfisher, 2012)"},
          {"correction",
           "Benjamini-Hochberg false discovery rate (1995), over every pair of products that each reach the minimum "
           "support (after G. I. Webb, Discovering Significant Patterns, 2007)"},
          {"order", "rules between similar products last, then by cosine, confidence, ids"},
          {"minSupport", options.minSupport},
          {"minConfidence", options.minConfidence},
          {"minLift", options.minLift},
          {"alpha", *options.alpha},
          {"top", options.perProduct},
          {"maxProducts", options.maxProducts}};
}

Json linesJson(const orders::LineCounts& lines) {
  return {{"read", lines.read},         {"purchases", lines.used},       {"returns", lines.returned},
          {"skipped", lines.skipped()}, {"dirty", skippedByJson(lines)}, {"converted", lines.converted}};
}

Json returnsJson(const mine::ReturnCounts& returns) {
  return {{"entries", returns.entries},
          {"matched", returns.matched},
          {"partly", returns.partly},
          {"unmatched", returns.unmatched},
          {"purchasesRemoved", returns.purchasesRemoved},
          {"ordersEmptied", returns.ordersEmptied},
          {"ordersCalledOff", returns.ordersCalledOff}};
}

std::string left(std::string text, std::size_t width) {
  const std::size_t size = codePoints(text);
  return text + std::string(size < width ? width - size : 0, ' ');
}

std::string right(const std::string& text, std::size_t width) {
  return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string named(const mine::HistoryProduct& product) {
  std::string text = visibleLine(product.id == product.title ? product.id : product.id + " " + product.title);
  if (clip(text, kTitleColumns - 1)) text += "…";
  return left(text, kTitleColumns);
}

std::string fixed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

std::string percent(double share) { return fixed(100 * share, 2) + " %"; }

std::string heading() {
  return left("bought", kTitleColumns) + "  " + left("offer with it", kTitleColumns) + right("orders", 8) +
         right("support", 10) + right("confidence", 12) + right("lift", 9) + right("p adjusted", 12) + "\n";
}

std::string row(const MineFindings& found, const Rule& rule) {
  const mine::HistoryProduct &product = bought(found, rule), &complement = offered(found, rule);
  std::string marks;
  if (rule.alike) marks += "  alike";
  if (isKnown(found, rule)) marks += "  known";
  return named(product) + "  " + named(complement) + right(std::to_string(rule.orders), 8) +
         right(percent(rule.support), 10) + right(percent(rule.confidence), 12) + right(fixed(rule.lift, 2), 9) +
         right(probability(rule.logAdjusted), 12) + marks + "\n";
}

std::string summary(const MineFindings& found) {
  const orders::LineCounts& lines = found.file.lines;
  const mine::ReturnCounts& returns = found.net.returns;
  std::string out = counted(found.mined.orders, "order") + " of " + counted(found.mined.products, "product") +
                    ", read as " + std::string(found.file.shape->name) + ": " + counted(lines.read, "line") + ", " +
                    counted(lines.used, "purchase") + ", " + counted(lines.returned, "return") + ", " +
                    std::to_string(lines.skipped()) + " skipped.\n";
  if (returns.entries > 0) {
    out += "Returns: " + std::to_string(returns.matched) + " of " + std::to_string(returns.entries) +
           " matched to purchases, " + std::to_string(returns.partly) + " in part, " +
           std::to_string(returns.unmatched) + " not matched; " + counted(returns.purchasesRemoved, "purchase") +
           " removed, " + counted(returns.ordersEmptied, "order") + " left empty.\n";
  }
  if (found.mined.tooLarge > 0) {
    out += counted(found.mined.tooLarge, "order") + " left out: more than " +
           counted(found.options.maxProducts, "product") + " each (--max-products).\n";
  }
  if (returns.ordersCalledOff > 0)
    out += counted(returns.ordersCalledOff, "order") + " left out: cancelled, refunded or not paid.\n";
  return out + orderReadText(found.file);
}

std::string method(const MineFindings& found) {
  const mine::MineOptions& options = found.options;
  const mine::Mined& mined = found.mined;
  return "Association rules (Agrawal, Imielinski, Swami 1993) over pairs in at least " +
         counted(options.minSupport, "order") + ":\n" + counted(mined.frequent, "product") + " with enough orders, " +
         counted(mined.tested, "pair") + " tested, " + std::to_string(mined.pairs) + " in enough orders, " +
         std::to_string(mined.significant) + " significant\n(Fisher's exact test, one-sided; false discovery rate " +
         fixed(100 * *options.alpha, 2) + " % by Benjamini and Hochberg 1995).\n" + counted(mined.found, "rule") +
         " with confidence of at least " + percent(options.minConfidence) +
         (options.minLift > 1 ? " and lift of at least " + fixed(options.minLift, 2) : " and lift above 1") +
         (options.perProduct > 0
              ? "; the best " + std::to_string(options.perProduct) +
                    " of each product, and as many alike, are kept: " + std::to_string(mined.rules.size())
              : "") +
         ".\n";
}

}  // namespace

std::string probability(double log) {
  const double tens = log / std::log(10.0);
  if (!std::isfinite(tens)) return "0";
  char text[32];
  if (tens >= -4) {
    std::snprintf(text, sizeof text, "%.2g", std::exp(log));
    return text;
  }
  double exponent = std::floor(tens);
  std::snprintf(text, sizeof text, "%.1f", std::pow(10.0, tens - exponent));
  if (std::string_view(text) == "10.0") {  // 9.96e-8 rounds up to the next power
    std::snprintf(text, sizeof text, "1.0");
    exponent += 1;
  }
  return std::string(text) + "e" + fixed(exponent, 0);
}

Json mineJson(const MineFindings& found) {
  const mine::Mined& mined = found.mined;
  Json rules = Json::array();
  for (std::size_t i = 0; i < shownOf(found); ++i) rules.push_back(ruleJson(found, mined.rules[i]));
  Json out = {{"ok", true}, {"algorithm", algorithmJson(found.options)}};
  out.update(orderReadJson(found.file));
  out.update(Json{{"orders", mined.orders},
                  {"ordersTooLarge", mined.tooLarge},
                  {"products", mined.products},
                  {"lines", linesJson(found.file.lines)},
                  {"returns", returnsJson(found.net.returns)},
                  {"frequent", mined.frequent},
                  {"tested", mined.tested},
                  {"pairs", mined.pairs},
                  {"significant", mined.significant},
                  {"found", mined.found},
                  {"rules", std::move(rules)}});
  return out;
}

std::string mineText(const MineFindings& found) {
  const std::size_t shown = shownOf(found);
  std::string out = summary(found) + method(found);
  if (shown == 0) return out + "No rules found.\n";
  bool anyAlike = false;
  out += "\n" + heading();
  for (std::size_t i = 0; i < shown; ++i) {
    const Rule& rule = found.mined.rules[i];
    anyAlike |= rule.alike;
    out += row(found, rule);
  }
  if (shown < found.mined.rules.size()) {
    out += "… and " + std::to_string(found.mined.rules.size() - shown) + " more. Use --limit 0 to show all.\n";
  }
  out += "\nThese are proposals. Nothing is approved until a person approves it.\n";
  if (anyAlike) out += "alike: perhaps one product in two variants, and not a complement.\n";
  if (!found.known.empty()) out += "known: the book already has this pair, as a complement or in an offer.\n";
  return out;
}

}  // namespace aftermint::cli
