/** @file Name, home page and categories of the demo shop: read from a file, or derived from the book. */
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aftermint/book.h"

namespace aftermint::demo {

/** A text in one language. */
struct ShopText {
  std::string locale;
  std::string text;
};

/** A text in several languages; the first one is for readers of all others. */
using ShopTexts = std::vector<ShopText>;

/** The text for a reader of `locale`, chosen as `inLanguage` does, else the first; empty if there is no text at all. */
[[nodiscard]] std::string textIn(const ShopTexts& texts, std::string_view locale);

/** What the shop's pages show besides products. */
struct ShopInfo {
  struct Category {
    std::string id;  ///< as in the book's products; empty: products without a category
    ShopTexts name;
    ShopTexts intro;
  };
  /** The top of the home page. */
  struct Hero {
    ShopTexts title;
    ShopTexts lede;
    std::string product;  ///< id, shown large; empty: the first of the book
  };

  std::string book;  ///< the id of the book it is made for; empty: any
  std::string name;
  std::string mark = "/assets/bag.svg";  ///< address of the picture beside the name
  std::optional<Hero> hero;
  std::vector<ShopTexts> promises;
  std::vector<Category> categories;
};

/**
 * Reads a shop's file, such as demo/shop.json. If it cannot be used, `fault` says why.
 *
 * A text is a string, or an object from locale to string.
 */
[[nodiscard]] std::optional<ShopInfo> parseShopInfo(std::string_view text, std::string& fault);

/**
 * Derives the shop from a book: the name from its merchant, the categories in the order of its products.
 *
 * "green-thumb" becomes "Green thumb". Products without a category come last.
 */
[[nodiscard]] ShopInfo shopOf(const Book& book);

/** Adds the book's categories that the file does not name, so that every product is on the home page. */
void addMissingCategories(ShopInfo& info, const Book& book);

}  // namespace aftermint::demo
