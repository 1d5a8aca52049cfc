#include "orders/order_items.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

namespace aftermint::orders {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> itemsIn(std::string_view cell) {
  std::vector<std::string> out;
  for (const ItemText& item : itemsOf(cell)) out.push_back(item.code + "|" + item.title + "|" + item.quantity);
  return out;
}

TEST(ItemsOf, SplitsACell) {
  EXPECT_THAT(itemsIn("1\u00D7 Board, 2\u00D7 Wax"), ElementsAre("|Board|1", "|Wax|2"));
  EXPECT_THAT(itemsIn("1\u00D7 Board, oak, 2\u00D7 Wax"), ElementsAre("|Board, oak|1", "|Wax|2"));
  EXPECT_THAT(itemsIn("1 x Board; 12 x Wax"), ElementsAre("|Board|1", "|Wax|12"));
  EXPECT_THAT(itemsIn("Board \u00D7 1, Wax - Large \u00D7 2"), ElementsAre("|Board|1", "|Wax - Large|2"));
  EXPECT_THAT(itemsIn("Board (2), Wax (1)"), ElementsAre("|Board|2", "|Wax|1"));
  EXPECT_THAT(itemsIn("Board | Wax"), ElementsAre("|Board|", "|Wax|"));
  EXPECT_THAT(itemsIn("2xl shirt, blue"), ElementsAre("|2xl shirt, blue|"));
  EXPECT_THAT(itemsIn("name:Board|sku:B1|quantity:2|total:90;name:Wax|sku:|quantity:1"),
              ElementsAre("B1|Board|2", "|Wax|1"));
  EXPECT_THAT(itemsIn(""), IsEmpty());
}

}  // namespace
}  // namespace aftermint::orders
