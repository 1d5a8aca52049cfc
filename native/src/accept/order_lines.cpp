#include "accept/order_lines.h"

#include <algorithm>

#include "aftermint/language.h"

namespace aftermint {

const Variant* findVariant(const Product& product, std::string_view id) {
  const auto found = std::find_if(product.variants.begin(), product.variants.end(),
                                  [&](const Variant& variant) { return variant.id == id; });
  return found == product.variants.end() ? nullptr : &*found;
}

std::optional<OrderLine> lineOf(const IndexedBook& book, const std::string& product, const std::string& variant,
                                std::int64_t quantity) {
  const Product* known = book.product(product);
  if (known == nullptr) return std::nullopt;
  OrderLine line{product, variant, known->title, "", quantity, known->price, "", "", false};
  if (variant.empty()) return line;
  const Variant* chosen = findVariant(*known, variant);
  if (chosen == nullptr) return std::nullopt;
  line.variantTitle = chosen->title;
  line.price = chosen->price.value_or(known->price);
  return line;
}

std::vector<OrderLine> spread(const std::vector<OrderLine>& priced, Minor amount) {
  Minor list = 0;
  for (const OrderLine& line : priced) list += line.price * line.quantity;
  std::vector<OrderLine> lines;
  Minor left = amount;
  for (std::size_t i = 0; i < priced.size(); ++i) {
    const OrderLine& line = priced[i];
    const Minor own = line.price * line.quantity;
    // 128 bits: the product of two amounts may not fit into 64.
    Minor share = list > 0 ? static_cast<Minor>(static_cast<__int128>(amount) * own / list) : 0;
    if (i + 1 == priced.size()) share = left;
    left -= share;
    const Minor unit = share / line.quantity, over = share % line.quantity;
    const auto add = [&](std::int64_t quantity, Minor price) {
      if (quantity == 0) return;
      OrderLine part = line;
      part.quantity = quantity;
      part.price = price;
      lines.push_back(std::move(part));
    };
    add(line.quantity - over, unit);
    add(over, unit + 1);
  }
  return lines;
}

void nameLines(const IndexedBook& book, std::vector<OrderLine>& lines, std::string_view locale) {
  for (OrderLine& line : lines) {
    const Product* product = book.product(line.product);
    if (product == nullptr) continue;
    line.title = titleIn(*product, locale);
    const Variant* variant = findVariant(*product, line.variant);
    if (variant != nullptr) line.variantTitle = titleIn(*variant, locale);
  }
}

std::vector<OrderLine> offerLines(const IndexedBook& book, const AcceptResult& accepted, std::string_view locale) {
  std::vector<OrderLine> priced;
  for (const Item& item : *accepted.items) {
    auto line = lineOf(book, item.product, item.variant, item.quantity * accepted.times);
    if (!line) continue;
    line->offer = accepted.offer->id;
    if (accepted.replaces != nullptr) line->replaces = accepted.replaces->product;
    priced.push_back(std::move(*line));
  }
  nameLines(book, priced, locale);
  return spread(priced, accepted.price);
}

Order openOrder(const std::string& id, const std::string& currency, const std::vector<OrderLine>& lines) {
  Order order;
  order.id = id;
  order.currency = currency;
  Minor total = 0;
  for (const OrderLine& line : lines) {
    if (line.undone) continue;
    order.lines.push_back({line.product, line.variant, line.quantity, line.price, line.offer});
    total += line.price * line.quantity;
  }
  order.total = total;
  return order;
}

Order paidOrder(const PlacedOrder& placed) {
  Order order = openOrder(placed.id, placed.currency, placed.lines);
  order.status = OrderStatus::Paid;
  order.paidAt = placed.paidAt;
  order.total = placed.total();
  return order;
}

}  // namespace aftermint
