#include "aftermint/partition.h"

#include <algorithm>
#include <utility>

#include "aftermint/bucket.h"
#include "aftermint/codec.h"
#include "aftermint/encode_book.h"

namespace aftermint::shards {
namespace {

constexpr std::uint64_t kMostBytes = 6'000;  // of the mean shard; the count doubles, so the mean is 3 to 6 KB
constexpr std::uint64_t kFew = 8;            // an offer in at most this many shards is never common
constexpr std::size_t kSample = 2'000;       // products and offers that are encoded to estimate the size of a shard

void sortUnique(std::vector<std::uint32_t>& indices) {
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

/** Whether an offer that is tied to `reach` products would be in too many of `count` shards. */
bool belongsInCommon(std::uint64_t reach, std::uint32_t count) {
  return std::min<std::uint64_t>(reach, count) > std::max<std::uint64_t>(kFew, count / 4);
}

/** The product without texts that neither decisions nor views use. */
Product withoutAuthoringTexts(Product product) {
  product.description.clear();
  product.url.clear();
  return product;
}

/** Every n-th index below `size`, at most `kSample` of them. */
std::vector<std::uint32_t> evenSample(std::size_t size) {
  const std::size_t step = size / kSample + 1;
  std::vector<std::uint32_t> sample;
  for (std::size_t i = 0; i < size; i += step) sample.push_back(static_cast<std::uint32_t>(i));
  return sample;
}

}  // namespace

std::uint32_t shardOf(std::string_view product, std::uint32_t count) { return fnv1a32(product) & (count - 1); }

Partition::Partition(const IndexedBook& book, std::optional<std::uint32_t> count) : book_(book) {
  countProducts();
  const std::vector<std::uint64_t> reaches = this->reaches();
  count_ = count ? *count : chooseCount(reaches);
  chooseCommon(reaches);
  distribute();
}

void Partition::countProducts() {
  for (const Product& product : book().products) {
    if (!product.category.empty()) ++categories_[product.category].products;
    for (const Text& tag : product.tags) ++tags_[tag].products;
  }
}

/** The number of products each offer is tied to. A product that is tied by id and by category or tag counts twice. */
std::vector<std::uint64_t> Partition::reaches() const {
  std::vector<std::uint64_t> reaches(book().offers.size(), 0);
  Indices lastProduct(book().offers.size(), UINT32_MAX);
  for (std::uint32_t i = 0; i < book().products.size(); ++i) {
    for (const IndexedBook::Tie& tie : book_.tiesOfProduct(book().products[i].id)) {
      if (std::exchange(lastProduct[tie.offer], i) != i) ++reaches[tie.offer];
    }
  }
  const auto add = [&reaches](std::span<const IndexedBook::Tie> ties, std::uint64_t products) {
    for (const IndexedBook::Tie& tie : ties) reaches[tie.offer] += products;
  };
  for (const auto& [category, tied] : categories_) add(book_.tiesOfCategory(category), tied.products);
  for (const auto& [tag, tied] : tags_) add(book_.tiesOfTag(tag), tied.products);
  return reaches;
}

/** The smallest count for which the mean shard is not too large, estimated from a sample. */
std::uint32_t Partition::chooseCount(const std::vector<std::uint64_t>& reaches) const {
  const auto meanOf = [](const Book& sample, std::size_t of) { return of == 0 ? 0 : encodeLists(sample).size() / of; };
  const Indices products = evenSample(book().products.size());
  const Indices offers = evenSample(book().offers.size());
  const std::uint64_t productBytes = meanOf(part(products, {}), products.size());
  const std::uint64_t offerBytes = meanOf(part({}, offers), offers.size());
  std::uint32_t count = 1;
  for (; count < kMostShards; count *= 2) {
    std::uint64_t bytes = book().products.size() * productBytes;
    for (const std::uint64_t reach : reaches) {
      if (!belongsInCommon(reach, count)) bytes += std::min<std::uint64_t>(reach, count) * offerBytes;
    }
    if (bytes / count <= kMostBytes) break;
  }
  return count;
}

void Partition::chooseCommon(const std::vector<std::uint64_t>& reaches) {
  isCommon_.resize(reaches.size());
  for (std::uint32_t i = 0; i < reaches.size(); ++i) {
    if (!belongsInCommon(reaches[i], count_)) continue;
    isCommon_[i] = true;
    commonOffers_.push_back(i);
  }
  // Separate lists, because a tag of all products may have thousands of offers, all of them in the common part.
  const auto addTiesOutsideCommon = [this](TiedOffers& tied, std::span<const IndexedBook::Tie> ties) {
    for (const IndexedBook::Tie& tie : ties) {
      if (!isCommon_[tie.offer]) tied.offers.push_back(tie.offer);
    }
  };
  for (auto& [category, tied] : categories_) addTiesOutsideCommon(tied, book_.tiesOfCategory(category));
  for (auto& [tag, tied] : tags_) addTiesOutsideCommon(tied, book_.tiesOfTag(tag));
}

/** Sorts the products by shard, and keeps the order of the book within each shard. */
void Partition::distribute() {
  const List<Product>& products = book().products;
  begins_.assign(std::size_t{count_} + 1, 0);
  for (const Product& product : products) ++begins_[shardOf(product.id, count_) + 1];
  for (std::size_t shard = 0; shard < count_; ++shard) begins_[shard + 1] += begins_[shard];
  std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
  products_.resize(products.size());
  for (std::uint32_t i = 0; i < products.size(); ++i) products_[next[shardOf(products[i].id, count_)]++] = i;
}

std::uint32_t Partition::indexOf(std::string_view product) const {
  return static_cast<std::uint32_t>(book_.product(product) - book().products.data());
}

/** These products and offers, with all that the offers need. Indices may repeat. */
Book Partition::part(Indices products, Indices offers) const {
  Indices experiments;
  sortUnique(offers);
  const auto addItems = [&](const List<Item>& items) {
    for (const Item& item : items) products.push_back(indexOf(item.product));
  };
  for (const std::uint32_t i : offers) {
    addItems(book().offers[i].items);
    for (const std::uint32_t experiment : book_.experimentsOf(book().offers[i])) {
      experiments.push_back(experiment);
      for (const Arm& arm : book().experiments[experiment].arms) addItems(arm.items);
    }
  }
  sortUnique(products);
  sortUnique(experiments);
  Book out;
  out.products.reserve(products.size());
  for (const std::uint32_t i : products) out.products.push_back(withoutAuthoringTexts(book().products[i]));
  out.offers.reserve(offers.size());
  for (const std::uint32_t i : offers) out.offers.push_back(book().offers[i]);
  for (const std::uint32_t i : experiments) out.experiments.push_back(book().experiments[i]);
  return out;
}

Book Partition::shard(std::uint32_t number) const {
  const Indices own(products_.begin() + static_cast<std::ptrdiff_t>(begins_[number]),
                    products_.begin() + static_cast<std::ptrdiff_t>(begins_[number + 1]));
  Indices offers;
  const auto addTied = [&offers](const TiedOffersByName& byName, const Text& name) {
    const auto tied = byName.find(name);
    if (tied != byName.end()) offers.insert(offers.end(), tied->second.offers.begin(), tied->second.offers.end());
  };
  for (const std::uint32_t i : own) {
    const Product& product = book().products[i];
    for (const IndexedBook::Tie& tie : book_.tiesOfProduct(product.id)) {
      if (!isCommon_[tie.offer]) offers.push_back(tie.offer);
    }
    addTied(categories_, product.category);
    for (const Text& tag : product.tags) addTied(tags_, tag);
  }
  return part(own, std::move(offers));
}

Book Partition::common() const { return part({}, commonOffers_); }

}  // namespace aftermint::shards
